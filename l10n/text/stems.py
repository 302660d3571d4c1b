"""Words in other forms: plurals of a source, and whatever endings a target language has."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from functools import cache, partial
from operator import eq

from l10n.text.calendar import INFLECTED
from l10n.text.words import fold

WORD = re.compile(r"\w+")
_ENDING, _PLURAL = 5, 2
"""Letters that a form can be longer than the word, where words have many endings and where they have few."""
_PLURALS = (
    ("y", "ies"),
    ("f", "ves"),
    ("fe", "ves"),
    ("man", "men"),
    ("child", "children"),
    ("person", "people"),
)
"""English ones that do not end in a mere s."""
_GAP = 1
"""Words that can stand between two of a term."""
_CUTS = ((3, 0), (5, 1), (8, 2))
_MOST_CUT = 3
_COMPOUNDING = frozenset("de nl sv da nb nn no fi hu et is".split())
_JOINED = 4
"""Letters from which a word is looked for inside others, in languages that join them."""


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


def places(
    term: str, words: Sequence[str], language: str, taken: Container[int] = (), *, exact: bool = False
) -> tuple[int, ...]:
    """Where a text has a term, in any form or only in its own, as numbers of its words; empty if nowhere.

    `words`: those of the text, folded, in order; those of `taken` belong to other terms.
    """
    wanted = WORD.findall(fold(term))
    is_form = eq if exact else partial(_is_form, language=language)
    for start in range(len(words) if wanted else 0):
        if found := _from(start, wanted, words, is_form, taken):
            return found
    return ()


def _from(
    start: int,
    wanted: Sequence[str],
    words: Sequence[str],
    is_form: Callable[[str, str], bool],
    taken: Container[int],
) -> tuple[int, ...]:
    """The places of the term's words from `start` on, with few others between them."""
    found: list[int] = []
    at = start
    for word in wanted:
        last = min(len(words), at + 1 + (_GAP if found else 0))
        place = next((n for n in range(at, last) if n not in taken and is_form(words[n], word)), None)
        if place is None:
            return ()
        found.append(place)
        at = place + 1
    return tuple(found)


def _is_form(text: str, word: str, language: str) -> bool:
    begin = stem(word, language)
    longest = len(word) + (
        _ENDING if language in INFLECTED else _PLURAL if len(begin) + 1 != len(word) else 1
    )
    if text.startswith(begin) and len(text) <= longest:
        return True
    joined = language in _COMPOUNDING or (not word.isascii() and not _is_alphabetic(word))
    return joined and len(word) >= (_JOINED if word.isascii() else 2) and begin in text


def _is_alphabetic(word: str) -> bool:
    """Is it in Latin, Greek, Cyrillic, Armenian or Georgian letters?"""
    return all(char < "\u0590" or "\u10a0" <= char < "\u1100" or "\u1e00" <= char < "\u2000" for char in word)
