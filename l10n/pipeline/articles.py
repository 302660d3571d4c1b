"""The articles of a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

from l10n import registry
from l10n.catalog import disk
from l10n.catalog.domains import domain_of
from l10n.errors import ArticleError, L10nError, ProjectError
from l10n.model.article import Document
from l10n.pipeline import discovery
from l10n.pipeline.wanted import named
from l10n.ports import Format
from l10n.settings import ArticleSettings, Project

T = TypeVar("T")
Item = TypeVar("Item")


@dataclass(frozen=True)
class Article:
    """A source file. `name` is its path below the articles folder, with slashes."""

    project: Project
    name: str

    @property
    def folder(self) -> Path:
        return self.project.root / self.project.settings.articles.folder

    @property
    def path(self) -> Path:
        return self.folder / self.name

    @property
    def place(self) -> str:
        """Its path below the project's root, as references and errors write it."""
        return str(PurePosixPath(self.project.settings.articles.folder) / self.name)

    @property
    def domain(self) -> str:
        """That of its catalog, which others may share."""
        return domain_of(self.name, self.project.settings.catalogs.per)

    @property
    def shared(self) -> bool:
        """May others share its catalog?"""
        return self.project.settings.catalogs.per != "article"

    @property
    def own_domain(self) -> str:
        """That of a catalog of its own."""
        return domain_of(self.name, "article")

    @property
    def format_name(self) -> str:
        return registry.suffixes()[PurePosixPath(self.name).suffix.lower()]

    @property
    def format(self) -> Format:
        return registry.format_named(self.format_name)

    @cached_property
    def document(self) -> Document:
        """The article, parsed once; ArticleError if it cannot be read."""
        return self.parse(disk.read_article(self.path, self.place))

    def parse(self, text: str) -> Document:
        """Any text, read as this article is."""
        return self.format.parse(text, self.project.settings.formats)

    def problems(self) -> Iterator[ArticleError]:
        """What a person should mend in it, though it goes through."""
        for problem in self.document.problems:
            yield ArticleError(problem.what, where=f"{self.place}:{problem.line}", hint=problem.hint)


def every(project: Project) -> Iterator[Article]:
    """All articles, in no order, also those that something is wrong with."""
    settings = project.settings.articles
    return (Article(project, name) for name in discovery.names(project.root / settings.folder, settings))


def find(project: Project, wanted: Sequence[str] = ()) -> tuple[list[Article], list[L10nError]]:
    """The project's articles in order of their names, or those wanted, and what is wrong with others.

    `wanted` are paths of files or folders (from the root, from the articles folder or from here).
    ProjectError if there is no articles folder, no article in it, or none for one of `wanted`.
    """
    folder = project.root / project.settings.articles.folder
    if not folder.is_dir():
        hint = f"make it, or set articles.folder in l10n.toml (now {project.settings.articles.folder!r})"
        raise ProjectError("no folder with articles", where=project.settings.articles.folder, hint=hint)
    if not folder.resolve().is_relative_to(project.root.resolve()):
        raise ProjectError(
            "links out of the project", where=project.settings.articles.folder, hint="copy it here"
        )
    found = list(every(project))
    if not found:
        chosen = replace(project.settings.articles, folder=ArticleSettings().folder)
        hint = f"put articles there: files that end in {', '.join(sorted(registry.suffixes()))}"
        hint += "" if chosen == ArticleSettings() else "; or let include and exclude in l10n.toml take more"
        raise ProjectError("no articles", where=project.settings.articles.folder, hint=hint)
    good, errors = _sound(found)
    if not wanted:
        return good, [error for _, error in errors]
    meant = {article.name for article in named(found, wanted)}
    return [article for article in good if article.name in meant], [
        error for concerned, error in errors if any(article.name in meant for article in concerned)
    ]


def only(project: Project, wanted: str) -> Article:
    """The article that is meant; ProjectError if there is none or several, L10nError if it is not sound."""
    found, errors = find(project, (wanted,))
    if errors and not found:
        raise errors[0]
    if len(found) > 1:
        names = ", ".join(article.name for article in found[:3])
        more = " …" if len(found) > 3 else ""
        raise ProjectError(f"{wanted!r} means {len(found)} articles", hint=f"name one: {names}{more}")
    return found[0]


def _sound(found: Sequence[Article]) -> tuple[list[Article], list[tuple[list[Article], L10nError]]]:
    """Articles, sorted, without those that cannot be read or written safely, and without collisions.

    An error comes with the articles that it concerns.
    """
    by_domain: dict[str, list[Article]] = {}
    errors: list[tuple[list[Article], L10nError]] = []
    for article in sorted(found, key=lambda a: a.name):
        wrong = discovery.what_is_wrong(article.folder, article.name, article.project.root)
        if wrong:
            errors.append(([article], ArticleError(wrong[0], where=article.place, hint=wrong[1])))
        else:
            by_domain.setdefault(article.name if article.shared else article.domain, []).append(article)
    for same in by_domain.values():
        if len(same) > 1:
            what = f"shares its catalog with {', '.join(a.name for a in same[1:])}"
            error = ArticleError(what, where=same[0].place, hint="rename one, or exclude it in l10n.toml")
            errors.append((same, error))
    return [same[0] for same in by_domain.values() if len(same) == 1], errors


def readable(found: Sequence[Article]) -> Iterator[Article | L10nError]:
    """The articles that can be read; for the others, once, what is wrong with them."""
    for article in found:
        try:
            yield from article.problems()
        except L10nError as error:
            yield error
        else:
            yield article


def for_each(
    project: Project, wanted: Sequence[str], work: Callable[[Article], Iterable[T | L10nError]]
) -> Iterator[T | L10nError]:
    """What `work` gives for each article, and errors; none of them stops the other articles."""
    found, errors = find(project, wanted)
    yield from errors
    yield from each(readable(found), work)


def each(
    items: Iterable[Item | L10nError], work: Callable[[Item], Iterable[T | L10nError]]
) -> Iterator[T | L10nError]:
    """What `work` gives for each of the items, and errors; none of them stops the others."""
    for item in items:
        if isinstance(item, L10nError):
            yield item
            continue
        try:
            yield from work(item)
        except L10nError as error:
            yield error


def attempt(work: Callable[..., T], *args: object, **options: object) -> T | L10nError:
    """The result of `work`, or its error as a value."""
    try:
        return work(*args, **options)
    except L10nError as error:
        return error
