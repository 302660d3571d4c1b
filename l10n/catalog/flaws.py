"""What l10n reads in a PO file and GNU gettext refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.catalog.chunks import Chunk, PoFile
from l10n.model.article import Key

_ESCAPE = re.compile(r'\\(?:["\\abfnrtv]|[0-7]|x[0-9A-Fa-f]|(?P<unknown>.?))')
_PREVIOUS = re.compile(r"^[ \t]*#~?\|.*$", re.MULTILINE)


def flaws(file: PoFile) -> Iterator[tuple[int, str]]:
    """Lines, and what is wrong there in words."""
    live = {chunk.entry.key for chunk in file.chunks if not chunk.entry.obsolete}
    gone: set[Key] = set()
    for line, chunk in file.placed():
        yield from _unread(line - chunk.lead.count("\n"), chunk)
        if chunk.entry.obsolete:
            if chunk.entry.key in live or chunk.entry.key in gone:
                yield line, "the message of another entry stands here again, marked with #~; remove one"
            gone.add(chunk.entry.key)


def _unread(line: int, chunk: Chunk) -> Iterator[tuple[int, str]]:
    """Unknown escapes, and lines with a previous source that has none; `line` is the first of the lead."""
    if "|" in chunk.lead and (found := _PREVIOUS.search(chunk.lead)) and chunk.entry.previous is None:
        yield (
            line + chunk.lead.count("\n", 0, found.start()),
            "what follows #| is no msgid in quotation marks",
        )
    if "\\" not in chunk.body and "\\" not in chunk.lead:
        return
    previous = ((match.start(), match[0]) for match in _PREVIOUS.finditer(chunk.lead))
    for start, text in (*previous, (len(chunk.lead), chunk.body)):
        for match in _ESCAPE.finditer(text):
            if match["unknown"] is not None:
                whole = chunk.lead + chunk.body
                yield (
                    line + whole.count("\n", 0, start + match.start()),
                    f"{match[0]} is no escape; write \\{match[0]}",
                )
