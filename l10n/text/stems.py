"""Words in other forms: plurals of a source, and whatever endings a target language has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from l10n.text.calendar import INFLECTED
from l10n.text.numerals import SPACELESS

WORD = re.compile(r"\w+")
_ENDING = 5
"""Letters that a form can be longer than the word."""
_PLURALS = (
    ("y", "ies"),
    ("f", "ves"),
    ("fe", "ves"),
    ("man", "men"),
    ("child", "children"),
    ("person", "people"),
)
"""English ones that do not end in a mere s."""
_GAP = 2
"""Words that can stand between two of a term."""
_CUTS = ((3, 0), (5, 1), (8, 2))
_MOST_CUT = 3
_COMPOUNDING = frozenset("de nl sv da nb nn no fi hu et is".split())
_JOINED = 4
"""Letters from which a word is looked for inside others, in languages that join them."""


@lru_cache(50_000)
def fold(word: str) -> str:
    """Without case and accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def plural(words: Sequence[str], language: str) -> str:
    """A regular expression of a term whose last word may be a plural."""
    *rest, last = (re.escape(word) for word in words)
    if language == "en":
        others = [f"{last[: -len(end)]}{new}" for end, new in _PLURALS if last.endswith(end)]
        ending = f"(?:{'|'.join([f'{last}(?:e?s)?', *others])})"
    else:
        ending = rf"{last}[^\W\d_]{{0,3}}"
    return r"(?<!\w)" + r"[\s\u00a0-]+".join([*rest, ending]) + r"(?!\w)"


@cache
def stem(word: str, language: str) -> str:
    """What all forms of a folded word begin with, as good as it can be guessed."""
    cut = next((cut for longest, cut in _CUTS if len(word) <= longest), _MOST_CUT)
    if language in INFLECTED and len(word) > _CUTS[0][0]:
        cut += 1
    return word[: len(word) - cut] if cut else word.removesuffix("z") if len(word) > 2 else word


def has(term: str, text: str, words: Sequence[str], language: str) -> bool:
    """Does a text have a term in any form? `words`: those of the text, folded, in order."""
    wanted = WORD.findall(fold(term))
    if language in SPACELESS or not wanted:
        return "".join(fold(term).split()) in "".join(fold(text).split())
    at = -1
    for number, word in enumerate(wanted):
        begin = stem(word, language)
        last = len(words) if number == 0 else min(len(words), at + 2 + _GAP)
        found = next((n for n in range(at + 1, last) if _is_form(words[n], word, begin, language)), None)
        if found is None:
            return False
        at = found
    return True


def _is_form(text: str, word: str, begin: str, language: str) -> bool:
    if text.startswith(begin) and len(text) <= len(word) + _ENDING:
        return True
    joined = language in _COMPOUNDING or (not word.isascii() and not _is_alphabetic(word))
    return joined and len(word) >= (_JOINED if word.isascii() else 2) and begin in text


def _is_alphabetic(word: str) -> bool:
    """Is it in Latin, Greek, Cyrillic, Armenian or Georgian letters?"""
    return all(char < "\u0590" or "\u10a0" <= char < "\u1100" or "\u1e00" <= char < "\u2000" for char in word)
