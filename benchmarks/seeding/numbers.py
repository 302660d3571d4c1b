"""Numbers that are changed, lost or written as in English."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import by_locale, outside, put, replaced, words

_NUMBER = r"(?<![\w.,])\d+(?:[.,]\d+)*(?![.,]?\d)"
_NEXT = {digit: str((int(digit) + 1) % 10) for digit in "0123456789"}


def _digits_swapped(sample: Sample) -> Iterator[str]:
    for match in outside(_NUMBER, sample.target):
        for at in range(len(match[0]) - 1):
            first, second = match[0][at : at + 2]
            if first != second and (first + second).isdigit() and not (at == 0 and second == "0"):
                yield put(sample.target, match, match[0][:at] + second + first + match[0][at + 2 :])


def _number_words(*triples: tuple[str, str, str]) -> tuple[Way, ...]:
    """(word of the source, of the target, of another number)."""
    return tuple(words({target: other}, where=rf"(?i)\b{source}\b") for source, target, other in triples)


_WORDS = {
    "pt_BR": _number_words(
        ("two", "dois", "três"),
        ("two", "duas", "três"),
        ("three", "três", "quatro"),
        ("four", "quatro", "cinco"),
        ("five", "cinco", "seis"),
        ("six", "seis", "sete"),
        ("ten", "dez", "doze"),
        ("eleven", "onze", "doze"),
    ),
    "es": _number_words(
        ("two", "dos", "tres"),
        ("three", "tres", "cuatro"),
        ("four", "cuatro", "cinco"),
        ("five", "cinco", "seis"),
        ("six", "seis", "siete"),
        ("ten", "diez", "doce"),
        ("eleven", "once", "doce"),
    ),
}


def _other_word(sample: Sample) -> Iterator[str]:
    for way in _WORDS.get(sample.locale, ()):
        yield from way(sample)


def _repeated(sample: Sample) -> Iterator[str]:
    found = list(outside(_NUMBER, sample.target))
    for first, second in pairwise(found):
        if first[0] != second[0]:
            yield put(sample.target, second, first[0])


NUMBERS: Final[Ways] = MappingProxyType(
    {
        "the last digit is another": replaced(_NUMBER, lambda m: m[0][:-1] + _NEXT[m[0][-1]]),
        "the first digit is another": replaced(r"(?<![\w.,])[1-8](?=\d)", lambda m: _NEXT[m[0]]),
        "two digits change places": _digits_swapped,
        "a digit is lost": replaced(r"(?<=\d)[1-9](?![\d.,])|(?<=(?<![\d.,])\d)0(?![\d.,])", ""),
        "a digit is typed twice": replaced(
            r"(?<![\w.,])\d+(?:[.,]\d*[1-9])?(?![.,\d])", lambda m: m[0] + m[0][-1]
        ),
        "the decimal mark of English": by_locale(
            {"pt_BR": replaced(r"(?<=\d),(?=\d)", ".", where=r"\d\.\d")}
        ),
        "the decimal mark is lost": replaced(r"(?<=\d),(?=\d)", "", where=r"\d\.\d"),
        "the thousands mark of English": by_locale(
            {"pt_BR": replaced(r"(?<=\d)\.(?=\d{3}\b)", ",", where=r"\d,\d{3}")}
        ),
        "the thousands are lost": replaced(r"(?<![\w.,])\d{1,3}\.(?=\d{3}\b)", "", where=r"\d,\d{3}"),
        "the number is lost": replaced(rf"{_NUMBER}(?: |(?=h))", ""),
        "the number is there twice": replaced(rf"{_NUMBER}(?= [a-z])", lambda m: f"{m[0]} {m[0]}"),
        "the half of the day is lost": replaced(
            r"(?<![\w,.])(?:1[3-9]|2[0-3])(?=h|:\d\d)", lambda m: str(int(m[0]) - 12), where=r"p\.m\."
        ),
        "the minutes are others": replaced(
            r"(?<=\dh|\d:)\d(?=\d)", lambda m: str((int(m[0]) + 1) % 6), where=r"\d:\d\d"
        ),
        "the word of another number": _other_word,
        "the first number stands for the second": _repeated,
    }
)
