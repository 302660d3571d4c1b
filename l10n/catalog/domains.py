"""What catalogs are called: the domains of articles."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_SHARED = "messages"
"""The catalog of a site, and of the articles that lie in no folder; as gettext names its own."""
_NAMED_SO = re.compile(rf"(?:{_SHARED}/)*{_SHARED}")


def domain_of(article: str, per: str) -> str:
    """The domain of an article, by its path below the articles folder: its own, its folder's or the site's.

    Two folders never have the same: one that is called `messages` itself gets another `/messages`.
    """
    path = PurePosixPath(article)
    if per == "article":
        return str(path.with_suffix(""))
    folder = str(path.parent)
    if per == "site" or folder == ".":
        return _SHARED
    return f"{folder}/{_SHARED}" if _NAMED_SO.fullmatch(folder) else folder
