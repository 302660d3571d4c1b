"""Figures: what numbers and times a text has, whatever their locale writes between the digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<hour>\d{1,2})(?:[:.hH](?P<minute>[0-5]\d)(?![\d%]|[:.,]\d))?"
    r"\s?(?:(?P<half>[ap])\.?\s?m\b\.?|[hH](?!\w)|o[’']clock)|(?<![\d.,:])(?P<h>\d{1,2})[:hH](?P<m>[0-5]\d)(?![\d:%])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u2009 ]\d+)*")
# Before what is no amount (`v2.1`, `version 2.1`), and before what may be none (`Python 3.11`).
_VERSION = re.compile(r"\b(?:v|[Vv]er\w*\.?\s|[Rr]el\w*\s)\Z")
_NAME = re.compile(r"\b[A-Z][\w’'-]*\s\Z")
_WINDOW = 30
"""Characters before a number in which its kind is looked for."""
_HOURS = 24
_SPACES = "\u00a0\u202f\u2009 "


class Figure(NamedTuple):
    """A number or a time: where it is, and the forms in which it may come again."""

    start: int
    end: int
    forms: frozenset[str]


@cache
def separators(locale: str) -> tuple[str, str]:
    """Decimal mark and thousands mark of a locale (CLDR, by Babel)."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(locale), get_group_symbol(locale)


def figures(text: str, locale: str) -> list[Figure]:
    """The figures of a text, in order; a time of twelve hours is also one of twenty-four."""
    if not _DIGIT.search(text):
        return []
    found: list[Figure] = []
    at = 0
    for match in _CLOCK.finditer(text):
        found += _numbers(text, at, match.start(), locale)
        found.append(Figure(*match.span(), _times(match)))
        at = match.end()
    return [*found, *_numbers(text, at, len(text), locale)]


def _times(match: re.Match[str]) -> frozenset[str]:
    hour, minute = int(match["hour"] or match["h"]), match["minute"] or match["m"] or "00"
    half = (match["half"] or "").lower()
    if not half:
        return frozenset({f"{hour}:{minute}"})
    later = hour % 12 + (12 if half == "p" else 0)
    return frozenset(
        {f"{hour}:{minute}", f"{later}:{minute}", *([f"{hour}", f"{later}"] if minute == "00" else [])}
    )


def _numbers(text: str, start: int, end: int, locale: str) -> Iterator[Figure]:
    for match in _NUMBER.finditer(text, start, end):
        at = match.start()
        for piece in _pieces(match[0], locale):
            yield Figure(at, at + len(piece), _forms(piece, locale, text[max(0, at - _WINDOW) : at]))
            at += len(piece) + 1


def _forms(raw: str, locale: str, before: str) -> frozenset[str]:
    number, as_is = value(raw, locale), f"as is: {raw}"
    if raw.isdecimal():
        return frozenset({number})
    if not number or _VERSION.search(before):
        return frozenset({as_is})
    return frozenset({number, as_is}) if _NAME.search(before) else frozenset({number})


def _pieces(raw: str, locale: str) -> list[str]:
    """Numbers side by side, such as `2024, 25` or `3 000 4`, are not one."""
    return (
        [raw]
        if not any(c in raw for c in _SPACES) or _is_grouped(raw, locale)
        else re.split(f"[{_SPACES}]", raw)
    )


def _is_grouped(raw: str, locale: str) -> bool:
    decimal, group = separators(locale)
    groups = f"[{_SPACES}]" if group in _SPACES else f"[{re.escape(group)}’]"
    return bool(re.fullmatch(rf"\d{{1,3}}(?:{groups}\d{{3}})+(?:{re.escape(decimal)}\d+)?", raw))


def value(raw: str, locale: str) -> str:
    """The number with a dot for its decimal mark and no thousands marks; empty for a version or a date."""
    decimal, _ = separators(locale)
    if raw.isdecimal():
        return raw.lstrip("0") or "0"
    if _is_grouped(raw, locale):
        whole, _, fraction = raw.partition(decimal)
        return _trimmed(re.sub(r"\D", "", whole), fraction)
    return _trimmed(*raw.split(decimal)) if re.fullmatch(rf"\d+{re.escape(decimal)}\d+", raw) else ""


def _trimmed(whole: str, fraction: str) -> str:
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def localized(raw: str, source: str, target: str) -> str:
    """A number of the source as the target locale writes it; a version or a date as it is."""
    decimal, group = separators(source)
    if not (_is_grouped(raw, source) or re.fullmatch(rf"\d+{re.escape(decimal)}\d+", raw)):
        return raw
    new_decimal, new_group = separators(target)
    return "".join({decimal: new_decimal, group: new_group}.get(char, char) for char in raw)


def written(raw: str, source: str, target: str) -> str:
    """A figure of the source for the target locale: a number with its marks, a time by its clock."""
    match = _CLOCK.fullmatch(raw)
    if not match:
        return localized(raw, source, target)
    from datetime import time

    from babel.dates import format_time

    hour, minute = int(match["hour"] or match["h"]), int(match["minute"] or match["m"] or 0)
    half = (match["half"] or "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return format_time(time(hour, minute), "short", locale=target) if hour < _HOURS else raw


def lost(source: str, target: str, locales: tuple[str, str]) -> tuple[list[Figure], list[Figure]]:
    """(figures of the source that the target lacks, figures of the target that the source has not)."""
    wanted, found = figures(source, locales[0]), figures(target, locales[1])
    left = Counter(form for figure in found for form in figure.forms)
    missing = []
    for figure in wanted:
        form = next((form for form in sorted(figure.forms) if left[form] > 0), None)
        if form is None:
            missing.append(figure)
        else:
            left[form] -= 1
    extra = [figure for figure in found if all(left[form] > 0 for form in figure.forms)]
    return missing, extra
