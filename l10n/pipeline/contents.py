"""Catalogs as they are on disk, article by article; one that many articles share is read once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from l10n.catalog import layout, po
from l10n.catalog.chunks import PoFile
from l10n.catalog.flaws import flaws
from l10n.catalog.saved import Stamp, stamp
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry
from l10n.pipeline.articles import Article
from l10n.settings import Project
from l10n.stages.belonging import owners, untwinned

KEPT = 32
"""Files that are remembered, where articles share them: those of a domain in so many locales."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The entries of a catalog."""

    file: PoFile = field(default_factory=PoFile)
    entries: tuple[Entry, ...] = ()
    shared: bool = False
    live: dict[Key, Entry] = field(default_factory=dict)
    by_article: dict[str, list[Entry]] = field(default_factory=dict)
    """Entries of a shared catalog, live and obsolete, by the places of articles."""
    _nobodys: dict[Key, Entry] = field(default_factory=dict)
    """Live entries of a shared catalog without references, which some programs leave out."""

    @cached_property
    def lines(self) -> dict[Key, int]:
        """The lines of the entries, by key, that of the header among them."""
        return self.file.lines()

    @cached_property
    def plural(self) -> dict[Key, Entry]:
        """The live entries with plural forms, which are no article's."""
        return {key: entry for key, entry in self.live.items() if entry.plural}

    @cached_property
    def flaws(self) -> tuple[tuple[int, str], ...]:
        """Lines that other tools refuse, and why."""
        return tuple(flaws(self.file))

    def of(self, article: Article) -> dict[Key, Entry]:
        """The live entries that are of an article."""
        if not self.shared:
            return self.live
        found = {e.key: e for e in self.by_article.get(article.place, ()) if not e.obsolete}
        if self._nobodys:
            keys = dict.fromkeys(block.key for block in article.document.blocks)
            found |= {key: self._nobodys[key] for key in keys if key in self._nobodys}
        return found

    def all_of(self, article: Article) -> tuple[Entry, ...]:
        """The entries that are or were of an article."""
        if not self.shared:
            return self.entries
        return (
            *self.of(article).values(),
            *(untwinned(e) for e in self.by_article.get(article.place, ()) if e.obsolete),
        )


def live(article: Article, locale: str) -> dict[Key, Entry]:
    """The live entries that are of an article; none where there is no catalog."""
    return read(article, locale).of(article)


def read(article: Article, locale: str) -> Contents:
    """The catalog of an article, of which others may be, too; CatalogError as in `po.read`."""
    return at(article.project, layout.catalog_path(article.project, article.domain, locale))


def at(project: Project, path: Path) -> Contents:
    """The catalog in that place; CatalogError as in `po.read`."""
    name = layout.place(project, path)
    if project.settings.catalogs.per == "article":
        return _read(path, name, shared=False)
    return _remembered(path, name, stamp(path))


@lru_cache(maxsize=KEPT)
def _remembered(path: Path, name: str, _: Stamp | None) -> Contents:
    return _read(path, name, shared=True)


def _read(path: Path, name: str, *, shared: bool) -> Contents:
    file = po.read(path, name) or PoFile()
    return replace(understood(file.catalog, shared=shared), file=file)


def understood(catalog: Catalog, *, shared: bool) -> Contents:
    """The entries of a catalog, by their articles if several share it."""
    entries, live = catalog.entries, catalog.live()
    if not shared:
        return Contents(entries=entries, live=live)
    by_article: dict[str, list[Entry]] = {}
    for entry in entries:
        for article in [owner.article for owner in owners(entry)] if entry.obsolete else entry.articles:
            by_article.setdefault(article, []).append(entry)
    nobodys = {key: entry for key, entry in live.items() if not entry.references}
    return Contents(entries=entries, shared=True, live=live, by_article=by_article, _nobodys=nobodys)
