"""What a finder tells a merge: which new messages were made of which old ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.stages.belonging import unowned
from l10n.stages.record import approved


class Kind(Enum):
    """What became of a message in a merge."""

    NEW = "new"
    CHANGED = "changed"
    SPLIT = "split"
    JOINED = "joined"
    REWRITTEN = "rewritten"
    REVIVED = "revived"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A new message that is made of old ones."""

    kind: Kind
    entry: Entry
    """The new message, with the translation that it gets."""
    sources: tuple[Entry, ...]

    @property
    def consumed(self) -> tuple[Entry, ...]:
        """The old entries whose whole text is in the new one; others stay as obsolete."""
        return self.sources if self.kind in (Kind.CHANGED, Kind.REWRITTEN) else ()


Finder = Callable[[Sequence[Entry], Sequence[Entry]], dict[Key, Match]]
"""(new messages, entries without a message) → matches by the keys of new messages.

Of the entries those that were live come first; others were obsolete already.
"""


def placed(known: Entry, message: Entry) -> Entry:
    """The known entry, in its state, in the place of the message."""
    return replace(
        known,
        msgid=message.msgid,
        context=message.context,
        comments=unowned(known.comments),
        extracted=message.extracted,
        references=message.references,
        obsolete=False,
    )


def stale(message: Entry, known: Entry, *, msgstr: str, previous: Key) -> Entry:
    """The message with a translation that was made for the text `previous`, for a person to look at."""
    return replace(
        message,
        msgstr=msgstr,
        comments=unowned(known.comments if known.fuzzy else approved(known.comments)),
        flags=known.fuzzy_flags,
        previous=previous if previous != message.key else None,  # else the change was taken back
    )


def changed(message: Entry, known: Entry) -> Match:
    """The message as another text of the known entry."""
    entry = stale(message, known, msgstr=known.msgstr, previous=known.previous or known.key)
    return Match(kind=Kind.CHANGED, entry=entry, sources=(known,))
