"""Units of measure and currencies: which ones stand beside the numbers of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from l10n.text.locales import language
from l10n.text.words import UNBOUND

MONEY = "currency"
_FRONT = (MONEY, "concentr")
"""Kinds of units that can stand before a number: currencies and the per cent sign."""
_FORMS = 5_000
"""Forms whose units are remembered."""
_DOUBTFUL = frozenset(
    ("in", "st", "c", "pt", "s", "h", "d", "w", "y", "mo", "wk", "yr", "c.", "a", "at", "B", "b")
)
"""Symbols of CLDR that are words as well, or letters of many meanings."""
_LINK = (
    r"(?:(?:de|del|di|of|af|di|U\.?S\.?|US-|American|Canadian|Australian|Hong Kong|New Zealand)[ \u00a0])?"
)
_LONGEST = 12
"""Characters before a number in which a sign or a code can stand."""
_ENDING = r"[^\W\d_]*(?:[\u064b-\u0652][^\W\d_]*)*"
"""Letters, and in Arabic the marks of vowels."""
_KILOMETRE = 1000
"""Metres: the table has lengths in these, and speeds in kilometres per hour."""
_TOLERANCE = Decimal("0.07")
"""By which a number that people converted may be rounded."""


class Unit(NamedTuple):
    """A unit or a currency."""

    name: str
    """As CLDR calls it, `length-mile`, or the currency's: `dollar`."""
    kind: str
    """`length`, `mass`, `currency` and so on."""
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


class Beside(NamedTuple):
    """What stands beside a number: units that the words can mean, and where they are."""

    units: frozenset[Unit]
    start: int
    end: int


class _Row(NamedTuple):
    unit: Unit
    symbols: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]


@cache
def _rows() -> tuple[_Row, ...]:
    return (*_measures(), *_currencies())


def _lines(name: str) -> Iterator[list[str]]:
    for line in (files("l10n") / "data" / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _measures() -> Iterator[_Row]:
    for key, factor, offset, symbols, words in _lines("units.tsv"):
        unit = Unit(key, key.partition("-")[0], Decimal(factor), Decimal(offset))
        yield _Row(unit, tuple(re.split("/(?! |[hs])", symbols)) if symbols else (), _words(words))


def _currencies() -> Iterator[_Row]:
    for name, symbols, words in _lines("currencies.tsv"):
        yield _Row(Unit(name, MONEY), tuple(symbols.split(" ")), _words(words))


def _words(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (item.partition(":") for item in text.split(" ") if item)
    return {code: tuple(form.replace("_", " ") for form in forms.split("/")) for code, _, forms in pairs}


class Names:
    """What a locale calls units and currencies."""

    def __init__(self, locale: str) -> None:
        self.language = language(locale)
        self._symbols: dict[str, set[Unit]] = {}
        self._words: dict[str, set[Unit]] = {}
        self._stems: dict[str, set[Unit]] = {}
        for row in _rows():
            for symbol in row.symbols:
                self._symbols.setdefault(symbol, set()).add(row.unit)
            for word in row.words.get(self.language, ()):
                kind = self._stems if word.endswith("*") or "* " in word else self._words
                kind.setdefault(word.lower(), set()).add(row.unit)
        self._take_cldr(locale)
        self.known = {
            unit for found in (self._words, self._stems) for units in found.values() for unit in units
        }
        """Those that have words in the locale."""
        self._of = lru_cache(_FORMS)(self._units)
        forms = [*self._symbols, *self._words, *self._stems]
        front = [form for form in forms if self._is_front(form)]
        self._ends = frozenset(form[-1].lower() for form in front)
        bound = "" if self.language in UNBOUND else r"(?<![^\W\d_])"
        self._after = self._compiled(rf"[\s\u00a0\u202f-]?{_LINK}", forms, "")
        self._before = self._compiled(r"(?<![^\W_])(?<!\d\s)", front, r"[\s\u00a0\u202f]?\Z")
        self._anywhere = self._compiled(bound, forms, "")

    def _is_front(self, form: str) -> bool:
        return any(unit.kind in _FRONT for unit in self._units(form.replace("*", "")))

    def _take_cldr(self, locale: str) -> None:
        from babel import Locale

        patterns = Locale.parse(locale)._data["unit_patterns"]
        doubtful = _DOUBTFUL | {f"{symbol}." for symbol in self._symbols}
        for row in _rows():
            for width, forms in patterns.get(row.unit.name, {}).items():
                for pattern in forms.values() if isinstance(forms, dict | Mapping) else ():
                    form = str(pattern).replace("{0}", "").strip(" \u00a0\u202f\u200f\u200e-")
                    if width == "long" and len(form) > 1:
                        self._words.setdefault(form.lower(), set()).add(row.unit)
                    elif width == "short" and form and form not in doubtful:
                        self._symbols.setdefault(form, set()).add(row.unit)

    def _compiled(self, before: str, forms: list[str], after: str) -> re.Pattern[str]:
        ordered = sorted(forms, key=len, reverse=True)
        words = [_escaped(form) for form in ordered if form not in self._symbols]
        symbols = [_escaped(form) for form in ordered if form in self._symbols]
        text = "|".join([f"(?i:{'|'.join(words) or '(?!)'})", *symbols])
        end = "" if self.language in UNBOUND else r"(?:(?<=[^\w])|(?![^\W\d_]))(?!/[^\W\d_])"
        return re.compile(rf"{before}(?P<unit>{text}){end}{after}")

    def beside(self, text: str, start: int, end: int) -> Beside | None:
        """The unit of the number at `start` to `end`; None where there is none."""
        offset = max(0, start - _LONGEST)
        before = text[offset:start]
        ahead = self._before.search(before) if before.rstrip()[-1:].lower() in self._ends else None
        if ahead and (units := frozenset(unit for unit in self._of(ahead["unit"]) if unit.kind in _FRONT)):
            return Beside(units, offset + ahead.start("unit"), offset + ahead.end("unit"))
        behind = self._after.match(text, end)
        if behind and (units := self._of(behind["unit"])):
            return Beside(units, *behind.span("unit"))
        return None

    def _units(self, form: str) -> frozenset[Unit]:
        """What a symbol or a word can mean."""
        form = " ".join(form.split())
        return frozenset({*self._symbols.get(form, ()), *self._by_word(form)})

    def _by_word(self, form: str) -> set[Unit]:
        form = form.lower()
        if form in self._words:
            return self._words[form]
        stems = [stem for stem in self._stems if _fits(form, stem)]
        longest = max(stems, key=len, default="")
        return self._stems.get(longest, set())

    def count(self, unit: Unit, text: str) -> int:
        """How often the unit stands in a text, with a number or without."""
        return sum(unit in self._of(match["unit"]) for match in self._anywhere.finditer(text))


def _escaped(form: str) -> str:
    return re.escape(form).replace(r"\*", _ENDING).replace(r"\ ", r"\s")


def _fits(form: str, stem: str) -> bool:
    parts = stem.split("*")
    return form.startswith(parts[0]) and all(part in form for part in parts)


@cache
def names(locale: str) -> Names:
    """The names of a locale."""
    return Names(locale)


def converted(number: Decimal, unit: Unit, other: Decimal, into: Unit) -> bool:
    """Is `other`, in its unit, what the number is in its own, but for rounding?"""
    in_front = (unit.kind, into.kind) == ("speed", "length")  # the hour stands elsewhere: 時速40キロ
    if (unit.kind != into.kind and not in_front) or unit == into or unit.kind == MONEY:
        return False
    left, right = (number + unit.offset) * unit.factor, (other + into.offset) * into.factor
    left *= _KILOMETRE if in_front else 1
    return abs(left - right) <= max(abs(left) * _TOLERANCE, Decimal(1) if unit.offset or into.offset else 0)
