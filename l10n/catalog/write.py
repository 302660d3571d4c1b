"""Writing PO files: every entry that did not change stays exactly as it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.catalog.chunks import PoFile
from l10n.model.entry import Catalog, Entry

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\v": "\\v",
    "\b": "\\b",
    "\f": "\\f",
}
_ESCAPED = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def render(catalog: Catalog, known: PoFile | None = None) -> str:
    """The text of a PO file; entries that `known` has already keep their own lines."""
    old = known or PoFile()
    if old.head and (catalog.header, catalog.header_comments) == (
        old.catalog.header,
        old.catalog.header_comments,
    ):
        parts = [old.head.text]
    else:
        parts = [_header(catalog)]
    parts += [_rendered(entry, old) for entry in catalog.entries]
    parts += [old.tail] if old.tail else []
    text = "\n".join(parts)
    return text if old.newline == "\n" else text.replace("\n", old.newline)


def _header(catalog: Catalog) -> str:
    comments = "".join(f"# {line}\n" if line else "#\n" for line in catalog.header_comments)
    fields = "".join(f'"{_escape(f"{name}: {value}")}\\n"\n' for name, value in catalog.header)
    return f'{comments}msgid ""\nmsgstr ""\n{fields}'


def _rendered(entry: Entry, old: PoFile) -> str:
    known = old.chunks.get((entry.obsolete, entry.key, entry.msgstr))
    if known is None:
        return _written(entry)
    before, chunk = known
    return chunk.text if before == entry else _comments(entry) + chunk.body


@lru_cache(maxsize=4096)
def _written(entry: Entry) -> str:
    """Kept for the next file: a new catalog has the entries of its template."""
    return _comments(entry) + _body(entry)


def _comments(entry: Entry) -> str:
    text = "".join([f"# {line}\n" if line else "#\n" for line in entry.comments]) if entry.comments else ""
    for line in entry.extracted:
        text += f"#. {line}\n"
    for reference in entry.references:
        text += f"#: {reference}\n"
    if entry.flags:
        text += f"#, {', '.join(entry.flags)}\n"
    if entry.previous:
        mark = "#~| " if entry.obsolete else "#| "
        context, msgid = entry.previous
        if context is not None:
            text += _string("msgctxt", context, mark)
        text += _string("msgid", msgid, mark)
    return text


def _body(entry: Entry) -> str:
    mark = "#~ " if entry.obsolete else ""
    context = "" if entry.context is None else _string("msgctxt", entry.context, mark)
    return context + _string("msgid", entry.msgid, mark) + _string("msgstr", entry.msgstr, mark)


def _string(keyword: str, text: str, mark: str) -> str:
    """A keyword and its string, a line for each hard break in it."""
    if "\n" not in text[:-1]:
        return f'{mark}{keyword} "{_escape(text)}"\n'
    lines = "".join(f'{mark}"{_escape(line)}"\n' for line in re.findall(r"[^\n]*\n|[^\n]+", text))
    return f'{mark}{keyword} ""\n{lines}'


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text) if _ESCAPED.search(text) else text
