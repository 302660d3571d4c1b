"""Figures: what numbers and times a text has, whatever their locale writes between the digits."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from l10n.drafting import clock
from l10n.drafting.edits import Edit
from l10n.text.atoms import masked

_SPACES = "\u00a0\u202f\u2009 "
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(rf"\d+(?:[.,'’٫٬{_SPACES}]\d+)*(?:\.[xX](?!\w))?")
# Before what is no amount (`v2.1`, `version 2.1`), and before what may be none (`Python 3.11`).
_VERSION = re.compile(r"\b(?:v|[Vv]er\w*\.?\s|[Rr]el\w*\s)\Z")
_NAME = re.compile(r"\b[A-Z][\w’'-]*\s\Z")
_LISTED = re.compile(r"\s?(?:,|and|or|to|[–-])\s?")
"""Between two versions."""
_WINDOW = 30
"""Characters before a number in which its kind is looked for."""


class Figure(NamedTuple):
    """A number or a time: where it is, and the forms in which it may come again."""

    start: int
    end: int
    forms: frozenset[str]

    @property
    def can_stay(self) -> bool:
        """May it be a version or a date, which no locale writes in another way?"""
        return any(form.startswith(_AS_IS) for form in self.forms)


_AS_IS = "as is: "


@cache
def _separators(locale: str) -> tuple[str, str]:
    """Decimal mark and thousands mark of a locale (CLDR, by Babel)."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(locale), get_group_symbol(locale)


@cache
def _grouped(locale: str) -> re.Pattern[str]:
    """A number with thousands marks; in India they stand between two digits, but for the last."""
    from babel import Locale

    decimal, group = _separators(locale)
    groups = f"[{_SPACES}]" if group in _SPACES else f"[{re.escape(group)}’]"
    size = Locale.parse(locale).decimal_formats[None].grouping[1]
    return re.compile(rf"\d{{1,{size}}}(?:{groups}\d{{{size}}})*{groups}\d{{3}}(?:{re.escape(decimal)}\d+)?")


@cache
def _decimal(locale: str) -> re.Pattern[str]:
    return re.compile(rf"\d+{re.escape(_separators(locale)[0])}\d+")


def figures(text: str, locale: str) -> list[Figure]:
    """The figures of a text, in order; a time of twelve hours is also one of twenty-four."""
    if not _DIGIT.search(text):
        return []
    text = masked(text)
    found: list[Figure] = []
    at = 0
    for time in clock.clocks(text):
        found += _numbers(text, at, time.start, locale)
        found.append(Figure(time.start, time.end, time.forms))
        at = time.end
    return [*found, *_numbers(text, at, len(text), locale)]


def _numbers(text: str, start: int, end: int, locale: str) -> Iterator[Figure]:
    last = None
    for match in _NUMBER.finditer(text, start, end):
        at = match.start()
        for raw in _pieces(match[0], locale):
            listed = last is not None and bool(_LISTED.fullmatch(text, last, at))
            forms = _forms(raw, locale, text[max(0, at - _WINDOW) : at], listed=listed)
            yield Figure(at, at + len(raw), forms)
            last = at + len(raw) if all(form.startswith(_AS_IS) for form in forms) else None
            at += len(raw) + 1


def _forms(raw: str, locale: str, before: str, *, listed: bool) -> frozenset[str]:
    number, as_is = value(raw, locale), f"{_AS_IS}{raw}"
    if raw.isdecimal():
        return frozenset({number})
    if not number or listed or _VERSION.search(before):
        return frozenset({as_is})
    return frozenset({number, as_is}) if _NAME.search(before) else frozenset({number})


def _pieces(raw: str, locale: str) -> list[str]:
    """Numbers side by side, such as `2024 25` or `3 000 4`, are not one."""
    whole = not any(char in raw for char in _SPACES) or _grouped(locale).fullmatch(raw)
    return [raw] if whole else re.split(f"[{_SPACES}]", raw)


def value(raw: str, locale: str) -> str:
    """The number with a dot for its decimal mark and no thousands marks; empty for a version or a date."""
    if not raw.isdecimal() and not _grouped(locale).fullmatch(raw) and not _decimal(locale).fullmatch(raw):
        return ""
    whole, _, fraction = raw.partition(_separators(locale)[0])
    whole, fraction = _digits(whole).lstrip("0") or "0", _digits(fraction).rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _digits(text: str) -> str:
    """The digits of a text, of any script, as European ones."""
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


def localized(raw: str, source: str, target: str) -> str:
    """A number of the source as the target locale writes it; a version or a date as it is."""
    from babel.numbers import format_decimal

    decimal, _ = _separators(target)
    whole, mark, fraction = raw.partition(_separators(source)[0])
    if _grouped(source).fullmatch(raw):
        whole = format_decimal(int(_digits(whole)), locale=target)
    elif not _decimal(source).fullmatch(raw):
        return raw
    return f"{whole}{decimal}{fraction}" if mark else whole


def written(raw: str, source: str, target: str) -> str:
    """A figure of the source for the target locale: a number with its marks, a time by its clock."""
    time = next((time for time in clock.clocks(raw) if time.end - time.start == len(raw)), None)
    return (clock.written(time, target) if time else "") or localized(raw, source, target)


def mended(source: str, text: str, locales: tuple[str, str]) -> Iterator[Edit]:
    """Numbers and times that a translation has as the source writes them, as the target locale does."""
    known = {source[f.start : f.end]: f for f in figures(source, locales[0]) if not f.can_stay}
    yield from clock.localized(source, text, locales[1])
    for figure in figures(text, locales[1]):
        raw = text[figure.start : figure.end]
        number = value(raw, locales[0]) if raw in known else ""
        if number and number not in figure.forms:
            yield Edit(figure.start, figure.end, localized(raw, *locales))


def lost(source: str, target: str, locales: tuple[str, str]) -> list[Figure]:
    """The figures of the source that the target does not have, each as often."""
    found: defaultdict[str, deque[Figure]] = defaultdict(deque)
    for figure in figures(target, locales[1]):
        for form in figure.forms:
            found[form].append(figure)
    used: set[int] = set()

    def is_there(figure: Figure) -> bool:
        for form in sorted(figure.forms):
            while found[form]:
                if (start := found[form].popleft().start) not in used:
                    used.add(start)
                    return True
        return False

    return [figure for figure in figures(source, locales[0]) if not is_there(figure)]
