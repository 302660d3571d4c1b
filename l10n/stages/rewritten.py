"""New messages that are old ones written differently, or with links that lead elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from l10n.model.article import Document, Key, Scope
from l10n.model.entry import Entry
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.stages.matching import Finder, Kind, Match, placed
from l10n.stages.record import carried
from l10n.text.forms import form, targets

_SAME, _MOVED = 0, 1
"""Which of the two forms of a message is compared; one without targets has no second."""
_BEFORE, _AFTER = r"(?<![^\s(\"'<>])", r"(?![^\s)\"'<>.,;:!?])"
"""What may stand around the target of a link."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the markup of a message is read."""

    fmt: Format
    scope: Scope

    def inline(self, message: str) -> Inline:
        return self.fmt.inline(message, self.scope)


Readings = Mapping[Key, Reading]


def readings(articles: Iterable[tuple[Document, Format]]) -> Readings:
    """How each message of some articles is read: as where it stands first."""
    found: dict[Key, Reading] = {}
    for document, fmt in articles:
        for block in document.blocks:
            if block.key not in found:
                found[block.key] = Reading(fmt, document.scope(block))
    return found


def by_form(readings: Readings) -> Finder:
    """Finds messages that were rewritten; each entry serves once. A message that has no reading has no match.

    Their translations stay as they are and in the state they are in. Where a link leads elsewhere now, the
    translation's leads there too; if that is not certain, it is no match.
    """

    def found(fresh: Sequence[Entry], left: Sequence[Entry]) -> dict[Key, Match]:
        @cache
        def forms(msgid: str, reading: Reading) -> tuple[Hashable, Hashable]:
            inline = reading.inline(msgid)
            return form(inline), form(inline, targets=False) if targets(inline) else None

        result: dict[Key, Match] = {}
        for at in (_SAME, _MOVED):
            open_ = [message for message in fresh if message.key not in result and message.key in readings]
            used = {id(match.sources[0]) for match in result.values()}
            free = [entry for entry in left if id(entry) not in used]
            for message, known in _pairs(open_, free, readings, lambda *key, at=at: forms(*key)[at]):
                reading = readings[message.key]
                msgstr = known.msgstr if at == _SAME else _retargeted(message, known, reading)
                if msgstr:
                    entry = carried(placed(known, message), msgstr)
                    result[message.key] = Match(kind=Kind.REWRITTEN, entry=entry, sources=(known,))
        return result

    return found


def _pairs(
    fresh: Sequence[Entry],
    left: Sequence[Entry],
    readings: Readings,
    form_of: Callable[[str, Reading], Hashable],
) -> Iterator[tuple[Entry, Entry]]:
    """New messages and entries of the same form; of several such entries the first that is free."""
    known: dict[Hashable, list[Entry]] = {}
    for reading in dict.fromkeys(readings[message.key] for message in fresh):
        for entry in left:
            known.setdefault((reading, entry.context, form_of(entry.msgid, reading)), []).append(entry)
    taken: set[int] = set()
    for message in fresh:
        reading = readings[message.key]
        if (form := form_of(message.msgid, reading)) is None:
            continue
        free = known.get((reading, message.context, form), ())
        for entry in [entry for entry in free if id(entry) not in taken][:1]:
            taken.add(id(entry))
            yield message, entry


def _retargeted(message: Entry, known: Entry, reading: Reading) -> str:
    """The translation with the targets of the new message; empty where these cannot be exchanged safely.

    That is so where a target does not stand in the translation as often as in the source, or where one
    that the source has twice has changed in one place alone.
    """
    old, new = (targets(reading.inline(entry.msgid)) for entry in (known, message))
    moves = dict(zip(old, new, strict=True))
    if any(moves[before] != after for before, after in zip(old, new, strict=True)):
        return ""
    changed = [target for target, moved in moves.items() if target != moved]
    if any(
        old.count(t) != _count(t, known.msgid) or old.count(t) != _count(t, known.msgstr) for t in changed
    ):
        return ""
    every = "|".join(re.escape(target) for target in sorted(changed, key=len, reverse=True))
    msgstr = re.sub(f"{_BEFORE}(?:{every}){_AFTER}", lambda match: moves[match[0]], known.msgstr)
    before, after = reading.inline(known.msgstr), reading.inline(msgstr)
    expected = [moves.get(target, target) for target in targets(before)]
    same = form(before, targets=False) == form(after, targets=False) and targets(after) == expected
    return msgstr if same else ""


def _count(target: str, text: str) -> int:
    return len(re.findall(f"{_BEFORE}{re.escape(target)}{_AFTER}", text))
