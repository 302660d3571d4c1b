"""Messages that say different things have different translations.

A translation that was pasted into the wrong message reads well where it stands, and says what another
message says. Messages that differ in function words, endings, case or punctuation may have the same
translation, and so may short ones, for which one language has several words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from l10n.checking.message import Batch, Fault, Message
from l10n.checking.quoted import quoted
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text.alike import bare, say_the_same
from l10n.text.words import words

_SHORT = 3
"""Words that a message has at least, if another one with its translation is to be named."""
_OTHERS = 20
"""Messages with the same translation that one is compared with."""


def _run(batch: Batch) -> Iterator[Fault]:
    groups: dict[str, dict[str, list[Message]]] = defaultdict(lambda: defaultdict(list))
    for message in batch.messages:
        groups[bare(message.target.raw).casefold()][bare(message.source.raw).casefold()].append(message)
    for form, by_source in groups.items():
        if form and len(by_source) > 1:
            yield from _different(list(by_source.values()))


def _different(groups: Sequence[Sequence[Message]]) -> Iterator[Fault]:
    """The messages whose translation a message that says something else has as well, as often or oftener."""
    ranked = sorted(groups, key=len, reverse=True)
    for number, group in enumerate(ranked):
        others = (
            other for at, other in enumerate(ranked[:_OTHERS]) if at != number and len(other) >= len(group)
        )
        for other in others:
            if _is_another(group[0], other[0]):
                what = f"it also stands for {quoted(other[0], other[0].source)}"
                yield from (Fault(message, what) for message in group)
                break


def _is_another(one: Message, other: Message) -> bool:
    first, second = one.source.raw, other.source.raw
    if max(len(words(first)), len(words(second))) < _SHORT:
        return False
    return not say_the_same(first, second, one.source.language)


CHECK: Final = Check(
    code="reused",
    severity=Severity.WARNING,
    summary="Messages that say different things have different translations.",
    examples=(
        Example(
            "The harbour is open.",
            "O porto está fechado.",
            "it also stands for “The harbour is closed.”",
            more=(("The harbour is closed.", "O porto está fechado."),),
        ),
        Example("The ports are closed.", "Fechado.", more=(("A port is closed.", "Fechado."),)),
        Example("Okay", "Certo", more=(("All right", "Certo"),)),
    ),
    run=_run,
    wide=True,
)
