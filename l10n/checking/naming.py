"""The names of a source, and what became of them in its translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from l10n.checking.message import MOST, Message
from l10n.checking.usage import Usage
from l10n.text import likeness, proper
from l10n.text.calendar import INFLECTED
from l10n.text.proper import Name
from l10n.text.words import fold

_SHORTEST, _LEAST = 4, 3
_BEGINNING = 4
"""Letters that a name of a place and its adjective share."""
_ENDING = 2
"""Letters at the end of a name that its forms may not share."""
_VOWELS = "aeio"
"""What Romance languages end words with that others do not: Modelo, Presidente."""
_FEW = 2
"""Names of a message that can be lost without a translation that has capitals, too."""
_ALONE = 3
"""Words of a text that can be a name alone."""
_PERSON = re.compile(r"(?:\b[Bb]y|\b(?:Dr|Mrs?|Ms)\.) \Z")


class Names:
    """The names of a message, those that its target lacks, and the words that may stand for them."""

    def __init__(self, message: Message, usage: Usage) -> None:
        self.source, self.target, self.usage = message.source, message.target, usage
        self.names = [self._in_text(name) for name in proper.names(self.source.prose)[:MOST]]
        self.headline = proper.is_headline(self.source.prose, self.names)
        self._pairs = proper.pairs(self.source.prose)
        self._there = {fold(token) for token in self.target.tokens}
        self._exonyms = proper.exonyms(self.source.locale, self.target.locale)
        found = dict.fromkeys(match[0] for match in proper.CAPITALISED.finditer(self.target.prose))
        words = [re.sub(r"['’]s?\Z", "", word) for word in found if word[0].isupper()]
        self.new = [word for word in words if self.source.tokens.isdisjoint(proper.parts(word))][:MOST]
        """Words with capitals that only the target has."""
        self.lost = [name for name in self.names if not self._is_there(name)]

    def _in_text(self, name: Name) -> Name:
        """What emphasis begins with may be the label of a button, whose capital tells nothing."""
        return name._replace(inside=False) if name.word in self.source.emphasized else name

    def _is_there(self, name: Name) -> bool:
        """Whole, in capitals, as the target calls it, or with an ending?"""
        tokens, parts = self.target.tokens, proper.parts(name.word)
        capitals = {part.upper() for part in parts}
        if tokens.issuperset(parts) or (capitals <= tokens and not capitals <= self.source.tokens):
            return True
        begin = self._beginning(name)
        if begin and any(word.startswith(begin) for word in self._there):
            return True
        if self._stays(name) or self._has_company(name):
            return False
        folded = fold(name.word)
        return not self._there.isdisjoint({folded, *(folded + vowel for vowel in _VOWELS)})

    def _beginning(self, name: Name) -> str:
        """What the target's word for the place begins with, or the name with an ending; else empty."""
        if exonym := self._exonyms.get(name.word):
            return fold(exonym)[:_BEGINNING]
        if self.target.language in INFLECTED and len(name.word) >= _LEAST:
            return fold(name.word)[: max(len(name.word) - _ENDING, _LEAST)]
        return ""

    def _is_own(self, word: str) -> bool:
        """Is it no word that is surely translated?"""
        return self.usage.may_stay(word, self.source.language)

    def _stays(self, name: Name) -> bool:
        """Do most other messages keep it; or a pair of words with it, and a name in that?"""
        if self._is_own(name.word):
            return all(self.usage.stays(part, self.target.prose) for part in proper.parts(name.word))
        return any(
            any(map(self._is_own, pair.split(" "))) and self.usage.stays(pair, self.target.prose)
            for pair in self._pairs_of(name)
        )

    def _is_set(self, name: Name) -> bool:
        """Do all other messages keep a pair of words with it, common though they are: Quay Street?"""
        return any(self.usage.always_stays(pair, self.target.prose) for pair in self._pairs_of(name))

    def _pairs_of(self, name: Name) -> list[str]:
        return [pair for pair in self._pairs if name.word in pair.split(" ")]

    def _has_company(self, name: Name) -> bool:
        """Does a name beside it stay?"""
        return any(
            other is not name
            and self.target.tokens.issuperset(proper.parts(other.word))
            and self._is_own(other.word)
            for other in self._group(name)
        )

    def _group(self, name: Name) -> list[Name]:
        return [other for other in self.names if other.group == name.group]

    def _may_stay(self, name: Name) -> bool:
        """Is it no word that is surely translated, and no capital that a sentence begins with?"""
        if name.word in self._exonyms:
            return True
        own = self._is_own(name.word)
        if self._stays(name) and (own or name.inside or len(self._group(name)) > 1):
            return True
        if self.usage.is_translated(name.word) or not own:
            return False
        return name.inside or self._has_company(name) or self._is_bare

    def is_missing(self, name: Name) -> bool:
        """Has the target neither it nor what may translate it? Other scripts write names in their own way."""
        if not proper.is_latin(self.target.locale):
            return False
        if not self._may_stay(name):
            return self._is_set(name) and self._is_replaced(name)
        return self._is_sure(name) or self._is_alone(name)

    def _is_sure(self, name: Name) -> bool:
        """Is it one that stays: elsewhere in the article, by how it is written, or by where it stands?"""
        if name.mixed or name.word in self._exonyms or self._is_bare or self._stays(name):
            return True
        start = self._group(name)[0].start
        if _PERSON.search(self.source.prose, max(0, start - _SHORTEST), start):
            return True
        return not self.headline and self._has_company(name)

    @cached_property
    def _is_bare(self) -> bool:
        """Are both texts nothing but a name, as in the cell of a table?"""
        words, others = (re.findall(r"[^\W\d_]+", side.prose) for side in (self.source, self.target))
        capitals = all(word[0].isupper() for word in [*words, *others])
        return capitals and 1 < len(words) == len(others) <= _ALONE and all(map(self._is_own, words))

    def _is_alone(self, name: Name) -> bool:
        """Is it inside a sentence, with too little in the target that it may be translated by?"""
        if self.headline or not name.inside or any(likeness.is_alike(name.word, word) for word in self.new):
            return False
        own = [other for other in self.lost if other.inside and self._is_own(other.word)]
        group = [other for other in own if other.group == name.group]
        if len(group) == 1 and len(own) <= _FEW:
            return True
        return 2 * self._translations < len(self.lost) and all(map(self._may_stay, group))

    @cached_property
    def _translations(self) -> int:
        """How many words with capitals the target has inside of sentences that the source has not."""
        return sum(name.inside and name.word in self.new for name in proper.names(self.target.prose))

    def _is_replaced(self, name: Name) -> bool:
        """Is there no word in the target that may translate one of the names beside it?"""
        return not any(
            likeness.is_alike(other.word, word) for other in self._group(name) for word in self.target.tokens
        )

    def form(self, name: Name) -> str:
        """The word of the target that is the name with a fault in it; empty if there is none."""
        if not self._may_stay(name):
            return ""
        sure, small = self._is_sure(name), name.word.lower()
        forms = [word for word in self.new if likeness.is_form(name.word, word, sure=sure)]
        if sure and small in self.target.tokens and (self._stays(name) or self._has_company(name)):
            forms.append(small)
        return max(forms, key=lambda word: likeness.ratio(name.word, word), default="")

    def mistyped(self) -> Iterator[tuple[str, str]]:
        """(name, word) for each word that only this target has, and that is nearly a name of the source."""
        for word in self.new:
            if self.usage.is_new(word):
                name = next((name for name in self.names if self._is_slip(name, word)), None)
                if name:
                    yield name.word, word

    def _is_slip(self, name: Name, word: str) -> bool:
        begin = self._beginning(name)
        if begin and fold(word).startswith(begin):
            return False
        near = likeness.is_slip(name.word, word, most=1) or likeness.is_broken(name.word, word)
        if near and proper.keeps_place(name.word, word, self._pairs_of(name), self.target.prose):
            return True
        own, stays = self._is_own(name.word), self._stays(name)
        if not likeness.is_slip(name.word, word, most=2 if own or stays else 1):
            return likeness.is_broken(name.word, word) and (stays or self._is_set(name))
        return (
            stays or self._is_set(name) or (name.inside and own and not likeness.is_exonym(name.word, word))
        )

    def rarer(self) -> Iterator[str]:
        """Names that the target has less often than the source."""
        for word, count in Counter(name.word for name in self.names).items():
            if count > 1 and self.usage.kept[word] and self._is_own(word):
                found = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", self.target.prose, re.IGNORECASE)
                if 0 < sum(other in (word, word.upper()) for other in found) < count:
                    yield word
