"""Catalogs → catalogs with machine drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from l10n import registry
from l10n.catalog import layout
from l10n.errors import CatalogError, L10nError
from l10n.model.article import Key
from l10n.model.draft import Hypothesis
from l10n.model.entry import Catalog, State
from l10n.pipeline import articles, catalogs
from l10n.pipeline.articles import Article
from l10n.pipeline.progress import Counter, Progress
from l10n.ports import Engine
from l10n.settings import DraftSettings, Project
from l10n.stages import draft as stage
from l10n.text.locales import language

_WINDOW = 2_000
"""Sentences after which drafts are saved, so that little is lost whatever happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a run did for an article and a locale, in messages."""

    name: str
    locale: str
    drafted: int = 0
    left: tuple[str, ...] = ()
    """The msgids that stay untranslated because a draft would have lost markup."""
    stale: int = 0
    """Messages whose translation was made for an earlier text of the source."""


class Interrupted(Exception):  # noqa: N818 - no error
    """The user stopped the run; what was done until then is saved."""


@dataclass(slots=True)
class _Work:
    """The messages of one article that wait for drafts."""

    article: Article
    jobs: list[stage.Job]
    stale: int
    """How many of its messages have a translation that was made for an earlier text."""


def draft(
    project: Project,
    settings: DraftSettings,
    locales: Sequence[str],
    wanted: Sequence[str],
    progress: Progress,
) -> Iterator[Drafted | L10nError]:
    """Fill empty entries of the catalogs with drafts; raises Interrupted after saving what is done."""
    chosen = articles.chosen_locales(project, locales)
    sound: list[Article] = []
    for article in articles.for_each(project, wanted, lambda article: [article]):
        if isinstance(article, L10nError):
            yield article
        else:
            sound.append(article)
    factory = registry.engine_named(settings.engine)
    for locale in chosen:
        try:
            engine = factory.open(project.settings.source, locale, settings)
        except L10nError as error:
            yield error
            continue
        work: list[_Work] = []
        for article in sound:
            item = articles.attempt(_work, project, article, locale)
            if isinstance(item, L10nError):
                yield item
            else:
                work.append(item)
        yield from _run(project, locale, engine, work, progress)


def _work(project: Project, article: Article, locale: str) -> _Work:
    document = article.document
    scopes = {block.key: document.scope(block) for block in reversed(document.blocks)}
    path = layout.catalog_path(project, article.domain, locale)
    if not path.exists():
        hint = "make it with `l10n update`"
        raise CatalogError("no catalog yet", where=catalogs.place(project, path), hint=hint)
    entries = catalogs.live_entries(project, article, locale)
    source = language(project.settings.source)
    jobs = [
        stage.job(key, article.format, scopes[key], source)
        for key in stage.wanted(entries.values())
        if key in scopes
    ]
    return _Work(article, jobs, sum(entry.state is State.STALE for entry in entries.values()))


def _run(
    project: Project, locale: str, engine: Engine, work: Sequence[_Work], progress: Progress
) -> Iterator[Drafted | L10nError]:
    windows = list(_windows(work))
    counter = Counter(sum(stage.count([j for w in window for j in w.jobs]) for window in windows), progress)
    for window in windows:
        jobs = [job for item in window for job in item.jobs]
        done: dict[str, Hypothesis] = {}
        stopped: L10nError | KeyboardInterrupt | None = None
        try:
            for batch in stage.translate(jobs, engine, counter):
                done |= batch
        except (KeyboardInterrupt, L10nError) as error:
            stopped = error
        for item in window:
            if item.jobs:
                yield _saved(project, locale, engine, item, done)
            elif item.stale:
                yield Drafted(name=item.article.name, locale=locale, stale=item.stale)
        if isinstance(stopped, KeyboardInterrupt):
            raise Interrupted
        if stopped:
            yield stopped
            return


def _windows(work: Sequence[_Work]) -> Iterator[list[_Work]]:
    window: list[_Work] = []
    size = 0
    for item in work:
        window.append(item)
        size += sum(len(job.pieces) for job in item.jobs)
        if size >= _WINDOW:
            yield window
            window, size = [], 0
    if window:
        yield window


def _saved(
    project: Project, locale: str, engine: Engine, item: _Work, done: dict[str, Hypothesis]
) -> Drafted | L10nError:
    """Put the drafts into the catalog as it is now: what a person wrote meanwhile stays."""
    article, fmt = item.article, item.article.format
    ready = [job for job in item.jobs if all(text in done for text in job.texts())]
    found = {job.key: stage.finish(job, done, fmt, registry.checks()) for job in ready}
    drafts = {key: text for key, text in found.items() if text is not None}
    path = layout.catalog_path(project, article.domain, locale)
    written: list[Key] = []

    def filled(old: Catalog) -> Catalog:
        entries = stage.apply(old.entries, drafts, engine.signature)
        written[:] = [new.key for new, entry in zip(entries, old.entries, strict=True) if new != entry]
        return replace(old, entries=entries)

    try:
        catalogs.edit(path, catalogs.place(project, path), filled)
    except L10nError as error:
        return error
    left = [key[1] for key, text in found.items() if text is None]
    return Drafted(name=article.name, locale=locale, drafted=len(written), left=tuple(left), stale=item.stale)
