"""A translation is about as long as its source, and titles and descriptions have room where they are shown.

What is far too short has lost text, and what is far too long has too much of it, or that of another
message. How long a translation is usually was measured for each language; the shorter a text is, the more
it may differ. A search engine cuts longer titles and descriptions, at whatever word; where the source is
too long as well, that is not the translator's to mend.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Batch, Fault, Message
from l10n.checking.rules import Rules
from l10n.model.finding import Severity
from l10n.ports import Check, Example
from l10n.text.lengths import growth, size

_SHORTEST = 20
"""Size of a source from which the length of its translation tells something."""
_SPREADS = 2.6
"""Standard deviations by which a long text may differ from the usual."""
_MORE = 1.5
"""By how much more a short one may, times the square root of its size."""
_TITLES = frozenset({"front matter: title", "header: title", "title"})
_DESCRIPTIONS = frozenset({"front matter: description", "header: description", "meta description"})


def _run(batch: Batch) -> Iterator[Fault]:
    for message in batch.messages:
        yield from _unusual(message)
        yield from _too_long(message, batch.rules)


def _unusual(message: Message) -> Iterator[Fault]:
    source, target = size(message.source.prose), size(message.target.prose)
    if source < _SHORTEST:
        return
    ratio, spread = growth(message.source.locale, message.target.locale)
    usual = source * ratio
    if abs(math.log(max(target, 1) / usual)) > _SPREADS * spread + _MORE / math.sqrt(source):
        what = "short" if target < usual else "long"
        yield Fault(message, f"too {what}: {target} characters for {source}, usual are about {usual:.0f}")


def _too_long(message: Message, rules: Rules) -> Iterator[Fault]:
    most = rules.title if message.kind in _TITLES else rules.description
    if most and message.kind in _TITLES | _DESCRIPTIONS:
        source, target = len(message.source.prose), len(message.target.prose)
        if source <= most < target:
            name = message.kind.split()[-1]
            yield Fault(message, f"the {name} has {target} characters, more than {most}")


CHECK: Final = Check(
    code="length",
    severity=Severity.WARNING,
    summary="It is about as long as its source, and titles and descriptions are not too long.",
    examples=(
        Example(
            "The sea rose by three metres. It took two boats with it.",
            "O mar subiu três metros.",
            "too short: 24 characters for 56, usual are about 62",
        ),
        Example(
            "The harbour is closed until Monday.",
            "O porto fica fechado até segunda-feira. O porto fica fechado até segunda-feira, diz ela.",
            "too long: 88 characters for 35, usual are about 38",
        ),
        Example(
            "The harbour in a winter storm",
            "O porto durante uma tempestade de inverno",
            "the title has 41 characters, more than 40",
            kind="front matter: title",
            rules=Rules(title=40),
        ),
        Example("The sea rose by three metres.", "O mar subiu três metros."),
        Example("The ferries do not run before Monday.", "渡轮周一之前不开。", locale="zh_Hans"),
        Example("OK", "Está bem"),
    ),
    run=_run,
)
