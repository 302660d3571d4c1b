"""Markup through translation: spans of a source text are found again in its translation by alignment."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import NamedTuple

from l10n.drafting.alignment import Alignment, glued
from l10n.drafting.nesting import nested, written
from l10n.model.draft import CharRange, Hypothesis
from l10n.model.inline import Inline, Span
from l10n.text.atoms import WHOLE

_MAX_GAP = 5
"""Characters between two aligned target tokens that still belong to one stretch: a short word."""
_EDGE = ' \n.,;:!?…()[]“”"«»'
_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")
_FINAL = '.,;:!?…)”"»'


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the source, its translation, and where that begins in the whole target text."""

    start: int
    end: int
    target: Hypothesis
    target_start: int
    links: Alignment
    weak: Alignment

    @property
    def target_end(self) -> int:
        return self.target_start + len(self.target.text)


class Projected(NamedTuple):
    """A translation with the source's markup."""

    text: str
    guessed: bool
    """Does some of it stand where only its share of the source's length tells that it belongs?"""


def project(
    source: Inline, translated: Iterable[tuple[CharRange, Hypothesis]], escape: Callable[[str], str]
) -> Projected | None:
    """The translation with the source's markup, or None where a span or an atom has no place in it.

    `translated` are the sentences' ranges in `source.text` with their translations; the white space
    between them is kept. `escape` writes plain text so that it holds no markup.
    """
    text, sentences = _joined(source.text, translated)
    atoms = _find_atoms(source, text)
    if atoms is None:
        return None
    placed: list[Span] = []
    guessed = False
    starts = [match.start() for match in _WORD.finditer(source.text)]
    words = [match.span() for match in _WORD.finditer(text)] or [(0, len(text))]
    for span in source.spans:
        found = _point(span, source.text, sentences) if span.start == span.end else None
        found = found or _span(span, source.text, sentences)
        if found is None:
            found, guessed = _share(span, starts, words), True
        placed.append(_around(found, atoms))
    spans = nested(source.spans, placed, text)
    return None if spans is None else Projected(written(text, spans, atoms, escape), guessed)


def _joined(text: str, translated: Iterable[tuple[CharRange, Hypothesis]]) -> tuple[str, list[Sentence]]:
    target, sentences, at = "", [], 0
    for (start, end), hypothesis in translated:
        target += text[at:start]
        links, weak = Alignment(hypothesis, end - start), Alignment(hypothesis.weakly, end - start)
        sentences.append(
            Sentence(
                start=start, end=end, target=hypothesis, target_start=len(target), links=links, weak=weak
            )
        )
        target += hypothesis.text
        at = end
    return target + text[at:], sentences


def _find_atoms(source: Inline, text: str) -> list[tuple[int, int, str]] | None:
    """(start, end, raw) of each atom in the target; None unless each is there as often as in the source."""
    raws: dict[str, deque[str]] = defaultdict(deque)
    for atom in source.atoms:
        raws[source.text[atom.start : atom.end]].append(atom.raw)
    places = [match for match in WHOLE.finditer(text) if match[0] in raws]
    if Counter(match[0] for match in places) != {word: len(left) for word, left in raws.items()}:
        return None
    return [(*match.span(), raws[match[0]].popleft()) for match in places]


def _span(span: Span, text: str, sentences: Sequence[Sentence]) -> Span | None:
    """The span over the target text: what its words became, sentence by sentence."""
    ranges = []
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    for sentence in takewhile(lambda sentence: sentence.start < span.end, islice(sentences, number, None)):
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        covered = not text[sentence.start : start].strip(_EDGE) and not text[end : sentence.end].strip(_EDGE)
        found = _whole(sentence, text[start:end]) if covered else _aligned(sentence, start, end, text)
        if found is None:
            return None
        first = sentence.target_start if span.start < sentence.start else found[0]
        last = sentence.target_end if span.end > sentence.end else found[1]
        ranges.append((first, last))
    if not ranges:
        return None
    return replace(span, start=ranges[0][0], end=ranges[-1][1])


def _whole(sentence: Sentence, inside: str) -> CharRange | None:
    """All of the target sentence; without its last marks where the source span leaves them out."""
    text = sentence.target.text
    length = len(text) if inside[-1] in _FINAL else len(text.rstrip(_FINAL + " "))
    return (sentence.target_start, sentence.target_start + length) if length else None


def _aligned(sentence: Sentence, start: int, end: int, text: str) -> CharRange | None:
    """The longest stretch of target tokens that look at source characters start to end, as whole words."""
    first, last = start - sentence.start, end - sentence.start
    runs: list[list[int]] = []
    for token_start, token_end in sentence.links.seen_by(first, last) or sentence.weak.seen_by(first, last):
        if runs and token_start - runs[-1][1] <= _MAX_GAP:
            runs[-1][1] = max(runs[-1][1], token_end)
        else:
            runs.append([token_start, token_end])
    if not runs:
        return None
    best = max(runs, key=lambda run: run[1] - run[0])
    found = _words(sentence.target.text, best[0], best[1], text[start:end])
    return found and (sentence.target_start + found[0], sentence.target_start + found[1])


def _words(target: str, start: int, end: int, inside: str) -> CharRange | None:
    """The range widened to whole words, without marks at its edges that the source span does not have."""
    while start > 0 and glued(target, start):
        start -= 1
    while end < len(target) and glued(target, end):
        end += 1
    while start < end and target[start] in _EDGE and inside[0] not in _EDGE:
        start += 1
    while start < end and target[end - 1] in _EDGE and inside[-1] not in _EDGE:
        end -= 1
    if inside[-1] in _FINAL and end < len(target) and target[end] in _FINAL:
        end += 1
    return (start, end) if start < end else None


def _share(span: Span, source: Sequence[int], target: Sequence[CharRange]) -> Span:
    """The span over as many words as it has in the source, at the same share of the words.

    `source` are where words of the source begin, `target` the words of the translation.
    """
    before, after = bisect_left(source, span.start), bisect_left(source, span.end)
    first = min(round(before / max(1, len(source)) * len(target)), len(target) - 1)
    last = min(first + max(1, after - before), len(target)) - 1
    return replace(span, start=target[first][0], end=target[last][1])


def _point(span: Span, text: str, sentences: Sequence[Sentence]) -> Span | None:
    """A point stays behind the word that it follows in the source."""
    if not sentences:
        return span
    number = bisect_left(sentences, span.start, key=lambda sentence: sentence.end)
    sentence = sentences[min(number, len(sentences) - 1)]
    target = sentence.target.text
    if span.start <= sentence.start:
        at = span.start - sentence.start  # the space between is kept
    elif not text[span.start : sentence.end].strip():
        at = len(target)
    else:
        at = sentence.links.behind(span.start - sentence.start)
    spaced = text[span.start - 1 : span.start] == " " and text[span.start : span.start + 1] == " "
    if spaced and target[at : at + 1] == " ":
        return replace(
            span, start=sentence.target_start + at, end=sentence.target_start + at, open=f" {span.open}"
        )
    return replace(span, start=sentence.target_start + at, end=sentence.target_start + at)


def _around(span: Span, atoms: Sequence[tuple[int, int, str]]) -> Span:
    """The span with no end of it inside an atom."""
    start, end = span.start, span.end
    for first, last, _ in atoms[max(0, bisect_left(atoms, (start,)) - 1) : bisect_left(atoms, (end,))]:
        if first < start < last:
            start = first if start != end else last
        if first < end < last:
            end = last
    return replace(span, start=start, end=max(start, end))
