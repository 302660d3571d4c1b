"""Write docs/commands.md, settings.md and checks.md from the code: `python scripts/reference.py`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import click

from l10n import registry
from l10n import settings as project
from l10n.cli.main import main
from l10n.ports import Check, Example
from l10n.text import invisible

DOCS = Path(__file__).parent.parent / "docs"
HIDDEN = re.compile(f"[{invisible.HIDDEN}\\u00a0\\u2000-\\u200a\\u202f\\u205f]")
TYPES = {str: "string", int: "whole number", bool: "true or false", tuple[str, ...]: "list of strings"}


def commands() -> str:
    """The help of every command."""
    parts = ["# Commands\n\nMade from the code by `scripts/reference.py`.\n"]
    for name, command in _walk(main, "l10n"):
        context = click.Context(
            command, info_name=name, terminal_width=100, help_option_names=["-h", "--help"]
        )
        parts.append(f"## {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _walk(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found:
                yield from _walk(found, f"{name} {child}")


def settings() -> str:
    """The keys of l10n.toml, with types, defaults and docstrings."""
    rows = [
        f"| `{key}` | {kind} | {default} | {text} |"
        for key, kind, default, text in _rows(project.Settings, "")
    ]
    head = "# Settings\n\nThe keys of `l10n.toml`. Made from the code by `scripts/reference.py`.\n"
    return "\n".join([head, "| key | type | default | |", "|---|---|---|---|", *rows, ""])


def _rows(kind: Any, path: str) -> Iterator[tuple[str, str, str, str]]:
    texts, types = _docstrings(kind), get_type_hints(kind)
    for field in fields(kind):
        if is_dataclass(types[field.name]):
            yield from _rows(types[field.name], f"{path}{field.name}.")
        else:
            default = "" if field.default is MISSING else f"`{_toml(field.default)}`"
            yield f"{path}{field.name}", TYPES[types[field.name]], default, texts.get(field.name, "")


def _docstrings(kind: Any) -> dict[str, str]:
    """Docstrings that stand under the fields of a dataclass."""
    found = re.findall(r'^    (\w+): .*\n    """(.*?)"""', inspect.getsource(kind), re.MULTILINE)
    return dict(found)


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


_CHECKS = """# Checks

What `l10n check` looks for. Made from the code by `scripts/reference.py`; each example is a test.

A check is silenced for a message by a translator's comment, `# l10n: ignore numbers`, and for a project by
`skip` in the [settings](settings.md), which also say which checks find errors.
"""


def checks() -> str:
    """What each check looks for, why, and its examples."""
    known = registry.checks()
    rows = [f"| [`{c.code}`](#{c.code}) | {c.severity.value} | {c.summary} |" for c in known]
    table = "\n".join(["| check | finds | |", "|---|---|---|", *rows, ""])
    return "\n".join([_CHECKS, table, *map(_check, known)])


def _check(check: Check) -> str:
    parts = [f"## {check.code}", registry.about(check), *(_example(example) for example in check.examples)]
    return "\n\n".join(parts) + "\n"


def _example(example: Example) -> str:
    """As lines of a list: source, translation, and what is said of it."""
    texts = [*example.more, (example.source, example.target)]
    lines = [
        f"    {line}" for pair in texts for line in (f"source  {_line(pair[0])}", f"target  {_line(pair[1])}")
    ]
    what = f"bad: {_line(example.says)}" if example.says else "good"
    return "\n".join([f"- {what} ({example.locale})", "", *("  " + line for line in lines)])


def _line(text: str) -> str:
    """On one line; what nobody can see, or tell from a space, as `‹U+202E›`."""
    return HIDDEN.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text.replace("\n", "\\n"))


if __name__ == "__main__":
    (DOCS / "commands.md").write_text(commands(), encoding="utf-8")
    (DOCS / "settings.md").write_text(settings(), encoding="utf-8")
    (DOCS / "checks.md").write_text(checks(), encoding="utf-8")
