"""PO files, an entry at a time: those that tools write by one match, whatever is unusual by its tokens."""

from __future__ import annotations

import re

from l10n.catalog import thorough
from l10n.catalog.chunks import Chunk
from l10n.catalog.comments import fields
from l10n.catalog.strings import value
from l10n.model.entry import Entry

_LINE = r'"[^"\\\n\r]*+(?:\\["\\ntrvbfa][^"\\\n\r]*+)*+"'
_END = r"(?:\r?\n|\Z)"
_LEAD = r"(?P<lead>(?:\r?\n|#(?!~[^|])[^\n]*\n)*+)"


def _pattern(mark: str) -> re.Pattern[str]:
    """An entry whose lines begin with `mark`; what goes on behind its last line is none."""
    string = rf"{_LINE}(?:\r?\n{mark}{_LINE})*+"
    return re.compile(
        rf"{_LEAD}(?P<body>{mark}(?:msgctxt (?P<context>{string})\r?\n{mark})?msgid (?P<msgid>{string})\r?\n"
        rf'{mark}msgstr (?P<msgstr>{string}){_END})(?!\s*(?:#~\s*)?")'
    )


_LIVE, _OBSOLETE = _pattern(""), _pattern("#~ ")


def parse(text: str, name: str) -> tuple[list[Chunk], str]:
    """The entries of a PO file in order, and what stands behind the last of them.

    CatalogError with `name` and the line for what is not PO.
    """
    chunks: list[Chunk] = []
    at = 0
    while True:
        match = _LIVE.match(text, at)
        old = None if match else _OBSOLETE.match(text, at)
        if found := match or old:
            chunks.append(_chunk(found, obsolete=old is not None))
            at = found.end()
            continue
        chunk = thorough.read(text, at, name)
        if chunk is None:
            return chunks, text[at:]
        chunks.append(chunk)
        at += len(chunk.lead) + len(chunk.body)


def _chunk(match: re.Match[str], *, obsolete: bool) -> Chunk:
    said = fields(match["lead"])
    context = match["context"]
    entry = Entry(
        msgid=value(match["msgid"]),
        msgstr=value(match["msgstr"]),
        context=None if context is None else value(context),
        comments=said.comments,
        extracted=said.extracted,
        references=said.references,
        flags=said.flags,
        previous=said.previous,
        obsolete=obsolete,
    )
    return Chunk(entry, match["lead"], match["body"])
