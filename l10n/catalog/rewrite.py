"""Catalogs are rewritten so that whatever a person saves meanwhile is found and merged."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from l10n.catalog import disk, lock, saved
from l10n.catalog.swap import swap
from l10n.errors import CatalogError

_TRIES = 50
_TEMPORARY = ".l10n-catalog.tmp"
"""The only one of a folder: its lock is held while it exists. Who holds it next removes what was left."""


def rewrite(path: Path, name: str, wanted: Callable[[bytes | None], bytes | None]) -> bool:
    """Put there what `wanted` makes of the file, None where there is none; was anything written?

    If somebody else saves the file before that, `wanted` is called again with what they saved. CatalogError
    or OutputError if the file cannot be read or written.
    """
    if path.is_symlink():  # what it leads to is written, and the link stays
        path = path.resolve()
    with lock.held(path.parent, name):
        sweep(path.parent)
        for _ in range(_TRIES):
            known = saved.read(path, name)
            data = wanted(known)
            if data is None or data == known:
                return False
            if put(path, data, known, name):
                return True
    raise CatalogError("another program saves it again and again", where=name, hint="close it and run again")


def put(path: Path, data: bytes, known: bytes | None, name: str) -> bool:
    """Put `data` there, unless something else than `known` stands there; does it stand there now?

    For who holds the lock of the folder.
    """
    temporary = path.with_name(_TEMPORARY)
    with disk.errors(name):
        try:
            disk.fill(temporary, data, disk.mode_for(path), durable=known is not None)
            if known is None:
                return _created(temporary, path)
            if saved.glance(path, name) != known or not _replaced(temporary, path, data, known, name):
                return False
            disk.sync_folder(path.parent)
            return True
        except FileNotFoundError:  # somebody took it away
            return False
        finally:
            temporary.unlink(missing_ok=True)


def take_away(path: Path, known: bytes, name: str) -> bool:
    """Remove the file, unless something else than `known` stands there; is it away now? As `put`."""
    temporary = path.with_name(_TEMPORARY)
    with disk.errors(name):
        if saved.read(path, name) != known:
            return not path.exists()
        path.replace(temporary)
        if saved.glance(temporary, name) == known:
            temporary.unlink()
            return True
        if not _created(temporary, path):  # saved there again meanwhile, by a program that makes a new file
            return False
        temporary.unlink(missing_ok=True)
        return False


def sweep(folder: Path) -> None:
    """Remove what a process that was killed has left in a folder, for who holds its lock."""
    (folder / _TEMPORARY).unlink(missing_ok=True)


def _created(temporary: Path, path: Path) -> bool:
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        temporary.replace(path)
    return True


def _replaced(temporary: Path, path: Path, data: bytes, known: bytes, name: str) -> bool:
    """Where files can change places, what somebody saved in the last moment comes out, and goes back."""
    if not swap(temporary, path):
        temporary.replace(path)
        return True
    came_out = saved.glance(temporary, name)
    if came_out == known:
        return True
    put: bytes | None = data
    for _ in range(_TRIES):
        swap(temporary, path)
        put, came_out, before = came_out, saved.glance(temporary, name), put
        if came_out == before:
            break
    return False
