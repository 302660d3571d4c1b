"""Dates of a text that have a day: with the name of the month, as in `3 de março`, or in figures alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from l10n.text.calendar import Named

_MONTHS, _DAYS = 12, 31
_ORDINAL = r"(?:st|nd|rd|th|er|ère|re|º|ª|\.º|\.|:e|-?[а-яіїє]{1,3})?"
_ENGLISH = "(?:st|nd|rd|th)?"
_JOINS = (
    "to|and|or|until|e|ou|a|ao|y|o|al|et|au|und|bis|oder|en|tot|och|til|og|i|и|по|до|та|do|až"  # between days
)
_LINK = rf"\s?(?:[–—-]|{_JOINS})\s?(?:(?:o|the|le|el|il)\s)?"
_DAYS_BEFORE = re.compile(
    rf"(?<![\d.,:/])(?P<days>\d{{1,2}}{_ORDINAL}(?:{_LINK}\d{{1,2}}{_ORDINAL}){{0,3}})"
    r"(?:\s(?:of|de|di|den|d’|d'))?\s?\Z"
)
_DAYS_AFTER = re.compile(
    rf"\.?\s(?:the\s)?(?P<days>\d{{1,2}}(?!\d){_ENGLISH}(?:{_LINK}\d{{1,2}}(?!\d){_ENGLISH}){{0,3}})"
    r"(?![\d%]|[:.,/]\d|\s?[ap]\.?m)"
)
_BEFORE = 24
"""Characters before a month in which days can stand."""
_YEAR = re.compile(r"\.?,?\s?(?:(?:de|del|of|do)\s)?(?P<year>\d{4})(?!\d)")
_COUNTED = re.compile("[月월]|tháng")
_CJK = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?<!\d)(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日号號일]"
)
_VIETNAMESE = re.compile(r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?!\d)(?:\s+năm\s+(?P<year>\d{4}))?")
_NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?P<iso>\d{4}([./-])\d{1,2}\2\d{1,2})"
    r"|\d{1,2}(?:/\d{1,2}/(?:\d{4}|\d\d)|([.-])\d{1,2}\3\d{4}))(?![\d/-]|\.\d)"
)
_CENTURY = 2000
_HUNDRED = 100


class Date(NamedTuple):
    """Month and day, and the year if it is there: 0 if not."""

    start: int
    end: int
    year: int
    month: int
    day: int
    figures: bool = False
    """Is it in figures alone: `03/04/2026`?"""
    month_first: bool = False
    """Does the name of the month stand before the day?"""


def dates(text: str, locale: str, mentions: Iterable[Named], *, source: bool = False) -> list[Date]:
    """The dates of a text that have a day.

    mentions: what `named` found in it. A `source` may write its numeric dates in another order, where the
    locale's would make no date.
    """
    found: list[Date] = []
    for item in mentions:
        if item.kind == "month":
            found += _around(text, item)
    for pattern in (_CJK, _VIETNAMESE) if _COUNTED.search(text) else ():
        for match in pattern.finditer(text):
            year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
            found.append(Date(*match.span(), year, month, day))
    return [*found, *_numeric(text, locale, source)]


def _around(text: str, item: Named) -> Iterator[Date]:
    before = _DAYS_BEFORE.search(text, max(0, item.start - _BEFORE), item.start)
    after = _DAYS_AFTER.match(text, item.end)
    match = before or after
    if not match:
        return
    end = match.end() if match is after else item.end
    year = _YEAR.match(text, end)
    start, end = min(item.start, match.start()), (year.end() if year else max(end, item.end))
    for day in re.findall(r"\d+", match["days"]):
        if 0 < int(day) <= _DAYS:
            number = int(year["year"]) if year else 0
            yield Date(start, end, number, item.number, int(day), month_first=match is after)


def _numeric(text: str, locale: str, source: bool) -> Iterator[Date]:
    for match in _NUMERIC.finditer(text):
        parts = [int(part) for part in re.findall(r"\d+", match[0])]
        order = "ymd" if match["iso"] else _order(locale)
        if not match["iso"] and order[0] == "y":
            order = "dmy"
        by = dict(zip(order, parts, strict=True))
        if source and by["m"] > _MONTHS >= by["d"]:
            by["m"], by["d"] = by["d"], by["m"]
        year = by["y"] + (_CENTURY if by["y"] < _HUNDRED else 0)
        yield Date(*match.span(), year, by["m"], by["d"], True)


def is_month_first(locale: str) -> bool:
    """Does the locale write the month before the day, with its name?"""
    order = _order(locale)
    return order.index("m") < order.index("d")


@cache
def _order(locale: str) -> str:
    """The order of year, month and day in the locale's short dates: `mdy`."""
    from babel.dates import get_date_format

    pattern = get_date_format("short", locale=locale).pattern.lower()
    return "".join(sorted("ymd", key=pattern.find))
