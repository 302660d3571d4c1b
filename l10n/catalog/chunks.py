"""A PO file as read: its catalog, and the exact text of each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.errors import CatalogError
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry

_NOTHING = Catalog()


@dataclass(frozen=True, slots=True)
class Chunk:
    """An entry with its text. All chunks of a file and its tail, one after the other, are the file."""

    entry: Entry
    lead: str
    """What stands between the entry before and this one's body: blank lines and comments."""
    body: str
    """From the first msgctxt or msgid on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A catalog as read, with the text of its entries."""

    catalog: Catalog = _NOTHING
    bom: str = ""
    chunks: tuple[Chunk, ...] = ()
    """One for each entry of the catalog, in order."""
    head: Chunk | None = None
    """The header; its entry has the fields as its msgstr."""
    head_at: int = 0
    """How many entries stand before the header."""
    tail: str = ""
    """What stands behind the last entry."""

    def placed(self) -> Iterator[tuple[int, Chunk]]:
        """The chunks in the order of the file, the header among them, each with the line of its body."""
        line = 1
        heads = [self.head] if self.head else []
        for chunk in (*self.chunks[: self.head_at], *heads, *self.chunks[self.head_at :]):
            line += chunk.lead.count("\n")
            yield line, chunk
            line += chunk.body.count("\n")

    def lines(self) -> dict[Key, int]:
        """The line of each live entry's msgid or msgctxt, by key, that of the header among them."""
        return {chunk.entry.key: line for line, chunk in self.placed() if not chunk.entry.obsolete}


def refuse_duplicates(chunks: Sequence[Chunk], name: str) -> None:
    """CatalogError if a live message stands twice; it names the lines of both."""
    seen: dict[Key, int] = {}
    for number, chunk in enumerate(chunks):
        if chunk.entry.obsolete:
            continue
        first = seen.setdefault(chunk.entry.key, number)
        if first != number:
            what = f"the message of line {_line(chunks, first)} stands here again"
            raise CatalogError(what, where=f"{name}:{_line(chunks, number)}", hint="keep one of the two")


def _line(chunks: Sequence[Chunk], number: int) -> int:
    before = "".join(chunk.lead + chunk.body for chunk in chunks[:number]) + chunks[number].lead
    return before.count("\n") + 1
