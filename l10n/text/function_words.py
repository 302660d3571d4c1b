"""Function words: what tells a language's sentences from names, titles and terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def function_words(language: str) -> frozenset[str]:
    """Those of a language, in lower case; none if it is not known."""
    return _rows().get(language, frozenset())


@cache
def telling(language: str, other: str) -> frozenset[str]:
    """Those of a language that another one does not have."""
    return function_words(language) - function_words(other)


def languages() -> Iterable[str]:
    """Those whose function words are known."""
    return _rows()


def spoken(words: Iterable[str]) -> dict[str, int]:
    """How many of the words, in lower case, are function words, by language."""
    known = _speakers()
    found: dict[str, int] = defaultdict(int)
    for word in words:
        for language in known.get(word, ()):
            found[language] += 1
    return found


@cache
def _speakers() -> Mapping[str, tuple[str, ...]]:
    """The languages of each word."""
    found: dict[str, list[str]] = defaultdict(list)
    for language, words in _rows().items():
        for word in words:
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _rows() -> dict[str, frozenset[str]]:
    table = (files("l10n") / "data" / "function_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {language: frozenset(words.split()) for language, words in rows}
