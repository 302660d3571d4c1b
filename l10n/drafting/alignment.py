"""Where a place between two words of a source is in its translation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate

from l10n.model.draft import CharRange, Hypothesis


class Alignment:
    """A translation and where its source's words went; `length` is that of the source.

    Where no word on the asked side of a place is known, the place is at the same share of the text.
    """

    def __init__(self, target: Hypothesis, length: int) -> None:
        self.text = target.text
        self._length = max(1, length)
        places: defaultdict[CharRange, list[CharRange]] = defaultdict(list)
        for source, place in target.links or ():
            places[source].append(place)
        self._sources = sorted(places)
        self._tokens = [places[source] for source in self._sources]
        self._ends = list(accumulate((end for _, end in self._sources), max))

    def behind(self, offset: int) -> int:
        """The end of the target word that looks at the word before `offset` of the source."""
        number = bisect_left(self._sources, (offset,))
        at = max(end for _, end in self._tokens[number - 1]) if number else self._same_share(offset)
        while 0 < at < len(self.text) and glued(self.text, at):
            at += 1
        return at

    def before(self, offset: int) -> int:
        """The beginning of the target word that looks at the word behind `offset` of the source."""
        number = bisect_right(self._ends, offset)
        at = (
            min(start for start, _ in self._tokens[number])
            if number < len(self._tokens)
            else self._same_share(offset)
        )
        while 0 < at < len(self.text) and glued(self.text, at):
            at -= 1
        return at

    def seen_by(self, start: int, end: int) -> list[CharRange]:
        """The stretches of the target that look at words of the source between the two places."""
        first, last = bisect_right(self._ends, start), bisect_left(self._sources, (end,))
        found = zip(self._sources[first:last], self._tokens[first:last], strict=True)
        return sorted(
            token for (_, stop), tokens in found if stop > start for token in tokens if token[0] < token[1]
        )

    def is_seen(self, start: int, end: int) -> bool:
        """Does any word of the target look at a word of the source between the two places?"""
        number = bisect_left(self._sources, (end,))
        return number > 0 and self._ends[number - 1] > start

    def _same_share(self, offset: int) -> int:
        return min(len(self.text), len(self.text) * offset // self._length)


def glued(text: str, at: int) -> bool:
    """Is there no end of a word before text[at]? An ellipsis is as one word."""
    left, right = text[at - 1], text[at]
    if left == right == ".":
        return True
    return (left.isalnum() or left in "-'’_") and (right.isalnum() or right in "-'’_")
