"""Which capitalised words are names, as far as that can be told without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from l10n.text.words import fold

CAPITALISED = re.compile(r"(?<![\w@#/.&-])[^\W\d_a-z][^\W_]+(?:[-'’][^\W\d_]+)*(?![\w@/])")
_BEFORE_SENTENCE = re.compile(r"(?:\A|[.!?…:;•|]|\n|[.!?…:]?[\"'“”‘’«»()\[\]—–-])\s*\Z")
_PAIR = re.compile(r"(?<!\w)([A-ZÀ-ÖØ-Þ]\w*(?:[’']\w+)?) (?=([A-ZÀ-ÖØ-Þ]\w+))")
_NATIONS = (
    "ish",
    "ese",
    "ian",
    "ians",
    "ean",
    "eans",
    "can",
    "cans",
    "ism",
    "ist",
    "ists",
    "day",
    "days",
    "ing",
    "ly",
)
"""Endings of English words that are written with a capital and translated."""
_MIXED = re.compile(r"[a-z][A-Z]|\d")
_ABBREVIATED = re.compile(r"[^\W_a-z]{2,}(?:[a-z]{1,3})?")
"""NATO, PRs."""
_SHORTEST = 3
_TITLE = 0.8
"""Share of long words with capitals from which a text is a headline in English."""
_LONG_WORD = 4


class Name(NamedTuple):
    """A capitalised word of a source that may be a name."""

    start: int
    end: int
    word: str
    group: int
    """Words side by side have the same number."""
    inside: bool
    """Does it stand inside a sentence, so that its capital tells something?"""

    @property
    def mixed(self) -> bool:
        """Is it written as only names are: GitHub, YouTube, H2O?"""
        return bool(_MIXED.search(self.word)) and not self.word.isupper()


@cache
def generic(language: str) -> frozenset[str]:
    """Words, in lower case, that are translated where they stand in names; known for English only."""
    if language != "en":
        return frozenset()
    text = (files("l10n") / "data" / "generic-names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def is_generic(word: str, language: str) -> bool:
    """Is it surely one of those, or of the adjectives of nations?"""
    lower = word.lower()
    return lower in generic(language) or (language == "en" and lower.endswith(_NATIONS))


def names(text: str) -> list[Name]:
    """The words with capitals that are no abbreviations, in order."""
    found: list[Name] = []
    group = 0
    for match in CAPITALISED.finditer(text):
        word = re.sub(r"['’]s?\Z", "", match[0])
        if not word[0].isupper() or len(word) < _SHORTEST or _ABBREVIATED.fullmatch(word):
            continue
        start, end = match.start(), match.start() + len(word)
        if not (found and text[found[-1].end : start] in (" ", "-", "\u00a0")):
            group += 1
        inside = not _BEFORE_SENTENCE.search(text[max(0, start - 6) : start])
        found.append(Name(start, end, word, group, inside))
    return found


def is_headline(text: str, found: list[Name]) -> bool:
    """Are most words written with capitals, so that these tell nothing?"""
    long = [word for word in re.findall(r"[^\W\d_]+", text)[1:] if len(word) >= _LONG_WORD]
    return len(found) > 1 and sum(word[0].isupper() for word in long) > _TITLE * len(long)


def keeps_place(name: str, word: str, pairs: Iterable[str], text: str) -> bool:
    """Does a word stand in a text where the name does in one of its pairs?

    Behind a word that stays, where a title or a translated word seldom is; or before one, if it is no title.
    """
    for first, second in (pair.split(" ") for pair in pairs):
        if second == name and f"{first} {word}" in text:
            return True
        if first == name and f"{word} {second}" in text and first.lower() not in generic("en"):
            return True
    return False


@cache
def exonyms(source: str, target: str) -> Mapping[str, str]:
    """Countries, cities and languages of one word in the source, with what the target calls them (CLDR)."""
    return {name: other for name, other in _places(source, target) if _is_word(name) and other}


def _places(source: str, target: str) -> list[tuple[str, str]]:
    from babel import Locale

    left, right = Locale.parse(source), Locale.parse(target)
    pairs = [(name, right.territories.get(code, "")) for code, name in left.territories.items()]
    for zone, names in right.time_zones.items():
        own = left.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        pairs.append((own, names.get("city") or ""))
    return pairs


def _is_word(name: str) -> bool:
    return name.isalpha() and len(name) >= _LONG_WORD


def parts(word: str) -> list[str]:
    """The words of a name with hyphens or apostrophes."""
    return re.findall(r"[^\W\d_]+", word)


def pairs(text: str) -> set[str]:
    """Words with capitals, two by two as they stand side by side."""
    return {f"{first} {second}" for first, second in _PAIR.findall(text)}


@cache
def is_latin(locale: str) -> bool:
    """Is the locale written in Latin letters, so that names stay as they are?"""
    from babel import Locale

    return all(
        char < "\u0250" for char in fold(str(Locale.parse(locale).get_display_name(locale))) if char.isalpha()
    )
