"""Ledgers as their lines: to move them whole, also those that tell nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n.catalog import disk, ledger
from l10n.errors import CatalogError
from l10n.model.event import Event


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end, and the event that it tells of; None where it tells of none."""

    raw: bytes
    event: Event | None


def read(path: Path, name: str) -> tuple[Line, ...]:
    """The lines of a ledger, each once; none where there is no file. CatalogError if it cannot be read."""
    try:
        data = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise CatalogError(f"cannot be read: {(error.strerror or '').lower()}", where=name) from None
    return tuple(Line(raw, _event(raw)) for raw in dict.fromkeys(data.split(b"\n")) if raw.strip())


def add(path: Path, lines: Iterable[Line], name: str) -> None:
    """Add those lines that are not there yet; OutputError if that cannot be done."""
    known = {line.raw for line in read(path, name)}
    data = b"".join(line.raw + b"\n" for line in lines if line.raw not in known)
    if data:
        ledger.add(path, data, name)


def drain(path: Path, known: Iterable[Line], target: Path, name: str) -> None:
    """Remove a ledger, `name` in errors; lines that it has got since it was read go to another one."""
    temporary = path.with_name(f".l10n-{path.name}.tmp")
    with disk.errors(name):
        if path.exists():
            path.replace(temporary)
            seen = {line.raw for line in known}
            add(target, (line for line in read(temporary, name) if line.raw not in seen), name)
            temporary.unlink()


def _event(raw: bytes) -> Event | None:
    try:
        return ledger.event_of(raw)
    except ValueError:
        return None
