"""Catalogs as people have saved them: read when no program is in the middle of writing them."""

from __future__ import annotations

import os
import signal
import stat
import sys
import time
from pathlib import Path
from typing import BinaryIO

from l10n.errors import CatalogError

_MAX_BYTES = 256 * 2**20
_PATIENCE = 10.0
"""Seconds that a program may take to save a file."""
_PAUSE = 0.01
_FRESH = 0.05
"""Seconds for which a file may be half written, where the system does not tell who writes it."""

Stamp = tuple[int, int, int]
"""Inode, time and size of a file: others once somebody has saved it, in whatever way."""


def stamp(path: Path) -> Stamp | None:
    """None where there is no file, or nobody may look."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def read(path: Path, name: str) -> bytes | None:
    """The whole file, `name` in errors; None where there is none. CatalogError if it cannot be read.

    Many editors save by emptying the file and writing it anew: what stands there meanwhile is not read.
    """
    end = time.monotonic() + _PATIENCE
    while (data := glance(path, name)) is None:
        if not path.exists():
            return None
        if time.monotonic() > end:
            hint = "save and close it there, and run again"
            raise CatalogError("another program has it open for writing", where=name, hint=hint)
        time.sleep(_PAUSE)
    return data


def glance(path: Path, name: str) -> bytes | None:
    """As `read`, but None also for a file that is being written."""
    try:
        with open(path, "rb", opener=_opener) as file:
            return _contents(file, name)
    except FileNotFoundError:
        return None
    except OSError as error:
        what = f"cannot be read: {(error.strerror or '').lower()}"
        raise CatalogError(what, where=name) from None


def is_being_written(path: Path) -> bool:
    """Does another program have the file open for writing, as far as the system tells?"""
    try:
        with open(path, "rb", opener=_opener) as file:
            return _is_being_written(file.fileno())
    except OSError:
        return False


def _contents(file: BinaryIO, name: str) -> bytes | None:
    """What is in an open file; None while it is being written."""
    handle = file.fileno()
    before = os.fstat(handle)
    if not stat.S_ISREG(before.st_mode):
        raise CatalogError("cannot be read: is no regular file", where=name, hint="move it away")
    if before.st_size > _MAX_BYTES:
        raise CatalogError(f"larger than {_MAX_BYTES >> 20} MB", where=name, hint="split it")
    if _is_being_written(handle):
        return None
    data = file.read()
    after = os.fstat(handle)
    return data if (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, len(data)) else None


def _opener(path: str, flags: int) -> int:
    """Does not wait at a pipe for somebody who writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_being_written(handle: int) -> bool:
    """Does another program have the file open for writing?"""
    if sys.platform == "linux":
        import fcntl

        try:  # the system gives a lease only for a file that nobody has open for writing
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)  # in place of one that ends the process
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except BlockingIOError:
            return True
        except OSError:  # a file of another user, or a file system without leases
            return _is_fresh(handle)
        return False
    return _is_fresh(handle)


def _is_fresh(handle: int) -> bool:
    return 0 <= time.time() - os.fstat(handle).st_mtime < _FRESH
