"""Messages with the same text have the same translation in all articles of a locale.

A button, a heading or a warning that is called otherwise on each page confuses readers. White space, case,
quotation marks and what ends a text do not count; messages with different contexts may differ. Where most
say one thing, the others are named; where nothing prevails, all are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from l10n.checking.message import Batch, Fault, Message
from l10n.checking.quoted import quoted
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text.alike import bare


def _run(batch: Batch) -> Iterator[Fault]:
    groups: dict[tuple[str | None, str], list[Message]] = defaultdict(list)
    for message in batch.messages:
        groups[message.entry.context, bare(message.source.raw)].append(message)
    for (_, form), group in groups.items():
        if form and len(group) > 1:
            yield from _differing(group)


def _differing(group: Sequence[Message]) -> Iterator[Fault]:
    forms = [bare(message.target.raw).casefold() for message in group]
    ranked = Counter(forms).most_common()
    if len(ranked) == 1:
        return
    usual = ranked[0][0] if ranked[0][1] > ranked[1][1] else None
    for message, form in zip(group, forms, strict=True):
        if form != usual:
            others = zip(group, forms, strict=True)
            other = next(m for m, f in others if f != form and (f == usual or usual is None))
            yield Fault(message, f"elsewhere it is {quoted(other, other.target)}")


CHECK: Final = Check(
    code="inconsistent",
    severity=Severity.WARNING,
    summary="The same text has the same translation in all articles.",
    examples=(
        Example(
            "Read more", "Leia mais", "elsewhere it is “Saiba mais.”", more=(("Read more.", "Saiba mais."),)
        ),
        Example("Read more", "Leia mais", more=(("Read more…", "Leia mais…"),)),
    ),
    run=_run,
    wide=True,
)
