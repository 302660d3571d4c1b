"""What the source denies, the translation denies, and nothing else.

A lost or an added “not” turns a sentence into its contrary, and it reads as well as the right one. Words
are counted, sentence by sentence where both texts have as many, for the languages whose words are known;
what one language denies and another says by a word of its own, such as “impossible” or “unless”, is left
alone, and so are “not only” and the like.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.negations import Negations, is_known, negates, negations


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    if not (is_known(source.language) and is_known(target.language)):
        return
    if not (negates(source.prose, source.language) or negates(target.prose, target.language)):
        return
    lost = added = ""
    for before, after in _pairs(source, target):
        lost, added = lost or before.lost(after), added or after.lost(before)
    if lost and not added:
        yield Fault(message, f"a negation is lost: {lost}", source=lost)
    if added and not lost:
        yield Fault(message, f"a negation is added: {added}", target=added)


def _pairs(source: Side, target: Side) -> list[tuple[Negations, Negations]]:
    """Of each sentence, where both texts have as many; else of the whole. None where both deny as much."""
    whole = negations(source.prose, source.language), negations(target.prose, target.language)
    if whole[0].alike(whole[1]):
        return []
    if len(source.sentences) != len(target.sentences):
        return [whole]
    return list(zip(*(_counted(side) for side in (source, target)), strict=True))


def _counted(side: Side) -> list[Negations]:
    return [negations(side.prose[start:end], side.language) for start, end in side.sentences]


CHECK: Final = Check(
    code="negation",
    severity=Severity.WARNING,
    summary="What the source denies, the translation denies.",
    examples=(
        Example("The bridge is not safe.", "A ponte é segura.", "a negation is lost: not"),
        Example("The bridge is safe.", "A ponte não é segura.", "a negation is added: não"),
        Example(
            "The bridge is never safe.", "El puente es seguro.", "a negation is lost: never", locale="es"
        ),
        Example("Nobody knows anything.", "Ninguém sabe de nada."),
        Example("It is not possible.", "É impossível."),
        Example("Unless it rains, we go.", "Se não chover, vamos."),
        Example("Do not cross.", "请勿通行。", locale="zh_Hans"),
    ),
    run=each(_look),
)
