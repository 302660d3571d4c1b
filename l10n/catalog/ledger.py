"""Ledgers: beside a catalog, what happened to its texts; an event a line, and lines are only ever added.

The order of the lines and lines that stand there twice mean nothing, so git can merge branches of a ledger
by keeping the lines of both (`merge=union`).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from l10n.errors import CatalogError, OutputError
from l10n.model.event import Act, Event

_MAX_BYTES = 256 * 2**20
_MAX_LINE = 64 * 2**10
_HASH = re.compile(r"[0-9a-f]{32}")
_LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can write and UTF-8 cannot."""
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The events that could be read, in the order of the file, and for each other line what is wrong."""

    events: tuple[Event, ...] = ()
    problems: tuple[CatalogError, ...] = ()


def path_of(catalog: Path) -> Path:
    """The ledger of a catalog."""
    return catalog.with_suffix(".ledger.jsonl")


def read(path: Path, name: str) -> Ledger:
    """The ledger at `path`; an empty one where there is none. A line that is no event stops nothing."""
    events: list[Event] = []
    problems: list[CatalogError] = []
    try:
        if not path.exists():
            return Ledger()
        if not path.is_file():
            raise _problem("is no regular file", name, "move it away")
        if path.stat().st_size > _MAX_BYTES:
            raise _problem(f"larger than {_MAX_BYTES >> 20} MB, so it proves nothing", name, "split it")
        with path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if not line.strip():
                    continue
                try:
                    events.append(event_of(line))
                except ValueError as error:
                    problems.append(_problem(f"no event: {error}", f"{name}:{number}", "take the line out"))
    except CatalogError as error:
        problems.append(error)
    except OSError as error:
        problems.append(_problem(f"cannot be read: {(error.strerror or '').lower()}", name, ""))
    return Ledger(events=tuple(events), problems=tuple(problems))


def append(path: Path, events: Iterable[Event], name: str) -> None:
    """Add the events, as `add` does."""
    data = "".join(f"{line(event)}\n" for event in events).encode()
    if data:
        add(path, data, name)


def move(old: Path, new: Path, name: str) -> None:
    """Move the lines of a ledger, if it is there, to the end of another, which is `name` in errors."""
    if not old.is_file():
        return
    try:
        data = old.read_bytes()
        new.parent.mkdir(parents=True, exist_ok=True)
        add(new, data, name)
        old.unlink()
    except OSError as error:
        raise OutputError(f"cannot be moved: {(error.strerror or '').lower()}", where=name) from None


def line(event: Event) -> str:
    """The event as the line that stands for it: equal events are equal lines."""
    data: dict[str, object] = {
        "what": event.what.value,
        "message": event.message,
        "text": event.text,
        "source": event.source,
        "by": event.by,
        "when": event.when,
    }
    if event.risk is not None:
        data["risk"] = round(event.risk, 2)
    if event.notes:
        data["notes"] = event.notes
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def add(path: Path, data: bytes, name: str) -> None:
    """Add whole lines in one write that outlives a power cut; OutputError if that cannot be done."""
    try:
        if path.exists() and not path.is_file():
            raise OutputError("is no regular file", where=name, hint="move it away")
        with path.open("ab+", buffering=0) as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                data = (
                    data if file.read(1) == b"\n" else b"\n" + data
                )  # after a line that a crash has cut off
            while data:
                data = data[file.write(data) :]
            os.fsync(file.fileno())
    except OSError as error:
        hint = "check the permissions and the space left"
        what = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise OutputError(what, where=name, hint=hint) from None


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too long only so much that it is seen to be so."""
    while piece := file.readline(_MAX_LINE + 1):
        yield piece
        while len(piece) > _MAX_LINE and not piece.endswith(b"\n"):
            piece = file.readline(_MAX_LINE + 1)


def event_of(raw: bytes) -> Event:
    """The event of a line; ValueError for any other line."""
    if len(raw) > _MAX_LINE:
        raise ValueError(f"longer than {_MAX_LINE >> 10} kB")
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except (ValueError, RecursionError):
        raise ValueError("not JSON") from None
    if not isinstance(data, dict):
        raise ValueError("not an object")
    risk, notes = data.get("risk"), data.get("notes", [])
    if not (risk is None or (type(risk) in (int, float) and 0 <= risk <= 1)):
        raise ValueError("its risk is not from 0 to 1")
    if not isinstance(notes, list):
        raise ValueError("its notes are no list")
    try:
        what = Act(data.get("what"))
    except ValueError:
        raise ValueError("it says `what` in no way that this l10n knows") from None
    return Event(
        what=what,
        message=_matching(_HASH, data, "message"),
        text=_matching(_HASH, data, "text"),
        source=_matching(_HASH, data, "source"),
        by=_string(data.get("by"), "by"),
        when=_moment(data),
        risk=None if risk is None else float(risk),
        notes=tuple(_string(note, "notes") for note in notes),
    )


def _string(value: Any, field: str) -> str:
    if not isinstance(value, str) or _LONE.search(value):
        raise ValueError(f"its `{field}` is no text")
    return value


def _matching(pattern: re.Pattern[str], data: dict[str, Any], field: str) -> str:
    value = data.get(field)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"its `{field}` is not as l10n writes it")
    return value


def _moment(data: dict[str, Any]) -> str:
    when = _matching(_WHEN, data, "when")
    try:
        datetime.fromisoformat(when)
    except ValueError:
        raise ValueError("its `when` is no time") from None
    return when


def _problem(what: str, where: str, hint: str) -> CatalogError:
    return CatalogError(what, where=where, hint=hint)
