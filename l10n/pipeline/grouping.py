"""How the catalogs of a project are grouped: what the files say, and what the settings do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from l10n.catalog import layout
from l10n.errors import ProjectError
from l10n.settings import Project

_HEAD = 2**16
"""Bytes of a file in which its header says what it is of; before it may stand comments."""
_OURS = re.compile(rf'"(?:{layout.RULES}|{layout.PER}):'.encode())
_PER = re.compile(rf'"{layout.PER}: *(\w+)'.encode())


def refuse_others(project: Project, locales: Sequence[str]) -> None:
    """ProjectError if there are catalogs that are grouped otherwise than the settings say."""
    wanted = project.settings.catalogs.per
    for locale in locales:
        for path in catalogs(project, locale):
            if (found := grouped_per(path)) and found != wanted:
                what = f"catalogs are grouped per {found}, l10n.toml says per {wanted}"
                raise ProjectError(
                    what, where=layout.place(project, path), hint="run `l10n catalogs regroup`"
                )


def catalogs(project: Project, locale: str) -> Iterator[Path]:
    """The PO files of a locale, sorted."""
    folder = layout.catalog_path(project, "", locale).parent
    yield from sorted(folder.rglob("*.po"))


def remove_empty(folder: Path) -> None:
    """Remove a folder and those above it, as far as nothing is in them."""
    with suppress(OSError):
        for path in (folder, *folder.parents):
            path.rmdir()


def grouped_per(path: Path) -> str:
    """What a catalog of l10n is of: an `article`, a `folder`, the `site`; empty for any other file."""
    head = b""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(_HEAD)
    found = _PER.search(head)
    if found:
        return found[1].decode()
    return "article" if _OURS.search(head) else ""
