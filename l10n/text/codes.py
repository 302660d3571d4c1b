"""A message in pieces: text as it is written, and its markup as codes that a translator's tool shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from l10n.model.inline import Inline
from l10n.model.unit import Code, Coded, Part

_ENTITY = re.compile(r"&#?\w+;")


@dataclass(frozen=True, slots=True)
class _Mark:
    """Markup that is to be found in a message."""

    raw: str
    part: Part
    pair: int
    """Which span it belongs to; -1 for what stands alone."""
    covers: int = 0
    """Characters of the plain text that it stands for."""


_Placed = tuple[int, _Mark]
"""A mark, and where it begins in the message."""


def coded(raw: str, inline: Inline, source: Coded = ()) -> Coded:
    """The message in pieces; codes that `source` has too get the same ids.

    Whatever the format makes of it, the pieces are the message, to the character. Markup that is not
    found where it should be stays text, and markup that does not nest becomes codes that stand alone.
    """
    placed = _placed(raw, inline)
    pieces: list[str | Code] = []
    at = 0
    for (start, mark), name in zip(placed, _named(placed, source), strict=True):
        pieces += [raw[at:start]] if start > at else []
        pieces.append(Code(part=mark.part, id=name, raw=mark.raw))
        at = start + len(mark.raw)
    return (*pieces, *([raw[at:]] if at < len(raw) else []))


def joined(pieces: Coded) -> str:
    """The message again."""
    return "".join(piece.raw if isinstance(piece, Code) else piece for piece in pieces)


def _placed(raw: str, inline: Inline) -> list[_Placed]:
    """The marks in order with their places in the message; none if one of them cannot be found."""
    found: list[_Placed] = []
    at = plain = 0
    for place, marks in _marks(inline):
        waiting = list(marks)
        guess = _past(raw, at, inline.text[plain:place])
        while waiting:
            mark = next((m for m in waiting if raw.startswith(m.raw, guess)), None)
            if mark is None:
                places = [(raw.find(m.raw, at), m.part is Part.OPEN, n) for n, m in enumerate(waiting)]
                guess, _, number = min(places)
                mark = waiting[number]
            if guess < 0:
                return []
            waiting.remove(mark)
            found.append((guess, mark))
            guess = at = guess + len(mark.raw)
            plain = place + mark.covers
    nests = _nests(found)
    return found if nests else [(start, _Mark(mark.raw, Part.POINT, -1)) for start, mark in found]


def _past(raw: str, at: int, plain: str) -> int:
    """Where that ends, from `at` on, which the plain text stands for."""
    if raw.startswith(plain, at) and "&" not in plain:
        return at + len(plain)
    for char in plain:
        entity = _ENTITY.match(raw, at)
        if entity and unescape(entity[0]) == char:
            at = entity.end()
        else:
            at += 2 if raw.startswith(f"\\{char}", at) else 1
    return at


def _marks(inline: Inline) -> Iterator[tuple[int, list[_Mark]]]:
    """The marks at each place of the plain text: what closes there (inner first), then the rest."""
    closes: dict[int, list[_Mark]] = defaultdict(list)
    others: dict[int, list[_Mark]] = defaultdict(list)
    for number, span in enumerate(inline.spans):
        if span.start < span.end and span.open and span.close:
            others[span.start].append(_Mark(span.open, Part.OPEN, number))
            closes[span.end].insert(0, _Mark(span.close, Part.CLOSE, number))
        elif alone := span.open + span.close:
            others[span.start].append(_Mark(alone, Part.POINT, -1))
    for atom in inline.atoms:
        others[atom.start].append(_Mark(atom.raw, Part.POINT, -1, atom.end - atom.start))
    for place in sorted(closes.keys() | others.keys()):
        yield place, closes[place] + others[place]


def _nests(placed: list[_Placed]) -> bool:
    opened: list[int] = []
    for _, mark in placed:
        if mark.part is Part.OPEN:
            opened.append(mark.pair)
        elif mark.part is Part.CLOSE and (not opened or opened.pop() != mark.pair):
            return False
    return not opened


def _named(placed: list[_Placed], source: Coded) -> list[str]:
    """An id for each mark: that of the same code in the source, or else a new one."""
    known = _by_raw(source)
    last = max((int(code.id) for code in source if isinstance(code, Code)), default=0)
    closes = {mark.pair: mark.raw for _, mark in placed if mark.part is Part.CLOSE}
    pairs: dict[int, str] = {}
    names: list[str] = []
    for _, mark in placed:
        if mark.part is Part.CLOSE:
            names.append(pairs[mark.pair])
            continue
        free = known[mark.raw, closes.get(mark.pair, "")]
        if not free:
            last += 1
        names.append(free.pop(0) if free else str(last))
        pairs[mark.pair] = names[-1]
    return names


def _by_raw(source: Coded) -> dict[tuple[str, str], list[str]]:
    """Ids of codes by what they stand for, with the end of a pair."""
    codes = [piece for piece in source if isinstance(piece, Code)]
    closes = {code.id: code.raw for code in codes if code.part is Part.CLOSE}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code in codes:
        if code.part is not Part.CLOSE:
            found[code.raw, closes.get(code.id, "")].append(code.id)
    return found
