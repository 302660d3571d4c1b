"""Brackets stand in pairs, and those of the source stand in the translation.

A bracket without its partner leaves readers waiting for the end of an aside, and a lost pair often is a lost
remark. An item `a)` or an emoticon has no partner in the source either; endings such as in `file(s)` come and
go with the language. Full-width brackets stand for narrow ones, but not in one pair with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from l10n.checking.message import Fault, Message
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each

_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "｛": "｝", "【": "】", "〔": "〕"}
_OPENED_BY = {close: opening for opening, close in _CLOSED_BY.items()}
_KINDS = {"（": "(", "［": "[", "【": "[", "〔": "[", "｛": "{"}
"""What the brackets of East Asia stand for."""
_ANY = re.compile("[" + re.escape("".join([*_CLOSED_BY, *_OPENED_BY])) + "]")
_ENDING = 4
"""Letters that an ending in brackets has at most: `file(s)`, `honesto(a)`."""
_SIGNS = {"C", "R", "TM"}
"""Letters in brackets that stand for ©, ® and the like."""
_SHOWN = 20


class _Pair(NamedTuple):
    start: int
    end: int
    kind: str


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    if not _ANY.search(source.prose) and not _ANY.search(target.prose):
        return
    ours, our_odd = _paired(source.prose)
    theirs, their_odd = _paired(target.prose)
    if len(their_odd) > len(our_odd):
        at = their_odd[0]
        what = f"{target.prose[at]} has no partner"
        yield Fault(message, what, target=target.prose[max(0, at - _SHOWN) : at + _SHOWN])
        return
    wanted, found = _kinds(source.prose, ours), _kinds(target.prose, theirs)
    for kind, number in (wanted - found).items():
        pair = [pair for pair in ours if pair.kind == kind][-number]
        what = f"{kind}…{_CLOSED_BY[kind]} is missing"
        yield Fault(message, what, source.prose[pair.start : pair.end])


def _paired(text: str) -> tuple[list[_Pair], list[int]]:
    """The pairs of a text, and where brackets without a partner are."""
    pairs: list[_Pair] = []
    odd: list[int] = []
    waiting: list[int] = []
    for match in _ANY.finditer(text):
        at, char = match.start(), match[0]
        if char in _CLOSED_BY:
            waiting.append(at)
        elif waiting and text[waiting[-1]] == _OPENED_BY[char]:
            opening = text[waiting[-1]]
            pairs.append(_Pair(waiting.pop(), at + 1, _KINDS.get(opening, opening)))
        else:
            odd.append(at)
    return pairs, sorted(odd + waiting)


def _kinds(text: str, pairs: list[_Pair]) -> Counter[str]:
    return Counter(pair.kind for pair in pairs if not _is_none(text, pair))


def _is_none(text: str, pair: _Pair) -> bool:
    """Is it an ending, or a sign that has a character of its own?"""
    inside = text[pair.start + 1 : pair.end - 1]
    if text[pair.start] != "(":
        return False
    return inside in _SIGNS or (
        len(inside) <= _ENDING and inside.isalpha() and text[pair.start - 1 : pair.start].isalpha()
    )


CHECK: Final = Check(
    code="brackets",
    severity=Severity.WARNING,
    summary="Brackets are in pairs, and none of the source is missing.",
    examples=(
        Example("The pier (built in 1906) is open.", "O píer (de 1906 está aberto.", "( has no partner"),
        Example("The pier (built in 1906) is open.", "O píer está aberto.", "(…) is missing"),
        Example("The pier (built in 1906) is open.", "码头（1906年建)开放。", "（ has no partner", "zh_Hans"),
        Example("The pier (built in 1906) is open.", "码头（1906年建）开放。", locale="zh_Hans"),
        Example("a) the file(s) :)", "a) o(s) arquivo(s) :)"),
    ),
    run=each(_look),
)
