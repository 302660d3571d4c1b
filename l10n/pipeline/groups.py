"""Groups of articles: those that share a template and, in each locale, a catalog and its ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from l10n.errors import L10nError
from l10n.model.entry import Entry
from l10n.pipeline import articles
from l10n.pipeline.articles import Article
from l10n.settings import Project
from l10n.stages.extract import kept, messages, united
from l10n.stages.rewritten import Readings, readings

T = TypeVar("T")


@dataclass(frozen=True)
class Group:
    """The articles of a domain: one, those of a folder, or all, as `catalogs.per` says."""

    project: Project
    domain: str
    articles: tuple[Article, ...]
    """Those that were read, in the order of their names."""
    others: frozenset[str] = frozenset()
    """Places of those that were not: they are not wanted, or wrong. What a catalog has for them stays."""

    @property
    def shared(self) -> bool:
        return self.articles[0].shared

    @property
    def name(self) -> str:
        """For people: the article's; or else the domain."""
        return self.domain if self.shared else self.articles[0].name

    @property
    def place(self) -> str:
        """What holds its articles, as people name it to commands."""
        if not self.shared:
            return self.articles[0].place
        folder = PurePosixPath(self.project.settings.articles.folder)
        return str(folder if self.project.settings.catalogs.per == "site" else folder / self.folder)

    @property
    def folder(self) -> str:
        return str(PurePosixPath(self.articles[0].name).parent)

    @cached_property
    def readings(self) -> Readings:
        return readings((article.document, article.format) for article in self.articles)

    @cached_property
    def _own(self) -> dict[str, tuple[Entry, ...]]:
        return {article.place: messages(article.document, article.place) for article in self.articles}

    def messages(self, old: Iterable[Entry]) -> tuple[Entry, ...]:
        """The messages of its articles; of those that were not read, what the entries `old` know of them."""
        if not self.shared:
            return self._own[self.place]
        parts: dict[str, Sequence[Entry]] = {**self._own, **(kept(old, self.others) if self.others else {})}
        places = sorted(parts, key=lambda place: (not place, place))  # nobody's come last
        return united(message for place in places for message in parts[place])


def find(project: Project, wanted: Sequence[str] = ()) -> Iterator[Group | L10nError]:
    """The groups of which an article is wanted and can be read, and what is wrong with articles."""
    found, errors = articles.find(project, wanted)
    yield from errors
    places = _places(project)
    for domain, members in by_domain(found).items():
        sound: list[Article] = []
        for article in articles.readable(members):
            if isinstance(article, L10nError):
                yield article
            else:
                sound.append(article)
        if sound:
            others = places.get(domain, frozenset()) - {article.place for article in sound}
            yield Group(project=project, domain=domain, articles=tuple(sound), others=others)


def for_each(
    project: Project, wanted: Sequence[str], work: Callable[[Group], Iterable[T | L10nError]]
) -> Iterator[T | L10nError]:
    """What `work` gives for each group, and errors; none of them stops the others."""
    return articles.each(find(project, wanted), work)


def by_domain(found: Iterable[Article]) -> dict[str, list[Article]]:
    """The articles by their domains, in order."""
    domains: dict[str, list[Article]] = {}
    for article in found:
        domains.setdefault(article.domain, []).append(article)
    return domains


def _places(project: Project) -> dict[str, frozenset[str]]:
    """Places of all articles, also of wrong ones, by the domains that they share."""
    if project.settings.catalogs.per == "article":
        return {}
    shared = by_domain(articles.every(project))
    return {domain: frozenset(article.place for article in same) for domain, same in shared.items()}
