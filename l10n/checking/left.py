"""Words of a source that stand in its translation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from l10n.model.draft import CharRange
from l10n.text import words


def left(source: str, target: str, known: frozenset[str]) -> Iterator[CharRange]:
    """Ranges of the target with words of the source in a row, two at least, and a `known` one among them."""
    pairs = set(pairwise(words.words(source.casefold())))
    places = words.places(target)
    there = [target[start:end].casefold() for start, end in places]
    start = 0
    for at, pair in enumerate(zip(there, [*there[1:], ""], strict=True), 1):
        if pair not in pairs:
            if at - start > 1 and not known.isdisjoint(there[start:at]):
                yield places[start][0], places[at - 1][1]
            start = at
