"""The articles that people name: by paths of files or folders, from the root, the articles folder or here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from l10n.errors import ProjectError

if TYPE_CHECKING:
    from l10n.pipeline.articles import Article


def named(found: Sequence[Article], wanted: Sequence[str]) -> list[Article]:
    """The articles that the paths mean, or that lie in the folders; ProjectError for what is no article."""
    meanings = [_meanings(article) for article in found]
    known = set().union(*meanings)
    asked = {text: {str(Path(text).resolve()), str(PurePosixPath(text))} for text in wanted}
    for text, ways in asked.items():
        if not ways & known:
            raise _unknown(text, [article.name for article in found])
    either = {way for ways in asked.values() for way in ways}
    return [article for article, every in zip(found, meanings, strict=True) if every & either]


def _meanings(article: Article) -> set[str]:
    """What it can be called by, and the folders that it is in."""
    names = [PurePosixPath(name) for name in (article.name, article.place, article.own_domain)]
    paths = [article.path.resolve(), *names]
    return {str(way) for path in paths for way in (path, *path.parents)} - {"."}


def _unknown(text: str, names: list[str]) -> ProjectError:
    from difflib import get_close_matches

    near = get_close_matches(text, names, n=3, cutoff=0.3) or names[:3]
    more = " …" if len(near) < len(names) else ""
    return ProjectError(f"no article {text!r}", hint=f"there are: {', '.join(near)}{more}")
