"""How the texts of an article use words with capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from l10n.checking.message import Message
from l10n.text import proper

_MOST_LOST = 0.5
"""Share of the other messages with a word whose targets may lack it if it is one that stays."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What an article does with each word, in how many of its messages."""

    small: set[str] = field(default_factory=set)
    """Words that the source writes small somewhere."""
    seen: Counter[str] = field(default_factory=Counter)
    """Words that the source has with a capital."""
    kept: Counter[str] = field(default_factory=Counter)
    """Those that the target has as they are."""
    """Pairs of words side by side are counted like words, with a space."""
    read: Counter[str] = field(default_factory=Counter)
    """All words of the target."""

    def doubtful(self, messages: Iterable[Message]) -> list[Message]:
        """Take the messages in; those come back in which a name may be lost or mistyped."""
        taken = [(message, self._take(message)) for message in messages]
        return [message for message, capitals in taken if self._is_doubtful(message, capitals)]

    def _take(self, message: Message) -> set[str]:
        source, target = message.source.tokens, message.target.tokens
        capitals = {word for word in source if word[:1].isupper() and not word.isupper()}
        self.small.update(source - capitals)
        pairs = proper.pairs(message.source.prose) if len(capitals) > 1 else set()
        self.seen.update(capitals | pairs)
        self.kept.update(capitals & target)
        self.kept.update(pair for pair in pairs if pair in message.target.prose)
        self.read.update(target)
        return capitals

    def _is_doubtful(self, message: Message, capitals: set[str]) -> bool:
        source, target = message.source.tokens, message.target.tokens
        if source == target:
            return False
        language, prose = message.source.language, message.source.prose
        for word in capitals:
            if word not in target:
                if self.may_stay(word, language) or self.kept[word]:
                    return True
            elif self.kept[word] > 1 and prose.count(word) > 1:
                return True
        beginnings = {letter for word in capitals for letter in word[:2].upper()}
        return any(
            word[0] in beginnings and word[0].isupper() and self.is_new(word) for word in target - source
        )

    def may_stay(self, word: str, language: str) -> bool:
        """Is it no word that is surely translated?"""
        return word.lower() not in self.small and not proper.is_generic(word, language)

    def stays(self, words: str, target: str) -> bool:
        """Do most of the messages but that with this target keep the word, or the pair of words?"""
        kept, seen = self.kept[words] - (words in target), self.seen[words] - 1
        return kept > 0 and kept > seen * _MOST_LOST

    def always_stays(self, pair: str, target: str) -> bool:
        """Do all the messages but that with this target keep the pair of words?"""
        kept = self.kept[pair] - (pair in target)
        return kept > 0 and kept == self.seen[pair] - 1

    def is_translated(self, word: str) -> bool:
        """Do other messages have it, and none of them keeps it?"""
        return self.seen[word] > 1 and not self.kept[word]

    def is_new(self, word: str) -> bool:
        """Has only one message of the target the word, with a capital?"""
        return self.read[word] == 1 and not self.read[word.lower()]
