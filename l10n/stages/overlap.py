"""Which texts share sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from l10n.model.entry import Entry

_MOST = 0.5
"""Share of a text, in characters of its sentences, that must stand in another one to be a part of it."""
_COMMON = 20
"""Vanished texts with the same sentence from which the sentence tells nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """An entry and the sentences of its msgid."""

    entry: Entry
    sentences: tuple[str, ...]


class Overlap:
    """The sentences that new texts share with vanished ones."""

    def __init__(self, *, fresh: Sequence[Text], gone: Sequence[Text]) -> None:
        self._fresh, self._gone = fresh, gone
        by_sentence: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(gone):
            for sentence in dict.fromkeys(text.sentences):
                by_sentence[sentence].append(number)
        self._sentences: dict[tuple[int, int], list[str]] = defaultdict(list)
        for at, text in enumerate(fresh):
            for sentence in text.sentences:
                found = by_sentence.get(sentence, ())
                for number in found if len(found) <= _COMMON else ():
                    self._sentences[at, number].append(sentence)

    def split(self) -> list[tuple[Text, list[Text]]]:
        """Vanished texts with the new ones, two or more, that are mostly theirs; each new one once."""
        pairs = [(n, at) for at, n in self._sentences if self._share(at, n, self._fresh[at]) >= _MOST]
        return [
            (self._gone[number], [self._fresh[at] for at in ats])
            for number, ats in self._apart(pairs, lambda number, at: (at, number))
        ]

    def joined(self) -> list[tuple[Text, list[Text]]]:
        """New texts with the vanished ones, two or more, that mostly stand in them; each of these once."""
        pairs = [(at, n) for at, n in self._sentences if self._share(at, n, self._gone[n]) >= _MOST]
        return [
            (self._fresh[at], [self._gone[number] for number in numbers])
            for at, numbers in self._apart(pairs, lambda at, number: (at, number))
        ]

    def alike(self) -> list[tuple[Entry, Entry]]:
        """A new and a vanished text of which the shorter mostly stands in the other, most shared first."""
        pairs = sorted((-sum(map(len, shared)), pair) for pair, shared in self._sentences.items())
        return [
            (self._fresh[at].entry, self._gone[number].entry)
            for _, (at, number) in pairs
            if self._share(at, number, min(self._fresh[at], self._gone[number], key=_length)) >= _MOST
        ]

    def _share(self, at: int, number: int, text: Text) -> float:
        return sum(map(len, self._sentences[at, number])) / _length(text)

    def _apart(
        self, pairs: Iterable[tuple[int, int]], key: Callable[[int, int], tuple[int, int]]
    ) -> Iterator[tuple[int, list[int]]]:
        """Wholes with their parts, two or more, that have no sentence in common; each part once."""
        parts: dict[int, list[int]] = defaultdict(list)
        seen: dict[int, set[str]] = defaultdict(set)
        taken: set[int] = set()
        for whole, part in sorted(pairs):
            shared = self._sentences[key(whole, part)]
            if part not in taken and seen[whole].isdisjoint(shared):
                parts[whole].append(part)
                seen[whole].update(shared)
                taken.add(part)
        return ((whole, found) for whole, found in parts.items() if len(found) > 1)


def _length(text: Text) -> int:
    return sum(map(len, text.sentences))
