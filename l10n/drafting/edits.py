"""Edits of a text, and where its characters are afterwards."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from l10n.model.draft import CharRange, Hypothesis


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def removal(text: str, start: int, end: int) -> Edit:
    """`text[start:end]` taken out, with the space beside it that is not needed then."""
    if start == 0 and re.match(r" \w", text[end : end + 2]):
        return Edit(0, end + 1, "")
    spaced = start > 0 and text[start - 1] == " "
    return Edit(start - (spaced and not re.match(r"[^\s.,;:!?…)]", text[end : end + 1])), end, "")


@dataclass(frozen=True, slots=True)
class Places:
    """Where offsets of an edited text were before; an offset inside of an edit is at that edit's edge."""

    starts: tuple[int, ...] = (0,)
    """Of the edits and of what stands between them, in the edited text."""
    before: tuple[tuple[int, int, bool], ...] = ((0, 0, False),)
    """For each of them its range in the text before, and whether it is an edit."""

    def back(self, part: CharRange) -> CharRange:
        """The range of the text before that became `part`."""
        return self._at(part[0], last=False), self._at(part[1], last=True)

    def _at(self, offset: int, *, last: bool) -> int:
        number = max(0, bisect_right(self.starts, offset - 1 if last and offset else offset) - 1)
        start, end, changed = self.before[number]
        if changed:
            return end if last else start
        return min(start + offset - self.starts[number], end)


def applied(text: str, edits: Sequence[Edit]) -> tuple[str, Places]:
    """The text with the edits, which are in order and do not overlap."""
    pieces, starts, before, length, at = [], [], [], 0, 0
    for edit in [*edits, Edit(len(text), len(text), "")]:
        for start, end, new, changed in (
            (at, edit.start, text[at : edit.start], False), (edit.start, edit.end, edit.new, True)
        ):  # fmt: skip
            if new or (changed and start < end):
                pieces.append(new)
                starts.append(length)
                before.append((start, end, changed))
                length += len(new)
        at = edit.end
    return "".join(pieces), Places(tuple(starts), tuple(before)) if starts else Places()


def edited(hypothesis: Hypothesis, edits: Iterable[Edit]) -> Hypothesis:
    """The translation with the edits, its links led to where their words are then.

    The edits do not overlap; of insertions at one place, the first stands first.
    """
    ordered = sorted(edits, key=lambda edit: edit[:2])
    if not ordered:
        return hypothesis
    text, _ = applied(hypothesis.text, ordered)
    if hypothesis.links is None:
        return replace(hypothesis, text=text)
    moved = _Moved(ordered)
    links, weak = (
        tuple((source, (moved.start(a), moved.end(b))) for source, (a, b) in pairs)
        for pairs in (hypothesis.links, hypothesis.weak)
    )
    return replace(hypothesis, text=text, links=links, weak=weak)


class _Moved:
    """Offsets after edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.starts = [edit.start for edit in edits]
        grown = accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)
        self.shifts = [0, *grown]
        """By how much what stands before each edit, and behind the last, has moved."""

    def start(self, offset: int) -> int:
        """Of what begins at the offset: behind what is inserted there."""
        number = bisect_right(self.starts, offset)
        if number and (last := self.edits[number - 1]).start < last.end and offset < last.end:
            return last.start + self.shifts[number - 1]
        return offset + self.shifts[number]

    def end(self, offset: int) -> int:
        """Of what ends at the offset: before what is inserted there."""
        number = bisect_left(self.starts, offset)
        if number and offset < (last := self.edits[number - 1]).end:
            return last.start + self.shifts[number - 1] + len(last.new)
        return offset + self.shifts[number]
