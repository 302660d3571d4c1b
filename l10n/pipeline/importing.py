"""Files that came back from translators → catalogs with what is newer in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from l10n import registry
from l10n.catalog import layout, saved
from l10n.errors import CatalogError, ExchangeError, L10nError, ProjectError
from l10n.model.entry import Catalog, Entry
from l10n.model.event import Act
from l10n.model.fate import Outcome
from l10n.model.unit import Unit
from l10n.pipeline import articles, catalogs, ledgers
from l10n.pipeline.articles import Article
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.stages.intake import Intake, Judge, take
from l10n.stages.rewritten import Readings, readings
from l10n.text.bare import is_bare
from l10n.text.differences import difference

_HEAD = 64 * 2**10
"""Bytes by which a kind of file is recognized."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A catalog, and what became of the texts that a file has for it."""

    file: str
    name: str
    """The article's; the domain's where several share the catalog."""
    locale: str
    outcomes: tuple[Outcome, ...]
    written: bool
    """Is the catalog another one now? In a dry run: would it be?"""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


def import_files(
    project: Project, files: Sequence[Path], *, dry_run: bool = False
) -> Iterator[Imported | L10nError]:
    """Take what is newer in the files into the catalogs; no bad file stops the others."""
    by_place = {article.place: article for article in articles.find(project)[0]}
    for path in files:
        found = articles.attempt(_read, path)
        if isinstance(found, L10nError):
            yield found
            continue
        by_catalog: dict[tuple[str, str], list[_Texts]] = {}
        for texts in _by_article(found, by_place, path):
            if isinstance(texts, L10nError):
                yield texts
            else:
                by_catalog.setdefault((texts.article.domain, texts.locale), []).append(texts)
        for (_, code), parts in by_catalog.items():
            yield articles.attempt(_import, project, parts, code, path, dry_run=dry_run)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """What a file has of an article, for a locale as it writes it."""

    article: Article
    locale: str
    units: Sequence[Unit]


def _read(path: Path) -> list[Unit]:
    """The units of a file, whose kind its contents tell; L10nError if it cannot be read."""
    data = saved.read(path, str(path))
    if data is None:
        raise ExchangeError("no such file", where=str(path), hint="name one that `l10n export` has made")
    kinds = [registry.exchange_named(name) for name in registry.names("exchange")]
    exchange = next((kind for kind in kinds if kind.recognizes(data[:_HEAD])), None)
    if exchange is None:
        hint = "name XLIFF, CSV or XLSX that `l10n export` has made"
        raise ExchangeError("of no kind that is known", where=str(path), hint=hint)
    return exchange.read(data, str(path))


def _by_article(
    units: Iterable[Unit], by_place: Mapping[str, Article], file: Path
) -> Iterator[_Texts | L10nError]:
    """The units article by article; names of files reach no further than the articles that there are."""
    found: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        found.setdefault((unit.article, unit.locale), []).append(unit)
    for (place, locale), same in found.items():
        if article := by_place.get(place):
            yield _Texts(article=article, locale=locale, units=same)
        else:
            what = f"no article {place!r} here, so {len(same)} of its texts are left in this file"
            hint = "give it the name that it had when it was exported"
            yield ExchangeError(what, where=f"{file}:{same[0].line}", hint=hint)


def _import(project: Project, parts: Sequence[_Texts], code: str, file: Path, *, dry_run: bool) -> Imported:
    locale = _locale(project, code, f"{file}:{parts[0].units[0].line}")
    article, units = parts[0].article, [unit for part in parts for unit in part.units]
    path = layout.catalog_path(project, article.domain, locale)
    name = layout.place(project, path)
    if not path.exists():
        raise CatalogError("no catalog yet", where=name, hint="make it with `l10n update`")
    history = ledgers.read(article, locale).history
    judge, before, made = _judge([part.article for part in parts]), list[Entry](), Intake()

    def unwanted(entry: Entry) -> bool:
        return history.knows(entry, Act.REJECTED, Act.DROPPED)

    def changed(old: Catalog) -> Catalog:
        nonlocal made
        before[:] = old.entries
        made = take(old.entries, units, judge, unwanted)
        return replace(old, entries=made.entries)

    written = catalogs.edit(path, name, changed, dry_run=dry_run)
    look = written and not dry_run
    return Imported(
        file=str(file),
        name=article.name if len(parts) == 1 else article.domain,
        locale=locale,
        outcomes=made.outcomes,
        written=written,
        notes=ledgers.look(article, locale, before, made.entries) if look else (),
    )


def _locale(project: Project, code: str, where: str) -> str:
    """The locale of a file, which may spell it otherwise; ExchangeError for one that is not wanted here."""
    try:
        return chosen_locales(project, (code,))[0]
    except ProjectError as error:
        raise ExchangeError(error.what, where=where, hint=error.hint) from None


def _judge(same: Sequence[Article]) -> Judge:
    """Compares the links, code, tags and placeholders of a text with those of its message, as builds do."""

    @cache
    def read() -> tuple[Readings, bool]:
        """How messages are read, and whether all of the articles can be."""
        sound = [article for article in articles.readable(same) if isinstance(article, Article)]
        return readings((article.document, article.format) for article in sound), len(sound) == len(same)

    def wrong(entry: Entry) -> str:
        if is_bare(entry.msgid) and is_bare(entry.msgstr):
            return ""
        known, whole = read()
        if reading := known.get(entry.key):
            texts = (reading.inline(text).markup(emphasis=False) for text in (entry.msgid, entry.msgstr))
            return difference(*texts)
        return "" if whole else "its article cannot be read"

    return wrong
