"""Attention of a model → links between the characters of a sentence and of its translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from l10n.model.draft import CharRange

SPACE = "\u2581"
_Pairs = tuple[tuple[CharRange, CharRange], ...]
Links = tuple[_Pairs, _Pairs]
"""Of target tokens, and of source tokens that none of those looks at most."""
Rows = Sequence[Sequence[float]]
"""Attention: for each target token how much it looks at each source token."""


class Output(NamedTuple):
    """Target tokens without the package's prefix, their mean log-probability, and their attention."""

    tokens: list[str]
    score: float
    rows: Rows = ()


def links(offsets: Sequence[CharRange], output: Output, text: str) -> Links | None:
    """For each target token its range and that of the source token with the highest attention; and back."""
    found, places, at = [], [], 0
    seen: set[int] = set()
    for token, row in zip(output.tokens, output.rows, strict=False):
        piece = token.replace(SPACE, " ")
        piece = piece.lstrip() if at == 0 else piece
        end = at + len(piece)
        if text[at:end] != piece and piece.strip():
            return None  # byte pieces or a normalising decoder: positions are not known
        best = max(range(min(len(row), len(offsets))), key=row.__getitem__)
        seen.add(best)
        places.append((at + len(piece) - len(piece.lstrip()), end))
        found.append((offsets[best], places[-1]))
        at = end
    weak = [
        (offset, places[max(range(len(places)), key=lambda target: output.rows[target][source])])
        for source, offset in enumerate(offsets)
        if places and source not in seen and source < len(output.rows[0])
    ]
    return tuple(found), tuple(weak)
