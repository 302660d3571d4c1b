"""The names of a source, and what became of them in its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from l10n.checking.message import Message
from l10n.text import proper
from l10n.text.calendar import INFLECTED
from l10n.text.names import is_cut
from l10n.text.proper import Name
from l10n.text.stems import fold

_LIKE, _VERY_LIKE = 70.0, 84.0
"""Likeness (rapidfuzz ratio) from which a word may be a name, mistyped; the second where nothing else tells."""
_SHORTEST = 4
_BEGINNING = 4
"""Letters that a name of a place and its adjective share."""
_ENDING = 2
"""Letters at the end of a name that its forms may not share."""
_MOST = 300
"""Words of a translation among which a form is looked for."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How an article uses words with capitals."""

    small: set[str] = field(default_factory=set)
    """Words that the source writes small somewhere."""
    kept: Counter[str] = field(default_factory=Counter)
    """Words that the target has as they are, by the messages in which it does."""

    def doubtful(self, messages: Iterable[Message]) -> list[Message]:
        """Take the messages in; those come back whose target lacks words that may be names."""
        lacking = []
        for message in messages:
            source, target = message.source.tokens, message.target.tokens
            capitals = {word for word in source if word[:1].isupper() and not word.isupper()}
            self.small.update(source - capitals)
            self.kept.update(capitals & target)
            if lost := capitals - target:
                lacking.append((message, lost))
        return [
            message
            for message, lost in lacking
            if any(self.may_stay(word, message.source.language) for word in lost)
        ]

    def may_stay(self, word: str, language: str) -> bool:
        """Is it no word that is surely translated?"""
        return word.lower() not in self.small and not proper.is_generic(word, language)


class Names:
    """The names of a message, those that its target lacks, and the words that may stand for them."""

    def __init__(self, message: Message, usage: Usage) -> None:
        self.source, self.target, self.usage = message.source, message.target, usage
        self.names = proper.names(self.source.prose)
        self.headline = proper.is_headline(self.source.prose, self.names)
        self._there = {fold(token) for token in self.target.tokens}
        self._exonyms = proper.exonyms(self.source.locale, self.target.locale)
        known = {fold(token) for token in self.source.tokens}
        found = dict.fromkeys(match[0] for match in proper.CAPITALISED.finditer(self.target.prose))
        self.new = [word for word in found if word[0].isupper() and known.isdisjoint(proper.parts(word))][:_MOST]
        """Words with capitals that only the target has."""
        self.lost = [name for name in self.names if not self._is_there(name)]

    def _is_there(self, name: Name) -> bool:
        """Whole, as the target calls it, or with an ending?"""
        if self._there.issuperset(proper.parts(name.word)):
            return True
        begin = ""
        if exonym := self._exonyms.get(name.word):
            begin = fold(exonym)[:_BEGINNING]
        elif self.target.language in INFLECTED and len(name.word) >= _SHORTEST:
            begin = fold(name.word)[:-_ENDING]
        return bool(begin) and any(word.startswith(begin) for word in self._there)

    def may_stay(self, name: Name) -> bool:
        """Is it no word that is surely translated, and no capital that a sentence begins with?"""
        if not self.usage.may_stay(name.word, self.source.language):
            return False
        return name.inside or bool(self.usage.kept[name.word]) or self._has_company(name)

    def _has_company(self, name: Name) -> bool:
        """Does a name beside it stay?"""
        return any(
            other.group == name.group
            and other not in self.lost
            and self.usage.may_stay(other.word, self.source.language)
            for other in self.names
        )

    def is_sure(self, name: Name) -> bool:
        """Is it one that stays: elsewhere in the article, by how it is written, or beside one that stays?"""
        if name.mixed or name.word in self._exonyms:
            return True
        if self.headline:
            return False
        return bool(self.usage.kept[name.word]) or self._has_company(name)

    def form(self, name: Name) -> str:
        """The word of the target that is the name with a fault in it; empty if there is none."""
        from rapidfuzz.fuzz import ratio

        sure, folded = self.is_sure(name), fold(name.word)
        scored = []
        for word in self.new:
            likeness = ratio(folded, fold(word))
            like = likeness >= _LIKE if sure else likeness >= _VERY_LIKE and fold(word)[-2:] == folded[-2:]
            if like or is_cut(name.word, word):
                scored.append((likeness, word))
        return max(scored, default=(0.0, ""))[1]
