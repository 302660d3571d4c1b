"""Two files change places in one step, where the system can do that."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_UNABLE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def swap(first: Path, second: Path) -> bool:
    """Swap two files; False where the system or the file system cannot. OSError if one is missing."""
    if sys.platform != "linux":
        return False
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    names = os.fsencode(first), os.fsencode(second)
    if libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(second))
