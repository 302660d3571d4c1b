"""Negations: how many a text has, at least and at most."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_GROUPS = ("sure", "agreeing", "maybe", "weak", "polar")
_UNSPACED = frozenset({"zh", "ja", "ko"})
"""Languages whose negations are found inside of what stands between spaces."""


class Negations(NamedTuple):
    """The negations of a text, as its words tell."""

    words: tuple[str, ...]
    """Those that are there for certain, each a negation of its own."""
    some: int
    """How many others may negate."""
    agreeing: int
    """How many of all these agree with another word, or may do so."""
    weak: int
    """How many words may stand for a negation of another language."""
    polar: int
    """How many words go with a negation, such as “anything”: agreeing words in other languages."""

    def alike(self, other: Negations) -> bool:
        """Do both have as many words that negate for certain, and nothing else that may?"""
        return len(self.words) == len(other.words) and not (self[1:4] != (0, 0, 0) or other[1:4] != (0, 0, 0))

    def lost(self, other: Negations) -> str:
        """The first of its words, if a text in another language has fewer than they are; else empty."""
        there = len(other.words) + other.some - min(other.agreeing, self.polar)
        there += max(0, other.weak - self.weak)
        return self.words[0] if len(self.words) > there else ""


def is_known(language: str) -> bool:
    return language in _rows()


def negates(text: str, language: str) -> bool:
    """May a text of a known language have a negation that counts? Quickly told."""
    return bool(_quick(language).search(_plain(text)))


def negations(text: str, language: str) -> Negations:
    """Those of a sentence of a known language; agreeing words count one, and none beside a sure one."""
    found: dict[str | None, list[str]] = {group: [] for group in _GROUPS}
    for match in _pattern(language).finditer(_plain(text)):
        found[match.lastgroup].append(match[0])
    words = tuple(found["sure"] or found["agreeing"][:1])
    agreeing = len(found["agreeing"])
    some = len(found["sure"]) + agreeing + len(found["maybe"]) - len(words)
    return Negations(words, some, agreeing, len(found["weak"]), len(found["polar"]))


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """The words of all groups; where several begin at a place, an idiom goes first, and a weak one later."""
    rows = _rows()[language]
    order = ("maybe", "sure", "agreeing", "weak", "polar")
    return _compiled(
        "|".join(f"(?P<{name}>{'|'.join(rows[name])})" for name in order if rows[name]), language
    )


@cache
def _quick(language: str) -> re.Pattern[str]:
    rows = _rows()[language]
    return _compiled("|".join([*rows["sure"], *rows["agreeing"]] or rows["weak"]), language)


def _compiled(words: str, language: str) -> re.Pattern[str]:
    """A part of another word is none, be it joined by a hyphen, as in `--no-cookies`."""
    found = words.replace("_", r"\s+").replace("*", r"\w*")
    around = ("", "") if language in _UNSPACED else (r"(?<![\w-])", r"(?![\w-])")
    return re.compile(f"{around[0]}(?:{found}){around[1]}")


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    """The words of each language by group."""
    table = (files("l10n") / "data" / "negations.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {language: dict(zip(_GROUPS, map(str.split, cells), strict=True)) for language, *cells in rows}
