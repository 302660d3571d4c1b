"""Articles → templates and catalogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalog import disk, layout, po
from l10n.errors import CatalogError, L10nError
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry
from l10n.pipeline import articles, clock, ledgers
from l10n.pipeline.articles import Article
from l10n.pipeline.moved import Orphans
from l10n.settings import Project
from l10n.stages.extract import messages
from l10n.stages.merge import Merge, merge
from l10n.stages.rewritten import by_form
from l10n.text.rules import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The template of an article."""

    name: str
    messages: int
    written: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """The catalog of an article and a locale after a merge."""

    name: str
    locale: str
    merge: Merge
    written: bool
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


def extract(project: Project, wanted: Sequence[str] = ()) -> Iterator[Extracted | L10nError]:
    """Write the templates of the articles."""
    return articles.for_each(project, wanted, lambda article: [_template(project, article)[0]])


def update(
    project: Project, locales: Sequence[str] = (), wanted: Sequence[str] = ()
) -> Iterator[Extracted | Updated | Orphan | L10nError]:
    """Write the templates, and merge them into the catalogs of the locales.

    An article without a catalog goes on with the one of an article that has gone, if that has most of
    its messages; what is left of such catalogs comes last.
    """
    chosen = articles.chosen_locales(project, locales)
    orphans = Orphans(project)

    def work(article: Article) -> Iterator[Extracted | Updated | L10nError]:
        extracted, template = _template(project, article)
        yield extracted
        for locale in chosen:
            yield articles.attempt(_catalog, project, article, template, locale, orphans)

    results: Iterator[Extracted | Updated | L10nError] = articles.for_each(project, wanted, work)
    yield from results
    if not wanted:
        yield from (Orphan(place=place) for place in orphans.left(chosen))


def now() -> str:
    """The time for headers; SOURCE_DATE_EPOCH where it is set."""
    return layout.stamp(clock.seconds())


def edit(path: Path, name: str, change: Callable[[Catalog], Catalog], *, dry_run: bool = False) -> bool:
    """Read the catalog anew, change it, and write it if it is another one then; is it another one?"""
    known = po.read(path, name)
    before = known.catalog if known else Catalog()
    after = change(before)
    if after == before or dry_run:
        return after != before
    return disk.write(path, po.render(after, known), name, durable=known is not None)


def live_entries(project: Project, article: Article, locale: str) -> dict[Key, Entry]:
    """The entries that an article has in a locale; none where there is no catalog."""
    path = layout.catalog_path(project, article.domain, locale)
    known = po.read(path, place(project, path))
    return known.catalog.live() if known else {}


def place(project: Project, path: Path) -> str:
    """A path as errors write it: from the project's root."""
    return path.relative_to(project.root).as_posix()


def _template(project: Project, article: Article) -> tuple[Extracted, Catalog]:
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
    written = text != old and disk.write(path, text, place(project, path))
    return Extracted(name=article.name, messages=len(entries), written=written), template


def _strings(text: str) -> list[str]:
    """The lines of a PO file's messages, without header and comments."""
    return [line for line in text.partition("\n\n")[2].split("\n") if not line.startswith("#")]


def _catalog(project: Project, article: Article, template: Catalog, locale: str, orphans: Orphans) -> Updated:
    path = layout.catalog_path(project, article.domain, locale)
    moved = "" if path.exists() else orphans.adopt(article.domain, locale, frozenset(template.live()))
    name, created = place(project, path), dict(template.header)[layout.CREATED]
    rules, result = [VERSION], [Merge(entries=())]
    before: list[Entry] = []

    def merged(old: Catalog) -> Catalog:
        before[:] = old.entries
        header = old.header or layout.catalog_header(article.domain, created, locale)
        rules[0] = _known_rules(header, name)
        result[0] = merge(template.entries, old.entries, by_form(article.document, article.format))
        for field, value in ((layout.CREATED, created), (layout.RULES, str(VERSION))):
            header = layout.with_field(header, field, value)
        return replace(old, header=header, entries=result[0].entries)

    written = edit(path, name, merged) or bool(moved)
    return Updated(
        name=article.name,
        locale=locale,
        merge=result[0],
        written=written,
        moved=moved,
        rules=rules[0],
        notes=ledgers.look(article, locale, before, result[0].entries),
    )


def _known_rules(header: layout.Header, name: str) -> int:
    """The version of the rules; CatalogError for one of a newer l10n, whose msgids we would take for gone."""
    if (version := layout.rules(header)) > VERSION:
        what = f"made by rules {version} of a newer l10n, this one knows rules {VERSION}"
        raise CatalogError(what, where=name, hint="upgrade l10n")
    return version
