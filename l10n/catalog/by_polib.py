"""PO files read by polib: plural forms, odd escapes and white space, and whatever is broken."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog.chunks import Chunk, PoFile, refuse_duplicates, split
from l10n.catalog.parse import previous_key
from l10n.errors import CatalogError
from l10n.model.entry import Catalog, Entry

if TYPE_CHECKING:
    import polib

# polib cuts the last letter off a string that is not closed.
_ANY_KEYWORD = re.compile(r"^[ \t]*(?:#~ *)?(msgctxt|msgid|msgstr)\b(?!_)", re.MULTILINE)
_CLOSED = r'"(?:[^"\\\n]|\\.)*"\s*$'
_KEYWORD = r"msg(?:id|str|ctxt|id_plural|str\[\d+\])[ \t]+"
_OPEN_STRING = re.compile(rf'^(?:#~ *)?(?:{_KEYWORD}(?!{_CLOSED})|(?=")(?!{_CLOSED}))', re.MULTILINE)
# What str.splitlines, which polib uses, takes for line ends; they travel in a private plane of Unicode.
_SEPARATORS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile("[\U000f000b\U000f000c\U000f001c-\U000f001e\U000f0085\U000f2028\U000f2029]")


def read(text: str, name: str) -> PoFile:
    """A PO file as polib understands it; CatalogError with the line where it does not."""
    if broken := _OPEN_STRING.search(text):
        line = text.count("\n", 0, broken.start()) + 1
        what, hint = (
            "syntax error: a string without its quotation marks",
            'a string begins and ends with ", one inside it is written \\"',
        )
        raise CatalogError(what, where=f"{name}:{line}", hint=hint)
    _refuse_missing_msgstr(text, name)
    po = _parsed(text, name)
    entries = tuple(_entry(found) for found in po)
    refuse_duplicates(entries, lambda number: po[number].linenum or 0, name)
    header = tuple((str(key), str(value)) for key, value in po.metadata.items())
    comments = tuple(po.header.split("\n")) if po.header else ()
    chunks, tail = split(text)
    head = chunks.pop(0) if chunks and header else None
    if len(chunks) != len(entries) or any(not line.startswith("# ") for line in tail.splitlines()):
        hint = "bring it into shape with `msgcat FILE -o FILE`"
        raise CatalogError("more in it than l10n can keep", where=name, hint=hint)
    entries = tuple(map(_with_previous, entries, chunks))
    return PoFile(
        catalog=Catalog(header=header, header_comments=comments, entries=entries),
        chunks={(e.obsolete, e.key, e.msgstr): (e, c) for e, c in zip(entries, chunks, strict=True)},
        head=head,
        tail=tail,
    )


def _refuse_missing_msgstr(text: str, name: str) -> None:
    """polib takes a msgid without its msgstr for a part of the next entry, and loses that one's text."""
    open_at: int | None = None
    for match in _ANY_KEYWORD.finditer(text):
        if match[1] == "msgstr":
            open_at = None
        elif open_at is not None and match[1] in ("msgid", "msgctxt"):
            break
        elif match[1] == "msgid":
            open_at = match.start()
    if open_at is not None:
        line = text.count("\n", 0, open_at) + 1
        hint = 'add `msgstr ""` behind it'
        raise CatalogError("syntax error: a msgid without its msgstr", where=f"{name}:{line}", hint=hint)


def _with_previous(entry: Entry, chunk: Chunk) -> Entry:
    """The entry with its previous source, which polib does not read of obsolete ones."""
    was = [line for line in chunk.comments.split("\n") if line.startswith("#~|")]
    return replace(entry, previous=previous_key(was)) if was else entry


def _parsed(text: str, name: str) -> polib.POFile:
    import polib

    try:
        return polib.pofile(_SEPARATORS.sub(lambda match: chr(0xF0000 + ord(match[0])), text))
    except OSError as error:
        line = re.search(r"\(line (\d+)\)", str(error))
        what = re.sub(r"^Syntax error in po file\s*\S*\s*\(line \d+\):?\s*", "", str(error)) or "not PO"
        hint = "mend it; `msgfmt -c` shows the same"
        where = f"{name}:{line[1]}" if line else name
        raise CatalogError(
            f"syntax error: {what.removeprefix('syntax error: ')}", where=where, hint=hint
        ) from None


def _shown(text: str) -> str:
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - 0xF0000), text) if _HIDDEN.search(text) else text


def _entry(found: polib.POEntry) -> Entry:
    previous = found.previous_msgid
    references = (f"{path}:{line}" if line else path for path, line in found.occurrences)
    return Entry(
        msgid=_shown(found.msgid),
        msgstr=_shown(found.msgstr),
        context=None if found.msgctxt is None else _shown(found.msgctxt),
        comments=tuple(_shown(found.tcomment).split("\n")) if found.tcomment else (),
        extracted=tuple(_shown(found.comment).split("\n")) if found.comment else (),
        references=tuple(map(_shown, references)),
        flags=tuple(found.flags),
        previous=(found.previous_msgctxt and _shown(found.previous_msgctxt), _shown(previous))
        if previous
        else None,
        obsolete=bool(found.obsolete),
        plural=bool(found.msgid_plural),
    )
