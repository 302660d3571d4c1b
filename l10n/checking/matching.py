"""Which amount of a source is which of its translation."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from l10n.checking.side import Side
from l10n.text.amounts import Amount

Pair = tuple[Amount, Amount]
"""Of the source and of the target."""


class Matched(NamedTuple):
    """The amounts of a message, all in order."""

    pairs: list[Pair]
    lost: list[Amount]
    """Those of the source that the target does not have."""
    extra: list[Amount]
    """Those in figures that only the target has."""
    spare: list[Amount]
    """Those in words that only the target has."""


def _strict(amount: Amount) -> Iterable[str]:
    return (f"{form} {amount.scale}" for form in amount.forms)


def _keys() -> tuple[Callable[[Amount], Iterable[str]], ...]:
    """What two amounts must share, the surest first: `2.4 million`, 2,400,000, 2.4."""
    return _strict, lambda amount: amount.wholes, lambda amount: amount.forms


def matched(source: Side, target: Side) -> Matched:
    """The amounts of both sides, each of the source with its own of the target where there is one.

    Figures are looked for among figures first, and words among words.
    """
    figures, words = target.counted, [a for a in source.worded if _counts(a)]
    if not words and _is_same(source.counted, figures):
        return Matched(list(zip(source.counted, figures, strict=True)), [], [], [])
    pairs, lost = _paired(source.counted, figures)
    spare = target.worded if lost or words else []
    more, words = _paired(words, spare)
    across, lost = _paired([*lost, *words], [*_unused(figures, pairs), *_unused(spare, more)])
    pairs = sorted([*pairs, *more, *across])
    return Matched(
        pairs, sorted(lost), _unused(figures, pairs), [a for a in _unused(spare, pairs) if _counts(a)]
    )


def _is_same(source: list[Amount], target: list[Amount]) -> bool:
    """Are they the same in the same order, as most often?"""
    return len(source) == len(target) and all(
        left.scale == right.scale and not left.forms.isdisjoint(right.forms)
        for left, right in zip(source, target, strict=True)
    )


def _unused(amounts: list[Amount], pairs: list[Pair]) -> list[Amount]:
    used = {target.start for _, target in pairs}
    return [amount for amount in amounts if amount.start not in used]


def _counts(amount: Amount) -> bool:
    """In words, one is mostly an article, and first and second have other meanings."""
    return amount.scale > 0 or amount.forms.isdisjoint(("1", "2") if amount.ordinal else ("1",))


def _paired(source: list[Amount], target: list[Amount]) -> tuple[list[Pair], list[Amount]]:
    """The pairs, and what is left of the source."""
    pairs: list[Pair] = []
    used: set[int] = set()
    for keys in _keys():
        found: defaultdict[str, deque[Amount]] = defaultdict(deque)
        for amount in target:
            if amount.start not in used:
                for key in keys(amount):
                    found[key].append(amount)
        left = []
        for amount in source:
            other = _first(amount, keys, found, used)
            if other:
                used.add(other.start)
                pairs.append((amount, other))
            else:
                left.append(amount)
        source = left
        if not source:
            break
    return pairs, source


def _first(
    amount: Amount,
    keys: Callable[[Amount], Iterable[str]],
    found: defaultdict[str, deque[Amount]],
    used: set[int],
) -> Amount | None:
    for key in sorted(keys(amount)):
        while found[key]:
            if (other := found[key].popleft()).start not in used:
                return other
    return None
