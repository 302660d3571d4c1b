"""Names arrive whole, and in one form through an article.

Engines cut names and people mistype them: Harge for Hargeisa, Callaway for Calloway. Cities and countries are
looked for under what the target calls them; endings of languages that decline names are no fault. What a
headline or a sentence begins with is no name by itself. Words that are often translated inside of names, such
as street or university, are those that other messages of the article keep.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Batch, Fault, Message
from l10n.checking.naming import Names
from l10n.checking.usage import Usage
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text.proper import Name


def _run(batch: Batch) -> Iterator[Fault]:
    usage = Usage()
    for message in usage.doubtful(batch.messages):
        yield from _look(message, usage)


def _look(message: Message, usage: Usage) -> Iterator[Fault]:
    names = Names(message, usage)
    mistyped = dict(names.mistyped())
    for word, found in mistyped.items():
        yield Fault(message, f"{word} has become {found}", word, found)
    yield from _lost(message, names, [name for name in names.lost if name.word not in mistyped])
    for word in names.rarer():
        if word not in mistyped:
            yield Fault(message, f"{word} is there less often", word)


def _lost(message: Message, names: Names, lost: list[Name]) -> Iterator[Fault]:
    missing: dict[int, list[Name]] = defaultdict(list)
    for name in lost:
        if found := names.form(name):
            names.new = [word for word in names.new if word != found]
            yield Fault(message, f"{name.word} has become {found}", name.word, found)
        elif names.is_missing(name):
            missing[name.group].append(name)
    for group in missing.values():
        phrase = message.source.prose[group[0].start : group[-1].end]
        yield Fault(message, f"{phrase} is missing", phrase)


_KEPT = (("Renn met Ines Calloway.", "Renn encontrou Ines Calloway."),)

CHECK: Final = Check(
    code="names",
    severity=Severity.WARNING,
    summary="Names are whole, and the same through an article.",
    examples=(
        Example("She told the Hargeisa Herald.", "Ela contou ao Harge Herald.", "Hargeisa has become Harge"),
        Example("Then Calloway left.", "Depois Callaway saiu.", "Calloway has become Callaway", more=_KEPT),
        Example("Then Calloway left.", "Depois a prefeita saiu.", "Calloway is missing", more=_KEPT),
        Example("He flew to London.", "Ele voou para Paris.", "London is missing"),
        Example("He flew to London.", "Ele voou para Londres."),
        Example("Maria Nowak spoke.", "Rozmawiano z Marią Nowakową.", locale="pl"),
        Example("The Marine Station closed.", "A Estação Marinha fechou."),
        Example("Ines Calloway left.", "伊内斯·卡洛韦离开了。", locale="zh"),
    ),
    run=_run,
)
