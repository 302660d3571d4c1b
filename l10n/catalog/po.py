"""PO files: read into a catalog with the text of its entries, and written back."""

from __future__ import annotations

import re
from pathlib import Path

from l10n.catalog import header, saved
from l10n.catalog.chunks import PoFile, refuse_duplicates
from l10n.catalog.parse import parse
from l10n.catalog.write import render
from l10n.errors import CatalogError, not_utf8
from l10n.model.entry import Catalog

__all__ = ["PoFile", "read", "render", "understood"]

_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)
_CHARSET = re.compile(r'^[ \t]*"Content-Type:[^"\n]*\bcharset=([^\s"\\;]+)', re.IGNORECASE | re.MULTILINE)
_UTF_8 = ("utf-8", "utf8", "charset")
"""As headers name it; the last is what xgettext writes into templates, for people to replace."""
_BOM = "\ufeff"


def read(path: Path, name: str) -> PoFile | None:
    """The PO file at `path`, None where there is none.

    CatalogError with `name` and the line for syntax errors, conflict markers, another charset than UTF-8
    and messages that stand there twice: such a file is left alone until a person has mended it.
    """
    data = saved.read(path, name)
    return None if data is None else understood(data, name)


def understood(data: bytes, name: str) -> PoFile:
    """The contents of a PO file; CatalogError as in `read`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_charset(data.decode("latin-1"), name)
        what, line = not_utf8(error)
        raise CatalogError(what, where=f"{name}:{line}", hint="save it as UTF-8") from None
    if ("<<<<<<< " in text or ">>>>>>> " in text) and (conflict := _CONFLICT.search(text)):
        line = text.count("\n", 0, conflict.start()) + 1
        hint = "resolve it and run again"
        raise CatalogError("merge conflict", where=f"{name}:{line}", hint=hint)
    plain = text.removeprefix(_BOM)
    chunks, tail = parse(plain, name)
    refuse_duplicates(chunks, name)
    head_at = next(
        (n for n, c in enumerate(chunks) if c.entry.key == (None, "") and not c.entry.obsolete), None
    )
    head = None if head_at is None else chunks.pop(head_at)
    if head is not None:
        before = "".join(chunk.lead + chunk.body for chunk in chunks[:head_at])
        _refuse_charset(before + head.lead + head.body, name)
    return PoFile(
        catalog=Catalog(
            header=header.fields(head) if head else (),
            header_comments=head.entry.comments if head else (),
            entries=tuple(chunk.entry for chunk in chunks),
        ),
        bom=text[: len(text) - len(plain)],
        chunks=tuple(chunks),
        head=head,
        head_at=head_at or 0,
        tail=tail,
    )


def _refuse_charset(text: str, name: str) -> None:
    """CatalogError where the header tells of another charset: UTF-8 would be read as something else."""
    match = _CHARSET.search(text)
    if match and match[1].lower() not in _UTF_8:
        line = text.count("\n", 0, match.end()) + 1
        what, hint = f"charset {match[1]}, not UTF-8", "convert it with `msgconv -t UTF-8 FILE -o FILE`"
        raise CatalogError(what, where=f"{name}:{line}", hint=hint)
