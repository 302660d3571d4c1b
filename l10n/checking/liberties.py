"""What translators may do with numbers: another way of counting, of writing them, or of saying the same."""

from __future__ import annotations

import re

from l10n.checking.message import Message
from l10n.checking.side import Side
from l10n.text import implied, numerals, years
from l10n.text.amounts import Amount
from l10n.text.words import UNBOUND

_SMALL = 12
"""Up to this, numbers are written as words in languages whose words are not known."""
_ARTICLES = 2
"""Up to this, words for numbers are articles and pronouns, too, and not looked for in every text."""
_LONGEST = 6
"""Digits of a number that can be said otherwise."""
_ROMAN = re.compile(r"(?<!\w)([IVXLCDM]+|[ivxlcdm]{4,})(?:e|er|re|ème|ᵉ|ᵉʳ)?(?!\w)")
"""French has endings behind them: XIXe."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def may_be_left_out(amount: Amount, message: Message, *, extra: bool) -> bool:
    """May the target say it in a way that only people can tell? `extra`: it has figures of its own."""
    target = message.target
    unknown = not extra and numerals.words(target.language) is None
    for number in _numbers(amount):
        if (unknown and number <= _SMALL) or number in _romans(target) or _is_said(number, target):
            return True
    return _is_month(amount, message.source, target)


def _numbers(amount: Amount) -> list[int]:
    return [int(form) for form in amount.wholes if form.isdecimal() and len(form) <= _LONGEST]


def may_be_added(amount: Amount, message: Message) -> bool:
    """May the target have a figure that the source has in a word, or not at all?"""
    source = message.source
    if not amount.forms.isdisjoint(_figures(source)) or "1" in amount.forms:
        return True
    said = {number for word in source.lowered for number in implied.implied(source.language).get(word, ())}
    said |= {str(number) for number in _romans(source)}
    said |= {str(item.number if item.kind == "month" else item.number + 2) for item in source.named}
    said |= {form for item in source.worded for form in item.wholes}
    return not said.isdisjoint(amount.wholes | amount.forms)


def must_stay(amount: Amount, message: Message) -> bool:
    """Does a number in words have to be in the target? Smaller ones can be `both`, `pairs` or `trios`."""
    if numerals.words(message.target.language) is None or amount.ordinal:
        return False
    return any(number > _SMALL for number in _numbers(amount))


def is_same_year(amount: Amount, other: Amount, target: Side) -> bool:
    """Is one the short form of the other, or the year of another era?"""
    before = target.prose[: other.start][-_LONGEST:]
    return any(years.is_same(left, right, before) for left in amount.forms for right in other.forms)


def _figures(side: Side) -> set[str]:
    return {form for amount in side.counted for form in (*amount.forms, *amount.wholes)}


def _romans(side: Side) -> set[int]:
    """The Roman numerals of a text."""
    return {_roman(match[1].upper()) for match in _ROMAN.finditer(side.prose)}


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-left if left < right else left for left, right in zip(values, [*values[1:], 0], strict=True))


def _is_said(number: int, target: Side) -> bool:
    """Is it there in words, as one or the first may be, or in the signs of a language without spaces?"""
    known = numerals.words(target.language)
    if target.language not in UNBOUND:
        return number <= _ARTICLES and numerals.has(number, target.prose, target.language)
    if known is None:
        return number <= _SMALL
    return any(value == number and word in target.prose for word, value in known.numbers.items())


def _is_month(amount: Amount, source: Side, target: Side) -> bool:
    """Is it the month of a date in figures, which the target calls by its name?"""
    beside = source.prose[max(0, amount.start - 1) : amount.end + 1]
    return any(sign in beside for sign in "/.-") and any(
        item.kind == "month" and str(item.number) in amount.forms for item in target.named
    )
