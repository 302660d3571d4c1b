"""Files that came back from translators → catalogs with what is newer in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n import registry
from l10n.catalog import layout, saved
from l10n.errors import CatalogError, ExchangeError, L10nError, ProjectError
from l10n.model.entry import Catalog, Entry
from l10n.model.event import Act
from l10n.model.unit import Unit
from l10n.pipeline import articles, catalogs, ledgers
from l10n.pipeline.articles import Article
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.stages.intake import Intake, Judge, Outcome, take
from l10n.text.differences import difference

_HEAD = 64 * 2**10
"""Bytes by which a kind of file is recognized."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """An article and locale in a file, and what became of its texts."""

    file: str
    name: str
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
        for (place, locale), units in _grouped(found).items():
            where = f"{path}:{units[0].line}"
            yield articles.attempt(_import, project, by_place.get(place), locale, units, where, path, dry_run)


def _read(path: Path) -> list[Unit]:
    """The units of a file, whose kind its contents tell; L10nError if it cannot be read."""
    data = saved.read(path, str(path))
    if data is None:
        raise ExchangeError("no such file", where=str(path), hint="name one that `l10n export` has made")
    kinds = [registry.exchange_named(name) for name in registry.names("exchange")]
    exchange = next((kind for kind in kinds if kind.recognizes(data[:_HEAD])), None)
    if exchange is None:
        hint = f"there are: {', '.join(registry.names('exchange'))}"
        raise ExchangeError("of no kind that is known", where=str(path), hint=hint)
    return exchange.read(data, str(path))


def _grouped(units: Sequence[Unit]) -> dict[tuple[str, str], list[Unit]]:
    found: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        found.setdefault((unit.article, unit.locale), []).append(unit)
    return found


def _import(
    project: Project,
    article: Article | None,
    code: str,
    units: Sequence[Unit],
    where: str,
    file: Path,
    dry_run: bool,
) -> Imported:
    if article is None:
        what = f"no article {units[0].article!r} here, so {len(units)} of its texts are left in this file"
        raise ExchangeError(what, where=where, hint="give it the name that it had when it was exported")
    locale = _locale(project, code, where)
    path = layout.catalog_path(project, article.domain, locale)
    name = layout.place(project, path)
    if not path.exists():
        raise CatalogError("no catalog yet", where=name, hint="make it with `l10n update`")
    history = ledgers.read(article, locale).history
    judge, before, made = _judge(article), list[Entry](), Intake(entries=(), outcomes=())

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
        name=article.name,
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


def _judge(article: Article) -> Judge:
    """Compares the links, code, tags and placeholders of a text with those of its message, as builds do."""
    document, fmt = article.document, article.format
    scopes = {block.key: document.scope(block) for block in document.blocks}

    def wrong(entry: Entry) -> str:
        if (scope := scopes.get(entry.key)) is None:
            return ""
        source, target = (
            fmt.inline(text, scope).markup(emphasis=False) for text in (entry.msgid, entry.msgstr)
        )
        return difference(source, target)

    return wrong
