"""Letters that look like those of another script, in words where they stand by mistake or to mislead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_CYRILLIC = "\u0400-\u052f"
# Armenian, Cherokee, letters of phonetics, Roman numerals, letters of full width and of formulas.
_OTHER = (
    "\u0251\u0261\u0269\u0531-\u0587\u13a0-\u13f5\u2160-\u217f\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
)
FOREIGN = _GREEK + _CYRILLIC + _OTHER
"""Inside of a class of a regular expression: what can stand for a Latin letter."""
_RUN = re.compile(
    f"(?P<Latn>[{_LATIN}]+)|(?P<Grek>[{_GREEK}]+)|(?P<Cyrl>[{_CYRILLIC}]+)|(?P<other>[{_OTHER}]+)"
)
_WORD = re.compile(f"(?<!%)[{_LATIN}{FOREIGN}]+")  # %s may stand right before a word
_LONE_LATIN = re.compile(f"(?<![^\\s(«„])[acoyi](?= [{_CYRILLIC}])")
_LIKE = {
    ("Cyrl", "Latn"): frozenset("аАВсСԁеЕһНіІјЈКМоОрРԛѕЅТԝхХуУүҮѵӏӀёїЁЇ"),
    ("Latn", "Cyrl"): frozenset("aABcCdeEhHiIjJKMoOpPqsSTwxXyYïëË"),
    ("Grek", "Latn"): frozenset("αΑΒΕΖΗιΙΚΜΝνοΟρΡΤυΥΧϲϳόάίύ"),
    ("Latn", "Grek"): frozenset("aABEZHiIKMNvoOpPTuYXóáíú"),
    ("Cyrl", "Grek"): frozenset("аАВЕНіІКМоОрРТхХуУ"),
    ("Grek", "Cyrl"): frozenset("αΑΒΕΗιΙΚΜοΟρΡΤΧυ"),
}
"""By script, as ISO 15924 codes it, and the one that they look like."""
_LONE = frozenset("аАеЕоОуУсСіІхХαοΑΕΙΟΥΧ")
"""What a Latin text may have in place of a word or a number of one letter."""


class Lookalike(NamedTuple):
    """A letter in a word that is written, or should be, in another script."""

    letter: str
    word: str


def lookalikes(text: str, home: str) -> Iterator[Lookalike]:
    """Those in a text whose language is written in the script `home`."""
    for match in _WORD.finditer(text):
        word = match[0]
        runs = [(str(run.lastgroup), run[0]) for run in _RUN.finditer(word)]
        if len(runs) > 1:
            yield from (Lookalike(run[0], word) for run in _odd(word, runs, home))
        elif home == "Latn" and _poses(word, runs[0][0]):
            yield Lookalike(word[0], word)
    if home == "Cyrl":
        yield from (Lookalike(letter, letter) for letter in _LONE_LATIN.findall(text))


def _poses(word: str, script: str) -> bool:
    """Can each of its letters stand for a Latin one?"""
    return word in _LONE if len(word) == 1 else _LIKE.get((script, "Latn"), frozenset()).issuperset(word)


def _odd(word: str, runs: list[tuple[str, str]], home: str) -> Iterator[str]:
    """Runs of letters that look like the script of the others; abbreviations with an ending have none."""
    letters = Counter[str]()
    for script, run in runs:
        letters[script] += len(run)
    main = max(letters, key=lambda script: (script != "other", letters[script], script == home))
    first = runs[0][1]
    if len(first) > 1 and first.isupper() and word[len(first) :].islower() and home != "Latn":  # SMSка
        return
    for script, run in runs:
        if script == main:
            continue
        strange = script == "other" or (script == "Cyrl" and main == home == "Latn")
        if strange or _LIKE[script, main].issuperset(run):
            yield run
