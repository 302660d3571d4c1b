"""Ellipses of the source stand in the translation, each as one mark or as three dots.

An ellipsis says that something is left out, or to be heard. Two dots are a slip of the hand, and `...` for
the source's `…` looks untidy beside it; `…` for `...` is what many languages prefer. A fourth dot is a full
stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from l10n.checking.message import Fault, Message
from l10n.model.finding import Severity
from l10n.ports import Check, Example, each

# Dots in twos belong to code and to numbers where no space or closing mark follows: `1..10`, `../a`.
_ELLIPSIS = re.compile(r"[…⋯‥]+\.?|\.(?:[ \u00a0\u202f]\.){2,}|\.{3,}|(?<=\w)\.\.(?![\w./])")
_LONG = {"ja", "ko", "yue", "zh"}
"""Languages whose ellipsis is as long as two characters: `……`."""
_DOTS = 4
"""Of an ellipsis and a full stop."""
_SIGN = re.compile(r"[…⋯‥]|\.(?:\.|[ \u00a0\u202f]\.)")
_RANGE = re.compile(r"\w\.\.\w")
"""`1..10`, for which a translation may have `1 … 10`."""


def _look(message: Message) -> Iterator[Fault]:
    source, target = message.source.prose, message.target.prose
    if not _SIGN.search(source) and not _SIGN.search(target):
        return
    wanted, found = _ELLIPSIS.findall(source), _ELLIPSIS.findall(target)
    if ".." in found and ".." not in wanted:
        yield Fault(message, ".. is neither a full stop nor an ellipsis", target="..")
    elif len(found) < len(wanted):
        yield Fault(message, f"{wanted[-1]} is missing", wanted[-1])
    elif len(found) > len(wanted) and not _RANGE.search(source):
        yield Fault(message, f"{found[-1]} is extra", target=found[-1])
    else:
        is_long = message.target.language in _LONG or any("……" in mark for mark in wanted)
        own = "…" if all("…" in mark for mark in wanted) else "..."
        yield from (
            Fault(message, f"{mark} should be {own}", own, mark)
            for mark in found
            if _is_odd(mark, own, is_long=is_long)
        )


def _is_odd(mark: str, own: str, *, is_long: bool) -> bool:
    """Is it written with spaces, twice, or with dots where the source has one character?"""
    is_double = ("……" in mark and not is_long) or len(mark) > _DOTS
    return ". " in mark or is_double or (own == "…" and mark.startswith("."))


CHECK: Final = Check(
    code="ellipses",
    severity=Severity.WARNING,
    summary="Ellipses are those of the source.",
    examples=(
        Example("And then…", "E então.", "… is missing"),
        Example("And then.", "E então..", ".. is neither a full stop nor an ellipsis"),
        Example("Wait…", "Espere...", "... should be …"),
        Example("Wait...", "Attendez…", locale="fr"),
        Example("Wait…", "等一下……", locale="zh_Hans"),
    ),
    run=each(_look),
)
