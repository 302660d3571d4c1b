"""Messages with their translations, one by one and together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from l10n.checking.matching import Matched, matched
from l10n.checking.rules import Rules
from l10n.checking.side import Remade, Side
from l10n.model.entry import Entry


@dataclass(frozen=True, kw_only=True)
class Message(Remade):
    """A message that is translated."""

    entry: Entry
    source: Side
    target: Side
    kind: str = "paragraph"
    """As in `Block.kind`."""
    article: str = ""
    """Its name."""
    place: str = ""
    """`path:line` of the entry in its catalog."""
    reference: str = ""
    """`path:line` of the message in its article."""

    @cached_property
    def amounts(self) -> Matched:
        """Its numbers, those of the source with those of the target."""
        return matched(self.source, self.target)


MOST = 100
"""Of what differs between two texts, so much is looked at; people write no text in which there is more."""


class Flaw(NamedTuple):
    """A line of a catalog that other tools cannot read."""

    place: str
    """`path:line`."""
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The messages of an article in a locale, in its order; or those of all articles."""

    messages: Sequence[Message]
    locale: str
    rules: Rules = field(default_factory=Rules)
    article: str = ""
    """Its name; empty where the messages are those of all articles, which have no header in common."""
    place: str = ""
    """`path:line` of the catalog's header."""
    header: tuple[tuple[str, str], ...] = ()
    """Fields of the header, in order."""
    header_flags: tuple[str, ...] = ()
    others: Sequence[Message] = ()
    """What else the catalog has, live and not fuzzy: entries with plural forms, or of no message of the
    article. Only what makes a catalog unusable is looked for in them.
    """
    flaws: Sequence[Flaw] = ()
    """Where PO tools refuse the catalog's file."""


class Fault(NamedTuple):
    """What a check found wrong."""

    message: Message | None
    """None: it is the catalog's header, or what `place` names."""
    what: str
    """In one line, such as `12.5 is missing`."""
    source: str = ""
    """The words of the source that it is about."""
    target: str = ""
    """Those of the target."""
    place: str = ""
    """`path:line`; empty: that of the message or the header."""
