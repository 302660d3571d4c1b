"""Function words: what tells a language's sentences from names, titles and terms."""

from __future__ import annotations

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


@cache
def _rows() -> dict[str, frozenset[str]]:
    table = (files("l10n") / "data" / "function_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {language: frozenset(words.split()) for language, words in rows}
