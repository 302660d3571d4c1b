"""What there is to draft: for each locale its engine, and the messages of one article after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from l10n import registry
from l10n.drafting.door import Door
from l10n.errors import L10nError
from l10n.memory.answers import Remembered
from l10n.packages.scan import cache_folder
from l10n.pipeline import articles, doors
from l10n.pipeline.articles import Article
from l10n.pipeline.locales import chosen_locales
from l10n.pipeline.waiting import Waiting, reviewed, waiting, with_catalogs
from l10n.ports import Engine
from l10n.settings import DraftSettings, Project
from l10n.stages.desk import Desk
from l10n.text import names

_T = TypeVar("_T")
_REVIEWED = 5_000
"""Reviewed texts from which names are learned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A locale with its engine, and the catalogs that wait for drafts, which are read one by one."""

    locale: str
    engine: Remembered
    items: Iterator[Waiting | L10nError]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The messages of one article that wait for drafts."""

    article: Article
    desks: list[Desk]
    stale: int


def for_each(
    project: Project,
    settings: DraftSettings,
    locales: Sequence[str],
    wanted: Sequence[str],
    work: Callable[[Job], Iterable[_T | L10nError]],
    *,
    redo: bool,
) -> Iterator[_T | L10nError]:
    """What `work` gives for each locale, and errors, each once: a bad article is one in any locale."""
    said: set[str] = set()
    for job in _jobs(project, settings, locales, wanted, redo=redo):
        for result in [job] if isinstance(job, L10nError) else work(job):
            if isinstance(result, L10nError):
                if str(result) in said:
                    continue
                said.add(str(result))
            yield result


def _jobs(
    project: Project, settings: DraftSettings, locales: Sequence[str], wanted: Sequence[str], *, redo: bool
) -> Iterator[Job | L10nError]:
    """A job for each locale that the engine has a route to."""
    chosen = chosen_locales(project, locales)
    found, errors = articles.find(project, wanted)
    yield from errors
    registry.engine_named(settings.engine)
    sound: list[Article] = []
    for article in with_catalogs(project, found, chosen):
        if isinstance(article, L10nError):
            yield article
        else:
            sound.append(article)
    for locale in chosen:
        engine = articles.attempt(remembered, project, locale, settings)
        if isinstance(engine, L10nError):
            yield engine
        else:
            yield Job(locale=locale, engine=engine, items=waiting(project, sound, locale, redo=redo))


def remembered(project: Project, locale: str, settings: DraftSettings) -> Remembered:
    """The engine for a locale, with its answers kept; EngineError if it has no route."""
    engine = registry.engine_named(settings.engine).open(project.settings.source, locale, settings)
    return Remembered(engine, cache_folder().parent / "answers.sqlite3")


def works(
    project: Project,
    settings: DraftSettings,
    locale: str,
    engine: Engine,
    items: Iterable[Waiting | L10nError],
) -> Iterator[Work | L10nError]:
    """The messages of each article, taken apart, one article after the other; errors as they come."""
    texts = reviewed(articles.find(project)[0], locale, _REVIEWED)
    door = doors.opened(settings, project.settings.source, locale, engine, names.learned(texts))
    for item in items:
        yield item if isinstance(item, L10nError) else articles.attempt(_work, item, door)


def _work(item: Waiting, door: Door) -> Work:
    article = replace(item.article)  # so that its document goes when it is done
    desks = doors.desks(article.document, article.format, door, item.keys)
    return Work(article=article, desks=desks, stale=item.stale)
