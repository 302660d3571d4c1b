"""Events → what is known of each text; in whatever order they come, and however often."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.model.event import Act, Event

_VERDICTS = (Act.REVIEWED, Act.DROPPED, Act.REJECTED)
"""What a person decided on a text; of two that were decided at the same time the last of these counts."""


def message_hash(key: Key) -> str:
    """The hash of a message."""
    context, msgid = key
    return text_hash(msgid if context is None else f"{context}\x04{msgid}")


def text_hash(text: str) -> str:
    """The hash of a translation. A draft's record has its first digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def by_time(event: Event) -> tuple[object, ...]:
    """Sorts events: what claims less comes later where the time is the same."""
    verdict = _VERDICTS.index(event.what) if event.what in _VERDICTS else -1
    risk = -1.0 if event.risk is None else event.risk
    return (
        event.when,
        verdict,
        event.what.value,
        event.message,
        event.text,
        event.source,
        event.by,
        risk,
        event.notes,
    )


def condensed(events: Iterable[Event]) -> frozenset[Event]:
    """The events of several ledgers; of what they say of a text again and again the first and the last."""
    timelines: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(set(events), key=by_time):
        timelines.setdefault((event.message, event.text), []).append(event)
    runs = (
        list(run)
        for same in timelines.values()
        for _, run in groupby(same, key=lambda e: replace(e, when=""))
    )
    return frozenset(event for run in runs for event in (run[0], run[-1]))


class History:
    """The events of a catalog's texts."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.events: list[Event] = sorted(set(events), key=by_time)
        self._of: dict[tuple[str, str], list[Event]] = {}
        self._at: dict[str, list[Event]] = {}
        self._stale: dict[tuple[str, str], str] = {}
        for event in self.events:
            self._of.setdefault((event.message, event.text), []).append(event)
            self._at.setdefault(event.message, []).append(event)
            if event.what is Act.STALE:
                self._stale.setdefault((event.source, event.text), event.when)

    def with_events(self, events: Sequence[Event]) -> History:
        """The history with more of them."""
        return History([*self.events, *events]) if events else self

    def of(self, entry: Entry) -> list[Event]:
        """The events of the entry's text in their order, with those before its message was rewritten."""
        if not self._of:  # most catalogs of people who work in PO editors
            return []
        text = text_hash(entry.msgstr)
        return self._followed(entry, lambda message: self._of.get((message, text), []), Act.REWRITTEN)

    def knows(self, entry: Entry, *acts: Act) -> bool:
        """Was one of these done to the text of the entry?"""
        return any(event.what in acts for event in self.of(entry))

    def ends_in(self, event: Event) -> bool:
        """Was this, by the same, the last that happened to its text?"""
        known = self._of.get((event.message, event.text), [])
        return bool(known) and (known[-1].what, known[-1].by) == (event.what, event.by)

    def has_other(self, entry: Entry) -> bool:
        """Is another text of the entry's message known?"""
        text = text_hash(entry.msgstr)
        return any(event.text != text for event in self._at.get(message_hash(entry.key), ()))

    def review(self, entry: Entry) -> Event | None:
        """The proof that a person vouches for the entry's text; None if the last one to decide did not."""
        verdicts = [event for event in self.of(entry) if event.what in _VERDICTS]
        return verdicts[-1] if verdicts and verdicts[-1].what is Act.REVIEWED else None

    def draft(self, entry: Entry) -> Event | None:
        """The first event in which a machine wrote exactly the entry's text for its message."""
        return next((event for event in self.of(entry) if event.what is Act.DRAFTED), None)

    def origin(self, entry: Entry) -> Event | None:
        """The draft that the entry's text is or may have been made from; None where none is known."""
        at = self._followed(entry, lambda m: self._at.get(m, []), Act.REWRITTEN, Act.STALE)
        drafts = [event for event in at if event.what is Act.DRAFTED]
        exact = [event for event in drafts if event.text == text_hash(entry.msgstr)]
        return next(reversed(exact or drafts), None)

    def stale_since(self, entry: Entry) -> str:
        """When it was first seen that the article has another text than the entry's translation; or empty."""
        if not entry.previous:
            return ""
        return self._stale.get((message_hash(entry.previous), text_hash(entry.msgstr)), "")

    def rejected(self, key: Key) -> frozenset[str]:
        """Hashes of the texts that people do not want for a message."""
        events = self._at.get(message_hash(key), ())
        return frozenset(event.text for event in events if event.what is Act.REJECTED)

    def about(self, keys: Iterable[Key]) -> list[Event]:
        """The events of those messages, and of what they were before, in the order of time."""
        return self._reached(map(message_hash, keys), lambda m: self._at.get(m, []), Act.REWRITTEN, Act.STALE)

    def _followed(self, entry: Entry, at: Callable[[str], list[Event]], *links: Act) -> list[Event]:
        """Events of the entry's message and of those that links lead back to, in the order of time."""
        return self._reached([message_hash(entry.key)], at, *links)

    def _reached(self, messages: Iterable[str], at: Callable[[str], list[Event]], *links: Act) -> list[Event]:
        waiting, seen = list(messages), set[str]()
        found: list[Event] = []
        while waiting:
            message = waiting.pop()
            if message not in seen:
                seen.add(message)
                events = at(message)
                found += events
                waiting += [event.source for event in events if event.what in links]
        return found if len(seen) == 1 else sorted(found, key=by_time)
