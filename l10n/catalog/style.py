"""How a PO file is written: what tools and people differ in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.catalog import comments
from l10n.catalog.chunks import Chunk
from l10n.catalog.strings import columns

_WIDTHS = (79, 78, 77, 76)
"""Of GNU tools, polib, translate-toolkit and Babel."""
_LONG = 100
"""A line with more columns was not wrapped by any of these."""
_SOFT = re.compile(
    r'^((?:#~ )?(?:msg\w+(?:\[\d+\])? )?"(?:[^"\\\n]|\\[^\n])*?(?<!\\n)")\r?\n(?=(?:#~ )?"([^ "]* ?))',
    re.MULTILINE,
)
_EMPTY = re.compile(r'^(?:#~ )?msg\S+ ""$')
_LINES = re.compile(r"^[^\n]*[^\n\r]", re.MULTILINE)
_ENOUGH = 2_000
"""Entries that tell enough of a file's style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How new lines are written; the default is that of our own files."""

    newline: str = "\n"
    gap: str = "\n"
    """What stands between entries."""
    width: int = 0
    """Columns of a line at most; 0: not wrapped."""
    order: tuple[str, ...] = comments.ORDER
    """Kinds of comments."""
    packed: bool = False
    """Are there several references in a line?"""


def style_of(chunks: Sequence[Chunk]) -> Style:
    """What most entries of a file have in common."""
    some = chunks[:_ENOUGH]
    bodies = "".join(chunk.body for chunk in some)
    newline = "\r\n" if bodies.count("\r\n") * 2 > bodies.count("\n") else "\n"
    leads = [comments.lines(chunk.lead) for chunk in some]
    gaps = Counter("".join(newline for line in lead if not line.strip()) for lead in leads[1:])
    width = _width(bodies)
    return Style(
        newline=newline,
        gap=gaps.most_common(1)[0][0] if gaps else newline,
        width=width,
        order=_order(leads),
        packed=_is_packed(leads, otherwise=width > 0),
    )


def _is_packed(leads: Sequence[Sequence[str]], *, otherwise: bool) -> bool:
    """Do references share lines? `otherwise` where no entry tells."""
    several = ([line for line in lead if line.startswith("#:")] for lead in leads)
    counts = [[len(comments.references(line[2:])) for line in lines] for lines in several]
    if any(max(count, default=0) > 1 for count in counts):
        return True
    return otherwise and all(len(count) < 2 for count in counts)


def _width(text: str) -> int:
    """The width at which lines are wrapped, 0 if they are not: the one that most line ends speak for."""
    soft = [match for match in _SOFT.finditer(text) if not _EMPTY.match(match[1])]
    broken = [(columns(m[1]), columns(m[1] + m[2])) for m in soft if " " in m[1].strip('" ')]
    long = sum(
        len(line) > _LONG / 2 and columns(line) > _LONG and line.count(" ") > 1
        for line in _LINES.findall(text)
    )
    if not broken or long > len(soft):
        return 0
    widths = (*_WIDTHS, max(size for size, _ in broken))
    return min(widths, key=lambda width: sum(size > width or more <= width for size, more in broken))


def _order(leads: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The order of the kinds in the entry that has most of them; others where GNU tools have them."""
    best: tuple[str, ...] = ()
    for lead in leads:
        kinds = tuple(dict.fromkeys(kind for kind, _ in map(comments.kind, lead) if kind))
        best = max(best, kinds, key=len)
    order = list(best)
    for kind in comments.ORDER:
        if kind not in order:
            before = comments.ORDER[: comments.ORDER.index(kind)]
            order.insert(max((order.index(other) + 1 for other in before), default=0), kind)
    return tuple(order)
