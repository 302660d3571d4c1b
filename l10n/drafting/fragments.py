"""The last rung of the ladder: a message translated piece by piece between its markup, all of which stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from l10n.drafting.nesting import written
from l10n.model.draft import CharRange
from l10n.model.inline import Inline
from l10n.text.sentences import split


def pieces(inline: Inline, language: str) -> Iterator[CharRange]:
    """Ranges of the sentences, and parts of some, that stand between two places of markup."""
    edges = {0, len(inline.text)} | {at for span in inline.spans for at in (span.start, span.end)}
    edges |= {at for atom in inline.atoms for at in (atom.start, atom.end)}
    atoms = {atom.start for atom in inline.atoms}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        piece = inline.text[start:end]
        if start not in atoms and any(char.isalpha() for char in piece):
            yield from ((start + a, start + b) for a, b in split(piece, language))


def assembled(inline: Inline, translated: Mapping[CharRange, str], escape: Callable[[str], str]) -> str:
    """The message with translations in place of its pieces; what is no piece is kept."""
    text, at, moves = "", 0, [(0, 0)]
    for (start, end), new in sorted(translated.items()):
        text += inline.text[at:start]
        moves.append((start, len(text)))
        text += new
        moves.append((end, len(text)))
        at = end
    text += inline.text[at:]

    def moved(offset: int) -> int:
        before, after = moves[bisect_left(moves, (offset + 1,)) - 1]
        return after + offset - before

    spans = [replace(s, start=moved(s.start), end=moved(s.end)) for s in inline.spans]
    atoms = [(moved(atom.start), moved(atom.end), atom.raw) for atom in inline.atoms]
    return written(text, spans, atoms, escape)
