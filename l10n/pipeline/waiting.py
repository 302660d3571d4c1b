"""Which articles have something to draft; those that have nothing are not even read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.catalog import layout
from l10n.errors import CatalogError, L10nError
from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.pipeline import articles, contents
from l10n.pipeline.articles import Article
from l10n.settings import Project
from l10n.stages import draft as stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An article with messages to draft."""

    article: Article
    keys: tuple[Key, ...]
    stale: int
    """How many of its messages have a translation that was made for an earlier text."""


def with_catalogs(
    project: Project, found: Sequence[Article], locales: Sequence[str]
) -> Iterator[Article | L10nError]:
    """The articles; for those without a catalog that cannot be read either, what is wrong with them."""
    for article in found:
        if all(layout.catalog_path(project, article.domain, locale).exists() for locale in locales):
            yield article
        else:
            yield from articles.readable([article])


def waiting(
    project: Project, found: Sequence[Article], locale: str, *, redo: bool
) -> Iterator[Waiting | L10nError]:
    """The articles of a locale that have something to draft or to mention, one after the other.

    A message that several have in one catalog waits for the first of them.
    """
    seen: set[tuple[str, Key]] = set()
    for article in found:
        item = articles.attempt(_waiting, project, article, locale, seen, redo=redo)
        if item is not None:
            yield item


def _waiting(
    project: Project, article: Article, locale: str, seen: set[tuple[str, Key]], *, redo: bool
) -> Waiting | None:
    path = layout.catalog_path(project, article.domain, locale)
    if not path.exists():
        hint = "make it with `l10n update`"
        raise CatalogError("no catalog yet", where=layout.place(project, path), hint=hint)
    entries = [e for e in contents.live(article, locale).values() if (article.domain, e.key) not in seen]
    seen.update((article.domain, entry.key) for entry in entries if article.shared)
    keys = stage.wanted(entries, redo=redo)
    stale = sum(entry.state is State.STALE for entry in entries)
    return Waiting(article=article, keys=tuple(keys), stale=stale) if keys or stale else None


def reviewed(found: Sequence[Article], locale: str, most: int) -> Iterator[tuple[str, str]]:
    """Reviewed texts of the articles as (source, target), the first `most` of them."""
    for article in found:
        entries = articles.attempt(contents.live, article, locale)
        if isinstance(entries, L10nError):
            continue
        pairs = [(e.msgid, e.msgstr) for e in entries.values() if is_reviewed(e)]
        yield from pairs[:most]
        most -= len(pairs)
        if most <= 0:
            return


def is_reviewed(entry: Entry) -> bool:
    return entry.state is State.REVIEWED and not entry.plural
