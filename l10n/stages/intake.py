"""Entries and what came back from translators → entries with what is newer, and what became of each text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.model.fate import Fate, Outcome
from l10n.model.unit import Unit
from l10n.stages.export import notes_mark, text_mark, unit_id
from l10n.stages.record import is_untouched

_OURS = re.compile(r"\s*l10n:")
"""What lines begin with that mean something to l10n."""
_LINE_END = re.compile("\r\n?")
"""What programs of Windows make of line ends in texts."""
_WHY = {
    Fate.CONFLICT: "its catalog has another text now; both stay where they are",
    Fate.EMPTIED: "it is empty here; the text of the catalog stays",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The entries of a catalog after units were taken in."""

    entries: tuple[Entry, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    """In the order of the units."""


Judge = Callable[[Entry], str]
"""Says of an entry with a text that came back what is wrong with its markup; empty if nothing is."""


def take(
    entries: Sequence[Entry], units: Iterable[Unit], judge: Judge, unwanted: Callable[[Entry], bool]
) -> Intake:
    """Take each unit into the entry of its message, unless a newer text stands there.

    A text that a person did not want (`unwanted`) fills no empty entry again.
    """
    desk = _Desk(entries, judge, unwanted)
    outcomes = tuple(desk.outcome(unit) for unit in units)
    made = desk.changed
    return Intake(
        entries=tuple(made.get(e.key, e) if not e.obsolete else e for e in entries), outcomes=outcomes
    )


class _Desk:
    def __init__(self, entries: Sequence[Entry], judge: Judge, unwanted: Callable[[Entry], bool]) -> None:
        live = {entry.key: entry for entry in entries if not entry.obsolete and not entry.plural}
        self.live, self.judge, self.unwanted = live, judge, unwanted
        self.ids = {unit_id(key): key for key in live}
        before = {entry.previous: key for key, entry in live.items() if entry.previous}
        self.before = {unit_id(previous): key for previous, key in before.items()}
        """Messages by the id of the source that their translation was made for."""
        self.changed: dict[Key, Entry] = {}

    def outcome(self, unit: Unit) -> Outcome:
        """What becomes of a unit; its entry is in `changed` then, if it is another one."""
        key = self.ids.get(unit.id) or (unit.key if unit.key in self.live else None)
        if key and unit.msgid not in ("", key[1]) and unit.key in self.live:
            return Outcome(unit=unit, fate=Fate.UNKNOWN, why="its source and its ID are of two messages")
        moved = None if key else self.before.get(unit.id) or self.before.get(unit_id(unit.key))
        at = key or moved
        if at is None:
            why = "the article has no such message any more; the text stands in this file only"
            empty = not unit.msgstr.strip()
            return Outcome(unit=unit, fate=Fate.OLDER if empty else Fate.UNKNOWN, why="" if empty else why)
        known = self.changed.get(at, self.live[at])
        if "\r" not in known.msgid + known.msgstr:
            unit = replace(unit, msgstr=_LINE_END.sub("\n", unit.msgstr))
        made, fate, why = self._moved(known, unit) if moved else self._decided(known, unit)
        noted = _noted(made, unit, new=not known.msgstr and fate is not Fate.OLDER)
        if noted != known:
            self.changed[at] = noted
        fate = Fate.NOTED if fate is Fate.UNCHANGED and noted != made else fate
        return Outcome(unit=unit, fate=fate, why=why)

    def _decided(self, known: Entry, unit: Unit) -> tuple[Entry, Fate, str]:
        fate = _fate(known, unit, text_mark(known.msgstr, reviewed=known.state is State.REVIEWED))
        if fate is not Fate.TAKEN:
            return known, fate, _WHY.get(fate, "")
        made = _translated(known, unit)
        if not known.msgstr and self.unwanted(made):
            return known, Fate.OLDER, ""
        if wrong := "" if made.previous else self.judge(made):
            made = replace(made, flags=made.fuzzy_flags)
            return made, Fate.BROKEN, f"taken as a draft: {wrong}"
        return made, fate, ""

    def _moved(self, known: Entry, unit: Unit) -> tuple[Entry, Fate, str]:
        """For a message whose source has changed: no state of before counts, and the text is no review."""
        unit = replace(unit, state=None)
        fate = _fate(known, unit, *(text_mark(known.msgstr, reviewed=state) for state in (True, False)))
        if fate is not Fate.TAKEN:
            return known, fate, _WHY.get(fate, "")
        return _translated(known, unit), Fate.STALE, ""


def _noted(entry: Entry, unit: Unit, *, new: bool) -> Entry:
    """With the notes that are new in the file; where no text was (`new`), all of its notes.

    Where one stands, no line comes in that l10n itself reads: a record, or what silences a check.
    """
    if not new and unit.exported.partition("-")[2] == notes_mark(unit.notes):
        return entry
    there = {line.strip() for line in entry.comments}
    lines = _LINE_END.sub("\n", "\n".join(unit.notes)).split("\n")  # one in a comment would end it elsewhere
    more = tuple(line for line in lines if line.strip() not in there and (new or not _OURS.match(line)))
    return replace(entry, comments=(*entry.comments, *more)) if any(map(str.strip, more)) else entry


def _fate(known: Entry, unit: Unit, *current: str) -> Fate:
    """What to do with a text that came back; `current` are marks of what stands in the catalog."""
    mark = unit.exported.partition("-")[0]
    states = (True, False) if unit.state is None else (unit.state is State.REVIEWED,)
    older = mark in [text_mark(unit.msgstr, reviewed=state) for state in states]
    if not unit.msgstr.strip():
        return Fate.UNCHANGED if not known.msgstr.strip() else Fate.OLDER if older else Fate.EMPTIED
    if not known.msgstr.strip():
        return Fate.TAKEN
    if unit.msgstr == known.msgstr and (known.state is State.REVIEWED) in states:
        return Fate.UNCHANGED
    if older:
        return Fate.OLDER
    if unit.msgstr == known.msgstr:
        return Fate.TAKEN if mark in current or unit.state is State.REVIEWED else Fate.OLDER
    return Fate.TAKEN if mark in current or (not mark and is_untouched(known)) else Fate.CONFLICT


def _translated(known: Entry, unit: Unit) -> Entry:
    """The entry with the text of the unit; only one that its file calls reviewed is no draft."""
    if unit.state is State.REVIEWED:
        return replace(known, msgstr=unit.msgstr, flags=known.cleared_flags, previous=None)
    previous = known.previous
    if unit.state is State.STALE and unit.previous and not previous:
        previous = (known.context, unit.previous)
    return replace(known, msgstr=unit.msgstr, flags=known.fuzzy_flags, previous=previous)
