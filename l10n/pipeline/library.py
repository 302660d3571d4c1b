"""The articles of a project, and what catalogs are of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.catalog import layout
from l10n.catalog.domains import domain_of
from l10n.errors import L10nError
from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.pipeline import articles, grouping
from l10n.pipeline.articles import Article
from l10n.settings import PER, Project
from l10n.stages.extract import messages


@dataclass(frozen=True)
class Library:
    """The articles of a project, by their places."""

    project: Project

    @cached_property
    def articles(self) -> dict[str, Article]:
        found = sorted(articles.every(self.project), key=lambda article: article.place)
        return {article.place: article for article in found}

    @cached_property
    def messages(self) -> dict[str, tuple[Entry, ...]]:
        """Of those that can be read."""
        return {
            place: messages(read.document, place)
            for place, article in self.articles.items()
            if not isinstance(read := articles.attempt(_read, article), L10nError)
        }

    @cached_property
    def keys(self) -> dict[str, frozenset[Key]]:
        return {place: frozenset(m.key for m in found) for place, found in self.messages.items()}

    @cached_property
    def domains(self) -> dict[tuple[str, str], list[str]]:
        """The places of the articles of a domain, by that and what catalogs are of."""
        found: dict[tuple[str, str], list[str]] = {}
        for place, article in self.articles.items():
            for per in PER:
                found.setdefault((domain_of(article.name, per), per), []).append(place)
        return found

    def grouped_per(self, path: Path) -> str:
        """What a catalog of l10n is of: an `article`, a `folder`, the `site`; empty for any other file.

        Its header says it; where a program has taken that out, its references do. CatalogError if it cannot
        be read.
        """
        name = layout.place(self.project, path)
        if said := grouping.grouped_per(path, name):
            return said
        own = [found.name for place in grouping.referred(path, name) if (found := self.articles.get(place))]
        domain = layout.domain(self.project, path)
        orders = (self.project.settings.catalogs.per, *PER) if own else ()
        return next((per for per in orders if all(domain_of(name, per) == domain for name in own)), "")

    def domain(self, place: str) -> str:
        """The domain of an article, also of one that has gone, as the settings want it."""
        return domain_of(place.removeprefix(self._below), self.project.settings.catalogs.per)

    def is_below(self, place: str) -> bool:
        """Could it be the place of an article?"""
        names = place.removeprefix(self._below).split("/")
        return place.startswith(self._below) and place.isprintable() and not {"", ".", ".."} & set(names)

    def place(self, name: str) -> str:
        return self._below + name

    @property
    def _below(self) -> str:
        return f"{self.project.settings.articles.folder}/"


def _read(article: Article) -> Article:
    """The article, if it can be read."""
    _ = article.document
    return article
