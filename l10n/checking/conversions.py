"""Amounts that people converted: 5 miles as 8 km, or both."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from l10n.checking.message import Message
from l10n.checking.side import Side
from l10n.text import units
from l10n.text.amounts import Amount
from l10n.text.units import Unit

_LONGEST = 12
"""Digits of an amount that people convert."""


def unconverted(message: Message, lost: list[Amount], extra: list[Amount]) -> list[Amount]:
    """Those of `lost` that the target has not in another unit; what stands for them leaves `extra`."""
    if not extra:
        return lost
    measured = [
        (amount, *measure)
        for amount in message.source.counted
        for measure in _measures(message.source, amount)
    ]
    gone: set[int] = set()
    for other in list(extra) if measured else ():
        for number, unit in _measures(message.target, other):
            for amount, own, its in measured:
                if other in extra and units.converted(own, its, number, unit):
                    extra.remove(other)
                    gone.add(amount.start)
    return [amount for amount in lost if amount.start not in gone]


def _measures(side: Side, amount: Amount) -> Iterator[tuple[Decimal, Unit]]:
    """Its number with each of the units that it can have."""
    beside = units.names(side.locale).beside(side.prose, amount.start, amount.end)
    for unit in beside.units if beside else ():
        for form in amount.wholes:
            if len(form) <= _LONGEST:
                try:
                    yield Decimal(form), unit
                except InvalidOperation:  # a time or a version
                    continue
