"""The articles that people name: by paths of files or folders, from the root, the articles folder or here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from l10n.errors import ProjectError

if TYPE_CHECKING:
    from l10n.pipeline.articles import Article


def is_wanted(article: Article, wanted: Sequence[str]) -> bool:
    """Does one of the paths mean the article, or a folder that it lies in? None: all are wanted."""
    return not wanted or any(_means(article, text) for text in wanted)


def _means(article: Article, text: str) -> bool:
    here = Path(text).resolve()
    if here == article.path.resolve() or here in article.path.resolve().parents:
        return True
    path = PurePosixPath(text)
    names = [PurePosixPath(article.name), PurePosixPath(article.place), PurePosixPath(article.own_domain)]
    return any(path == name or path in name.parents for name in names) and text not in ("", ".")


def known(found: Sequence[Article], wanted: Sequence[str]) -> bool:
    """True if something is wanted; ProjectError for what is no article."""
    from difflib import get_close_matches

    for text in wanted:
        if not any(_means(article, text) for article in found):
            names = [a.name for a in found]
            near = get_close_matches(text, names, n=3, cutoff=0.3) or names[:3]
            more = " …" if len(near) < len(names) else ""
            raise ProjectError(f"no article {text!r}", hint=f"there are: {', '.join(near)}{more}")
    return bool(wanted)
