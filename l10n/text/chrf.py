"""chrF (Popović 2015): how alike two texts are, by their sequences of characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_ORDER = 6
"""Longest sequences that are compared."""
_BETA = 2
"""By how much recall, of what the reference has, counts more than precision."""


def chrf(pairs: Iterable[tuple[str, str]]) -> float | None:
    """chrF of (hypothesis, reference) pairs together, from 0 to 100; None where there are no pairs.

    White space does not count. Lengths that one side has no sequences of are left out of the mean.
    """
    counts = [[0, 0, 0] for _ in range(_ORDER)]
    some = False
    for hypothesis, reference in pairs:
        some = True
        for size in range(_ORDER):
            ours, theirs = _sequences(hypothesis, size + 1), _sequences(reference, size + 1)
            found = (ours.total() if theirs else 0, theirs.total(), (ours & theirs).total())
            counts[size] = [sum(both) for both in zip(counts[size], found, strict=True)]
    return _score(counts) if some else None


def _sequences(text: str, size: int) -> Counter[str]:
    plain = "".join(text.split())
    return Counter(plain[at : at + size] for at in range(len(plain) - size + 1))


def _score(counts: Iterable[list[int]]) -> float:
    """The score of [ours, theirs, in common] for each length."""
    shares = [(same / ours, same / theirs) for ours, theirs, same in counts if ours and theirs]
    precision, recall = (sum(share[side] for share in shares) / max(1, len(shares)) for side in (0, 1))
    if not precision + recall:
        return 0.0
    return 100 * (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall)
