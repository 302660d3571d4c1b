"""Catalogs are rewritten so that whatever a person saves meanwhile is found and merged."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from l10n.catalog import disk, lock, saved
from l10n.catalog.exchange import exchange
from l10n.errors import CatalogError

_TRIES = 50
_TEMPORARY = ".l10n.tmp"
"""The only one of a folder: its lock is held while it exists. One that a killed process left is replaced."""


def rewrite(path: Path, name: str, wanted: Callable[[bytes | None], bytes | None]) -> bool:
    """Put there what `wanted` makes of the file, None where there is none; was anything written?

    If somebody else saves the file before that, `wanted` is called again with what they saved. CatalogError
    or OutputError if the file cannot be read or written; what `wanted` raises leaves it as it was.
    """
    if path.is_symlink():  # what it leads to is written, and the link stays
        path = path.resolve()
    with lock.held(path.parent, name):
        latest = standing = saved.read(path, name)
        for _ in range(_TRIES):
            try:
                data = wanted(latest)
            except BaseException:
                _give_back(path, latest, standing, name)
                raise
            if data is None or data == standing:
                return latest is not standing
            found, now = _put(path, data, standing, name)
            if found == standing:
                return True
            latest, standing = found, now
        _give_back(path, latest, standing, name)
        raise CatalogError(
            "another program saves it again and again", where=name, hint="close it and run again"
        )


def _give_back(path: Path, latest: bytes | None, standing: bytes | None, name: str) -> None:
    """What a person saved stands there again."""
    if latest is not standing and latest is not None:
        _put(path, latest, standing, name)


def _put(path: Path, data: bytes, expected: bytes | None, name: str) -> tuple[bytes | None, bytes | None]:
    """Put `data` in place of `expected`: what stood there really, and what stands there now.

    Where files can change places, what somebody saved in the last moment comes out that way. Elsewhere
    that moment lies between reading the file and replacing it.
    """
    temporary = path.with_name(_TEMPORARY)
    with disk.errors(name):
        disk.fill(temporary, data, disk.mode_for(path), durable=expected is not None)
        try:
            if expected is None:
                return _created(temporary, path, data, name)
            if exchange(temporary, path):
                return saved.read(temporary, name), data
            found = saved.read(path, name)
            if found != expected:
                return found, found
            temporary.replace(path)
            return found, data
        except FileNotFoundError:  # somebody took it away
            return None, None
        finally:
            temporary.unlink(missing_ok=True)
            if expected is not None:  # a new catalog can be made again
                disk.sync_folder(path.parent)


def _created(temporary: Path, path: Path, data: bytes, name: str) -> tuple[bytes | None, bytes | None]:
    try:
        os.link(temporary, path)
    except FileExistsError:
        found = saved.read(path, name)
        return found, found
    except OSError:  # a file system without links
        temporary.replace(path)
    return None, data
