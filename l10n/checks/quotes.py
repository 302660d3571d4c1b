"""Quotation marks stand in pairs, are those of the locale, and quote as often as in the source.

A quotation that never ends, or one that is lost, puts words into the wrong mouth. Each language has marks of
its own: „…“ in German, «…» in French, 「…」 in Japanese. Straight marks may stay where the source has
straight ones. Apostrophes and inches are none, and a quotation may go on in the next message where the
source's does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.quote_pairs import SINGLES, Quotation, is_own, paired
from l10n.text.quotes import MARKS, Quote, style

_ANY = re.compile(f"[{MARKS}]|&")
_SHOWN = 20
"""Characters behind a mark that are shown."""


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    if not _ANY.search(source.prose) and not _ANY.search(target.prose):
        return
    (ours, our_odd), (theirs, their_odd) = (paired(side.prose, side.quotes) for side in (source, target))
    if len(their_odd) > len(our_odd):
        mark = their_odd[0]
        yield Fault(message, f"{mark.text} has no partner", target=_from(target, mark))
    elif len(theirs) < len(ours):
        yield Fault(message, "a quotation is missing", _from(source, ours[-1].open))
    elif strange := [pair for pair in theirs if not is_own(pair, target.locale)]:
        what = f"{_shown(strange[0].marks)} should be {_shown(style(target.locale).pairs[0])}"
        yield Fault(message, what, target=_from(target, strange[0].open))
    elif single := _single(ours, theirs, target.locale):
        what = f"{_shown(single.marks)} should be {_shown(style(target.locale).pairs[0])}"
        yield Fault(message, what, target=_from(target, single.open))
    elif ours and all(pair.open.curly for pair in ours):
        straight = [pair for pair in theirs if not pair.open.curly]
        what = '"…" should be ' + _shown(style(target.locale).pairs[0])
        yield from (Fault(message, what, target=_from(target, pair.open)) for pair in straight[:1])


def _single(ours: list[Quotation], theirs: list[Quotation], locale: str) -> Quotation | None:
    """A quotation in single marks where the source and the locale have double ones."""
    singles = [pair for pair in theirs if pair.is_single]
    doubles = (len(pairs) - sum(pair.is_single for pair in pairs) for pairs in (theirs, ours))
    outer = style(locale).pairs[0]
    return singles[0] if singles and int.__lt__(*doubles) and outer[0] not in SINGLES else None


def _from(side: Side, mark: Quote) -> str:
    return side.prose[mark.at : mark.at + _SHOWN]


def _shown(pair: str) -> str:
    return f"{pair[0]}…{pair[1:]}"


CHECK: Final = Check(
    code="quotes",
    severity=Severity.WARNING,
    summary="Quotation marks are in pairs, the locale's, and as many as in the source.",
    examples=(
        Example("She said “no”.", "Ela disse “não.", "“ has no partner"),
        Example("She said “no”.", "Ela disse não.", "a quotation is missing"),
        Example("She said “no”.", "Ela disse „não“.", "„…“ should be “…”"),
        Example("She said “no”.", "Sie sagte “nein”.", "“…” should be „…“", "de"),
        Example("She said “no”.", "Elle a dit «\u00a0non\u00a0».", locale="fr"),
        Example('She said "no".', 'Ela disse "não".'),
        Example('It’s a 24" screen.', 'É uma tela de 24".'),
    ),
    run=each(_look),
)
