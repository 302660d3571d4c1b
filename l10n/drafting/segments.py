"""Stretches of a message that are translated on their own, and what the engine reads for each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from l10n.drafting.edits import Edit, Places
from l10n.drafting.quotes import Quote
from l10n.model.draft import Hypothesis


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A token that stands for `text` in what the engine reads, and for `target` in what it answers."""

    token: str
    target: str
    edit: Edit
    """In the segment's source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """`message[start:end]`, which the engine reads as `text`."""

    start: int
    end: int
    source: str
    text: str
    places: Places
    """Leads offsets of `text` back to `source`."""
    quotes: tuple[Quote, ...] = ()
    """The quotation marks of `source`, as the whole message tells what they are."""
    stands: tuple[Stand, ...] = ()
    case: str = ""
    """`upper` or `title` where the source is written so, and the engine reads it in sentence case."""

    given: Hypothesis | None = None
    """Its translation, where that needs no engine."""

    def seen(self, hypothesis: Hypothesis) -> Hypothesis:
        """The translation with links to the source instead of to what the engine has read."""
        if hypothesis.links is None:
            return hypothesis
        links = tuple((self.places.back(source), target) for source, target in hypothesis.links)
        return replace(hypothesis, links=links)
