"""Where a place between two words of a source is in its translation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from l10n.model.draft import CharRange, Hypothesis


class Alignment:
    """A translation and where its source's words went; `length` is that of the source.

    Where no word on the asked side of a place is known, the place is at the same share of the text.
    """

    def __init__(self, target: Hypothesis, length: int) -> None:
        self.text = target.text
        self._share = len(target.text) / max(1, length)
        places: dict[CharRange, CharRange] = {}
        for source, (start, end) in target.links or ():
            first, last = places.get(source, (start, end))
            places[source] = min(first, start), max(last, end)
        self._sources = sorted(places)
        self._targets = [places[source] for source in self._sources]
        self._ends = list(accumulate((end for _, end in self._sources), max))

    def behind(self, offset: int) -> int:
        """The end of the target word that looks at the word before `offset` of the source."""
        number = bisect_left(self._sources, (offset,))
        at = self._targets[number - 1][1] if number else self._same_share(offset)
        while 0 < at < len(self.text) and glued(self.text, at):
            at += 1
        return at

    def before(self, offset: int) -> int:
        """The beginning of the target word that looks at the word behind `offset` of the source."""
        number = bisect_right(self._ends, offset)
        at = self._targets[number][0] if number < len(self._targets) else self._same_share(offset)
        while 0 < at < len(self.text) and glued(self.text, at):
            at -= 1
        return at

    def is_seen(self, start: int, end: int) -> bool:
        """Does any word of the target look at a word of the source between the two places?"""
        number = bisect_left(self._sources, (end,))
        return number > 0 and self._ends[number - 1] > start

    def _same_share(self, offset: int) -> int:
        return min(len(self.text), int(self._share * offset))


def glued(text: str, at: int) -> bool:
    """Is there no end of a word before text[at]?"""
    left, right = text[at - 1], text[at]
    return (left.isalnum() or left in "-'’_") and (right.isalnum() or right in "-'’_")
