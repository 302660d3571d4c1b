"""Times of day: `6:30 p.m.`, `18h30`, `19:05`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<hour>\d{1,2})(?:[:.hH](?P<minute>[0-5]\d)(?![\d%]|[:.,]\d))?"
    r"[ \u00a0\u202f]?(?:(?P<half>[ap])(?:\.[ \u00a0]?m\b\.?|m\b)|[hH](?!\w)|o[’']clock)"
    r"|(?<![\d.,:])(?P<h>\d{1,2})[:hH](?P<m>[0-5]\d)(?![\d:%])",
    re.IGNORECASE,
)
NOON = 12
HOURS = 24


class Clock(NamedTuple):
    """A time in a text."""

    start: int
    end: int
    hour: int
    """Of twenty-four, where `half` tells which."""
    minute: str
    """Two digits; empty where it is not written."""
    half: str
    """`a`, `p`, or empty where the text does not say."""

    @property
    def forms(self) -> frozenset[str]:
        """The ways in which it can come again: by twelve hours and by twenty-four."""
        hours = {self.hour, *([self.hour % NOON or NOON] if self.half else [])}
        full = [f"{hour}:{self.minute or '00'}" for hour in hours]
        is_whole = not self.minute or (self.half and self.minute == "00")
        return frozenset([*full, *(map(str, hours) if is_whole else ())])


def clocks(text: str) -> Iterator[Clock]:
    """The times of a text, in order."""
    for match in _CLOCK.finditer(text):
        half = (match["half"] or "").lower()
        hour = int(match["hour"] or match["h"])
        if hour > HOURS or (half and not 0 < hour <= NOON):
            continue
        hour = hour % NOON + (NOON if half == "p" else 0) if half else hour
        yield Clock(*match.span(), hour, match["minute"] or match["m"] or "", half)
