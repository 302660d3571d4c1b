"""Weekdays, months and days that are changed, lost or left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import outside, put

_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "pt_BR": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
}
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "pt_BR": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()
    ),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
_LEADING = "nesta|desta|esta|na|no|da|do|a|o|à|ao|de|em|até|para|el|del|al|a más tardar|hacia"
_NAMES = {"day": _DAYS, "month": _MONTHS}
_WEEKDAY_SAID = r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_MONTH_SAID = (
    r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)(?:uary|ust|tember|ober|ember)?\b"
)
_SAID = {"day": _WEEKDAY_SAID, "month": _MONTH_SAID}


def _named(sample: Sample, what: str) -> Iterator[tuple[re.Match[str], int]]:
    """The weekdays or months of a translation whose source has some, and which one each is."""
    names = _NAMES[what].get(sample.locale, [])
    if names and re.search(_SAID[what], sample.source):
        for match in outside(rf"(?<!\w)(?i:{'|'.join(names)})(?!\w)", sample.target):
            yield match, names.index(match[0].lower())


def _shifted(what: str, by: int) -> Way:
    """Another weekday or month."""

    def way(sample: Sample) -> Iterator[str]:
        names = _NAMES[what].get(sample.locale, [])
        for match, at in _named(sample, what):
            yield put(sample.target, match, names[(at + by) % len(names)])

    return way


def _english(what: str) -> Way:
    def way(sample: Sample) -> Iterator[str]:
        for match, at in _named(sample, what):
            yield put(sample.target, match, _NAMES[what]["en"][at])

    return way


def _weekday_lost(sample: Sample) -> Iterator[str]:
    """With the words that lead to it."""
    for match, _ in _named(sample, "day"):
        yield _without(sample.target, match)


def _without(text: str, match: re.Match[str]) -> str:
    before = re.sub(rf"(?i)(?: (?:{_LEADING}))* ?\Z", "", text[: match.start()])
    return before + text[match.end() :]


def _dates(sample: Sample) -> Iterator[re.Match[str]]:
    months = "|".join(_MONTHS.get(sample.locale, ["\0"]))
    if re.search(rf"{_MONTH_SAID}\.? \d", sample.source):
        yield from outside(rf"(?<!\d)(\d{{1,2}})( de )({months})(?!\w)", sample.target)


def _day_changed(sample: Sample) -> Iterator[str]:
    for match in _dates(sample):
        day = int(match[1]) % 28 + 1
        yield put(sample.target, match, f"{day}{match[2]}{match[3]}")


def _day_lost(sample: Sample) -> Iterator[str]:
    for match in _dates(sample):
        yield put(sample.target, match, match[3])


def _date_lost(sample: Sample) -> Iterator[str]:
    """With the words that lead to it."""
    for match in _dates(sample):
        yield _without(sample.target, match)


def _left(sample: Sample) -> Iterator[str]:
    """The whole date as the source has it."""
    for match in _dates(sample):
        at = _MONTHS[sample.locale].index(match[3])
        yield put(sample.target, match, f"{_MONTHS['en'][at][:3]}. {match[1]}")


def _order(sample: Sample) -> Iterator[str]:
    """Day and month of a date in figures in the order of the source."""
    for match in outside(r"(?<![\d/])(\d\d?)/(\d\d?)(?=/\d{4}(?!\d))", sample.target):
        if match[1] != match[2]:
            yield put(sample.target, match, f"{match[2]}/{match[1]}")


DATES: Final[Ways] = MappingProxyType(
    {
        "the next weekday": _shifted("day", 1),
        "the weekday before": _shifted("day", -1),
        "the weekday is left in English": _english("day"),
        "the weekday is lost": _weekday_lost,
        "the next month": _shifted("month", 1),
        "another month": _shifted("month", 6),
        "the month is left in English": _english("month"),
        "another day": _day_changed,
        "the day is lost": _day_lost,
        "the date is lost": _date_lost,
        "the date is left in English": _left,
        "month and day in the order of English": _order,
    }
)
