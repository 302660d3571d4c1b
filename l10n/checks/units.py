"""Currencies, units of measure, per cent, and million and billion of the source stand in the translation.

Euros for dollars, kilometres for miles with the same number, `billones` for billion, which are a thousand
times as many: each looks right and is wrong. The unit may be a sign, a code or a word in either text; where a
range has it once, once is enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from l10n.checking.matching import Matched, Pair
from l10n.checking.message import MOST, Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text import numerals, units
from l10n.text.amounts import Amount
from l10n.text.units import Beside

_TIME = "duration"
_RANGE = re.compile(r"[^\w.,;:!?。；]{0,8}(?:[^\W\d_]{1,8}[^\w.,;:!?。；]{1,8}){0,2}|,? ")
"""Between two numbers that can share their unit."""
_FAR = 40
"""Characters that it can have at most."""


def _look(message: Message) -> Iterator[Fault]:
    source = message.source
    if not (source.figures or source.worded):
        return
    found = message.amounts
    yield from _scales(message, found)
    measured = ((pair, wanted) for pair in found.pairs if (wanted := _beside(source, pair[0])))
    doubtful = (item for item in measured if not _has(message.target, item[0][1], item[1]))
    for pair, wanted in islice(doubtful, MOST):
        yield from _unit(message, pair, wanted)


def _unit(message: Message, pair: Pair, wanted: Beside) -> Iterator[Fault]:
    there = _beside(message.target, pair[1])
    raw = message.source.prose[wanted.start : wanted.end]
    if not there:
        if not _is_told(wanted, pair, message):
            yield Fault(message, f"{raw} is missing", raw)
    elif not (_alike(wanted, there) or _elsewhere(wanted, pair, message)):
        new = message.target.prose[there.start : there.end]
        yield Fault(message, f"{raw} has become {new}", raw, new)


def _beside(side: Side, amount: Amount) -> Beside | None:
    return units.names(side.locale).beside(side.prose, amount.start, amount.end)


def _alike(wanted: Beside, there: Beside) -> bool:
    """Is one of them only degrees, or one of them a time, whose number is another's, too?"""
    kinds, others = ({unit.kind for unit in item.units} for item in (wanted, there))
    generic = any(unit.name == "temperature-generic" for unit in wanted.units | there.units)
    return (generic and not kinds.isdisjoint(others)) or (kinds.isdisjoint(others) and _TIME in kinds)


def _elsewhere(wanted: Beside, pair: Pair, message: Message) -> bool:
    """Does the same number stand with the unit in another place of the target, as often as in the source?"""
    there, asked = (
        sum(
            not pair[0].forms.isdisjoint(amount.forms) and _has(side, amount, wanted)
            for amount in [*side.counted, *side.worded]
        )
        for side in (message.target, message.source)
    )
    return there >= asked


def _is_told(wanted: Beside, pair: Pair, message: Message) -> bool:
    """Is the unit there, apart from its number, or one whose word nobody knows?"""
    source, target = message.source, message.target
    names = units.names(target.locale)
    if any(unit.kind == _TIME or unit not in names.known for unit in wanted.units):
        return True
    there = sum(names.count(unit, target.prose) for unit in wanted.units)
    asked = sum(_has(source, amount, wanted) for amount in [*source.counted, *source.worded])
    return there >= asked or _shares(pair[1], target, lambda other: _has(target, other, wanted))


def _has(side: Side, amount: Amount, wanted: Beside) -> bool:
    beside = _beside(side, amount)
    return bool(beside and not beside.units.isdisjoint(wanted.units))


def _shares(amount: Amount, side: Side, has: Callable[[Amount], bool]) -> bool:
    """Does it stand beside another number that has what it lacks: `2 to 3 million`?"""
    for other in [*side.counted, *side.worded]:
        first, last = sorted((amount, other))
        near = other is not amount and last.start - first.end <= _FAR
        if near and _RANGE.fullmatch(side.prose, first.end, last.start) and has(other):
            return True
    return False


def _scales(message: Message, found: Matched) -> Iterator[Fault]:
    """Millions that have become billions, or nothing."""
    source, target = message.source, message.target
    if numerals.words(target.language) is None or numerals.words(source.language) is None:
        return
    for amount, other in found.pairs:
        if amount.scale == other.scale or not amount.wholes.isdisjoint(other.wholes):
            continue
        old, new = _scale(source, amount), _scale(target, other)
        if old and new:
            yield Fault(message, f"{old} has become {new}", old, new)
        elif old and not _shares(other, target, _is_scaled):
            yield Fault(message, f"{old} is missing", old)
        elif new and not _shares(amount, source, _is_scaled):
            yield Fault(message, f"{new} is not in the source", "", new)


def _is_scaled(amount: Amount) -> bool:
    return amount.scale > 0


def _scale(side: Side, amount: Amount) -> str:
    """The words such as `million` at its end."""
    text = side.prose[amount.start : amount.end]
    return (
        text.lstrip("0123456789.,'’ \u00a0\u202f-").strip()
        if amount.scale and not amount.worded
        else (text if amount.scale else "")
    )


CHECK: Final = Check(
    code="units",
    severity=Severity.ERROR,
    summary="Currencies, units, per cent and millions are those of the source.",
    examples=(
        Example("It costs $5.", "Custa 5 €.", "$ has become €"),
        Example("It is 5 miles long.", "Tem 5 km de extensão.", "miles has become km"),
        Example("It rose by 12%.", "Subiu 12.", "% is missing"),
        Example(
            "It cost 2 billion euros.", "Costó 2 billones de euros.", "billion has become billones", "es"
        ),
        Example("It costs $2.4 million.", "Custa US$ 2,4 milhões."),
        Example("It cost 2 billion euros.", "Costó 2000 millones de euros.", locale="es"),
        Example("From $5 to $10.", "De 5 à 10 dollars.", locale="fr"),
        Example("It is 12 km long.", "长12公里。", locale="zh"),
    ),
    run=each(_look),
)
