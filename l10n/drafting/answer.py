"""An engine's answer → the translation of a segment: what the engine did not see, and its marks, put back."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from l10n.drafting import casing, marks, numbers, spacing
from l10n.drafting.alignment import Alignment
from l10n.drafting.door import Door
from l10n.drafting.edits import Edit, edited, removal
from l10n.drafting.segments import Segment
from l10n.model.draft import CharRange, Hypothesis
from l10n.text.atoms import PROTECTED, WHOLE
from l10n.text.quotes import style

_STRAY = re.compile(r"\bXQZ?\d+\b")


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
    found = Counter(match[0] for match in WHOLE.finditer(text))
    return [word for word, places in tokens(segment).items() if found[word] != len(places)]


def closed(segment: Segment, answer: Hypothesis, door: Door) -> Hypothesis:
    """The translation, with links to the segment's source; every token stands in it as in the source."""
    target = segment.seen(answer)
    known = tokens(segment)
    if lost := lost_tokens(segment, answer.text):
        target = _placed(segment, target, {word: known[word] for word in lost})
    stray = [match for match in _STRAY.finditer(target.text) if match[0] not in known]
    target = edited(target, [removal(target.text, *match.span()) for match in stray])
    if segment.case:
        target = replace(target, text=casing.recased(target.text, segment.case, door.target))
    if door.judged:
        target = edited(target, spacing.run_ons(target.text))
        mended = numbers.mended(segment.source, target.text, (door.source, door.target))
        target = edited(target, mended)
    target = _with_stands(segment, target)
    return _styled(segment, target, door) if door.judged else target


def _with_stands(segment: Segment, target: Hypothesis) -> Hypothesis:
    """The translation with what its tokens stand for."""
    stands = {stand.token: stand.target for stand in segment.stands}
    found = [match for match in WHOLE.finditer(target.text) if match[0] in stands]
    return edited(target, [Edit(*match.span(), stands[match[0]]) for match in found])


def _styled(segment: Segment, target: Hypothesis, door: Door) -> Hypothesis:
    """The translation with the source's marks and spaces, as the locale writes them."""
    written = style(door.target) if door.typography else None
    target = marks.restored(segment.source, segment.quotes, target, written)
    return edited(target, spacing.edits(target.text, door.target)) if door.typography else target


def _placed(segment: Segment, target: Hypothesis, wanted: dict[str, list[int]]) -> Hypothesis:
    """The translation with each lost token where alignment says that it belongs, and nowhere else.

    `wanted`: where the tokens stand in the segment's source.
    """
    found: dict[str, list[CharRange]] = {word: [] for word in wanted}
    for match in WHOLE.finditer(target.text):
        if match[0] in found:
            found[match[0]].append(match.span())
    often = {word for word in wanted if len(found[word]) > len(wanted[word])}
    removed = [place for word in wanted for place in found[word][len(wanted[word]) * (word in often) :]]
    target = edited(target, [removal(target.text, *place) for place in removed])
    alignment = Alignment(target, len(segment.source))
    missing = sorted((at, word) for word in wanted if word not in often for at in wanted[word])
    return edited(target, [_token(segment.source, target.text, alignment, at, word) for at, word in missing])


def _token(source: str, text: str, alignment: Alignment, place: int, word: str) -> Edit:
    """An insertion of the token that stands at `place` of the source."""
    at = alignment.behind(place) if source[:place].strip() else 0
    before = " " if at and not text[at - 1].isspace() else ""
    after = "" if at and not text[at : at + 1].isalnum() else " "
    return Edit(at, at, f"{before}{word}{after}")
