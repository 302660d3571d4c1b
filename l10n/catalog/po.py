"""PO files: read by polib, written with every entry that did not change exactly as it stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalog.chunks import Chunk, split
from l10n.catalog.parse import Found, parse
from l10n.errors import CatalogError
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry

if TYPE_CHECKING:
    import polib

_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)
# polib cuts the last letter off a string that is not closed.
_CLOSED = r'"(?:[^"\\\n]|\\.)*"\s*$'
_KEYWORD = r"msg(?:id|str|ctxt|id_plural|str\[\d+\])[ \t]+"
_OPEN_STRING = re.compile(rf'^(?:#~ *)?(?:{_KEYWORD}(?!{_CLOSED})|(?=")(?!{_CLOSED}))', re.MULTILINE)
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
# What str.splitlines, which polib uses, takes for line ends; they travel in a private plane of Unicode.
_SEPARATORS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile("[\U000f000b\U000f000c\U000f001c-\U000f001e\U000f0085\U000f2028\U000f2029]")
_MAX_BYTES = 256 * 2**20


_NOTHING = Catalog()


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A catalog as read, with the text of its entries."""

    catalog: Catalog = _NOTHING
    newline: str = "\n"
    chunks: dict[tuple[bool, Key], tuple[Entry, Chunk]] = field(default_factory=dict)
    head: Chunk | None = None


def read(path: Path, name: str) -> PoFile | None:
    """The PO file at `path`, None where there is none.

    CatalogError with `name` and the line for syntax errors, conflict markers and messages that stand
    there twice: such a file is left alone until a person has mended it.
    """
    try:
        if not path.exists():
            return None
        if path.stat().st_size > _MAX_BYTES:
            raise CatalogError(f"larger than {_MAX_BYTES >> 20} MB", where=name, hint="split it")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CatalogError("not UTF-8", where=name, hint="save it as UTF-8") from None
    except OSError as error:
        raise CatalogError(f"cannot be read: {(error.strerror or '').lower()}", where=name) from None
    if ("<<<<<<< " in text or ">>>>>>> " in text) and (conflict := _CONFLICT.search(text)):
        line = text.count("\n", 0, conflict.start()) + 1
        hint = "resolve it and run again"
        raise CatalogError("merge conflict", where=f"{name}:{line}", hint=hint)
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    found = parse(plain)
    return replace(
        _from_polib(plain, name) if found is None else _from_entries(found, plain, name), newline=newline
    )


def _from_entries(found: list[Found], text: str, name: str) -> PoFile:
    head = found.pop(0) if found and found[0].entry.key == (None, "") else None
    entries = tuple(item.entry for item in found)
    _refuse_duplicates(entries, lambda number: text.count("\n", 0, found[number].at) + 1, name)
    fields = head.entry.msgstr.split("\n") if head else []
    return PoFile(
        catalog=Catalog(
            header=tuple(_field(line) for line in fields if line),
            header_comments=head.entry.comments if head else (),
            entries=entries,
        ),
        chunks={(item.entry.obsolete, item.entry.key): (item.entry, item.chunk) for item in found},
        head=head.chunk if head else None,
    )


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def _from_polib(text: str, name: str) -> PoFile:
    """What is unusual: plural forms, odd escapes and white space, and whatever is broken."""
    if broken := _OPEN_STRING.search(text):
        line = text.count("\n", 0, broken.start()) + 1
        what, hint = (
            "syntax error: a string without its quotation marks",
            "mend it; `msgfmt -c` shows the same",
        )
        raise CatalogError(what, where=f"{name}:{line}", hint=hint)
    po = _parsed(text, name)
    entries = tuple(_entry(found) for found in po)
    _refuse_duplicates(entries, lambda number: po[number].linenum or 0, name)
    header = tuple((str(key), str(value)) for key, value in po.metadata.items())
    comments = tuple(po.header.split("\n")) if po.header else ()
    chunks = split(text)
    head = chunks.pop(0) if chunks and header else None
    if len(chunks) != len(entries):  # the file means more than we understand: write entries anew
        chunks, head = [], None
    return PoFile(
        catalog=Catalog(header=header, header_comments=comments, entries=entries),
        chunks={(e.obsolete, e.key): (e, chunk) for e, chunk in zip(entries, chunks, strict=False)},
        head=head,
    )


def _parsed(text: str, name: str) -> polib.POFile:
    import polib

    try:
        return polib.pofile(_SEPARATORS.sub(lambda match: chr(0xF0000 + ord(match[0])), text))
    except OSError as error:
        line = re.search(r"\(line (\d+)\)", str(error))
        what = re.sub(r"^Syntax error in po file\s*\S*\s*\(line \d+\):?\s*", "", str(error)) or "syntax error"
        hint = "mend it; `msgfmt -c` shows the same"
        where = f"{name}:{line[1]}" if line else name
        raise CatalogError(f"syntax error: {what}", where=where, hint=hint) from None


def _shown(text: str) -> str:
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - 0xF0000), text) if _HIDDEN.search(text) else text


def _entry(found: polib.POEntry) -> Entry:
    previous = found.previous_msgid
    references = tuple(f"{path}:{line}" if line else path for path, line in found.occurrences)
    return Entry(
        msgid=_shown(found.msgid),
        msgstr=_shown(found.msgstr),
        context=found.msgctxt,
        comments=tuple(found.tcomment.split("\n")) if found.tcomment else (),
        extracted=tuple(found.comment.split("\n")) if found.comment else (),
        references=references,
        flags=tuple(found.flags),
        previous=(found.previous_msgctxt, previous) if previous else None,
        obsolete=bool(found.obsolete),
        plural=bool(found.msgid_plural),
    )


def _refuse_duplicates(entries: Sequence[Entry], line: Callable[[int], int], name: str) -> None:
    seen: dict[Key, int] = {}
    for number, entry in enumerate(entries):
        if entry.obsolete:
            continue
        first = seen.setdefault(entry.key, number)
        if first != number:
            what = f"the message of line {line(first)} stands here again"
            raise CatalogError(what, where=f"{name}:{line(number)}", hint="keep one of the two")


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
    text = "\n".join(parts)
    return text if old.newline == "\n" else text.replace("\n", old.newline)


def _header(catalog: Catalog) -> str:
    comments = "".join(f"# {line}\n" if line else "#\n" for line in catalog.header_comments)
    fields = "".join(f'"{_escape(f"{name}: {value}")}\\n"\n' for name, value in catalog.header)
    return f'{comments}msgid ""\nmsgstr ""\n{fields}'


def _rendered(entry: Entry, old: PoFile) -> str:
    before, chunk = old.chunks.get((entry.obsolete, entry.key), (None, None))
    if before is None or chunk is None:
        return _comments(entry) + _body(entry)
    if before == entry:
        return chunk.text
    same_body = before.msgstr == entry.msgstr
    return _comments(entry) + (chunk.body if same_body else _body(entry))


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
