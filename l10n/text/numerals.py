"""Words for numbers: what `twenty-five`, `dois mil` and `einundzwanzig` are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from l10n.text.words import SPACELESS

_THOUSAND = 3
_MOST_WORDS = 16
"""Words of which one number is made."""
_TWENTY, _SCORES = 20, (60, 80)
"""French counts on to 19 behind these: soixante-douze, quatre-vingt-onze."""


class Words(NamedTuple):
    """The words of a language, in lower case, with what they are worth."""

    numbers: Mapping[str, int]
    multipliers: frozenset[str]
    """Those of `numbers` that multiply what stands before them: `hundred`, `thousand`, `milhões`."""
    scales: Mapping[str, int]
    """Thousand, million and so on, as powers of ten."""
    short: Mapping[str, int]
    """Their abbreviations, as they are written."""
    ordinals: Mapping[str, int]
    joins: frozenset[str]
    glued: tuple[str, ...]
    """Parts that make words, such as `ein`, `und` and `zwanzig`; those that join are worth nothing."""


class Worded(NamedTuple):
    """A number in words."""

    start: int
    end: int
    value: int
    scale: int
    """The power of ten of the words such as `million` at its end."""
    ordinal: bool


@cache
def table() -> dict[str, dict[str, list[list[str]]]]:
    """Language → kind → positions → forms."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    text = (files("l10n") / "data" / "numerals.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            language, kind, words = line.split("\t")
            items = [item.replace("_", " ").split("/") for item in words.split(" ")]
            found.setdefault(language, {})[kind] = [[] if item == ["-"] else item for item in items]
    return found


@cache
def words(language: str) -> Words | None:
    """The words of a language; None where they are not known."""
    rows = table().get("nb" if language in ("no", "nn") else language)
    if rows is None:
        return None
    valued = [(number, form) for number, forms in enumerate(rows["ones"]) for form in forms]
    valued += [(10 * n, form) for n, forms in enumerate(rows["tens"], 1) for form in forms]
    valued += [(100 * n, form) for n, forms in enumerate(rows["hundreds"], 1) for form in forms]
    scales = _keyed(rows["scales"])
    valued += [(10**power, form) for form, power in scales.items()]
    valued += [(value, form) for form, value in _keyed(rows.get("more", [])).items()]
    joins = [form for forms in rows["and"] for form in forms]
    # One word for a hundred, or for ten, multiplies; where each has a word of its own, they are added.
    singles = [rows[kind][0] for kind in ("tens", "hundreds") if not any(rows[kind][1:])]
    multiplying = [form for forms in [*singles, scales] for form in forms]
    glued = {_plain(form) for form in [*(form for _, form in valued), *joins] if form.endswith("*")}
    return Words(
        numbers={_plain(form): value for value, form in valued},
        multipliers=frozenset(map(_plain, multiplying)),
        scales={_plain(form): power for form, power in scales.items()},
        short=_keyed(rows["short"]),
        ordinals={form: n for n, forms in enumerate(rows["ordinals"], 1) for form in forms},
        joins=frozenset(map(_plain, joins)),
        glued=tuple(sorted(glued, key=len, reverse=True)),
    )


def _keyed(items: list[list[str]]) -> dict[str, int]:
    """The words of `6:million/millions 9:billion`, each with its number."""
    found: dict[str, int] = {}
    for forms in items:
        number, _, first = forms[0].partition(":") if forms else ("0", "", "")
        found |= {form: int(number) for form in [first, *forms[1:]] if form}
    return found


def _plain(form: str) -> str:
    return form.removesuffix("*").casefold()


@cache
def telling(language: str) -> frozenset[str]:
    """Words without one of which a text has surely no number in words that matters; empty: nobody knows.

    One and the first and second are left out: they are articles, pronouns, units of time and more.
    """
    known = words(language)
    if not known or known.glued or language in SPACELESS:
        return frozenset()
    many = [*known.numbers.items(), *((word, n) for word, n in known.ordinals.items() if n > 2)]
    return frozenset(part for word, n in many if n != 1 for part in re.split("[- '’]", word))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = words(language)
    every = [*known.numbers, *known.ordinals] if known else ["(?!)"]
    alternatives = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
    parts = "|".join(known.glued) if known else ""
    compound = f"|(?P<glued>(?:{parts})+)" if parts else ""
    return re.compile(rf"(?<!\w)(?:(?P<word>{alternatives}){compound})(?!\w)")


def worded(text: str, language: str) -> Iterator[Worded]:
    """The numbers in words, in order; none where the language writes without spaces or is not known."""
    known = words(language)
    if known is None or language in SPACELESS:
        return
    text = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    group: list[str] = []
    start = end = 0
    for match in _pattern(language).finditer(text):
        parts = [match[0]] if match["word"] else _parts(match[0], known)
        if match["word"] in known.ordinals and match[0] not in known.numbers:
            yield Worded(*match.span(), known.ordinals[match[0]], 0, True)
            continue
        if not parts:
            continue
        joined = 0 < len(group) < _MOST_WORDS and _joins(text[end : match.start()], known)
        if joined and _continues(group, parts[0], known):
            group += parts
        else:
            yield from _finished(group, start, end, known)
            group, start = parts, match.start()
        end = match.end()
    yield from _finished(group, start, end, known)


def has(number: int, text: str, language: str) -> bool:
    """Does a text have the number in words, or in those for the first, the second and so on?"""
    return any(item.value == number for item in worded(text, language))


def _parts(word: str, known: Words) -> list[str]:
    return [part for part in re.findall("|".join(known.glued), word) if part in known.numbers]


def _joins(gap: str, known: Words) -> bool:
    return not gap.strip(" \u00a0-") or gap.strip() in known.joins


def _continues(group: Iterable[str], word: str, known: Words) -> bool:
    """Is `word` a further part of the number: `hundred` of two hundred, `five` of twenty-five?"""
    if word in known.multipliers:
        return True
    value, number = _value(group, known), known.numbers[word]
    if number < _TWENTY and value % 100 in _SCORES:
        return True
    return number < value and value % 10 ** len(str(number)) == 0


def _finished(group: list[str], start: int, end: int, known: Words) -> Iterator[Worded]:
    if group and all(word in known.numbers for word in group):
        scale = 0
        for word in reversed(group):
            if word not in known.scales:
                break
            scale += known.scales[word]
        yield Worded(start, end, _value(group, known), scale, False)


def _value(group: Iterable[str], known: Words) -> int:
    total = current = 0
    for word in group:
        number = known.numbers.get(word, 0)
        if word not in known.multipliers:
            current += number
        elif number < 10**_THOUSAND:
            current = (current or 1) * number
        elif total and total < number:  # mil milhões
            total, current = (total + current) * number, 0
        else:
            total, current = total + (current or 1) * number, 0
    return total + current
