"""What happened to a text of a catalog."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Act(Enum):
    """What was done. Those of people come with a name; the others l10n does, or sees that they were done."""

    DRAFTED = "drafted"
    """A machine wrote the text."""
    EDITED = "edited"
    """Somebody changed it, in an editor that told nobody who."""
    CLEARED = "cleared"
    """Its fuzzy mark was gone, and nobody said that they have read it."""
    REVIEWED = "reviewed"
    """A person vouches for it."""
    REJECTED = "rejected"
    """A person wants another one."""
    DROPPED = "dropped"
    """A person had it removed unread."""
    STALE = "stale"
    """The article has another text now than the one that it translates."""
    REWRITTEN = "rewritten"
    """Its message is written differently now, in white space or markup, with the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a text. Hashes are 32 hexadecimal digits of SHA-256."""

    what: Act
    message: str
    """Hash of the message, context and msgid."""
    text: str
    """Hash of the translation."""
    source: str
    """Hash of the message that the text was made for; another one in a stale or rewritten event."""
    by: str = ""
    """`Name <mail>` of a person, or what an engine calls itself; empty where nobody knows."""
    when: str
    """In UTC, `2026-11-24T06:46:26.120Z`, so that order of characters is order of time."""
    risk: float | None = None
    """Of a draft, from 0 to 1."""
    notes: tuple[str, ...] = ()
    """Of a draft: the faults that are left in it, and how its markup was placed."""
