"""Articles and catalogs → localized articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n.catalog import disk
from l10n.errors import L10nError, OutputError
from l10n.pipeline import articles
from l10n.pipeline.articles import Article
from l10n.pipeline.judged import judged
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.stages import build as stage
from l10n.stages.guard import Rejected, guarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A localized article."""

    name: str
    locale: str
    output: str
    percent: float
    """Share of the source's words that people have reviewed."""
    written: bool
    held: bool = False
    """Not written, because too little of it is reviewed."""
    older: bool = False
    """Held back, but an earlier build of it is there."""
    rejected: tuple[Rejected, ...] = ()
    """The translations that would have broken it; the source stands in their place."""
    place: str = ""
    """The article, as errors name it."""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


def build(
    project: Project, locales: Sequence[str], wanted: Sequence[str], *, drafts: bool, require: float
) -> Iterator[Built | L10nError]:
    """Compile the articles for the locales; those with less than `require` percent reviewed are held back."""
    chosen = chosen_locales(project, locales)

    def work(article: Article) -> Iterator[Built | L10nError]:
        for locale in chosen:
            yield articles.attempt(_build, project, article, locale, drafts=drafts, require=require)

    return articles.for_each(project, wanted, work)


def _build(project: Project, article: Article, locale: str, *, drafts: bool, require: float) -> Built:
    known = judged(project, article, locale)
    entries = known.entries
    document = article.document
    share = stage.share(document, entries)
    path = _output(project, article, locale)
    output = path.relative_to(project.root).as_posix()
    held = share.percent < require
    written = False
    rejected: tuple[Rejected, ...] = ()
    if not held:
        texts = stage.translations(entries.values(), drafts=drafts)
        result = guarded(document, texts, article.format, locale, article.parse)
        rejected = result.rejected
        written = disk.write(path, result.text, output)
    return Built(
        name=article.name,
        locale=locale,
        output=output,
        percent=share.percent,
        written=written,
        held=held,
        older=held and path.exists(),
        rejected=rejected,
        place=article.place,
        notes=known.notes,
    )


@cache
def _resolved(folder: Path) -> Path:
    return folder.resolve()


def _output(project: Project, article: Article, locale: str) -> Path:
    """Where the article goes; OutputError if a link would carry it out of the project."""
    pattern = project.settings.build.output
    path = project.root / pattern.replace("{locale}", locale).replace("{path}", article.name)
    if not _resolved(path.parent).is_relative_to(_resolved(project.root)):
        where = path.relative_to(project.root).as_posix()
        raise OutputError("a link leads out of the project", where=where, hint="remove the link")
    return path
