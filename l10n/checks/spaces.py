"""Spaces stand where the source and the locale have them, none is doubled, and no line break is lost.

A doubled space or one before a comma is a slip of the hand that readers see; where one is missing, words run
together, and without its line breaks a poem does. French sets `; : ! ?` and guillemets off with no-break
spaces, in Canada only the colon and guillemets, and in Switzerland people do as they like. A space that may
not break between a number and its unit stays one. What the source has, too, is no fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from l10n.checking.boundaries import run_together
from l10n.checking.message import Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text import locales
from l10n.text.spaces import Slip, french, slips

_UNIT = re.compile(r"(?P<number>\d+)[\u00a0\u202f](?=[^\W\d_]|[%‰°$€£])")
_APART = re.compile(r"(?P<number>\d+) (?=[^\W\d_]|[%‰°$€£])")
_MOST = 20
"""Findings of a message; nobody reads more."""
_SPACED = {"fr", "br"}
"""Languages that set quotation marks off with spaces."""


def _look(message: Message) -> Iterator[Fault]:
    target = message.target
    if not target.raw.strip():
        return
    yield from _edges(message)
    yield from _breaks(message)
    if "\t" in target.raw.strip() and "\t" not in message.source.raw:
        yield Fault(message, "a tab", target="\t")
    if found := list(islice(_slips(target, target.locale), _MOST)):
        yield from _own(message, found)
    for slip in islice(french(target.set_text, target.locale), 1):
        yield Fault(message, slip.what, target=slip.words)
    yield from _units(message)


def _edges(message: Message) -> Iterator[Fault]:
    source, target = message.source.raw, message.target.raw
    for name, end in (("start", slice(0, 1)), ("end", slice(-1, None))):
        wanted, is_there = source[end].isspace(), target[end].isspace()
        if wanted != is_there:
            yield Fault(
                message, f"the space at the {name} is missing" if wanted else f"a space at the {name}"
            )


def _breaks(message: Message) -> Iterator[Fault]:
    more = message.target.raw.strip().count("\n") - message.source.raw.strip().count("\n")
    if more:
        number = f"{abs(more)} line break{'s' * (abs(more) > 1)}"
        yield Fault(message, f"{number} {'too many' if more > 0 else 'missing'}")


def _own(message: Message, found: list[Slip]) -> Iterator[Fault]:
    """The slips that the source has not."""
    source = message.source.set_text
    known = Counter(slip.what for slip in _slips(message.source, message.target.locale))
    for slip in found:
        if known[slip.what] > 0:
            known[slip.what] -= 1
        elif not slip.what.startswith("no space") or slip.words not in source:
            yield Fault(message, slip.what, target=slip.words)


def _slips(side: Side, locale: str) -> Iterator[Slip]:
    language = locales.language(locale)
    yield from slips(side.set_text, locale)
    yield from _in_quotes(side, language)
    yield from run_together(side, language)


def _in_quotes(side: Side, language: str) -> Iterator[Slip]:
    pairs, odd = side.quotations
    if not odd and language not in _SPACED:
        for pair in pairs:
            start, end = pair.open.at, pair.close.at
            if side.prose[start + 1].isspace() or side.prose[end - 1].isspace():
                yield Slip("a space within quotation marks", side.prose[start : end + 1])


def _units(message: Message) -> Iterator[Fault]:
    """Numbers that the source keeps with their units, and the target does not."""
    source = message.source.prose
    if "\u00a0" not in source and "\u202f" not in source:
        return
    kept = [match["number"] for match in _UNIT.finditer(source)]
    apart = {match["number"]: match[0] for match in _APART.finditer(message.target.prose)}
    for number in kept:
        if number in apart:
            yield Fault(message, f"no no-break space behind {number}", number, apart[number])


CHECK: Final = Check(
    code="spaces",
    severity=Severity.WARNING,
    summary="No space is doubled, lost, or where the locale writes none; line breaks stay.",
    examples=(
        Example("The tide rises.", "A maré  sobe.", "more than one space"),
        Example("High, then low.", "Alta , depois baixa.", "a space before ,"),
        Example("High, then low.", "Alta,depois baixa.", "no space behind ,"),
        Example("What a tide!", "Quelle marée !", "no no-break space before !", "fr"),
        Example("5\u00a0km away", "a 5 km daqui", "no no-break space behind 5"),
        Example("1 Pier Road\nPort Ellery", "1 Pier Road Port Ellery", "1 line break missing"),
        Example("What a tide!", "Quelle marée\u202f!", locale="fr"),
        Example("What a tide!", "Quelle marée!", locale="fr_CA"),
        Example("High, then low.", "先高，后低。", locale="zh_Hans"),
    ),
    run=each(_look),
)
