"""What l10n reads in a PO file and GNU gettext refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.catalog.chunks import Chunk, PoFile
from l10n.model.article import Key

_ESCAPE = re.compile(r'\\(?:["\\abfnrtv]|[0-7]|x[0-9A-Fa-f]|(?P<unknown>.?))')
_PREVIOUS = ("#|", "#~|")


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
    """Lines with a previous source that has none, and unknown escapes; `line` is the first of the lead."""
    lead = chunk.lead.split("\n") if "|" in chunk.lead else []
    previous = [item for item in enumerate(lead, line) if item[1].lstrip().startswith(_PREVIOUS)]
    if previous and chunk.entry.previous is None:
        yield previous[0][0], "what follows #| is no msgid in quotation marks"
    for number, text in previous:
        yield from _escapes(number, text)
    yield from _escapes(line + chunk.lead.count("\n"), chunk.body)


def _escapes(line: int, text: str) -> Iterator[tuple[int, str]]:
    """The unknown escapes of a text that begins in that line."""
    if "\\" not in text:
        return
    at = 0
    for match in _ESCAPE.finditer(text):
        if match["unknown"] is not None:
            line += text.count("\n", at, match.start())
            at = match.start()
            yield line, f"{match[0]} is no escape; write \\{match[0]}"
