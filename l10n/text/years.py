"""Years as they are counted and shortened: 1990s and 90, '09 and 2009, 2026 and 2569 or 令和8."""

from __future__ import annotations

_CENTURIES = ("18", "19", "20")
_CENTURY = 100
_FULL, _SHORT = 4, 2
"""Digits of a year."""
_BUDDHIST = 543
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of each."""


def is_same(year: str, other: str, before: str = "") -> bool:
    """Are both one year, though one is short or counted otherwise? `before`: the text before `other`."""
    if not (year.isdecimal() and other.isdecimal()) or max(len(year), len(other)) != _FULL:
        return False
    short, long = sorted((year, other), key=len)
    if len(short) == _FULL:
        return int(other) - int(year) == _BUDDHIST
    if era := next((first for name, first in _ERAS.items() if before.endswith(name)), 0):
        return int(long) == era + int(short)
    return len(short) <= _SHORT and long[:_SHORT] in _CENTURIES and int(long) % _CENTURY == int(short)
