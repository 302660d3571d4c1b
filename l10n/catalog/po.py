"""PO files: read into a catalog with the text of its entries, and written back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from l10n.catalog import by_polib
from l10n.catalog.chunks import PoFile, refuse_duplicates
from l10n.catalog.parse import Parsed, parse
from l10n.catalog.write import render
from l10n.errors import CatalogError
from l10n.model.entry import Catalog

__all__ = ["PoFile", "read", "render"]

_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)
_MAX_BYTES = 256 * 2**20


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
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8: byte 0x{error.object[error.start]:02x}"
        raise CatalogError(what, where=f"{name}:{line}", hint="save it as UTF-8") from None
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
        by_polib.read(plain, name) if found is None else _from_entries(found, plain, name), newline=newline
    )


def _from_entries(parsed: Parsed, text: str, name: str) -> PoFile:
    found = parsed.found
    head = found.pop(0) if found and found[0].entry.key == (None, "") else None
    entries = tuple(item.entry for item in found)
    refuse_duplicates(entries, lambda number: text.count("\n", 0, found[number].at) + 1, name)
    fields = head.entry.msgstr.split("\n") if head else []
    return PoFile(
        catalog=Catalog(
            header=tuple(_field(line) for line in fields if line),
            header_comments=head.entry.comments if head else (),
            entries=entries,
        ),
        chunks={(e.obsolete, e.key, e.msgstr): (e, c) for e, c in ((i.entry, i.chunk) for i in found)},
        head=head.chunk if head else None,
        tail=text[parsed.end :].strip("\n") + "\n" if parsed.end < len(text) else "",
    )


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()
