"""Ledgers as their lines: to move them whole, also those that tell nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n.catalog import disk, ledger
from l10n.errors import CatalogError
from l10n.model.event import Event

_AWAY = ".l10n-away-"
"""What the name of a ledger that is being removed begins with."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end, and the event that it tells of; None where it tells of none."""

    raw: bytes
    event: Event | None


def read(path: Path, name: str) -> tuple[Line, ...]:
    """The lines of a ledger, each once; none where there is no file. CatalogError if it cannot be read."""
    return tuple(Line(raw, _event(raw)) for raw in _raw(path, name))


def add(path: Path, lines: Iterable[Line], name: str) -> None:
    """Add those lines that are not there yet; OutputError if that cannot be done."""
    known = _raw(path, name)
    data = b"".join(line.raw + b"\n" for line in lines if line.raw not in known)
    if data:
        ledger.add(path, data, name)


def drain(path: Path, known: Iterable[Line], target: Path, name: str) -> None:
    """Remove a ledger, `name` in errors; lines that it has got since it was read go to another one."""
    temporary = path.with_name(f"{_AWAY}{path.name}")
    with disk.errors(name):
        if path.exists():
            path.replace(temporary)
            seen = {line.raw for line in known}
            if any(raw not in seen for raw in _raw(temporary, name)):
                add(target, read(temporary, name), name)
            temporary.unlink()


def sweep(folder: Path, target: Path, name: str) -> None:
    """Add to a ledger what a process that was killed has left of others in a folder."""
    for path in folder.glob(f"{_AWAY}*"):
        add(target, read(path, name), name)
        path.unlink()


def reduce(path: Path, known: Iterable[Line], wanted: Iterable[Line], name: str) -> None:
    """Leave those lines of a ledger that are wanted, and those that it has got since it was read."""
    seen = {line.raw for line in known}
    kept = dict.fromkeys(line.raw for line in wanted)
    more = [raw for raw in _raw(path, name) if raw not in seen and raw not in kept]
    if path.exists():
        disk.write(path, b"".join(raw + b"\n" for raw in [*kept, *more]), name)


def _raw(path: Path, name: str) -> dict[bytes, None]:
    try:
        data = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise CatalogError(f"cannot be read: {(error.strerror or '').lower()}", where=name) from None
    return {raw: None for raw in data.split(b"\n") if raw.strip()}


def _event(raw: bytes) -> Event | None:
    try:
        return ledger.event_of(raw)
    except ValueError:
        return None
