"""No sentence of the source is lost, and none is added.

A sentence that was overlooked leaves readers without what it says, and nothing shows that it is gone.
People join and divide sentences when they translate, so that their number alone tells nothing: the text
must be shorter than usual too, or longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.checking.side import Side
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each
from l10n.text.lengths import growth, size

_SHARE = 0.25
"""How much of a sentence must be gone, or be there besides, as a share of the shortest ones."""
_UNSURE = 0.75
"""The same where full stops may belong to abbreviations."""
_UNTOLD = 0.35
"""How much of the text must be gone, where full stops alone tell of sentences."""
_CUT = re.compile(r"[(\[](?:\.\.\.|…)[)\]]")
_MARKS = "!?…؟।॥።։۔။"
_END = re.compile(
    rf"[。！？｡]+|(?<![{_MARKS}])[{_MARKS}]+[\"'”»’)\]]*(?=\s)|\n+"
    r"|\.[\"'”»’)\]]*(?=\s+(?![a-zß-ÿа-яα-ω\d])\S)"
)
_GREEK_END = re.compile(rf"{_END.pattern}|[;\u037e](?=\s)")
_UNMARKED = frozenset({"th", "lo"})
"""Languages that do not mark where a sentence ends."""


def _most(side: Side) -> int:
    """How many sentences it can have, if no abbreviation has a full stop."""
    end = _GREEK_END if side.language == "el" else _END
    text = _CUT.sub("", side.prose) if "[" in side.prose or "(" in side.prose else side.prose
    return len(end.findall(text.strip().rstrip("。！？｡"))) + 1


def _sizes(side: Side) -> list[int]:
    """Of its sentences, the shortest first."""
    sizes = [size(side.prose[start:end]) for start, end in side.sentences]
    return sorted(number for number in sizes if number > 1)


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source, message.target
    most, translated = _most(source), _most(target)
    if most == translated or target.language in _UNMARKED or source.language in _UNMARKED:
        return
    shorter, longer = (target, source) if translated < most else (source, target)
    if _is_lost(longer, shorter, min(most, translated)):
        yield Fault(message, _difference(source, target))


def _is_lost(longer: Side, shorter: Side, most: int) -> bool:
    """Does the shorter text, of `most` sentences at most, lack one of the other's?"""
    ratio = growth(shorter.locale, longer.locale).ratio
    sizes = _sizes(longer)
    gone = sum(sizes) - size(shorter.prose) * ratio
    if (lacking := len(sizes) - most) > 0:
        return gone >= _SHARE * sum(sizes[:lacking])
    lacking = len(sizes) - len(_sizes(shorter))
    return gone >= (_UNSURE * sum(sizes[:lacking]) if lacking > 0 else _UNTOLD * sum(sizes))


def _difference(source: Side, target: Side) -> str:
    """How many sentences both have; the splitter may not see all of them."""
    before, after = len(source.sentences), len(target.sentences)
    if before == after:
        return "a sentence is lost" if _most(source) > _most(target) else "a sentence is added"
    return f"{before} sentence{'s' * (before != 1)}, but {after} in the translation"


CHECK: Final = Check(
    code="sentences",
    severity=Severity.WARNING,
    summary="It has the sentences of the source, as far as their number and its length tell.",
    examples=(
        Example(
            "The sea rose. Nobody was hurt. The port reopens today.",
            "O mar subiu. O porto reabre hoje.",
            "3 sentences, but 2 in the translation",
        ),
        Example(
            "The sea rose. Nobody was hurt.",
            "海面上升。没有人受伤。港口今天重新开放。",
            "2 sentences, but 3 in the translation",
            locale="zh_Hans",
        ),
        Example("The sea rose. Nobody was hurt.", "O mar subiu, mas ninguém ficou ferido."),
        Example("The sea rose, but nobody was hurt.", "O mar subiu. Ninguém ficou ferido."),
    ),
    run=each(_look),
)
