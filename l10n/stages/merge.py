"""New messages and an old catalog → a new catalog. No translation is ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.stages.record import approved
from l10n.stages.rewritten import Rewritten

_SIMILAR = 65.0
"""Likeness (rapidfuzz ratio, 0 to 100) from which a new message counts as an edited old one."""
_FUZZY = "fuzzy"


def _none(fresh: Sequence[Entry], left: Sequence[Entry]) -> dict[Key, Entry]:  # noqa: ARG001 - finds none
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a merge did, in entries."""

    entries: tuple[Entry, ...]
    new: int = 0
    changed: int = 0
    rewritten: int = 0
    revived: int = 0
    gone: int = 0


def merge(messages: Sequence[Entry], old: Sequence[Entry], rewritten: Rewritten = _none) -> Merge:
    """Entries for `messages`, with what `old` knows of them, and after them the obsolete entries.

    An exact message keeps its translation wherever it moved; an obsolete one comes back; one that is an
    old one `rewritten` keeps its translation and state; a message that resembles a vanished one gets
    that one's translation as fuzzy, with the old source as previous.
    """
    if not old:
        return Merge(entries=tuple(messages), new=len(messages))
    wanted = {message.key for message in messages}
    live = {entry.key: entry for entry in old if not entry.obsolete}
    waiting = [entry for entry in old if entry.obsolete]
    revived = {e.key: e for e in waiting if e.key in wanted and not (e.key in live and live[e.key].msgstr)}
    gone = [entry for entry in live.values() if entry.key not in wanted and not entry.plural]
    fresh = [m for m in messages if m.key not in live and m.key not in revived]
    translated = [entry for entry in gone if entry.msgstr]
    same = rewritten(fresh, [*translated, *(entry for entry in waiting if entry.key not in wanted)])
    used = {id(entry) for entry in same.values()}
    edited = _edited(
        [message for message in fresh if message.key not in same],
        [entry for entry in translated if id(entry) not in used],
    )
    merged = [_merged(message, live, revived, same, edited) for message in messages]
    foreign = [entry for entry in live.values() if entry.plural and entry.key not in wanted]
    used |= {id(entry) for entry in (*edited.values(), *revived.values())}
    vanished = [_obsolete(entry) for entry in translated if id(entry) not in used]
    kept = [entry for entry in waiting if id(entry) not in used]
    return Merge(
        entries=(*merged, *foreign, *dict.fromkeys([*kept, *vanished])),
        new=len(fresh) - len(same) - len(edited),
        changed=len(edited),
        rewritten=len(same),
        revived=len(revived),
        gone=len(vanished),
    )


def _merged(
    message: Entry,
    live: dict[Key, Entry],
    revived: dict[Key, Entry],
    same: dict[Key, Entry],
    edited: dict[Key, Entry],
) -> Entry:
    if known := revived.get(message.key) or same.get(message.key):
        return replace(
            known,
            msgid=message.msgid,
            extracted=message.extracted,
            references=message.references,
            obsolete=False,
        )
    if known := live.get(message.key):
        if known.plural or (known.extracted, known.references) == (message.extracted, message.references):
            return known
        return replace(known, extracted=message.extracted, references=message.references)
    if known := edited.get(message.key):
        previous = known.previous or known.key
        return replace(
            message,
            msgstr=known.msgstr,
            comments=known.comments if known.fuzzy else approved(known.comments),
            flags=known.flags if known.fuzzy else (_FUZZY, *known.flags),
            previous=previous if previous != message.key else None,  # else the change was taken back
        )
    return message


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, references=(), extracted=())


def _edited(fresh: Iterable[Entry], gone: Sequence[Entry]) -> dict[Key, Entry]:
    """For each new message the vanished entry most like it; each serves once, the best pair first."""
    wanted = list(fresh)
    if not wanted or not gone:
        return {}
    from rapidfuzz import fuzz, process

    pairs: list[tuple[float, int, int]] = []
    choices = [entry.msgid for entry in gone]
    for number, message in enumerate(wanted):
        found = process.extract(message.msgid, choices, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=5)
        pairs += [(-score, number, index) for _, score, index in found]
    result: dict[Key, Entry] = {}
    taken: set[int] = set()
    for _, number, index in sorted(pairs):
        if wanted[number].key not in result and index not in taken:
            result[wanted[number].key] = gone[index]
            taken.add(index)
    return result
