"""Which text of a file an entry had before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from l10n.catalog.chunks import Chunk
from l10n.model.entry import Entry

_WAYS: tuple[Callable[[Entry], Hashable], ...] = (
    id,
    lambda entry: (entry.key, entry.obsolete, entry.msgstr),
    lambda entry: (entry.key, entry.msgstr),
    lambda entry: (entry.key, entry.obsolete),
    lambda entry: entry.key,
    lambda entry: entry.msgstr or None,
)
"""What an entry and its old text have in common, the best first; a new source keeps its translation's."""


def matched(entries: Sequence[Entry], chunks: Sequence[Chunk]) -> Iterator[tuple[int, int | None]]:
    """For each entry its number and that of its chunk; None for one that is new. No chunk serves twice."""
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(chunks)))
    for way in _WAYS:
        waiting = [at for at in range(len(entries)) if at not in found]
        if not waiting or not free:
            break
        known: dict[Hashable, list[int]] = {}
        for number in reversed(free):
            known.setdefault(way(chunks[number].entry), []).append(number)
        known.pop(None, None)
        for at in waiting:
            numbers = known.get(way(entries[at]))
            if numbers and bool(chunks[numbers[-1]].entry.plural) == bool(entries[at].plural):
                found[at] = numbers.pop()
                del free[found[at]]
    return ((at, found.get(at)) for at in range(len(entries)))
