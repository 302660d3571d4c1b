"""Spaces that a locale's typography asks for: French sets high punctuation and guillemets off."""

from __future__ import annotations

import re

from l10n.drafting.edits import Edit
from l10n.text.atoms import PROTECTED
from l10n.text.ranges import Taken

_NARROW, _WIDE = "\u202f", "\u00a0"
# Imprimerie nationale: a narrow no-break space before ; ! ?, a no-break space before : and inside « ».
_SPACE = "[ \u00a0\u202f]?"
_HIGH = re.compile(
    rf"(?<=[^\s!?;:.…(«]){_SPACE}(?=[;!?]+(?:\s|$|[»”\"')]))|(?<=[^\s\d:;!?/(«]){_SPACE}(?=:(?:\s|$|»))"
)
_GUILLEMETS = re.compile(rf"(?<=«){_SPACE}|(?<![«\s]){_SPACE}(?=»)")

# Models sometimes run two sentences together.
_RUN_ON = re.compile(r"(?<=[^\W\d_A-Z]{2}[.!?])(?=[^\W\d_a-z][^\W\d_A-Z])")


def run_ons(text: str) -> list[Edit]:
    """Edits that put a space between sentences that run together."""
    protected = Taken(match.span() for match in PROTECTED.finditer(text))
    return [
        Edit(match.start(), match.start(), " ")
        for match in _RUN_ON.finditer(text)
        if not protected.meets(match.start(), match.start())
    ]


def edits(text: str, locale: str) -> list[Edit]:
    """Edits that write the spaces of the locale; none for those that need no others than English."""
    if not locale.startswith("fr") or locale == "fr_CH":
        return []
    protected = Taken(match.span() for match in PROTECTED.finditer(text))
    found = [
        Edit(*match.span(), _WIDE if pattern is _GUILLEMETS or text[match.end()] == ":" else _NARROW)
        for pattern in (_HIGH, _GUILLEMETS)
        for match in pattern.finditer(text)
        if not protected.meets(match.start(), match.end())
    ]
    return sorted(edit for edit in found if text[edit.start : edit.end] != edit.new)
