"""What changed in a text, word by word."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\W\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+|\s+|."
)
"""Ideographs and syllables of East Asia stand for words."""
_CONTEXT = 40
"""Characters that are shown on each side of a change."""


class Piece(NamedTuple):
    """A stretch of both texts: equal if `old == new`, removed if `new` is empty, added if `old` is."""

    old: str
    new: str


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces that make up both texts, in order; white space between two changes belongs to them."""
    from rapidfuzz.distance import Indel

    before, after = (_WORD.findall(text) for text in (old, new))
    pieces: list[Piece] = []
    for step in Indel.opcodes(before, after):
        piece = Piece(
            "".join(before[step.src_start : step.src_end]), "".join(after[step.dest_start : step.dest_end])
        )
        if len(pieces) > 1 and _changed(piece) and not pieces[-1].new.strip():
            space = pieces.pop()
            piece = Piece(space.old + piece.old, space.new + piece.new)
        if pieces and _changed(piece) and _changed(pieces[-1]):
            last = pieces.pop()
            piece = Piece(last.old + piece.old, last.new + piece.new)
        pieces.append(piece)
    return pieces


def marked(old: str, new: str) -> str:
    """Both texts in one, as `wdiff` writes it: `[-removed-]{+added+}`; long equal stretches are cut."""
    pieces = word_diff(old, new)
    return "".join(
        f"{f'[-{piece.old}-]' if piece.old else ''}{f'{{+{piece.new}+}}' if piece.new else ''}"
        if _changed(piece)
        else _shortened(piece.new, first=at == 0, last=at == len(pieces) - 1)
        for at, piece in enumerate(pieces)
    )


def _changed(piece: Piece) -> bool:
    return piece.old != piece.new


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Whole words beside the changes, as far as the text has spaces."""
    sides = 2 - first - last
    if sides == 0 or len(text) <= sides * _CONTEXT + 2:
        return text
    head, tail = text[: _CONTEXT + 1], text[-_CONTEXT - 1 :]
    head = "" if first else f"{head.rpartition(' ')[0] or head} "
    tail = "" if last else f" {tail.partition(' ')[2] or tail}"
    return f"{head}…{tail}"
