"""Amounts: the numbers of a text, in figures and in words, with `million` and the like behind them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from l10n.text import numerals
from l10n.text.figures import Figure, separators, value
from l10n.text.locales import language
from l10n.text.words import UNBOUND

SIGNS = "$€£¥₹₽₩₺₴₪₫₱฿₦₡₲₵₸₼₾"
"""Signs of currencies."""
_FRACTIONS = re.compile("[¼-¾⅐-⅞]")
_LONGEST = 18
"""Digits of a number from which it is compared as it is written."""
_SPACE = r"[\s\u00a0-]?"


class Amount(NamedTuple):
    """A number in a text."""

    start: int
    end: int
    """Behind `million` and the like."""
    forms: frozenset[str]
    """As in `Figure`, without the power of ten."""
    scale: int = 0
    """The power of ten of the words behind it: 6 for million."""
    worded: bool = False
    ordinal: bool = False

    @property
    def wholes(self) -> frozenset[str]:
        """Its forms multiplied by the power of ten."""
        return frozenset(scaled(form, self.scale) for form in self.forms) if self.scale else self.forms


def scaled(form: str, power: int) -> str:
    """The number times that power of ten; a time or a version as it is."""
    if not form.replace(".", "", 1).isdecimal() or len(form) > _LONGEST:
        return form
    return plain(Decimal(form).scaleb(power))


def plain(number: Decimal) -> str:
    """As in the forms of a figure: without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def counted(text: str, locale: str, figures: Sequence[Figure]) -> list[Amount]:
    """Those in figures, in order."""
    found = list(_merged(text, locale, figures))
    for number, amount in enumerate(found):
        scale, end = _scale(text, amount, language(locale))
        forms = amount.forms
        if (
            scale
            or text[end : end + 2].strip().startswith("%")
            or text[amount.start - 1 : amount.start] in (*SIGNS,)
        ):
            forms = frozenset(form for form in forms if not form.startswith("as is")) or forms
        found[number] = amount._replace(forms=forms, scale=scale, end=end)
    taken = {amount.end - 1 for amount in found}
    for match in _FRACTIONS.finditer(text):
        part = Decimal(str(round(unicodedata.numeric(match[0]), 3)))
        if match.start() not in taken:
            found.append(Amount(*match.span(), frozenset([plain(part)])))
    return sorted(found)


def _merged(text: str, locale: str, figures: Sequence[Figure]) -> Iterator[Amount]:
    """Figures, those that are parts of one number such as `1 250` in any locale together."""
    grouped = {m.start(): m for m in _grouped(locale).finditer(text)} if len(figures) else {}
    past = 0
    for figure in figures:
        match = grouped.get(figure.start)
        number = (
            value(re.sub(r"[^\d" + re.escape(separators(locale)[0]) + "]", "", match[0]), locale)
            if match
            else ""
        )
        if figure.start < past:
            continue
        if match and number and number not in figure.forms:
            past = match.end()
            yield Amount(figure.start, match.end(), frozenset([number]))
        elif (after := text[figure.end : figure.end + 1]) and _FRACTIONS.match(after):
            part = Decimal(str(round(unicodedata.numeric(after), 3)))
            forms = frozenset(
                plain(Decimal(f) + part) for f in figure.forms if f.isdecimal() and len(f) < _LONGEST
            )
            yield Amount(figure.start, figure.end + 1, forms or figure.forms)
        else:
            yield Amount(figure.start, figure.end, dotted(figure.forms))


def dotted(forms: frozenset[str]) -> frozenset[str]:
    """The forms, those of times also with a full stop, as in 18.30."""
    times = [form.replace(":", ".") for form in forms if ":" in form]
    return forms.union(times, (f"as is: {time}" for time in times)) if times else forms


@cache
def _grouped(locale: str) -> re.Pattern[str]:
    """A number of at least four digits with any thousands marks but the locale's decimal mark."""
    decimal = separators(locale)[0]
    marks = "".join(mark for mark in ".,'’ \u00a0\u202f\u2009" if mark != decimal)
    return re.compile(
        rf"(?<![\d.,])\d{{1,3}}([{marks}])\d{{3}}(?:\1\d{{3}})*(?:{re.escape(decimal)}\d+)?(?![\d])"
    )


def _scale(text: str, amount: Amount, language: str) -> tuple[int, int]:
    """The power of ten of the words behind a figure, and where they end."""
    known, total, end = numerals.words(language), 0, amount.end
    while known and (match := _scales(language).match(text, end)):
        word = match["word"]
        if word in known.short and len(word) == 1 and not (match[0] == word and _is_money(text, amount)):
            break
        total += known.short.get(word) or known.scales[word.casefold()]
        end = match.end()
    return total, end


def _is_money(text: str, amount: Amount) -> bool:
    return text[amount.start - 1 : amount.start].strip() in (*SIGNS,) or text[
        amount.end + 1 : amount.end + 2
    ] in (*SIGNS,)


@cache
def _scales(language: str) -> re.Pattern[str]:
    known = numerals.words(language)
    long = sorted(known.scales, key=len, reverse=True) if known else []
    short = sorted(known.short, key=len, reverse=True) if known else []
    end = "" if language in UNBOUND else r"(?!\w)"
    words = "|".join([f"(?i:{'|'.join(map(re.escape, long)) or '(?!)'})", *map(re.escape, short)])
    return re.compile(rf"{_SPACE}(?P<word>{words}){end}")


def worded(text: str, locale: str) -> list[Amount]:
    """Those in words, in order."""
    found = []
    for item in numerals.worded(text, language(locale)):
        number = plain(Decimal(item.value).scaleb(-item.scale))
        found.append(Amount(item.start, item.end, frozenset([number]), item.scale, True, item.ordinal))
    return found
