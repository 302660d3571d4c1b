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
    lines = [f"# {line}" if line else "#" for line in entry.comments]
    lines += [f"#. {line}" for line in entry.extracted]
    lines += [f"#: {reference}" for reference in entry.references]
    if entry.flags:
        lines.append(f"#, {', '.join(entry.flags)}")
    if entry.previous:
        mark = "#~| " if entry.obsolete else "#| "
        context, msgid = entry.previous
        if context is not None:
            lines.append(_string("msgctxt", context, mark))
        lines.append(_string("msgid", msgid, mark))
    return "".join(f"{line}\n" for line in lines)


def _body(entry: Entry) -> str:
    mark = "#~ " if entry.obsolete else ""
    lines = [] if entry.context is None else [_string("msgctxt", entry.context, mark)]
    lines += [_string("msgid", entry.msgid, mark), _string("msgstr", entry.msgstr, mark)]
    return "".join(f"{line}\n" for line in lines)


def _string(keyword: str, text: str, mark: str) -> str:
    """A keyword and its string, a line for each hard break in it."""
    if "\n" not in text:
        return f'{mark}{keyword} "{_escape(text)}"'
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    if len([line for line in lines if line]) < 2:
        return f'{mark}{keyword} "{_escape(text)}"'
    lines = [line for line in lines if line]
    return "\n".join([f'{mark}{keyword} ""', *(f'{mark}"{_escape(line)}"' for line in lines)])


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)
