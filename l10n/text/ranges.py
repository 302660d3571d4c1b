"""Ranges of a text that must not meet."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from l10n.model.draft import CharRange


class Taken:
    """Ranges in order, none of which meets another; one that ends where the next begins does not meet it."""

    def __init__(self, ranges: Iterable[CharRange] = ()) -> None:
        self._ranges = sorted(ranges)

    def meets(self, start: int, end: int) -> bool:
        """Has one of the ranges a character of `start` to `end`, or that place inside of it?"""
        at = bisect_left(self._ranges, (end, end))
        return at > 0 and self._ranges[at - 1][1] > start

    def meeting(self, start: int, end: int) -> list[CharRange]:
        """The ranges that have a character of `start` to `end`, in order."""
        last = bisect_left(self._ranges, (end,))
        first = bisect_left(self._ranges, (start,))
        first -= first > 0 and self._ranges[first - 1][1] > start
        return self._ranges[first:last]

    def add(self, start: int, end: int) -> None:
        insort(self._ranges, (start, end))
