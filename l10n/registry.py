"""Plug-ins by name: a folder of the package, and in each of its files one named object."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from l10n.errors import EngineError, ProjectError
from l10n.ports import Check, EngineFactory, Exchange, Format


@cache
def names(folder: str) -> tuple[str, ...]:
    """Names of the plug-ins in `formats`, `engines`, `checks` or `exchange`, sorted; none is imported."""
    here = Path(__file__).parent / folder
    return tuple(sorted(p.stem for p in here.glob("*.py") if not p.stem.startswith("_")))


@cache
def _load(folder: str, name: str, attribute: str) -> Any:
    return getattr(import_module(f"l10n.{folder}.{name}"), attribute)


def format_named(name: str) -> Format:
    """The format of that name; ProjectError with the choices if there is none."""
    if name not in names("formats"):
        raise ProjectError(f"unknown format {name!r}", hint=f"known formats: {', '.join(names('formats'))}")
    found: Format = _load("formats", name, "FORMAT")
    return found


@cache
def suffixes() -> dict[str, str]:
    """Format name by file suffix."""
    return {suffix: name for name in names("formats") for suffix in format_named(name).suffixes}


def engine_named(name: str) -> EngineFactory:
    """The engine of that name; EngineError with the choices if there is none."""
    if name not in names("engines"):
        raise EngineError(f"unknown engine {name!r}", hint=f"known engines: {', '.join(names('engines'))}")
    found: EngineFactory = _load("engines", name, "ENGINE")
    return found


def checks() -> tuple[Check, ...]:
    """Every check, in order of their file names."""
    return tuple(_load("checks", name, "CHECK") for name in names("checks"))


def about(check: Check) -> str:
    """What a check looks for, and in further paragraphs why: the docstring of its file."""
    text: str = _load("checks", check.code.replace("-", "_"), "__doc__")
    return text.strip()


def exchange_named(name: str) -> Exchange:
    """The kind of files for translators; ProjectError with the choices if there is none of that name."""
    if name not in names("exchange"):
        known = ", ".join(names("exchange"))
        raise ProjectError(f"unknown format {name!r}", hint=f"known formats: {known}")
    found: Exchange = _load("exchange", name, "EXCHANGE")
    return found
