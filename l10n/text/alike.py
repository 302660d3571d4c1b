"""Texts that say the same, however they are written."""

from __future__ import annotations

from l10n.text.function_words import function_words
from l10n.text.words import words

_EDGES = " .,:;!?…¿¡\"'“”‘’«»„*_()—–-。！？、：；؟،।"
_QUOTES = str.maketrans("“”„«»‘’‚", '""""' + '"' + "'''")
_LIKE = 75.0
"""Likeness (rapidfuzz ratio) from which a word is a form of another: closes, closed; grey, gray."""


def bare(text: str) -> str:
    """The text without case, white space, the shape of quotation marks, and punctuation around it.

    One word keeps its case, as that may tell what it means: May, may; US, us.
    """
    squeezed = " ".join(text.translate(_QUOTES).split()).strip(_EDGES)
    return squeezed.casefold() if " " in squeezed else squeezed


def say_the_same(one: str, other: str, language: str) -> bool:
    """Have the texts the same words but for function words and for endings?"""
    from rapidfuzz.fuzz import ratio

    known = function_words(language)
    first, second = (_content(text, known) for text in (one, other))
    if len(first) != len(second):
        return False
    return all(
        left == right or ratio(left, right) >= _LIKE for left, right in zip(first, second, strict=True)
    )


def _content(text: str, known: frozenset[str]) -> list[str]:
    return [word for word in words(text.casefold()) if word not in known]
