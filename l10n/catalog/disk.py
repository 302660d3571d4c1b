"""Files: read whole, written atomically, never touched when nothing changed."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from l10n.errors import ArticleError, OutputError, not_utf8

_PREFIX, _SUFFIX = ".l10n-", ".tmp"
_HOUR = 3600


def read_article(path: Path, name: str) -> str:
    """The text of an article with its own line ends; ArticleError if it is not UTF-8 or cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        what, line = not_utf8(error)
        raise ArticleError(what, where=f"{name}:{line}", hint="save it as UTF-8") from None
    except OSError as error:
        raise ArticleError(f"cannot be read: {_reason(error)}", where=name) from None


def write(path: Path, text: str | bytes, name: str) -> bool:
    """Put `text` there in one step, unless it stands there already; was anything written?

    A reader sees the old file or the new one, never a half. OutputError if the file cannot be written.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    with errors(name):
        if path.is_symlink():  # what it leads to is written, and the link stays
            path = path.resolve()
        before = path.stat() if path.exists() else None
        if before and not stat.S_ISREG(before.st_mode):
            raise OutputError("is no regular file", where=name, hint="choose another place")
        if before and before.st_size == len(data) and path.read_bytes() == data:
            return False
        if not before:
            path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    return True


@contextmanager
def errors(name: str) -> Iterator[None]:
    """What goes wrong in writing, as OutputError."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        what = f"{Path(error.filename).name} is a file, not a folder"
        raise OutputError(what, where=name, hint="move it away") from None
    except OSError as error:
        hint = "check the permissions and the space left"
        raise OutputError(f"cannot be written: {_reason(error)}", where=name, hint=hint) from None


def fill(path: Path, data: bytes, mode: int, *, durable: bool) -> None:
    """Write a file that nobody else looks at; `durable`: it is on the disk then, even after a power cut."""
    with path.open("wb") as file:
        file.write(data)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    path.chmod(mode)


def mode_for(path: Path) -> int:
    """The mode of the file, or of a new one there."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def move(old: Path, new: Path, name: str) -> None:
    """Give the file another place, `name` in errors; OutputError if it cannot be moved."""
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
    except OSError as error:
        raise OutputError(f"cannot be moved: {_reason(error)}", where=name) from None


def _replace(path: Path, data: bytes) -> None:
    _sweep(path.parent)
    handle, temporary = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    os.close(handle)
    try:
        fill(Path(temporary), data, mode_for(path), durable=False)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sweep(folder: Path) -> None:
    """Remove what processes have left that were killed while they wrote; no write takes an hour."""
    for old in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if old.lstat().st_mtime < time.time() - _HOUR:
                old.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
