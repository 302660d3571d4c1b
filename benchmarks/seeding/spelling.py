"""Words that are misspelt so that they are no words of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import by_locale, outside, put

_WORD = r"(?<![\w-])[a-zà-ÿ]{5,}(?![\w-])"
_KEYS = {"a": "q", "e": "w", "o": "k"}


def _misspelt(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Way:
    """The first place of a word that matches; words of the source may be names and stay."""

    def way(sample: Sample) -> Iterator[str]:
        for match in outside(_WORD, sample.target):
            other = re.sub(pattern, new, match[0], count=1)
            if other != match[0] and match[0] not in sample.source:
                yield put(sample.target, match, other)

    return way


SPELLING: Final[Ways] = MappingProxyType(
    {
        "a letter is typed twice": _misspelt(r"(?<=..)([tdpmfv])(?=[aeiou].)", r"\1\1"),
        "a letter is lost": _misspelt(r"(?<=.)[qg]u(?=[ei].)", "u"),
        "two letters change places": by_locale(
            {
                "pt_BR": _misspelt(r"(?<=..)([nl])h(?=[aeo])", r"h\1"),
                "es": _misspelt(r"(?<=..)([nr])t(?=[aeo])", r"t\1"),
            }
        ),
        "an accent is lost": by_locale(
            {
                "pt_BR": _misspelt(r"(?<=.ç)(?:ão|ões)\Z", lambda m: {"ão": "ao", "ões": "oes"}[m[0]]),
                "es": _misspelt(r"(?<=.ci)ón\Z", "on"),
            }
        ),
        "n before p and b": _misspelt(r"(?<=.)m(?=[pb].)", "n"),
        "ss for a cedilla": _misspelt(r"(?<=..)ç(?=[ao])", "ss"),
        "a vowel is lost": _misspelt(r"(?<=[bcdfgpt])[aeiou](?=[bcdfgpt][aeiou].)", ""),
        "a neighbouring key": _misspelt(r"(?<=..)[aeo](?=[lmnrst]..)", lambda m: _KEYS[m[0]]),
        "a letter at the end": _misspelt(r"(?<=[aeo])\Z", "x"),
    }
)
