"""Translations of one segment, each with its faults; what to try next, and which to take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from l10n.drafting import numbers
from l10n.drafting.alignment import Alignment
from l10n.drafting.answer import closed, lost_tokens
from l10n.drafting.door import Door, Kept, shielded
from l10n.drafting.faults import faults
from l10n.drafting.risk import FAULTS
from l10n.drafting.segments import Segment, bare
from l10n.model.draft import Hypothesis
from l10n.text import figures, names
from l10n.text.ranges import Taken


class Request(NamedTuple):
    """What an engine is asked."""

    text: str
    align: bool = False
    other: bool = False
    """By the settings that keep it from loops."""

    @property
    def key(self) -> tuple[str, bool]:
        """What the translation depends on; alignment adds to it."""
        return self.text, self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One answer of the engine, closed; `faults` by name, and `spoilt` what of the source did not arrive."""

    request: Request
    target: Hypothesis
    faults: tuple[str, ...]
    spoilt: tuple[Kept, ...]
    """Ranges of names and figures that are lost or cut, and how they should be written."""

    lost: tuple[str, ...] = ()
    """Tokens that the engine did not copy."""

    @property
    def weight(self) -> float:
        return sum(FAULTS[fault] for fault in self.faults)


def attempt(segment: Segment, request: Request, answer: Hypothesis, door: Door) -> Attempt:
    """The answer to a request, judged."""
    target = closed(segment, answer, door)
    if not door.judged:
        return Attempt(request=request, target=target, faults=(), spoilt=())
    spoilt = list(_spoilt(segment, target, door))
    found = list(faults(segment.source, target.text))
    found += ["figure" if segment.source[start].isdigit() else "name" for start, _, _ in spoilt]
    lost = lost_tokens(segment, answer.text)
    if lost:
        found.append("placed" if segment.bare else "garbled")
    return Attempt(
        request=request, target=target, faults=tuple(found), spoilt=tuple(spoilt), lost=tuple(lost)
    )


def _spoilt(segment: Segment, target: Hypothesis, door: Door) -> Iterator[Kept]:
    kept = Taken((stand.edit.start, stand.edit.end) for stand in segment.stands)
    for figure in figures.lost(segment.source, target.text, (door.source, door.target)):
        raw = segment.source[figure.start : figure.end]
        yield figure.start, figure.end, numbers.written(raw, door.source, door.target)
    alignment = Alignment(target, len(segment.source)) if target.links is not None else None
    forms = names.Forms(target.text, door.exonyms)
    for start, end in names.names(segment.source, door.usual) if not segment.case else ():
        if kept.meets(start, end):
            continue
        name = segment.source[start:end]
        form = forms.of(name)
        if names.is_cut(name, form) if form else alignment and not alignment.is_seen(start, end):
            yield start, end, door.exonyms.get(name, name)


def following(segment: Segment, tried: Sequence[Attempt], door: Door) -> tuple[Segment, Request] | None:
    """What to ask next for a segment; None where the best attempt is good, or nothing is left to try."""
    first, best = tried[0], min(tried, key=lambda attempt: attempt.weight)
    asked = {attempt.request for attempt in tried}
    requests = []
    if best.spoilt:
        safer = shielded(segment, door, best.spoilt)
        requests.append((safer, Request(safer.text, align=True)))
    if "garbled" in best.faults:
        without = bare(segment, best.lost)
        requests.append((without, Request(without.text, align=True)))
    if set(best.faults) - {"garbled", "placed", "name", "figure"}:
        requests.append((segment, Request(segment.text, align=first.request.align, other=True)))
    return next((found for found in requests if found[1] not in asked), None)
