"""Times of day: `6:30 p.m.`, `18h30`, `19:05`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from l10n.text.locales import language
from l10n.text.words import SPACELESS

_CLOCK = re.compile(
    r"(?<![\d.,:])(?=\d)(?:"
    r"(?P<hour>\d{1,2})(?:[:.hH](?P<minute>[0-5]\d)(?![\d%]|[:.,]\d))?"
    r"[ \u00a0\u202f]?(?:(?P<half>[ap])(?:\.[ \u00a0]?m\b\.?|m\b)|[hH](?!\w|[ \u00a0\u202f]\d)|o[’']clock)"
    r"|(?P<h>\d{1,2})(?:[:hH]|[ \u00a0\u202f][hH][ \u00a0\u202f])(?P<m>[0-5]\d)(?![\d%]|:\d)"
    r"|(?P<cjk>\d{1,2})\s?[点點時时시](?!間)(?:\s?(?P<cjk_minute>[0-5]?\d)\s?[分분])?)",
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
        return self._forms({self.hour, *([self.hour % NOON or NOON] if self.half else [])})

    @property
    def in_24_hours(self) -> frozenset[str]:
        """Those by twenty-four."""
        return self._forms({self.hour})

    def _forms(self, hours: set[int]) -> frozenset[str]:
        full = [f"{hour}:{self.minute or '00'}" for hour in hours]
        is_whole = not self.minute or (self.half and self.minute == "00")
        return frozenset([*full, *(map(str, hours) if is_whole else ())])


def clocks(text: str) -> Iterator[Clock]:
    """The times of a text, in order."""
    for match in _CLOCK.finditer(text):
        half = (match["half"] or "").lower()
        hour = int(match["hour"] or match["h"] or match["cjk"])
        minute = match["minute"] or match["m"] or match["cjk_minute"] or ""
        if hour > HOURS or (half and not 0 < hour <= NOON):
            continue
        hour = hour % NOON + (NOON if half == "p" else 0) if half else hour
        yield Clock(*match.span(), hour, minute and minute.zfill(2), half)


@cache
def parts_of_the_day(locale: str) -> frozenset[str]:
    """What the locale calls them, in lower case: `da tarde`, `p.m.` (CLDR, by Babel)."""
    from babel import Locale

    every = Locale.parse(locale).day_periods.values()
    return frozenset(
        word.casefold() for widths in every for names in widths.values() for word in names.values()
    )


def tells_part(text: str, locale: str) -> bool:
    """Is there a word for a part of the day: `da tarde`, `du soir`?"""
    text = text.casefold()
    return any(
        word in text if language(locale) in SPACELESS else re.search(rf"\b{re.escape(word)}\b", text)
        for word in parts_of_the_day(locale)
    )


@cache
def has_halves(locale: str) -> bool:
    """Does the locale count twelve hours twice?"""
    from babel.dates import get_time_format

    return bool(re.search("[aB]", get_time_format("short", locale=locale).pattern))
