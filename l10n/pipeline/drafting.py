"""Catalogs → catalogs with machine drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from l10n.catalog import layout
from l10n.errors import L10nError
from l10n.model.article import Key
from l10n.model.draft import Draft
from l10n.model.entry import Catalog, Entry
from l10n.pipeline import catalogs, clock, ledgers, rejection
from l10n.pipeline.articles import Article
from l10n.pipeline.progress import Counter, Progress
from l10n.pipeline.waiting import Waiting
from l10n.pipeline.works import Job, Work, for_each, works
from l10n.ports import Engine
from l10n.settings import DraftSettings, Project
from l10n.stages import draft as stage
from l10n.stages.desk import Desk
from l10n.stages.review import drafted

_WINDOW = 2_000
"""Sentences after which drafts are saved: enough for full batches, few enough to hold in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a run did for an article and a locale, in messages."""

    name: str
    locale: str
    drafted: int = 0
    left: tuple[str, ...] = ()
    """The msgids that stay as they are because a draft would have lost markup."""
    stale: int = 0
    """Messages whose translation was made for an earlier text of the source."""
    rejected: int = 0
    """Messages of which people have rejected every draft that there is."""


class Interrupted(Exception):  # noqa: N818 - no error
    """The user stopped the run; what was done until then is saved."""


def draft(
    project: Project,
    settings: DraftSettings,
    locales: Sequence[str],
    wanted: Sequence[str],
    progress: Progress,
    *,
    redo: bool = False,
) -> Iterator[Drafted | L10nError]:
    """Fill empty entries of the catalogs with drafts; raises Interrupted after saving what is done.

    With `redo`, drafts that nobody has touched are made anew.
    """
    return for_each(
        project, settings, locales, wanted, lambda job: _run(project, settings, job, progress), redo=redo
    )


def _run(
    project: Project, settings: DraftSettings, job: Job, progress: Progress
) -> Iterator[Drafted | L10nError]:
    items: list[Waiting] = []
    for item in job.items:
        if isinstance(item, L10nError):
            yield item
        else:
            items.append(item)
    if not items:
        return
    counter = Counter(sum(len(item.keys) for item in items), progress)
    for window in _windows(works(project, settings, job.locale, job.engine, items)):
        yield from (error for error in window if isinstance(error, L10nError))
        sound = [work for work in window if isinstance(work, Work)]
        stopped = _asked([desk for work in sound for desk in work.desks], job.engine, counter)
        if not stopped:
            again = [desk for work in sound for desk in rejection.retried(work, job.locale)]
            stopped = _asked(again, rejection.Other(job.engine), lambda _: None)
        for domain in dict.fromkeys(work.article.domain for work in sound):
            yield from _saved(project, job, [work for work in sound if work.article.domain == domain])
        if isinstance(stopped, KeyboardInterrupt):
            raise Interrupted
        if stopped:
            yield stopped
            return


def _asked(
    desks: Sequence[Desk], engine: Engine, progress: stage.Progress
) -> L10nError | KeyboardInterrupt | None:
    """Have the desks' sentences translated; what has stopped it, if anything has."""
    try:
        for _ in stage.work(desks, engine, progress):
            pass
    except (KeyboardInterrupt, L10nError) as error:
        return error
    return None


def _windows(items: Iterator[Work | L10nError]) -> Iterator[list[Work | L10nError]]:
    window: list[Work | L10nError] = []
    size = 0
    for item in items:
        window.append(item)
        size += sum(len(desk.places) for desk in item.desks) if isinstance(item, Work) else 0
        if size >= _WINDOW:
            yield window
            window, size = [], 0
    if window:
        yield window


def _saved(project: Project, job: Job, same: Sequence[Work]) -> Iterator[Drafted | L10nError]:
    """Put the drafts into their catalog as it is now: what a person wrote meanwhile stays."""
    found = [stage.finished(work.desks) for work in same]
    article = same[0].article
    history = ledgers.read(article, job.locale).history
    unwanted = [rejection.unwanted(history, made) for made in found]
    drafts: dict[Key, Draft] = {
        key: draft
        for made, no in zip(found, unwanted, strict=True)
        for key, draft in made.items()
        if draft is not None and key not in no
    }
    try:
        written = _filled(project, article, job, drafts) if drafts else ()
        when = clock.moment()
        events = filter(None, (drafted(entry, when) for entry in written))
        ledgers.append(article, job.locale, (e for e in events if not history.ends_in(e)))
    except L10nError as error:
        yield error
        return
    for work, made, no in zip(same, found, unwanted, strict=True):
        yield Drafted(
            name=work.article.name,
            locale=job.locale,
            drafted=sum(entry.key in made for entry in written),
            left=tuple(key[1] for key, draft in made.items() if draft is None),
            stale=work.stale,
            rejected=len(no),
        )


def _filled(project: Project, article: Article, job: Job, drafts: dict[Key, Draft]) -> Sequence[Entry]:
    """The entries of the catalog that have got a draft."""
    path = layout.catalog_path(project, article.domain, job.locale)
    written: list[Entry] = []

    def filled(old: Catalog) -> Catalog:
        entries = stage.apply(old.entries, drafts, job.engine.signature)
        written[:] = [new for new, entry in zip(entries, old.entries, strict=True) if new != entry]
        return replace(old, entries=entries)

    catalogs.edit(path, layout.place(project, path), filled)
    return written
