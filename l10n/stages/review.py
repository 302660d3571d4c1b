"""Entries and what is known of them → entries after a person's decision, and the events that tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.model.event import Act, Event
from l10n.stages.history import History, message_hash, text_hash
from l10n.stages.record import approved, record, unrecorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided on the entries of a catalog."""

    entries: tuple[Entry, ...]
    events: tuple[Event, ...] = ()
    taken: tuple[Entry, ...] = ()
    """Those that it was about, as they were."""
    left: int = 0
    """Others that were meant, but a person has changed or approved them."""


Decide = Callable[[Sequence[Entry], History], Decision]


def proven(entries: Mapping[Key, Entry], history: History) -> dict[Key, Entry]:
    """The entries; what counts as reviewed by its mark alone, and nobody vouches for, is a draft again."""
    return {
        key: replace(entry, flags=entry.fuzzy_flags)
        if entry.state is State.REVIEWED and not history.review(entry)
        else entry
        for key, entry in entries.items()
    }


def event(what: Act, entry: Entry, when: str, by: str = "", *, source: Key | None = None) -> Event:
    """An event of an entry's text, which was made for the message `source`, or else for its own."""
    return Event(
        what=what,
        message=message_hash(entry.key),
        text=text_hash(entry.msgstr),
        source=message_hash(source or entry.key),
        by=by,
        when=when,
    )


def drafted(entry: Entry, when: str) -> Event | None:
    """The event that an entry's record tells of; None where no machine wrote the text, or not exactly so."""
    if known := record(entry):
        made = event(Act.DRAFTED, entry, when, known.signature)
        return replace(made, risk=known.risk, notes=known.notes)
    return None


def witnessed(entries: Iterable[Entry], history: History, when: str) -> list[Event]:
    """What the entries tell and their ledger does not: drafts that it missed, texts that somebody changed."""
    found: list[Event] = []
    for entry in entries:
        if not entry.msgstr or entry.plural or history.of(entry):
            continue
        if draft := drafted(entry, when):
            found.append(draft)
        elif history.has_other(entry):
            found.append(event(Act.EDITED, entry, when))
    return found


def approve(keys: frozenset[Key], by: str, when: str) -> Decide:
    """Vouch for the texts of those messages that nobody vouches for yet: they are drafts no more."""

    def wanted(entry: Entry, history: History) -> bool:
        known = entry.state is State.REVIEWED and history.review(entry)
        return entry.key in keys and entry.state is not State.UNTRANSLATED and not known

    def decide(entries: Sequence[Entry], history: History) -> Decision:
        return _decided(entries, history, wanted, _cleared, Act.REVIEWED, by, when)

    return decide


def remove(keys: frozenset[Key], what: Act, by: str, when: str) -> Decide:
    """Empty the drafts of those messages, stale ones too, that are exactly as a machine wrote them."""

    def wanted(entry: Entry, history: History) -> bool:  # noqa: ARG001 - as of approve
        return entry.key in keys and entry.fuzzy and record(entry) is not None

    def decide(entries: Sequence[Entry], history: History) -> Decision:
        left = sum(e.key in keys and e.fuzzy and bool(e.msgstr) for e in entries if not e.obsolete)
        result = _decided(entries, history, wanted, _emptied, what, by, when)
        return replace(result, left=left - len(result.taken))

    return decide


def _decided(
    entries: Sequence[Entry],
    history: History,
    wanted: Callable[[Entry, History], bool],
    change: Callable[[Entry], Entry],
    what: Act,
    by: str,
    when: str,
) -> Decision:
    taken = [e for e in entries if not e.obsolete and not e.plural and wanted(e, history)]
    chosen = {entry.key for entry in taken}
    return Decision(
        entries=tuple(change(e) if e.key in chosen and not e.obsolete else e for e in entries),
        events=(*witnessed(taken, history, when), *(event(what, entry, when, by) for entry in taken)),
        taken=tuple(taken),
    )


def _cleared(entry: Entry) -> Entry:
    return replace(entry, flags=entry.cleared_flags, previous=None, comments=approved(entry.comments))


def _emptied(entry: Entry) -> Entry:
    return replace(
        entry, msgstr="", flags=entry.cleared_flags, previous=None, comments=unrecorded(entry.comments)
    )
