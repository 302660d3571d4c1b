"""A translation is not its source, nor do sentences of that stand in it as they are.

A text that was copied and never translated passes for a finished one. Names, titles of works, code and what
a project keeps look the same in both languages. A few words are taken for untranslated where the other
messages of the article have translations for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from l10n.checking.left import left
from l10n.checking.message import Batch, Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text import words
from l10n.text.function_words import telling
from l10n.text.lengths import size
from l10n.text.works import is_credit

_MANY = 3
"""Words, not of names, that no two languages have alike by chance."""
_HEADS = ("heading", "title", "front matter", "header", "meta")
"""Kinds of messages in which words with capitals may be no names."""
_ENDS = '.!?…:;()。！？।؟"“”«»—–'


def _run(batch: Batch) -> Iterator[Fault]:
    article = _Article(batch)
    for message in batch.messages:
        source, target = message.source, message.target
        if source.language == target.language or not source.words:
            continue
        if source.folded == target.folded:
            if article.is_text(message):
                yield Fault(message, "same as the source")
        elif found := _sentences(source, target):
            yield Fault(message, f"left in the source language: {found}", target=found)


def _sentences(source: Side, target: Side) -> str:
    """The longest stretch of the target that is one of the source's and much of a sentence."""
    known = telling(source.language, target.language)
    if known.isdisjoint(target.folded):
        return ""
    here, there = source.own_prose, target.own_prose
    parts = [
        there[start:end]
        for start, end in left(here, there, known)
        if _is_sentence(there[start:end], there[:start].rstrip()[-1:], there[end : end + 1])
    ]
    return max(parts, key=len, default="")


def _is_sentence(text: str, before: str, after: str) -> bool:
    found = words.words(text)
    lower = _lower(found)
    if len(found) < _MANY:
        return lower > 0 and all(not sign or sign in _ENDS for sign in (before, after))
    return lower > 1 and 2 * lower >= len(found)


def _lower(found: list[str]) -> int:
    """How many words have no capital; each two signs of Chinese and the like count as one."""
    return sum(max(1, (size(word) - len(word)) // 2) for word in found if not word[0].isupper())


class _Article:
    """The messages of an article, and what became of their words."""

    def __init__(self, batch: Batch) -> None:
        self._messages = batch.messages
        self._keep = {word for name in batch.rules.keep for word in name.casefold().split()}

    def is_text(self, message: Message) -> bool:
        """Has a message that is the same in both languages something to translate?"""
        known = telling(message.source.language, message.target.language)
        found = self._words(message.source)
        lower = _lower(found)
        function = known.intersection(word.casefold() for word in found)
        if lower >= _MANY or (function and 2 * lower >= len(found)):
            return True
        if message.kind.startswith(_HEADS) and len(function) > 1:
            return True
        return self._are_translated(found)

    def _words(self, source: Side) -> list[str]:
        """Those that are the text's own; all of one that is nothing but a quotation."""
        own = words.words(source.own_prose)
        found = own if own or is_credit(source.prose) else source.words
        return [word for word in found if word.casefold() not in self._keep]

    def _are_translated(self, found: list[str]) -> bool:
        """Have other messages translations for all of the words, which are not a name?"""
        capitals = sum(char.isupper() for word in found for char in word)
        known = (self._translated[word.casefold()] > 0 for word in found)
        return bool(found) and capitals <= 1 and all(known)

    @cached_property
    def _translated(self) -> Counter[str]:
        """How much oftener each word was translated than kept, in texts that were translated."""
        found: Counter[str] = Counter()
        for message in self._messages:
            source, target = set(message.source.folded), set(message.target.folded)
            if source != target:
                found.update(source - target)
                found.subtract(source & target)
        return found


CHECK: Final = Check(
    code="untranslated",
    severity=Severity.ERROR,
    summary="It is not its source, and no sentence of that is left in it.",
    examples=(
        Example("The sea rose by a metre.", "The sea rose by a metre.", "same as the source"),
        Example(
            "The sea rose. Nobody was hurt.",
            "O mar subiu. Nobody was hurt.",
            "left in the source language: Nobody was hurt",
        ),
        Example("Tides", "Tides", "same as the source", more=(("The tides rose.", "As marés subiram."),)),
        Example("Hospital", "Hospital"),
        Example("Rosa Tennant, Port Ellery", "Rosa Tennant, Port Ellery"),
        Example("He read “The Turn of the Tide”.", "Ele leu “The Turn of the Tide”."),
    ),
    run=_run,
)
