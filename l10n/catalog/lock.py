"""Keeps processes of l10n apart that write catalogs of the same folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from l10n.catalog import disk
from l10n.errors import CatalogError

_PATIENCE = 60.0
"""Seconds after which another process is taken for hanging; each holds the lock for a fraction of one."""
_PAUSE = 0.01


@contextmanager
def held(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder, `name` in errors; CatalogError if another process does not let go of it,
    OutputError if there can be no such folder.

    The system lets go when a process ends, however it ends, so no lock is ever left behind.
    """
    with disk.errors(name):
        folder.mkdir(parents=True, exist_ok=True)
        handle = _opened(folder)
    try:
        end = time.monotonic() + _PATIENCE
        while not _taken(handle):
            if time.monotonic() > end:
                hint = "wait until it has ended, and run again"
                raise CatalogError("another l10n is writing in this folder", where=name, hint=hint)
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        """A file that the system removes when the last process closes it: folders cannot be locked."""
        flags = os.O_CREAT | os.O_RDWR | os.O_TEMPORARY
        return os.open(folder / ".l10n.lock", flags)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
