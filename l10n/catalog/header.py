"""The header of a PO file: its fields, and their lines."""

from __future__ import annotations

import re
from dataclasses import replace

from l10n.catalog import patch
from l10n.catalog.chunks import Chunk
from l10n.catalog.strings import quoted
from l10n.catalog.style import Style
from l10n.model.entry import Catalog, Entry

_BEGIN = re.compile(r'[ \t]*msgid[ \t]*""[ \t\r]*\n[ \t]*msgstr[ \t]*""[ \t\r]*\n')
_LINE = r'[ \t]*"(?:[^"\\\n]|\\[^n\n])*+'
_FIELD = re.compile(rf'(?:{_LINE}"[ \t\r]*\n)*+{_LINE}\\n"[ \t\r]*\n')


def fields(head: Chunk) -> tuple[tuple[str, str], ...]:
    """Names and values in order."""
    return tuple(_field(line) for line in head.entry.msgstr.split("\n") if line)


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def text(head: Chunk, known: Catalog, catalog: Catalog, style: Style) -> str:
    """The header of `catalog`; comments and fields that `known` has too keep their lines."""
    entry = replace(head.entry, comments=catalog.header_comments)
    lead = patch.lead(head, entry, style)
    if catalog.header == known.header:
        return lead + head.body
    begin = _BEGIN.match(head.body)
    found = _FIELD.findall(head.body, begin.end()) if begin else []
    if begin is None or begin[0] + "".join(found) != head.body or len(found) != len(known.header):
        return lead + _body(catalog, style)
    own = dict(zip(known.header, found, strict=True))
    return lead + begin[0] + "".join(own.get(pair) or _written(pair, style) for pair in catalog.header)


def new(catalog: Catalog, style: Style) -> str:
    """The header of a new file."""
    return patch.new_lead(Entry(msgid="", comments=catalog.header_comments), style) + _body(catalog, style)


def _body(catalog: Catalog, style: Style) -> str:
    begin = 'msgid ""\nmsgstr ""\n'.replace("\n", style.newline)
    return begin + "".join(_written(pair, style) for pair in catalog.header)


def _written(pair: tuple[str, str], style: Style) -> str:
    lines = quoted(f"{pair[0]}: {pair[1]}\n", width=style.width)
    return "".join(lines).replace("\n", style.newline)
