"""Marks that an engine has lost, put where the alignment says that they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.drafting.alignment import Alignment
from l10n.drafting.edits import Edit
from l10n.model.draft import Hypothesis

_WORD = re.compile(r"\w")
_STOPS = ".!?…,;:"
_DASHES = "-–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A mark of the source, `source[at:end]`, that its translation must have as `text`."""

    at: int
    end: int
    text: str
    opens: bool = False
    """Does it stand before a word, and not behind one?"""
    spaced: bool = True
    """May a space stand before it?"""

    @property
    def is_dash(self) -> bool:
        return self.text.strip()[:1] in _DASHES


def insertions(source: str, target: Hypothesis, wanted: Sequence[Wanted]) -> Iterator[Edit]:
    """An insertion for each mark, in the order of the source; no mark comes before an earlier one."""
    alignment = Alignment(target, len(source))
    words = [match.start() for match in _WORD.finditer(source)]
    first, last = (words[0], words[-1]) if words else (len(source), -1)
    stop = max(map(source.rfind, _STOPS))
    end = len(target.text.rstrip())
    before_stops = len(target.text.rstrip(_STOPS + " "))
    least = 0
    for mark in wanted:
        if mark.at <= first:
            at = 0
        elif mark.end > last and not mark.opens:
            at = before_stops if mark.end <= stop else end
        else:
            at = alignment.before(mark.at) if mark.opens else alignment.behind(mark.at)
        least = max(at, least)
        yield Edit(least, least, _written(source, mark, least))


def _written(source: str, mark: Wanted, at: int) -> str:
    """The mark with its spaces."""
    if mark.is_dash and at == 0:
        return f"{mark.text} "
    spaced = mark.spaced and (mark.is_dash or source[mark.at - 1 : mark.at].isspace())
    return f" {mark.text}" if spaced and not mark.opens and at else mark.text
