"""The text of a PO file, cut into entries: those that did not change are written as they stood."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """The lines of one entry, each with its line end."""

    comments: str
    body: str
    """From the first msgctxt or msgid on."""

    @property
    def text(self) -> str:
        return self.comments + self.body


def split(text: str) -> list[Chunk]:
    """The entries of a PO file in order; comments after the last entry are left out."""
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
    return chunks


def _chunk(comments: list[str], body: list[str]) -> Chunk:
    text = "".join(body)
    return Chunk("".join(comments), text if text.endswith("\n") else f"{text}\n")
