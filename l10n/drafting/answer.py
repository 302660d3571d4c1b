"""An engine's answer → the translation of a segment: what the engine did not see, and its marks, put back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from l10n.drafting import casing, marks, spacing
from l10n.drafting.alignment import behind
from l10n.drafting.door import Door
from l10n.drafting.edits import Edit, edited
from l10n.drafting.figures import figures, localized, value
from l10n.drafting.quotes import style
from l10n.drafting.segments import Segment
from l10n.model.draft import Hypothesis
from l10n.text.atoms import PROTECTED, pattern

_STRAY = re.compile(r"\s?\bXQZ?\d+\b")


def tokens(segment: Segment) -> dict[str, list[int]]:
    """Where the tokens and addresses of a segment are in its source, whether the engine sees them or not."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in PROTECTED.finditer(segment.source):
        found[match[0]].append(match.start())
    for stand in segment.stands:
        found[stand.token].append(stand.edit.start)
    return found


def lost_tokens(segment: Segment, text: str) -> list[str]:
    """The tokens and addresses that an answer does not have exactly as often as the segment."""
    return [
        word for word, places in tokens(segment).items() if len(pattern(word).findall(text)) != len(places)
    ]


def closed(segment: Segment, answer: Hypothesis, door: Door, depth: int = 0) -> Hypothesis:
    """The translation, with links to the segment's source; every token stands in it as in the source.

    `depth` quotations are open before the segment.
    """
    target = segment.seen(answer)
    known = tokens(segment)
    for word in lost_tokens(segment, answer.text):
        target = _placed(segment, target, word, known[word])
    stray = [match for match in _STRAY.finditer(target.text) if match[0].strip() not in known]
    target = edited(target, [Edit(*match.span(), "") for match in stray])
    if segment.case:
        target = replace(target, text=casing.recased(target.text, segment.case, door.target))
    target = edited(target, spacing.run_ons(target.text))
    target = edited(target, _figures(segment, target.text, door))
    for stand in segment.stands:
        target = edited(
            target, [Edit(*m.span(), stand.target) for m in pattern(stand.token).finditer(target.text)]
        )
    target = marks.restored(segment.source, target, style(door.target) if door.typography else None, depth)
    return edited(target, spacing.edits(target.text, door.target)) if door.typography else target


def _placed(segment: Segment, target: Hypothesis, word: str, wanted: list[int]) -> Hypothesis:
    """The translation with the token where alignment says that it belongs, and nowhere else."""
    found = [match.span() for match in pattern(word).finditer(target.text)]
    if len(found) > len(wanted):
        return edited(target, [Edit(start, end, "") for start, end in found[len(wanted) :]])
    target = edited(target, [Edit(start, end, "") for start, end in found])
    for place in reversed(wanted):
        at = behind(target, place, len(segment.source)) if segment.source[:place].strip() else 0
        before = " " if at and not target.text[at - 1].isspace() else ""
        after = "" if at and not target.text[at : at + 1].isalnum() else " "
        target = edited(target, [Edit(at, at, f"{before}{word}{after}")])
    return target


def _figures(segment: Segment, text: str, door: Door) -> Iterator[Edit]:
    """Numbers that the engine left as the source writes them, as the target locale does."""
    known = {segment.source[f.start : f.end] for f in figures(segment.source, door.source)}
    for figure in figures(text, door.target):
        raw = text[figure.start : figure.end]
        if raw in known and value(raw, door.source) and value(raw, door.source) not in figure.forms:
            yield Edit(figure.start, figure.end, localized(raw, door.source, door.target))
