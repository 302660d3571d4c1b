"""Quotation marks stand in pairs, are those of the locale, and quote as often as in the source.

A quotation that never ends, or one that is lost, puts words into the wrong mouth. Each language has marks of
its own: „…“ in German, «…» in French, 「…」 in Japanese. Straight marks may stay where the source has
straight ones. Apostrophes and inches are none, and a quotation may go on in the next message where the
source's does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.quote_pairs import SINGLES, Quotation, is_own, nested
from l10n.text.quotes import MARKS, Quote, style

_ANY = re.compile(f"[{MARKS}]|&")
_SAID = re.compile(r"\s[^.!?;:]{1,60}[.,]\s")
_SHOWN = 20
"""Characters behind a mark that are shown."""


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    if not _ANY.search(source.prose) and not _ANY.search(target.prose):
        return
    (ours, our_odd), (theirs, their_odd) = source.quotations, target.quotations
    if len(their_odd) > len(our_odd):
        mark = their_odd[0]
        yield Fault(message, f"{mark.text} has no partner", target=_from(target, mark))
    elif len(theirs) < len(ours) - _taken_up(source, ours):
        yield Fault(message, "a quotation is missing", _from(source, ours[-1].open))
    elif wrong := _wrong(ours, theirs, source, target):
        what = f"{_shown(wrong.marks)} should be {_shown(style(target.locale).pairs[0])}"
        yield Fault(message, what, target=_from(target, wrong.open))
    elif (inside := nested(theirs, target.locale)) and not nested(ours, source.locale):
        what = f"{_shown(inside[0].marks)} stands inside of {_shown(inside[0].marks)}"
        yield Fault(message, what, target=_from(target, inside[0].open))


def _wrong(ours: list[Quotation], theirs: list[Quotation], source: Side, target: Side) -> Quotation | None:
    """A quotation in marks of another language, or in straight or single ones where the source has others.

    Within a language, as in British English, people choose between single and double ones.
    """
    are_curly = bool(ours) and all(pair.open.curly for pair in ours)
    is_single = _doubles(theirs) < _doubles(ours) and style(target.locale).open not in SINGLES
    is_single = is_single and source.language != target.language
    for pair in theirs:
        if not is_own(pair, target.locale):
            return pair
        if are_curly and (not pair.open.curly or (is_single and pair.is_single)):
            return pair
    return None


def _taken_up(source: Side, pairs: list[Quotation]) -> int:
    """How often words such as `she said` stand in a quotation; French and others do not end it there."""
    ends = [(before.close.at + 1, after.open.at) for before, after in pairwise(sorted(pairs))]
    return sum(
        source.prose[start - 2 : start - 1] == "," and bool(_SAID.fullmatch(source.prose, start, end))
        for start, end in ends
    )


def _doubles(pairs: list[Quotation]) -> int:
    return sum(not pair.is_single for pair in pairs)


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
