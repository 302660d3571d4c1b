"""Figures: what numbers and times a text has, whatever their locale writes between the digits."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from l10n.text import clock
from l10n.text.atoms import masked

_SPACES = "\u00a0\u202f\u2009 "
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(rf"\d+(?:[.,'’٫٬．，{_SPACES}]\d+)*(?:\.[xX](?!\w))?")
# Before what is no amount (`v2.1`, `version 2.1`), and before what may be none (`Python 3.11`).
_VERSION = re.compile(r"\b(?:v|[Vv]er\w*\.?\s|[Rr]el\w*\s)\Z")
# A capital at the start of a sentence makes no name.
_NO_NAMES = (
    "About|Above|After|All|Almost|Approximately|Around|At|Before|Below|Between|But|By|During|Each|Every|For|From|If|In|"
    "Just|Less|More|Nearly|Of|On|Only|Over|Roughly|Since|Some|Than|That|The|These|This|Those|To|Under|Until|Up|When|With"
)
_NAME = re.compile(rf"\b(?!(?:{_NO_NAMES})\s)[A-Z][\w’'-]*\s\Z")
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


def as_is(raw: str) -> str:
    """The form of what no locale writes in another way."""
    return f"{_AS_IS}{raw}"


@cache
def separators(locale: str) -> tuple[str, str]:
    """Decimal mark and thousands mark of a locale (CLDR, by Babel)."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(locale), get_group_symbol(locale)


@cache
def with_groups(locale: str) -> re.Pattern[str]:
    """A number with thousands marks; in India they stand between two digits, but for the last."""
    from babel import Locale

    decimal, group = separators(locale)
    groups = f"[{_SPACES}]" if group in _SPACES else f"[{re.escape(group)}’]"
    size = Locale.parse(locale).decimal_formats[None].grouping[1]
    return re.compile(rf"\d{{1,{size}}}(?:{groups}\d{{{size}}})*{groups}\d{{3}}(?:{re.escape(decimal)}\d+)?")


@cache
def with_mark(locale: str) -> re.Pattern[str]:
    return re.compile(rf"\d+{re.escape(separators(locale)[0])}\d+")


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
    number, same = value(raw, locale), as_is(raw)
    if raw.isdecimal():
        return frozenset({number})
    if not number or listed or _VERSION.search(before):
        return frozenset({same})
    return frozenset({number, same}) if _NAME.search(before) else frozenset({number})


def _pieces(raw: str, locale: str) -> list[str]:
    """Numbers side by side, such as `2024 25` or `3 000 4`, are not one."""
    whole = not any(char in raw for char in _SPACES) or with_groups(locale).fullmatch(raw)
    return [raw] if whole else re.split(f"[{_SPACES}]", raw)


def value(raw: str, locale: str) -> str:
    """The number with a dot for its decimal mark and no thousands marks; empty for a version or a date."""
    decimal, group = separators(locale)
    raw = raw.translate(str.maketrans("٫٬．，", f"{decimal}{group}.,"))
    if (
        not raw.isdecimal()
        and not with_groups(locale).fullmatch(raw)
        and not with_mark(locale).fullmatch(raw)
    ):
        return ""
    whole, _, fraction = raw.partition(decimal)
    whole, fraction = digits(whole).lstrip("0") or "0", digits(fraction).rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def digits(text: str) -> str:
    """The digits of a text, of any script, as European ones."""
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


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
