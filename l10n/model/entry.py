"""Entries of a catalog and their states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from l10n.model.article import Key

_FUZZY = "fuzzy"
_REFERENCE = re.compile("\u2068?(?P<path>.*?)\u2069?(?::\\d+)?")


class State(Enum):
    """How far the translation of a message is."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    STALE = "stale"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message in a catalog."""

    msgid: str
    msgstr: str = ""
    context: str | None = None
    comments: tuple[str, ...] = ()
    """Lines of the translators (`# `)."""
    extracted: tuple[str, ...] = ()
    """Lines of the extractor (`#. `)."""
    references: tuple[str, ...] = ()
    """`path:line`, in the order of the article (`#: `)."""
    flags: tuple[str, ...] = ()
    previous: Key | None = None
    """The source that the translation was made for, where it has changed since (`#| `)."""
    obsolete: bool = False
    plural: tuple[tuple[str, str], ...] = ()
    """The strings of an entry with plural forms, by their keywords: `msgid_plural`, `msgstr[0]` … No article
    makes one, so it is kept exactly as it is.
    """

    @property
    def key(self) -> Key:
        return (self.context, self.msgid)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that its references name, each once."""
        return tuple(self.places)

    @property
    def places(self) -> dict[str, list[str]]:
        """Its references by the articles that they name."""
        found: dict[str, list[str]] = {}
        for reference in self.references:
            found.setdefault(article_of(reference), []).append(reference)
        return found

    @property
    def fuzzy(self) -> bool:
        return _FUZZY in self.flags

    @property
    def fuzzy_flags(self) -> tuple[str, ...]:
        """Its flags, that mark among them."""
        return self.flags if self.fuzzy else (_FUZZY, *self.flags)

    @property
    def cleared_flags(self) -> tuple[str, ...]:
        """Its flags without that mark."""
        return tuple(flag for flag in self.flags if flag != _FUZZY)

    @property
    def state(self) -> State:
        if not self.msgstr.strip():
            return State.UNTRANSLATED
        if not self.fuzzy:
            return State.REVIEWED
        return State.STALE if self.previous else State.DRAFT


def article_of(reference: str) -> str:
    """The article that a reference leads to, without the line."""
    match = _REFERENCE.fullmatch(reference)
    return match["path"] if match else reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A template or a catalog: the messages of an article, or of several, in a locale."""

    header: tuple[tuple[str, str], ...] = ()
    """Fields of the header entry, in order."""
    header_comments: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    def live(self) -> dict[Key, Entry]:
        """Entries of messages that articles have, by key."""
        return {entry.key: entry for entry in self.entries if not entry.obsolete}
