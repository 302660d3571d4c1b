"""What goes out to translators and comes back: messages with their translations, markup as codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from l10n.model.article import Key
from l10n.model.entry import State


class Part(Enum):
    """What a code is."""

    OPEN = "open"
    CLOSE = "close"
    POINT = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Markup inside a text that a translator's tool shows as one thing."""

    part: Part
    id: str
    """The two parts of a pair share it; so do a code of the source and the same one of the translation."""
    raw: str


Coded = tuple[str | Code, ...]
"""A text in pieces; their raw texts, one after the other, are the whole of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A message of an article in a locale, as a file for translators has it."""

    article: str
    """Its place, as errors write it."""
    locale: str
    id: str
    """Tells the message by hash, where its text or context has suffered."""
    msgid: str
    msgstr: str = ""
    context: str | None = None
    state: State | None = None
    """None where the file does not say."""
    notes: tuple[str, ...] = ()
    """Lines of the translators."""
    extracted: tuple[str, ...] = ()
    """Lines of the extractor."""
    references: tuple[str, ...] = ()
    previous: str = ""
    """The source that a stale translation was made for."""
    exported: str = ""
    """Tells by hash what translation, state and notes were when they went out; empty where that is lost."""
    source: Coded = ()
    """The msgid in pieces, and `target` the msgstr: for writing only."""
    target: Coded = ()
    line: int = 0
    """Where the file has it: its line or row."""

    @property
    def key(self) -> Key:
        return (self.context, self.msgid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What a file for translators holds."""

    source: str
    """Locale of the articles."""
    target: str
    units: tuple[Unit, ...]
    """Those of an article stand together."""
