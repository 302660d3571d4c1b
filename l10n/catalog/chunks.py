"""A PO file as read: its catalog, and the text of each entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from l10n.errors import CatalogError
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry

_NOTHING = Catalog()


@dataclass(frozen=True, slots=True)
class Chunk:
    """The lines of one entry, each with its line end."""

    comments: str
    body: str
    """From the first msgctxt or msgid on."""

    @property
    def text(self) -> str:
        return self.comments + self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A catalog as read, with the text of its entries."""

    catalog: Catalog = _NOTHING
    newline: str = "\n"
    chunks: dict[tuple[bool, Key, str], tuple[Entry, Chunk]] = field(default_factory=dict)
    """Entries and their text by state, key and translation: a message may be obsolete more than once."""
    head: Chunk | None = None
    tail: str = ""
    """Comments after the last entry."""


def split(text: str) -> tuple[list[Chunk], str]:
    """The entries of a PO file in order, and what stands behind the last of them."""
    chunks: list[Chunk] = []
    comments: list[str] = []
    body: list[str] = []
    complete = False
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        keyword = line[2:].lstrip() if line.startswith("#~") and not line.startswith("#~|") else line
        comment = keyword.startswith("#")
        if complete and (comment or not line.strip() or keyword.startswith(("msgid ", "msgctxt "))):
            chunks.append(_chunk(comments, body))
            comments, body, complete = [], [], False
        if comment and not body:
            comments.append(line)
        elif line.strip():
            body.append(line)
            complete = complete or keyword.startswith("msgstr")
    if complete:
        chunks.append(_chunk(comments, body))
        comments, body = [], []
    return chunks, "".join([*comments, *body])


def _chunk(comments: list[str], body: list[str]) -> Chunk:
    text = "".join(body)
    return Chunk("".join(comments), text if text.endswith("\n") else f"{text}\n")


def refuse_duplicates(entries: Sequence[Entry], line: Callable[[int], int], name: str) -> None:
    """CatalogError if a live message stands twice; `line` gives the line of an entry by its number."""
    seen: dict[Key, int] = {}
    for number, entry in enumerate(entries):
        if entry.obsolete:
            continue
        first = seen.setdefault(entry.key, number)
        if first != number:
            what = f"the message of line {line(first)} stands here again"
            raise CatalogError(what, where=f"{name}:{line(number)}", hint="keep one of the two")
