"""Which amount of a source is which of its translation."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from l10n.checking.message import Message
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


def matched(message: Message) -> Matched:
    """The amounts of both sides, each of the source with its own of the target where there is one."""
    source = [*message.source.counted, *(a for a in message.source.worded if _counts(a))]
    figures = message.target.counted
    pairs, lost = _paired(source, figures)
    used = {target.start for _, target in pairs}
    spare: list[Amount] = []
    if lost:
        spare = message.target.worded
        more, lost = _paired(lost, spare)
        pairs += more
        worded = {target.start for _, target in more}
        spare = [amount for amount in spare if amount.start not in worded and _counts(amount)]
    extra = [amount for amount in figures if amount.start not in used]
    return Matched(sorted(pairs), sorted(lost), extra, spare)


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
