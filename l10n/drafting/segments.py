"""Stretches of a message that are translated on their own, and what the engine reads for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.drafting.edits import Edit, Places, applied
from l10n.model.draft import CharRange, Hypothesis


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
        return Hypothesis(text=hypothesis.text, score=hypothesis.score, links=links)


def segment(
    message: str, part: CharRange, edits: Sequence[Edit], stands: Sequence[Stand] = (), case: str = ""
) -> Segment:
    """The segment at `part`; edits and stands count from its start."""
    source = message[part[0] : part[1]]
    every = sorted([*edits, *(stand.edit for stand in stands)])
    text, places = applied(source, every)
    return Segment(
        start=part[0],
        end=part[1],
        source=source,
        text=text,
        places=places,
        stands=tuple(stands),
        case=case,
    )
