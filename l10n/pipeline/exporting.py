"""Catalogs → a file for translators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n import registry
from l10n.catalog import disk
from l10n.errors import L10nError, OutputError
from l10n.model.entry import State
from l10n.model.unit import Bundle, Unit
from l10n.pipeline import articles
from l10n.pipeline.articles import Article
from l10n.pipeline.judged import judged
from l10n.pipeline.locales import chosen_locales
from l10n.ports import Exchange
from l10n.settings import Project
from l10n.stages.export import units
from l10n.text.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A message that the file cannot hold."""

    where: str
    """Its place in the article."""
    msgid: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An article in the file."""

    name: str
    locale: str
    messages: int
    words: int
    """Of the source."""
    refused: tuple[Refused, ...] = ()
    missing: int = 0
    """Messages that the catalog does not have yet."""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


def export(
    project: Project, wanted: Sequence[str], locale: str, kind: str, path: Path
) -> Iterator[Exported | L10nError]:
    """Write the articles' messages in a locale into one file of that kind, at the end.

    OutputError if there is nothing to write, or another file: it may hold texts that nobody has taken in.
    """
    exchange = registry.exchange_named(kind)
    (locale,) = chosen_locales(project, (locale,))
    made: list[Unit] = []

    def work(article: Article) -> Iterator[Exported]:
        result, found = _article(project, article, locale, exchange)
        made.extend(found)
        yield result

    yield from articles.for_each(project, wanted, work)
    if not made:
        hint = "run `l10n update` first" if not exchange.reviewed_only else "it takes reviewed texts only"
        raise OutputError("there is nothing to write", where=str(path), hint=hint)
    data = exchange.write(Bundle(source=project.settings.source, target=locale, units=tuple(made)))
    if path.exists() and not (path.is_file() and path.read_bytes() == data):
        hint = "import it and move it away, or choose another place"
        raise OutputError("is there already", where=str(path), hint=hint)
    disk.write(path, data, str(path))


def _article(
    project: Project, article: Article, locale: str, exchange: Exchange
) -> tuple[Exported, list[Unit]]:
    known = judged(project, article, locale)
    every = list(units(article.document, article.format, known.marked, article.place, locale))
    wanted = [
        unit
        for unit in every
        if not exchange.reviewed_only or known.entries[unit.key].state is State.REVIEWED
    ]
    refused = {unit.id: why for unit in wanted if (why := exchange.refuses(unit))}
    held = [unit for unit in wanted if unit.id not in refused]
    result = Exported(
        name=article.name,
        locale=locale,
        messages=len(held),
        words=sum(count_words(unit.msgid) for unit in held),
        refused=tuple(
            Refused(where=next(iter(unit.references), unit.article), msgid=unit.msgid, why=refused[unit.id])
            for unit in wanted
            if unit.id in refused
        ),
        missing=len({block.key for block in article.document.blocks} - known.marked.keys()),
        notes=known.notes,
    )
    return result, held
