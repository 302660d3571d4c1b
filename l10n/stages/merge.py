"""New messages and an old catalog → a new catalog. No translation is ever lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.stages.belonging import owned, twins_apart, untwinned
from l10n.stages.edited import edited
from l10n.stages.matching import Finder, Kind, Match, placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one message."""

    kind: Kind
    msgid: str
    before: str = ""
    """The source that its translation was made for, where it was another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a merge did."""

    entries: tuple[Entry, ...] = ()
    changes: tuple[Change, ...] = ()
    """In the order of the entries."""

    def counts(self) -> dict[Kind, int]:
        """Messages by what became of them; none of those that are as they were."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in Kind if found[kind]}


def merge(
    messages: Sequence[Entry],
    old: Sequence[Entry],
    finders: Sequence[Finder] = (edited,),
    *,
    shared: bool = False,
    borrowed: Sequence[Entry] = (),
) -> Merge:
    """Entries for `messages`, with what `old` knows of them, and after them the obsolete entries.

    An exact message keeps its translation wherever it moved; an obsolete one comes back. For the others
    the finders are asked in turn. What no message took stays, as obsolete, if it has a translation; in a
    catalog that articles share it tells of which it was. `borrowed` are live entries of other catalogs:
    what no message took of them stays there.
    """
    old = [untwinned(entry) for entry in old] if shared else old
    wanted = {message.key for message in messages}
    live = {entry.key: entry for entry in old if not entry.obsolete}
    live |= {entry.key: entry for entry in borrowed if entry.key not in live or not live[entry.key].msgstr}
    waiting = [entry for entry in old if entry.obsolete]
    revived = {e.key: e for e in waiting if e.key in wanted and not (e.key in live and live[e.key].msgstr)}
    fresh = [m for m in messages if m.key not in live and m.key not in revived]
    gone = [e for e in live.values() if e.key not in wanted and not e.plural and e.msgstr]
    left = [*gone, *(entry for entry in waiting if entry.key not in wanted)]
    matches = _matches(fresh, left, finders) if fresh and left else {}
    used = {id(entry) for match in matches.values() for entry in match.consumed}
    used |= {id(entry) for entry in revived.values()}
    elsewhere = used | {id(entry) for entry in borrowed}
    vanished = [_obsolete(entry, shared=shared) for entry in gone if id(entry) not in elsewhere]
    foreign = [e for e in old if e.plural and not e.obsolete and e.key not in wanted]
    kept = [entry for entry in waiting if id(entry) not in used]
    merged = [_merged(message, live, revived, matches) for message in messages]
    changes = _changes(messages, live, revived, matches)
    entries = (*merged, *foreign, *dict.fromkeys([*kept, *vanished]))
    return Merge(
        entries=twins_apart(entries) if shared else entries,
        changes=(*changes, *(Change(kind=Kind.OBSOLETE, msgid=entry.msgid) for entry in vanished)),
    )


def _matches(fresh: Sequence[Entry], left: Sequence[Entry], finders: Iterable[Finder]) -> dict[Key, Match]:
    found: dict[Key, Match] = {}
    for finder in finders:
        used = {id(entry) for match in found.values() for entry in match.sources}
        open_ = [message for message in fresh if message.key not in found]
        found |= finder(open_, [entry for entry in left if id(entry) not in used])
    return found


def _merged(
    message: Entry, live: Mapping[Key, Entry], revived: Mapping[Key, Entry], matches: Mapping[Key, Match]
) -> Entry:
    if known := revived.get(message.key):
        return placed(known, message)
    if known := live.get(message.key):
        if known.plural or (known.extracted, known.references) == (message.extracted, message.references):
            return known
        return replace(known, extracted=message.extracted, references=message.references)
    match = matches.get(message.key)
    return match.entry if match else message


def _changes(
    messages: Sequence[Entry],
    live: Mapping[Key, Entry],
    revived: Mapping[Key, Entry],
    matches: Mapping[Key, Match],
) -> Iterable[Change]:
    for message in messages:
        if message.key in revived:
            yield Change(kind=Kind.REVIVED, msgid=message.msgid)
        elif match := matches.get(message.key):
            before = match.entry.previous if match.kind is not Kind.REWRITTEN else match.sources[0].key
            yield Change(kind=match.kind, msgid=message.msgid, before=before[1] if before else "")
        elif message.key not in live:
            yield Change(kind=Kind.NEW, msgid=message.msgid)


def _obsolete(entry: Entry, *, shared: bool) -> Entry:
    return owned(entry, entry.articles if shared else ())
