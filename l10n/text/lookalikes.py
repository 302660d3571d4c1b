"""Letters that look like those of another script, in words where they stand by mistake or to mislead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_CYRILLIC = "\u0400-\u052f"
FOREIGN = _GREEK + _CYRILLIC
"""Inside of a class of a regular expression: what can stand for a Latin letter."""
_RUN = re.compile(f"(?P<Latin>[{_LATIN}]+)|(?P<Greek>[{_GREEK}]+)|(?P<Cyrillic>[{_CYRILLIC}]+)")
_WORD = re.compile(f"[{_LATIN}{_GREEK}{_CYRILLIC}]+")
_LONE_LATIN = re.compile(f"(?<![^\\s(«„])[acoyi](?= [{_CYRILLIC}])")
_SCRIPTS = {"Latn": "Latin", "Grek": "Greek", "Cyrl": "Cyrillic"}
_LIKE = {
    ("Cyrillic", "Latin"): frozenset("аАВсСԁеЕһНіІјЈКМоОрРԛѕЅТԝхХуУүҮѵӏӀ"),
    ("Latin", "Cyrillic"): frozenset("aABcCdeEhHiIjJKMoOpPqsSTwxXyYïëË"),
    ("Greek", "Latin"): frozenset("αΑΒΕΖΗιΙΚΜΝνοΟρΡΤυΥΧϲϳόάίύ"),
    ("Latin", "Greek"): frozenset("aABEZHiIKMNvoOpPTuYXóáíú"),
    ("Cyrillic", "Greek"): frozenset("аАВЕНіІКМоОрРТхХуУ"),
    ("Greek", "Cyrillic"): frozenset("αΑΒΕΗιΙΚΜοΟρΡΤΧυ"),
}
"""By script and the one that they look like."""
_LONE = frozenset("аАеЕоОуУсСіІхХ")
"""Cyrillic letters that a Latin text may have in place of a word or a number of one letter."""


class Lookalike(NamedTuple):
    """A letter of `script` in a word that is written, or should be, in another one."""

    letter: str
    script: str
    word: str


def lookalikes(text: str, home: str) -> Iterator[Lookalike]:
    """Those in a text whose language is written in the script `home`, as ISO 15924 codes it."""
    for match in _WORD.finditer(text):
        word = match[0]
        runs = [(str(run.lastgroup), run[0]) for run in _RUN.finditer(word)]
        if len(runs) > 1:
            yield from _mixed(word, runs, _SCRIPTS.get(home, ""))
        elif home == "Latn" and runs[0][0] == "Cyrillic" and _posing(word):
            yield Lookalike(word[0], "Cyrillic", word)
    if home == "Cyrl":
        for match in _LONE_LATIN.finditer(text):
            yield Lookalike(match[0], "Latin", match[0])


def _posing(word: str) -> bool:
    """Can each of its letters stand for a Latin one?"""
    return word in _LONE if len(word) == 1 else _LIKE["Cyrillic", "Latin"].issuperset(word)


def _mixed(word: str, runs: list[tuple[str, str]], home: str) -> Iterator[Lookalike]:
    """Runs of letters that look like the script of the others; abbreviations with an ending have none."""
    letters = Counter[str]()
    for script, run in runs:
        letters[script] += len(run)
    main = max(letters, key=lambda script: (letters[script], script == home))
    if len(word) < 3 or (_is_abbreviation(runs[0][1]) and word[len(runs[0][1]) :].islower()):  # TNFα, SMSка
        return
    for script, run in runs:
        if script != main and _LIKE[script, main].issuperset(run):
            yield Lookalike(run[0], script, word)


def _is_abbreviation(run: str) -> bool:
    return len(run) > 1 and run.isupper()
