"""An engine's answer → the translation of a segment: what the engine did not see, and its marks, put back."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from l10n.drafting import casing, figures, marks, spacing
from l10n.drafting.alignment import Alignment
from l10n.drafting.door import Door
from l10n.drafting.edits import Edit, edited, removal
from l10n.drafting.quotes import style
from l10n.drafting.segments import Segment
from l10n.model.draft import CharRange, Hypothesis
from l10n.text.atoms import PROTECTED, WHOLE

_STRAY = re.compile(r"\bXQZ\d+\b")


def lost_tokens(segment: Segment, answer: Hypothesis) -> list[str]:
    """The tokens and addresses that an answer does not have exactly as often as the segment."""
    wanted, found = (Counter(WHOLE.findall(text)) for text in (segment.text, answer.text))
    return sorted(word for word, number in wanted.items() if found[word] != number)


def closed(segment: Segment, answer: Hypothesis, door: Door) -> Hypothesis:
    """The translation, with links to the segment's source; every token stands in it as in the source."""
    target = segment.seen(answer)
    if lost := lost_tokens(segment, answer):
        target = _placed(segment, target, frozenset(lost))
    known = set(PROTECTED.findall(segment.text))
    stray = [match for match in _STRAY.finditer(target.text) if match[0] not in known]
    target = edited(target, [removal(target.text, *match.span()) for match in stray])
    if segment.case:
        target = replace(target, text=casing.recased(target.text, segment.case, door.target))
    if door.judged:
        mended = figures.mended(segment.source, target.text, (door.source, door.target))
        target = edited(target, mended)
    target = _with_stands(segment, target)
    return _styled(segment, target, door) if door.judged else target


def _with_stands(segment: Segment, target: Hypothesis) -> Hypothesis:
    """The translation with what its tokens stand for."""
    stands = {stand.token: stand.target for stand in segment.stands}
    tokens = [match for match in WHOLE.finditer(target.text) if match[0] in stands]
    return edited(target, [Edit(*match.span(), stands[match[0]]) for match in tokens])


def _styled(segment: Segment, target: Hypothesis, door: Door) -> Hypothesis:
    """The translation with the source's marks and spaces, as the locale writes them."""
    written = style(door.target) if door.typography else None
    target = marks.restored(segment.source, segment.quotes, target, written)
    return edited(target, spacing.edits(target.text, door.target)) if door.typography else target


def _placed(segment: Segment, target: Hypothesis, lost: frozenset[str]) -> Hypothesis:
    """The translation with each lost token where alignment says that it belongs, and nowhere else."""
    found, wanted = _places(target.text, lost), _places(segment.text, lost)
    often = {word for word in lost if len(found[word]) > len(wanted[word])}
    removed = [place for word in lost for place in found[word][len(wanted[word]) * (word in often) :]]
    target = edited(target, [removal(target.text, *place) for place in removed])
    alignment = Alignment(target, len(segment.source))
    missing = sorted((place, word) for word in lost - often for place in wanted[word])
    edits = [_token(segment, target.text, alignment, place[0], word) for place, word in missing]
    return edited(target, edits)


def _places(text: str, words: frozenset[str]) -> dict[str, list[CharRange]]:
    places: dict[str, list[CharRange]] = defaultdict(list)
    for match in WHOLE.finditer(text):
        if match[0] in words:
            places[match[0]].append(match.span())
    return places


def _token(segment: Segment, text: str, alignment: Alignment, start: int, word: str) -> Edit:
    """An insertion of the token that stands at `start` of what the engine has read."""
    place, _ = segment.places.back((start, start))
    at = alignment.behind(place) if segment.source[:place].strip() else 0
    before = " " if at and not text[at - 1].isspace() else ""
    after = "" if at and not text[at : at + 1].isalnum() else " "
    return Edit(at, at, f"{before}{word}{after}")
