"""A catalog before and after an update → what happened to its texts, for its ledger; and what looks wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.model.event import Act, Event
from l10n.stages.history import History
from l10n.stages.record import is_untouched, record
from l10n.stages.review import event, witnessed

MANY = 10
"""So many drafts that lose their marks between two looks can be a program's doing, if they are most."""


def seen(
    before: Sequence[Entry], after: Sequence[Entry], history: History, when: str, by: str
) -> list[Event]:
    """The events that the ledger lacks. `by` is what l10n calls itself.

    Marks that many drafts lost at once are left out, so that they are told of again and again.
    """
    live = [entry for entry in after if not entry.obsolete and not entry.plural and entry.msgstr]
    moved = [
        event(Act.REWRITTEN, entry, when, by, source=source)
        for entry, source in _rewritten(before, live)
        if not history.knows(entry, Act.REWRITTEN)
    ]
    moved += [
        event(Act.STALE, entry, when, by, source=entry.previous)
        for entry in live
        if entry.state is State.STALE and not history.stale_since(entry)
    ]
    history = history.with_events(moved)
    events = [*moved, *witnessed(live, history, when)]
    if not cleared_at_once(live, history):
        events += [event(Act.CLEARED, entry, when) for entry in _cleared(live, history)]
    return events


def cleared_at_once(entries: Iterable[Entry], history: History) -> tuple[int, int] | None:
    """How many unchanged drafts of how many lost their marks since the last look, if that is suspicious.

    It is from `MANY` on, if they are more than half of the drafts that the catalog had.
    """
    live = [entry for entry in entries if not entry.obsolete and not entry.plural]
    cleared = sum(1 for _ in _cleared(live, history))
    if cleared < MANY:
        return None
    drafts = cleared + sum(map(is_untouched, live))
    return (cleared, drafts) if 2 * cleared > drafts else None


def _cleared(live: Iterable[Entry], history: History) -> Iterator[Entry]:
    """Machine texts, exactly as they were, that are no drafts any more though nobody vouches for them."""
    for entry in live:
        by_mark = entry.state is State.REVIEWED and not history.knows(entry, Act.CLEARED, Act.REVIEWED)
        if by_mark and (history.draft(entry) or record(entry)):
            yield entry


def _rewritten(before: Sequence[Entry], live: Iterable[Entry]) -> Iterator[tuple[Entry, Key]]:
    """Entries whose text came from another message, in the same state, and that message."""
    known = {entry.key for entry in before}
    kept = {entry.key for entry in live}
    gone: dict[str, list[Entry]] = {}
    for entry in before:
        if entry.key not in kept and entry.msgstr:
            gone.setdefault(entry.msgstr, []).append(entry)
    for entry in live:
        found = gone.get(entry.msgstr, []) if entry.key not in known else []
        if len(found) == 1 and found[0].fuzzy == entry.fuzzy and entry.state is not State.STALE:
            yield entry, found[0].key
