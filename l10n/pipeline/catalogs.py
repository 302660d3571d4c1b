"""Articles → templates and catalogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalog import disk, layout, po, saved
from l10n.catalog.rewrite import rewrite
from l10n.errors import CatalogError, L10nError
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry
from l10n.pipeline import articles, clock, ledgers
from l10n.pipeline.articles import Article
from l10n.pipeline.locales import chosen_locales
from l10n.pipeline.moved import Orphans
from l10n.settings import Project
from l10n.stages.extract import messages
from l10n.stages.finders import finders
from l10n.stages.merge import Merge, merge
from l10n.text.locales import language
from l10n.text.rules import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The template of an article."""

    name: str
    messages: int
    written: bool
    """Is it another one now? In a dry run: would it be?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """The catalog of an article and a locale after a merge."""

    name: str
    locale: str
    merge: Merge
    written: bool
    """As of a template."""
    moved: str = ""
    """The catalog's name before, if its article has moved."""
    rules: int = VERSION
    """The version of the extraction rules that the catalog followed before."""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A catalog that has no article."""

    place: str


def extract(
    project: Project, wanted: Sequence[str] = (), *, dry_run: bool = False
) -> Iterator[Extracted | L10nError]:
    """Write the templates of the articles; with `dry_run` only tell which would be written."""
    return articles.for_each(project, wanted, lambda article: [_template(project, article, dry_run)[0]])


def update(
    project: Project, locales: Sequence[str] = (), wanted: Sequence[str] = (), *, dry_run: bool = False
) -> Iterator[Extracted | Updated | Orphan | L10nError]:
    """Write the templates, and merge them into the catalogs of the locales.

    An article without a catalog goes on with the one of an article that has gone, if that has most of
    its messages; what is left of such catalogs comes last. With `dry_run` nothing is written or moved.
    """
    chosen = chosen_locales(project, locales)
    orphans = Orphans(project)

    def work(article: Article) -> Iterator[Extracted | Updated | L10nError]:
        extracted, template = _template(project, article, dry_run)
        yield extracted
        for locale in chosen:
            yield articles.attempt(_catalog, project, article, template, locale, orphans, dry_run)

    results: Iterator[Extracted | Updated | L10nError] = articles.for_each(project, wanted, work)
    yield from results
    if not wanted:
        yield from (Orphan(place=place) for place in orphans.left(chosen))


def now() -> str:
    """The time for headers; SOURCE_DATE_EPOCH where it is set."""
    return layout.stamp(clock.seconds())


def edit(path: Path, name: str, change: Callable[[Catalog], Catalog], *, dry_run: bool = False) -> bool:
    """Change the catalog as it is on disk, and write it if it is another one then; is it another one?

    `change` is called again if a person saves the catalog meanwhile, with what they saved.
    """

    def changed(data: bytes | None) -> bytes | None:
        known = None if data is None else po.understood(data, name)
        before = known.catalog if known else Catalog()
        after = change(before)
        return data if after == before else po.render(after, known).encode()

    if dry_run:
        data = saved.read(path, name)
        return changed(data) != data
    return rewrite(path, name, changed)


def file(project: Project, article: Article, locale: str) -> po.PoFile:
    """The catalog of an article in a locale, as it lies there; without entries where there is none."""
    path = layout.catalog_path(project, article.domain, locale)
    return po.read(path, layout.place(project, path)) or po.PoFile()


def live_entries(project: Project, article: Article, locale: str) -> dict[Key, Entry]:
    """The entries that an article has in a locale; none where there is no catalog."""
    return file(project, article, locale).catalog.live()


def _template(project: Project, article: Article, dry_run: bool) -> tuple[Extracted, Catalog]:
    """A template is made anew each time; its creation date is that of the last change of a message."""
    path = layout.template_path(project, article.domain)
    old = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    entries = messages(article.document, article.place)
    template = Catalog(
        header=layout.template_header(article.domain, layout.created(old) or now()), entries=entries
    )
    text = po.render(template)
    if old and text != old and _strings(text) != _strings(old):
        template = replace(template, header=layout.template_header(article.domain, now()))
        text = po.render(template)
    written = text != old and (dry_run or disk.write(path, text, layout.place(project, path)))
    return Extracted(name=article.name, messages=len(entries), written=written), template


def _strings(text: str) -> list[str]:
    """The lines of a PO file's messages, without header and comments."""
    return [line for line in text.partition("\n\n")[2].split("\n") if not line.startswith("#")]


def _catalog(
    project: Project, article: Article, template: Catalog, locale: str, orphans: Orphans, dry_run: bool
) -> Updated:
    path = layout.catalog_path(project, article.domain, locale)
    name, created = layout.place(project, path), dict(template.header)[layout.CREATED]
    moved = "" if path.exists() else orphans.taken(locale, frozenset(template.live()))
    if moved and dry_run:
        path = layout.catalog_path(project, moved, locale)
    elif moved:
        orphans.move(moved, article.domain, locale)
    rules, result = [VERSION], [Merge()]
    before: list[Entry] = []
    languages = language(project.settings.source), language(locale)
    ways = finders(article.document, article.format, *languages)

    def merged(old: Catalog) -> Catalog:
        before[:] = old.entries
        header = old.header or layout.catalog_header(article.domain, created, locale)
        rules[0] = _known_rules(header, name)
        result[0] = merge(template.entries, old.entries, ways)
        for field, value in ((layout.CREATED, created), (layout.RULES, str(VERSION))):
            header = layout.with_field(header, field, value)
        return replace(old, header=header, entries=result[0].entries)

    written = edit(path, name, merged, dry_run=dry_run) or bool(moved)
    return Updated(
        name=article.name,
        locale=locale,
        merge=result[0],
        written=written,
        moved=moved,
        rules=rules[0],
        notes=() if dry_run else ledgers.look(article, locale, before, result[0].entries),
    )


def _known_rules(header: layout.Header, name: str) -> int:
    """The version of the rules; CatalogError for one of a newer l10n, whose msgids we would take for gone."""
    if (version := layout.rules(header)) > VERSION:
        what = f"made by rules {version} of a newer l10n, this one knows rules {VERSION}"
        raise CatalogError(what, where=name, hint="upgrade l10n")
    return version
