"""New messages that resemble vanished ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.stages.matching import Match, changed

_SIMILAR = 65.0
"""Likeness (rapidfuzz ratio, 0 to 100) from which a new message counts as an edited old one."""
_SHORT = 60
"""Characters up to which a message is also known by its trigrams: it may have no word that stayed."""
_FEW = 50
"""So few entries are all compared."""
_RARE = 16
"""Words of a message by which entries are looked for, the rarest ones."""
_COMMON = 500
"""Entries with the same word from which the word tells nothing."""
_NEAR = 12
"""Entries a message is compared with, those with the most words in common."""


def edited(fresh: Sequence[Entry], left: Sequence[Entry]) -> dict[Key, Match]:
    """For each new message the vanished entry most like it; each serves once, the best pair first."""
    gone = [entry for entry in left if not entry.obsolete]
    result: dict[Key, Match] = {}
    taken: set[int] = set()
    for _, number, index in sorted(_pairs(fresh, gone)) if fresh and gone else ():
        message, known = fresh[number], gone[index]
        if message.key not in result and index not in taken:
            result[message.key] = changed(message, known)
            taken.add(index)
    return result


def _pairs(fresh: Sequence[Entry], gone: Sequence[Entry]) -> Iterator[tuple[float, int, int]]:
    """(less for more likeness, number of the message, number of the entry) of pairs that are alike."""
    from rapidfuzz import fuzz

    near = _Index([entry.msgid for entry in gone])
    for number, message in enumerate(fresh):
        for index in near(message.msgid):
            score = fuzz.ratio(message.msgid, gone[index].msgid, score_cutoff=_SIMILAR)
            if score:
                yield -score, number, index


class _Index:
    """Finds the texts with the most words in common; comparing all with all takes minutes for 20,000."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = range(len(texts))
        self._by_word: dict[str, list[int]] = {}
        for number, text in enumerate(texts if len(texts) > _FEW else ()):
            for word in _words(text):
                self._by_word.setdefault(word, []).append(number)

    def __call__(self, text: str) -> Sequence[int]:
        if not self._by_word:
            return self._all
        known = sorted((len(self._by_word[w]), w) for w in _words(text) if w in self._by_word)[:_RARE]
        shared = Counter(number for count, w in known if count <= _COMMON for number in self._by_word[w])
        return [number for number, _ in shared.most_common(_NEAR)]


def _words(text: str) -> set[str]:
    words = set(re.findall(r"\w+", text))
    return words | {text[at : at + 3] for at in range(len(text) - 2)} if len(text) <= _SHORT else words
