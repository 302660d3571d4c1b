"""Writing PO files: every entry that did not change stays exactly as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from l10n.catalog import header, patch
from l10n.catalog.chunks import PoFile
from l10n.catalog.match import matched
from l10n.catalog.style import Style, style_of
from l10n.model.entry import Catalog, Entry

_BLANK_LINE = re.compile(r"[ \t]*\r?\n")
_NEW = -1
"""The place of what a file did not have before."""


def render(catalog: Catalog, known: PoFile | None = None) -> str:
    """The text of a PO file; lines of `known` that say what they should keep their bytes.

    What is new is written as most of `known` is: its line ends, its width, its order of comments.
    """
    if known is None:
        style = Style()
        entries = [style.gap + _written(entry, style) for entry in catalog.entries]
        return header.new(catalog, style) + "".join(entries)
    if catalog == known.catalog:
        chunks = list(known.chunks)
        chunks[known.head_at : known.head_at] = [known.head] if known.head else []
        return known.bom + "".join(chunk.lead + chunk.body for chunk in chunks) + known.tail
    style = style_of([known.head, *known.chunks] if known.head else known.chunks)
    pieces = [
        _piece(catalog.entries[at], number, known, style)
        for at, number in matched(catalog.entries, known.chunks)
    ]
    if known.head:
        head = (known.head_at, header.text(known.head, known.catalog, catalog, style))
        pieces.insert(min(known.head_at, len(pieces)), head)
    elif catalog.header or catalog.header_comments:
        pieces.insert(0, (_NEW, header.new(catalog, style)))
    return known.bom + _joined(pieces, known, style)


def _piece(entry: Entry, number: int | None, known: PoFile, style: Style) -> tuple[int, str]:
    """An entry's place in the file before, and its text."""
    if number is None:
        return _NEW, style.gap + _written(entry, style)
    chunk = known.chunks[number]
    place = number + (known.head is not None and number >= known.head_at)
    return place, patch.lead(chunk, entry, style) + patch.body(
        chunk, entry, style
    ) if chunk.entry != entry else chunk.lead + chunk.body


def _joined(pieces: Sequence[tuple[int, str]], known: PoFile, style: Style) -> str:
    """The file; what did not stand behind one another before is set apart as the file's entries are."""
    end = len(known.chunks) + (known.head is not None)
    parts: list[str] = []
    before = -1
    for place, text in [*pieces, (end, known.tail)]:
        if place == before + 1 and place != _NEW:
            parts.append(text)
        elif parts and text:
            line_end = "" if parts[-1].endswith("\n") else style.newline
            gap = "" if _BLANK_LINE.match(text) else style.gap
            parts += [line_end, gap, text]
        else:
            parts.append(text.lstrip("\r\n"))
        before = place if place != _NEW else end
    return "".join(parts)


@lru_cache(maxsize=4096)
def _written(entry: Entry, style: Style) -> str:
    """Kept for the next file: a new catalog has the entries of its template."""
    return patch.new_lead(entry, style) + patch.new_body(entry, style)
