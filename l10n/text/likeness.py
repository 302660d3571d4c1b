"""Words that are nearly others: names with a fault in them, or what another language calls them."""

from __future__ import annotations

from l10n.text.names import is_cut
from l10n.text.words import fold

_LIKE, _VERY_LIKE = 70.0, 84.0
"""Likeness from which a word may be a name with a fault; the second where nothing else tells."""
_ALIKE = 60.0
"""Likeness from which a word may be the same in another language."""
_SHORTEST = 3
_WORD = 5
"""Letters from which a likeness is no chance."""
_ENDINGS = frozenset("aeion")
"""Letters that a language may add to a word of another one."""
_LONG = 8
"""Letters of a name from which two can be wrong."""


def ratio(left: str, right: str) -> float:
    """The likeness of two words without case and accents: 0 to 100 (rapidfuzz)."""
    from rapidfuzz.fuzz import ratio

    return ratio(fold(left), fold(right))


def is_alike(word: str, other: str) -> bool:
    """May one be the other in another language: Rotterdam, Roterdã; license, licença?"""
    long = min(len(word), len(other)) >= _WORD
    return long and fold(word)[:1] == fold(other)[:1] and ratio(word, other) >= _ALIKE


def is_form(name: str, word: str, *, sure: bool) -> bool:
    """Is the word the name with a fault in it? `sure`: it is known that the name has to stay."""
    like = ratio(name, word)
    if sure:
        return like >= _LIKE or is_cut(name, word) or fold(word).startswith(fold(name))
    very_like = like >= _VERY_LIKE and fold(word)[-2:] == fold(name)[-2:]
    return (very_like and not is_exonym(name, word)) or is_cut(name, word)


def is_exonym(name: str, word: str) -> bool:
    """Has it accents that the name has not, as in Roterdã?"""
    return name.isascii() and not word.isascii()


def is_broken(name: str, word: str) -> bool:
    """Is it the name with other accents, or with syllables lost or said twice?"""
    return fold(name) == fold(word) or is_cut(name, word)


def is_slip(name: str, word: str, *, most: int) -> bool:
    """Is it the name but for a letter, up to `most` of a long one; and no plural, no other ending?"""
    from rapidfuzz.distance import OSA

    name, word = fold(name), fold(word)
    if min(len(name), len(word)) < _SHORTEST or word.removesuffix("s") == name.removesuffix("s"):
        return False
    stem = name.removesuffix("s")
    if word.startswith(stem) and word[len(stem) :].removesuffix("s") in _ENDINGS:
        return False
    return OSA.distance(name, word) <= (1 if len(name) < _LONG else most)
