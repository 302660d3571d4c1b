"""The numbers of the source stand in the translation, in figures or in words, written as its locale does.

A wrong number misleads readers, and nobody sees it who does not compare. It need not look the same: 1,234.5
is 1.234,5 in Portuguese, 6:30 p.m. is 18h30, three can be 3, 2.4 million 2,400,000, the 18th century the
século XVIII, and 5 miles 8 km. A figure that stands as English writes it, and that the locale reads as
another number, is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking import conversions, liberties
from l10n.checking.matching import Pair
from l10n.checking.message import MOST, Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text import clock, figures
from l10n.text.amounts import Amount, dotted
from l10n.text.words import SPACELESS

_TWICE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)\s+(?=\1(?!\w|[.,]\d))")
_HALF = re.compile("[ap][.]?m", re.IGNORECASE)


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    if not (source.figures or target.figures or source.worded):
        return
    yield from _doubled(message)
    found = message.amounts
    yield from _mornings(message, found.pairs)
    if not (found.lost or found.extra):
        return
    extra, spare = found.extra[:MOST], found.spare[:MOST]
    lost = conversions.unconverted(message, found.lost[:MOST], extra)
    lost = [
        amount for amount in lost if not any(_otherwise(amount, others, target) for others in (extra, spare))
    ]
    if not any(_in_word(target, amount) for amount in extra):
        lost = [amount for amount in lost if not _in_word(source, amount)]
    extra = [amount for amount in extra if not liberties.may_be_added(amount, message)]
    lost = [
        amount
        for amount in lost
        if amount.worded or not liberties.may_be_left_out(amount, message, extra=bool(extra))
    ]
    yield from _differences(message, lost, extra, spare)


def _differences(
    message: Message, lost: list[Amount], extra: list[Amount], spare: list[Amount]
) -> Iterator[Fault]:
    for amount in lost:
        text = _text(message.source, amount)
        choice = [other for other in [*extra, *spare] if other.ordinal == amount.ordinal or not other.worded]
        if choice:
            (extra if choice[0] in extra else spare).remove(choice[0])
            yield _changed(message, text, _text(message.target, choice[0]))
        elif not amount.worded or liberties.must_stay(amount, message):
            yield Fault(message, f"{text} is missing", text)
    for amount in extra:
        text = _text(message.target, amount)
        if not _in_word(message.target, amount):
            yield Fault(message, f"{text} is not in the source", "", text)


def _doubled(message: Message) -> Iterator[Fault]:
    """Numbers that stand twice, side by side, and do not in the source."""
    if _TWICE.search(message.target.prose) and not _TWICE.search(message.source.prose):
        for match in _TWICE.finditer(message.target.prose):
            yield Fault(message, f"{match[1]} is there twice", "", f"{match[0]}{match[1]}")


def _mornings(message: Message, pairs: list[Pair]) -> Iterator[Fault]:
    """Times of the afternoon that the target puts into the morning: 6:30 p.m. as 6h30."""
    afternoon = {time.start: time for time in clock.clocks(message.source.prose) if time.hour > clock.NOON}
    locale, prose = message.target.locale, message.target.prose
    if not afternoon or clock.has_halves(locale) or clock.tells_part(prose, locale):
        return
    for amount, other in pairs:
        time = afternoon.get(amount.start)
        old, new = _text(message.source, amount), _text(message.target, other)
        if not (time and time.half) or other.worded or _HALF.search(new):
            continue
        if other.forms.isdisjoint(dotted(time.in_24_hours)):
            yield _changed(message, old, new)


def _in_word(side: Side, amount: Amount) -> bool:
    """Is it part of a name, as in GPLv3?"""
    return side.prose[amount.start - 1 : amount.start].isalpha() and side.language not in SPACELESS


def _otherwise(amount: Amount, others: list[Amount], target: Side) -> bool:
    """Takes out of `others` what is the same year, counted or written otherwise, or the same version."""
    for other in others:
        same_version = figures.as_is(_text(target, other)) in amount.forms
        if same_version or liberties.is_same_year(amount, other, target):
            others.remove(other)
            return True
    return False


def _changed(message: Message, old: str, new: str) -> Fault:
    what = f"{old} is written as in the source" if old == new else f"{old} has become {new}"
    return Fault(message, what, old, new)


def _text(side: Side, amount: Amount) -> str:
    return side.prose[amount.start : amount.end]


CHECK: Final = Check(
    code="numbers",
    severity=Severity.ERROR,
    summary="Numbers are those of the source, as the locale writes them.",
    examples=(
        Example("It rose by 12.5%.", "Subiu 15,2%.", "12.5 has become 15,2"),
        Example("All 63 shops closed.", "Todas as lojas fecharam.", "63 is missing"),
        Example("The shops closed.", "As 63 lojas fecharam.", "63 is not in the source"),
        Example("It costs 1,234 euros.", "Custa 1,234 euros.", "1,234 is written as in the source"),
        Example("Thirty people came.", "Vieram treze pessoas.", "Thirty has become treze"),
        Example("1,250.75 for three of 40,000.", "1.250,75 para 3 de 40 mil."),
        Example("At 6:30 p.m. in the 18th century.", "Às 18h30 do século XVIII."),
        Example("12.5 km in the 1990s.", "12,5 km dans les années 90.", locale="fr"),
        Example("125,000 people", "12.5万人", locale="ja"),
    ),
    run=each(_look),
)
