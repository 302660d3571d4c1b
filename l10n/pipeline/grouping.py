"""The catalogs of a locale as files, and what they say themselves of how they are grouped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from l10n.catalog import comments, layout
from l10n.errors import CatalogError
from l10n.model.entry import article_of
from l10n.settings import Project

_HEAD = 2**16
"""Bytes of a file in which its header says what it is of; before it may stand comments."""
_OURS = re.compile(rf'"(?:{layout.RULES}|{layout.PER}):'.encode())
_REFERENCES = re.compile(rb"^#:(.*)", re.MULTILINE)
_PER = re.compile(rf'"{layout.PER}: *(\w+)'.encode())


def catalogs(project: Project, locale: str) -> Iterator[Path]:
    """The PO files of a locale, sorted."""
    folder = layout.catalog_path(project, "", locale).parent
    yield from sorted(path for path in folder.rglob("*.po") if path.is_file())


def remove_empty(folder: Path) -> None:
    """Remove a folder and those above it, as far as nothing is in them."""
    with suppress(OSError):
        for path in (folder, *folder.parents):
            path.rmdir()


def grouped_per(path: Path, name: str) -> str:
    """What the header of a catalog says that it is of: an `article`, a `folder`, the `site`; or empty.

    CatalogError, with `name`, if it cannot be read.
    """
    head = _read(path, name, _HEAD)
    found = _PER.search(head)
    if found:
        return found[1].decode()
    return "article" if _OURS.search(head) else ""


def referred(path: Path, name: str) -> list[str]:
    """The articles that the messages of a file refer to, each once, whatever else is wrong with it."""
    lines = (line.decode(errors="replace") for line in _REFERENCES.findall(_read(path, name, -1)))
    references = (reference for line in lines for reference in comments.references(line))
    return list(dict.fromkeys(map(article_of, references)))


def _read(path: Path, name: str, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise CatalogError(f"cannot be read: {(error.strerror or '').lower()}", where=name) from None
