"""How the texts of an article use words with capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from l10n.checking.message import Message
from l10n.text import proper


@dataclass(frozen=True, slots=True)
class Usage:
    """How an article uses words with capitals."""

    small: set[str] = field(default_factory=set)
    """Words that the source writes small somewhere."""
    kept: Counter[str] = field(default_factory=Counter)
    """Words that the target has as they are, by the messages in which it does."""
    read: Counter[str] = field(default_factory=Counter)
    """All words of the target, by the messages that have them."""

    def doubtful(self, messages: Iterable[Message]) -> list[Message]:
        """Take the messages in; those come back whose target lacks words that may be names."""
        lacking = []
        for message in messages:
            source, target = message.source.tokens, message.target.tokens
            capitals = {word for word in source if word[:1].isupper() and not word.isupper()}
            self.small.update(source - capitals)
            self.kept.update(capitals & target)
            self.read.update(target)
            if target - source:
                lacking.append((message, capitals))
        return [message for message, capitals in lacking if self._is_doubtful(message, capitals)]

    def _is_doubtful(self, message: Message, capitals: set[str]) -> bool:
        source, target = message.source.tokens, message.target.tokens
        language, prose = message.source.language, message.source.prose
        if any(self.may_stay(word, language) for word in capitals - target):
            return True
        if any(self.may_stay(word, language) and prose.count(word) > 1 for word in capitals):
            return True
        beginnings = {word[0] for word in capitals} | {word[1:2].upper() for word in capitals}
        return any(
            word[0] in beginnings and word[0].isupper() and self.is_new(word) for word in target - source
        )

    def is_new(self, word: str) -> bool:
        """Has only one message of the target the word, with a capital?"""
        return self.read[word] == 1 and not self.read[word.lower()]

    def may_stay(self, word: str, language: str) -> bool:
        """Is it no word that is surely translated?"""
        return word.lower() not in self.small and not proper.is_generic(word, language)
