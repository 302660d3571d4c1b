"""Catalogs → catalogs with machine drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from l10n import registry
from l10n.catalog import layout
from l10n.drafting import casing, names
from l10n.drafting.door import Door
from l10n.errors import L10nError
from l10n.memory.answers import Remembered
from l10n.model.article import Key
from l10n.model.draft import Draft
from l10n.model.entry import Catalog
from l10n.packages.scan import cache_folder
from l10n.pipeline import articles, catalogs
from l10n.pipeline.articles import Article
from l10n.pipeline.progress import Counter, Progress
from l10n.pipeline.waiting import Waiting, reviewed, waiting, with_catalogs
from l10n.ports import Engine
from l10n.settings import DraftSettings, Project
from l10n.stages import draft as stage
from l10n.stages.desk import Desk

_WINDOW = 2_000
"""Sentences after which drafts are saved: enough for full batches, few enough to hold in memory."""
_REVIEWED = 5_000
"""Reviewed texts from which names are learned."""


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
class Work:
    """The messages of one article that wait for drafts."""

    article: Article
    desks: list[Desk]
    stale: int


def remembered(project: Project, locale: str, settings: DraftSettings) -> Engine:
    """The engine for a locale, with its answers kept; EngineError if it has no route."""
    engine = registry.engine_named(settings.engine).open(project.settings.source, locale, settings)
    return Remembered(engine, cache_folder().parent / "answers.sqlite3")


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
    chosen = articles.chosen_locales(project, locales)
    found, errors = articles.find(project, wanted)
    yield from errors
    registry.engine_named(settings.engine)
    sound: list[Article] = []
    said: set[str] = set()
    for article in with_catalogs(project, found, chosen):
        if isinstance(article, L10nError):
            yield article
        else:
            sound.append(article)
    for locale in chosen:
        try:
            engine = remembered(project, locale, settings)
        except L10nError as error:
            yield error
            continue
        open_ = []
        for item in waiting(project, sound, locale, redo=redo):
            if isinstance(item, L10nError):
                yield item
            else:
                open_.append(item)
        if open_:
            for result in _run(project, settings, locale, engine, open_, progress):
                if str(result) not in said:  # an article that cannot be read is none in any locale
                    yield result
                said.add(str(result))


def works(
    project: Project, settings: DraftSettings, locale: str, engine: Engine, items: Sequence[Waiting]
) -> Iterator[Work | L10nError]:
    """The messages of each article, taken apart, one article after the other."""
    texts = reviewed(project, articles.find(project)[0], locale, _REVIEWED)
    judged = registry.engine_named(settings.engine).judged
    door = Door(
        source=project.settings.source,
        target=locale,
        typography=settings.typography and judged,
        judged=judged,
        keep=settings.keep,
        exonyms=names.learned(texts),
        knows=engine.knows,
        unreadable=engine.unreadable,
    )
    for item in items:
        work = articles.attempt(_work, item, door)
        if work is not None:
            yield work


def _work(item: Waiting, door: Door) -> Work:
    document = item.article.document
    scopes = {block.key: document.scope(block) for block in reversed(document.blocks)}
    door = replace(door, usual=casing.usual(block.msgid for block in document.blocks))
    fmt = item.article.format
    desks = [Desk(key, fmt, scopes[key], door) for key in item.keys if key in scopes]
    return Work(replace(item.article), desks, item.stale)


def _run(
    project: Project,
    settings: DraftSettings,
    locale: str,
    engine: Engine,
    items: Sequence[Waiting],
    progress: Progress,
) -> Iterator[Drafted | L10nError]:
    counter = Counter(sum(len(item.keys) for item in items), progress)
    for window in _windows(works(project, settings, locale, engine, items)):
        yield from (error for error in window if isinstance(error, L10nError))
        sound = [work for work in window if isinstance(work, Work)]
        stopped: L10nError | KeyboardInterrupt | None = None
        desks = [desk for work in sound for desk in work.desks]
        try:
            for _ in stage.work(desks, engine, registry.checks(), counter):
                pass
        except (KeyboardInterrupt, L10nError) as error:
            stopped = error
        for work in sound:
            if work.desks:
                yield _saved(project, locale, engine, work)
            elif work.stale:
                yield Drafted(name=work.article.name, locale=locale, stale=work.stale)
        if isinstance(stopped, KeyboardInterrupt):
            raise Interrupted
        if stopped:
            yield stopped
            return


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


def _saved(project: Project, locale: str, engine: Engine, work: Work) -> Drafted | L10nError:
    """Put the drafts into the catalog as it is now: what a person wrote meanwhile stays."""
    article = work.article
    ready = [desk for desk in work.desks if desk.done]
    stage.settle(ready)
    found = {desk.key: desk.draft(registry.checks()) for desk in ready}
    drafts: dict[Key, Draft] = {key: made for key, made in found.items() if made is not None}
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
    left = [key[1] for key, made in found.items() if made is None]
    return Drafted(name=article.name, locale=locale, drafted=len(written), left=tuple(left), stale=work.stale)
