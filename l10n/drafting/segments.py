"""Stretches of a message that are translated on their own, and what the engine reads for each."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from l10n.drafting.edits import Edit, Places, applied
from l10n.model.draft import Hypothesis
from l10n.text.atoms import PROTECTED
from l10n.text.quotes import Quote


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
    edits: tuple[Edit, ...] = ()
    """What makes `text` of `source`."""
    places: Places = field(default_factory=Places)
    """Leads offsets of `text` back to `source`."""
    quotes: tuple[Quote, ...] = ()
    """The quotation marks of `source`, as the whole message tells what they are."""
    stands: tuple[Stand, ...] = ()
    case: str = ""
    """`upper` or `title` where the source is written so, and the engine reads it in sentence case."""

    bare: bool = False
    """Does the engine not see some of its tokens? They are placed in its answer by alignment."""
    given: Hypothesis | None = None
    """Its translation, where that needs no engine."""

    def seen(self, hypothesis: Hypothesis) -> Hypothesis:
        """The translation with links to the source instead of to what the engine has read."""
        if hypothesis.links is None:
            return hypothesis
        links, weak = (
            tuple((self.places.back(source), target) for source, target in pairs)
            for pairs in (hypothesis.links, hypothesis.weak)
        )
        return replace(hypothesis, links=links, weak=weak)


def bare(segment: Segment, words: Container[str]) -> Segment:
    """The segment without some of its tokens and addresses, which an engine does not copy."""
    hidden = [stand.edit for stand in segment.stands if stand.token in words]
    places = [match.span() for match in PROTECTED.finditer(segment.source) if match[0] in words]
    edits = [edit for edit in segment.edits if edit not in hidden]
    for start, end in sorted([*places, *((edit.start, edit.end) for edit in hidden)]):
        low = start - (segment.source[start - 1 : start] == " ")
        edits.append(Edit(low, end if low < start else end + (segment.source[end : end + 1] == " "), ""))
    text, back = applied(segment.source, _apart(edits))
    return replace(segment, text=text, places=back, bare=True)


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    """The edits in order; where two meet, the later one begins behind the earlier."""
    result: list[Edit] = []
    for edit in sorted(edits):
        start = max(edit.start, result[-1].end) if result else edit.start
        if start < edit.end or start == edit.start:
            result.append(Edit(start, max(start, edit.end), edit.new))
    return result
