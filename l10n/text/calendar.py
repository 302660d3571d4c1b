"""Months and weekdays of a text, by the names that CLDR has for its locale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from l10n.text.locales import language

INFLECTED = frozenset(
    "ru uk be pl cs sk sl hr sr bs bg mk lt lv fi et hu tr az kk uz ky tk el ka hy eu sq ro is ga cy".split()
)
"""Languages whose names of months, days and people have endings."""
_ENDING = 4
"""Letters of an ending at most."""
_BY_CONTEXT = {
    "en": frozenset("may march mar jan dec mon tue wed thu fri sat sun second".split()),
    "pt": frozenset("segunda terça quarta quinta sexta mar set dez out seg ter qua qui sex".split()),
    "fr": frozenset("mars mar".split()),
    "es": frozenset("mar sep".split()),
}
"""Names that are other words, too, and count only beside figures or behind prepositions."""
_OTHERS = {("ru", "month"): {"мае": 5, "маю": 5}, ("be", "month"): {"маі": 5}}
_PREPOSITION = re.compile(
    r"\b(?:in|of|since|until|till|by|from|to|through|early|late|mid|mid-|last|next|this|every|each|between|"
    r"before|after|during)[ -]\Z",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\.?,? (?:the )?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)|\.,"
    r"|\.?[ \u00a0]?[–—-] ?[\dA-Z]"
)
_FIGURE_BEFORE = re.compile(r"\d(?:st|nd|rd|th|\.|º)?(?: of| de)? ?\Z")
_NEAR = 14


class Named(NamedTuple):
    """A month or a weekday in a text."""

    start: int
    end: int
    kind: str
    """`month` or `day`."""
    number: int
    """1 for January; 0 for Monday."""


@cache
def names(locale: str, kind: str) -> dict[str, int]:
    """Names of months or days in lower case without full stops, long and short, with their numbers."""
    from babel import Locale

    parsed = Locale.parse(locale)
    contexts = parsed.months if kind == "month" else parsed.days
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in contexts[context][width].items():
                for form in (*_forms(name.lower()), *_stem(name.lower(), locale)):
                    found.setdefault(form, number)
    found |= _OTHERS.get((language(locale), kind), {})
    return {form: number for form, number in found.items() if not form.isdecimal()}


def _forms(name: str) -> Iterator[str]:
    """The name, and what it is called for short: `segunda` of segunda-feira, `水曜` of 水曜日."""
    yield name.strip(".")
    yield name.partition("-")[0].strip(".")
    if name.endswith("曜日"):
        yield name[:-1]
    if name.startswith("星期"):
        yield from (name.replace("星期", other) for other in ("周", "週", "礼拜", "禮拜"))
    if name.startswith("sept"):
        yield "sept"


def _stem(name: str, locale: str) -> list[str]:
    """What endings are added to: `пятниц` of пятница."""
    long = language(locale) in INFLECTED and len(name) > _ENDING and name[-1] not in "nrtksmlнртксмл."
    return [name[:-1]] if long else []


@cache
def long_names(locale: str, kind: str) -> frozenset[str]:
    """Names that are surely no other words."""
    from babel import Locale

    parsed = Locale.parse(locale)
    contexts = parsed.months if kind == "month" else parsed.days
    wide = (contexts[context]["wide"].values() for context in ("format", "stand-alone"))
    every = {name.lower() for names in wide for name in names}
    return frozenset(every) - _BY_CONTEXT.get(language(locale), frozenset())


@cache
def has_spaces(locale: str) -> bool:
    """Does the locale set its months and days off as words, and in an alphabet?"""
    every = [*long_names(locale, "month"), *long_names(locale, "day")]
    return all(re.fullmatch(r"[a-z\u00c0-\u058f\u1e00-\u1fff’'-]+", name) for name in every)


@cache
def telling(locale: str) -> frozenset[str]:
    """Words, as they are written, without one of which a text of the locale names no month or day."""
    every = [name for name in (*names(locale, "month"), *names(locale, "day")) if name.isalpha()]
    every += [f"{name}s" for name in every]
    small = [] if language(locale) == "en" else every
    return frozenset([*small, *(name.title() for name in every), *(name.upper() for name in every)])


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    every = sorted({*names(locale, "month"), *names(locale, "day")}, key=len, reverse=True)
    alternatives = "|".join(re.escape(name).replace("\\ ", r"\s") for name in every)
    if not has_spaces(locale):
        long = sorted((name for name in every if len(name) > 1), key=len, reverse=True)
        return re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, long))})")
    ending = rf"[^\W\d_]{{0,{_ENDING}}}" if language(locale) in INFLECTED else "s?"
    return re.compile(rf"(?<![\w@#])(?P<name>{alternatives}){ending}(?:-feira)?(?![\w])")


def named(text: str, locale: str) -> list[Named]:
    """The months and weekdays of a text, in order; such words as `may` only where they surely are one."""
    found = []
    lower = text.lower() if len(text.lower()) == len(text) else text
    for match in _pattern(locale).finditer(lower):
        name = match["name"] if has_spaces(locale) else match[0]
        for kind in ("month", "day"):
            if name in names(locale, kind) and _counts(text, match, name, locale, kind):
                found.append(Named(*match.span(), kind, _number(match[0], name, locale, kind)))
                break
    return found


def _number(word: str, name: str, locale: str, kind: str) -> int:
    return names(locale, kind).get(word, names(locale, kind)[name])


def _counts(text: str, match: re.Match[str], name: str, locale: str, kind: str) -> bool:
    start, end = match.span()
    if language(locale) == "en" and not text[start].isupper():
        return False
    doubtful = name not in long_names(locale, kind) and has_spaces(locale)
    if not doubtful or match[0].endswith("-feira"):
        return True
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if _FIGURE.match(after) or _FIGURE_BEFORE.search(before):
        return True
    if name not in _BY_CONTEXT.get(language(locale), ()):
        return len(name) > 3 or after.startswith(".")
    return name in ("may", "march") and bool(_PREPOSITION.search(before))
