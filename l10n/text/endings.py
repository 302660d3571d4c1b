"""What texts end in: the marks of any script, as the Latin ones that they stand for."""

from __future__ import annotations

import re
from functools import cache

from l10n.text.quotes import MARKS

_VARIANTS = {
    ".": "．。｡।॥։۔።។៕།။᠃",
    "?": "？؟፧⸮",
    "!": "！",
    ":": "：",
    ";": "；؛፤",
    ",": "，、､،፣",
    "…": "⋯‥",
}
_LATIN = {ord(char): mark for mark, chars in _VARIANTS.items() for char in chars}
_OWN = {"el": {";": "?", "\u037e": "?", "·": ";", "\u0387": ";"}}
"""Marks that a language writes for others."""
_ENDS = "".join([*_VARIANTS, *_VARIANTS.values(), "\u037e·\u0387"])
_CLOSERS = MARKS + ")]}）］｝】〕〉》›"
_TAIL = f"{_ENDS}{_CLOSERS} \t\n\u00a0\u202f\u200b\u200e\u200f"
_RUN = re.compile("[.?!:;,…]+")
_DOTS = re.compile(r"\.(?:[ \u00a0\u202f]\.){2,}|\.{3,}")
_UNMARKED = {"th": ".?:;", "lo": ".?:;", "km": "?"}
"""Languages that end a sentence with no mark, and the marks that it stands for."""
_IN_WORDS = {"՞": "?", "՜": "!"}
_ASKING = ("か", "の", "かな")
"""Words that end a question in Japanese, with a full stop or without."""
_CLOSED = ("」", "』", "）")
"""Marks behind which Japanese has no full stop."""
# Its full stop belongs to a word, and may end the sentence, too: `5 p.m.`, `etc.`
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:(?:[^\W\d_]\.\s?)+[^\W\d_]|[^\W\d_]{2}\.\s?[^\W\d_]{2}"
    r"|(?:etc|inc|ltd|ltda|co|corp|cia|jr|sr|sra|dr|dra|st|al|aprox|approx|uds?|usw|dept|hrs|др|пр|млн|руб))\Z",
    re.IGNORECASE,
)
_LONGEST = 12
_PICTURES = re.compile("[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+")
_FEW = 20
"""Characters at the end of a text among which pictures are looked for."""


def endings(text: str, language: str) -> frozenset[str]:
    """What a text may be said to end in: `.?!:;,…`, more than one of them as a run; empty: in no mark.

    Behind the mark closing quotation marks and brackets may stand; `he asked “why?”.` has two.
    """
    if text[-1:] >= "\u2190":
        text = text[:-_FEW] + _PICTURES.sub("", text[-_FEW:])
    words = text.rstrip(_TAIL)
    tail = text[len(words) :].translate(_table(language))
    if tail:
        tail = _DOTS.sub("…", tail)
    runs = _RUN.findall(tail)
    found = {kind for run in runs for kind in _kinds(run)}
    if runs == ["."] and _ABBREVIATION.search(words[-_LONGEST:]):
        found.add("")
    return frozenset((found or {""}) | _understood(words, tail, language, found))


@cache
def _table(language: str) -> dict[int, str]:
    return _LATIN | {ord(char): mark for char, mark in _OWN.get(language, {}).items()}


def _kinds(run: str) -> set[str]:
    if run in (".:", ".;", ".,"):  # behind an abbreviation
        return {run[1]}
    if "…" in run:
        return {"…", *run.replace(".", "")}
    if len(set(run)) == 1 and run[0] in "?!" and len(run) > 1:
        return {run[0] * 2}
    return set(run) if set(run) <= {"?", "!"} else {run}


def _understood(words: str, tail: str, language: str, found: set[str]) -> set[str]:
    """Marks that the language does not write where others do."""
    if language == "hy":  # they stand in a word, and people type a colon for the full stop
        inside = {mark for sign, mark in _IN_WORDS.items() if sign in words}
        return inside | ({"."} if ":" in found else set())
    if language == "ja" and found and words.endswith(_ASKING):
        return {"?"}
    if language == "ja" and not found and tail.startswith(_CLOSED):
        return set(".?!")
    return set() if found else set(_UNMARKED.get(language, ""))
