"""The names of a source, and what became of them in its translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from l10n.checking.message import Message
from l10n.checking.usage import Usage
from l10n.text import proper
from l10n.text.calendar import INFLECTED
from l10n.text.names import is_cut
from l10n.text.proper import Name
from l10n.text.stems import fold

_LIKE, _VERY_LIKE = 70.0, 84.0
"""Likeness (rapidfuzz ratio) from which a word may be a name; the second where nothing else tells."""
_SHORTEST = 4
_BEGINNING = 4
"""Letters that a name of a place and its adjective share."""
_ENDING = 2
"""Letters at the end of a name that its forms may not share."""
_VOWELS = "aeio"
"""What Romance languages end words with that others do not: Modelo, Presidente."""
_FEW = 2
"""Names of a message that can be lost without a translation that has capitals, too."""
_MOST = 300
"""Words of a translation among which a form is looked for."""
_SENTENCE_OF_NAMES = 3
"""Words of a text that can be a name alone."""


class Names:
    """The names of a message, those that its target lacks, and the words that may stand for them."""

    def __init__(self, message: Message, usage: Usage) -> None:
        self.source, self.target, self.usage = message.source, message.target, usage
        self.names = proper.names(self.source.prose)
        self.headline = proper.is_headline(self.source.prose, self.names)
        self._there = {fold(token) for token in self.target.tokens}
        self._exonyms = proper.exonyms(self.source.locale, self.target.locale)
        found = dict.fromkeys(match[0] for match in proper.CAPITALISED.finditer(self.target.prose))
        words = [word for word in found if word[0].isupper()]
        self.new = [word for word in words if self.source.tokens.isdisjoint(proper.parts(word))][:_MOST]
        """Words with capitals that only the target has."""
        self.lost = [name for name in self.names if not self._is_there(name)]

    def stays(self, name: Name) -> bool:
        """Do the other messages of the article keep it?"""
        if self.usage.may_stay(name.word, self.source.language):
            return all(self.usage.stays(part, self.target.prose) for part in proper.parts(name.word))
        pairs = (pair for pair in self._pairs if name.word in pair.split(" "))
        return any(self.usage.stays(pair, self.target.prose) for pair in pairs)

    @cached_property
    def _pairs(self) -> set[str]:
        return proper.pairs(self.source.prose)

    def _is_there(self, name: Name) -> bool:
        """Whole, in capitals, as the target calls it, or with an ending?"""
        tokens, parts = self.target.tokens, proper.parts(name.word)
        if tokens.issuperset(parts) or tokens.issuperset(part.upper() for part in parts):
            return True
        begin, folded = "", fold(name.word)
        if exonym := self._exonyms.get(name.word):
            begin = fold(exonym)[:_BEGINNING]
        elif self.target.language in INFLECTED and len(name.word) >= _SHORTEST:
            begin = folded[:-_ENDING]
        if begin and any(word.startswith(begin) for word in self._there):
            return True
        if self.stays(name) or self._has_company(name):
            return False
        return not self._there.isdisjoint({folded, *(folded + vowel for vowel in _VOWELS)})

    def may_stay(self, name: Name) -> bool:
        """Is it no word that is surely translated, and no capital that a sentence begins with?"""
        if name.word in self._exonyms or (self.stays(name) and self._is_phrase(name)):
            return True
        if self.usage.is_translated(name.word) or not self.usage.may_stay(name.word, self.source.language):
            return False
        return name.inside or self._has_company(name) or self.is_bare

    def _is_phrase(self, name: Name) -> bool:
        """Is it inside a sentence, beside other names, or no word at all?"""
        beside = sum(other.group == name.group for other in self.names) > 1
        return name.inside or beside or self.usage.may_stay(name.word, self.source.language)

    @cached_property
    def is_bare(self) -> bool:
        """Are both texts nothing but a name, and not the same, as in the cell of a table?"""
        words, others = (re.findall(r"[^\W\d_]+", side.prose) for side in (self.source, self.target))
        return (
            1 < len(words) == len(others) <= _SENTENCE_OF_NAMES
            and all(word[0].isupper() for word in [*words, *others])
            and all(self.usage.may_stay(word, self.source.language) for word in words)
        )

    def _has_company(self, name: Name) -> bool:
        """Does a name beside it stay?"""
        return any(
            other.group == name.group
            and other is not name
            and self.target.tokens.issuperset(proper.parts(other.word))
            and self.usage.may_stay(other.word, self.source.language)
            for other in self.names
        )

    def is_sure(self, name: Name) -> bool:
        """Is it one that stays: elsewhere in the article, by how it is written, or beside one that stays?"""
        if name.mixed or name.word in self._exonyms or self.is_bare or self.stays(name):
            return True
        return not self.headline and self._has_company(name)

    def is_alone(self, name: Name) -> bool:
        """Is it inside a sentence, with too little in the target that it may be translated by?"""
        if self.headline or not name.inside:
            return False
        own = [other for other in self.lost if self._is_own(other)]
        group = [other for other in own if other.group == name.group]
        if len(group) == 1 and len(own) <= _FEW:
            return True
        return 2 * self._translations < len(self.lost) and all(map(self.may_stay, group))

    @cached_property
    def _translations(self) -> int:
        """How many words with capitals the target has inside of sentences that the source has not."""
        return sum(name.inside and name.word in self.new for name in proper.names(self.target.prose))

    def rarer(self) -> Iterator[str]:
        """Names that the target has less often than the source."""
        for word, count in Counter(name.word for name in self.names).items():
            if count > 1 and self.usage.kept[word] and self.usage.may_stay(word, self.source.language):
                found = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", self.target.prose, re.IGNORECASE)
                if 0 < sum(other in (word, word.upper()) for other in found) < count:
                    yield word

    def form(self, name: Name) -> str:
        """The word of the target that is the name with a fault in it; empty if there is none."""
        from rapidfuzz.fuzz import ratio

        sure, folded = self.is_sure(name), fold(name.word)
        scored = []
        small = [word for word in (name.word.lower(), folded) if word in self.target.tokens] if sure else []
        for word in [*self.new, *small]:
            likeness = ratio(folded, fold(word))
            like = likeness >= _LIKE if sure else likeness >= _VERY_LIKE and fold(word)[-2:] == folded[-2:]
            if like or is_cut(name.word, word):
                scored.append((likeness, word))
        return max(scored, default=(0.0, ""))[1]

    def mistyped(self) -> Iterator[tuple[str, str]]:
        """(name, word) for each word that only this target has, and that is nearly a name of the source."""
        names = [name for name in self.names if self._is_own(name) or self.stays(name)]
        for word in self.new if names else ():
            if not self.usage.is_new(word):
                continue
            for name in names:
                exonym = not word.isascii() and name.word.isascii() and not self.stays(name)
                if not exonym and proper.is_slip(fold(name.word), fold(word)):
                    yield name.word, word
                    break

    def _is_own(self, name: Name) -> bool:
        return name.inside and self.usage.may_stay(name.word, self.source.language)
