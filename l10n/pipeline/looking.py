"""What the files of a project look like: who looks again sees which of them somebody has saved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalog import layout, ledger
from l10n.catalog.saved import Stamp, stamp
from l10n.errors import L10nError
from l10n.pipeline import articles
from l10n.pipeline.articles import Article
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project

Place = tuple[str, str]
"""The name of an article, and a locale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The articles of a project with their catalogs and ledgers, at one time."""

    articles: Mapping[Path, str] = field(default_factory=dict)
    """Their names."""
    catalogs: Mapping[Path, Set[Place]] = field(default_factory=dict)
    """What catalogs and ledgers are of, whether they exist or not."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What an update calls their catalogs, which several may share, by their names."""
    stamps: Mapping[Path, Stamp] = field(default_factory=dict)
    """Of the files that exist."""
    errors: tuple[L10nError, ...] = ()
    """What is wrong with files that would be articles."""

    def changed(self, before: Look) -> set[Path]:
        """The files that are others now, new or gone."""
        paths = self.stamps.keys() | before.stamps.keys()
        return {path for path in paths if self.stamps.get(path) != before.stamps.get(path)}

    def but(self, others: Iterable[Path], before: Look) -> Look:
        """The same, with these files as they were before."""
        stamps = dict(self.stamps)
        for path in others:
            stamps.pop(path, None)
            if path in before.stamps:
                stamps[path] = before.stamps[path]
        return replace(self, stamps=stamps)

    def bereft(self, before: Look) -> set[str]:
        """Names of the articles that have shared a catalog with one that is no more."""
        gone = set(before.articles.values()) - set(self.articles.values())
        return {
            name
            for path, places in before.catalogs.items()
            if gone & {name for name, _ in places}
            for name, _ in self.catalogs.get(path, ())
        }

    def of(self, names: Collection[str]) -> set[Place]:
        """The articles of these names, in each locale."""
        return {place for places in self.catalogs.values() for place in places if place[0] in names}

    def places(self, paths: Iterable[Path]) -> set[Place]:
        """What the catalogs and ledgers among the files are of."""
        return {place for path in paths for place in self.catalogs.get(path, ())}


def look(project: Project, locales: Sequence[str], wanted: Sequence[str]) -> Look:
    """The files as they are; ProjectError as `find` and `chosen_locales` raise it."""
    found, errors = articles.find(project, wanted)
    catalogs: dict[Path, set[Place]] = defaultdict(set)
    for locale in chosen_locales(project, locales):
        for article in found:
            for path in _catalog(article, locale):
                catalogs[path].add((article.name, locale))
    names = {article.path: article.name for article in found}
    return Look(
        articles=names,
        catalogs=catalogs,
        titles={article.name: article.domain if article.shared else article.name for article in found},
        stamps=stamps([*names, *catalogs]),
        errors=tuple(errors),
    )


def stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    """The stamps of the files that exist."""
    return {path: found for path in paths if (found := stamp(path))}


def _catalog(article: Article, locale: str) -> tuple[Path, Path]:
    path = layout.catalog_path(article.project, article.domain, locale)
    return path, ledger.path_of(path)
