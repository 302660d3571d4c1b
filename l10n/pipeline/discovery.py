"""Which files of a folder are articles."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from l10n import registry
from l10n.settings import ArticleSettings


def names(folder: Path, settings: ArticleSettings) -> Iterator[str]:
    """Paths below the folder, with slashes, of what the settings include, in a format that is known.

    Hidden files and folders are passed over, and so is what is neither a file nor a link.
    """
    include, exclude = [_glob(g) for g in settings.include], [_glob(g) for g in settings.exclude]
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in files:
            path = Path(base) / file
            name = path.relative_to(folder).as_posix()
            if PurePosixPath(name).suffix.lower() not in registry.suffixes() or file.startswith("."):
                continue
            wanted = _any(include, name) and not _any(exclude, name)
            if wanted and (path.is_symlink() or path.is_file()):
                yield name


def what_is_wrong(folder: Path, name: str, root: Path) -> tuple[str, str] | None:
    """(what, hint) for a name or a link that cannot be an article."""
    if any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in name):
        return "its name has characters that cannot be written", "rename it"
    path = folder / name
    if not path.is_symlink():  # no folder on the way is a link: os.walk does not follow them
        return None
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return "links to itself", "remove the link"
    if not path.exists():
        return "links to a file that is not there", "remove the link"
    return None if inside else ("links out of the project", "copy the file here")


def _any(globs: Sequence[re.Pattern[str]], name: str) -> bool:
    return any(glob.fullmatch(name) for glob in globs)


def _glob(pattern: str) -> re.Pattern[str]:
    """`*` and `?` stay within a folder, `**/` is any number of folders."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    regex = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(regex.get(part, re.escape(part)) for part in parts), re.DOTALL)
