"""Articles → templates and catalogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalog import layout, po, saved
from l10n.catalog.rewrite import rewrite
from l10n.errors import CatalogError, L10nError
from l10n.model.entry import Catalog, Entry
from l10n.pipeline import articles, groups, ledgers
from l10n.pipeline.adopting import Gone
from l10n.pipeline.groups import Group
from l10n.pipeline.locales import chosen_locales
from l10n.pipeline.moved import Orphans
from l10n.pipeline.templates import Extracted, template
from l10n.settings import Project
from l10n.stages.finders import finders
from l10n.stages.merge import Merge, merge
from l10n.text.locales import language
from l10n.text.rules import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """The catalog of an article, or of several, and a locale after a merge."""

    name: str
    locale: str
    merge: Merge
    written: bool
    """As of a template."""
    moved: str = ""
    """The catalog's name before, if its article has moved; or places of articles before, if these have."""
    rules: int = VERSION
    """The version of the extraction rules that the catalog followed before."""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A catalog that has no article."""

    place: str


def update(
    project: Project, locales: Sequence[str] = (), wanted: Sequence[str] = (), *, dry_run: bool = False
) -> Iterator[Extracted | Updated | Orphan | L10nError]:
    """Write the templates, and merge them into the catalogs of the locales.

    An article without a catalog goes on with the one of an article that has gone, if that has most of
    its messages; what is left of such catalogs comes last. With `dry_run` nothing is written or moved.
    """
    chosen = chosen_locales(project, locales)
    orphans, gone = Orphans(project), Gone(project)

    def work(group: Group) -> Iterator[Extracted | Updated | L10nError]:
        extracted, made = template(group, dry_run=dry_run)
        yield extracted
        created = dict(made.header)[layout.CREATED]
        for locale in chosen:
            yield articles.attempt(_catalog, group, created, locale, orphans, gone, dry_run=dry_run)

    results: Iterator[Extracted | Updated | L10nError] = groups.for_each(project, wanted, work)
    yield from results
    if not wanted:
        yield from (Orphan(place=place) for place in orphans.left(chosen))


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


def _catalog(
    group: Group, created: str, locale: str, orphans: Orphans, gone: Gone, *, dry_run: bool
) -> Updated:
    project = group.project
    path = layout.catalog_path(project, group.domain, locale)
    name = layout.place(project, path)
    moved = "" if path.exists() else orphans.taken(locale, frozenset(m.key for m in group.messages(())))
    if moved and dry_run:
        path = layout.catalog_path(project, moved, locale)
    elif moved:
        orphans.move(moved, group.domain, locale)
    adopted = gone.adopted(group, locale)
    merging = _Merging(group, created, locale, name, adopted.entries)
    written = edit(path, name, merging.merged, dry_run=dry_run) or bool(moved)
    result = merging.result
    if not dry_run and adopted.events:
        ledgers.append(group, locale, adopted.events)
    return Updated(
        name=group.name,
        locale=locale,
        merge=result,
        written=written,
        moved=", ".join(filter(None, (moved, *adopted.places))),
        rules=merging.rules,
        notes=() if dry_run else ledgers.look(group, locale, merging.before, result.entries),
    )


class _Merging:
    """A merge that is done again where a person saves the catalog meanwhile."""

    def __init__(self, group: Group, created: str, locale: str, name: str, borrowed: Sequence[Entry]) -> None:
        self._borrowed = borrowed
        self._group, self._created, self._locale, self._name = group, created, locale, name
        self._ways = finders(group.readings, language(group.project.settings.source), language(locale))
        self.rules, self.result = VERSION, Merge()
        self.before: tuple[Entry, ...] = ()

    def merged(self, old: Catalog) -> Catalog:
        group = self._group
        per = group.project.settings.catalogs.per
        header = old.header or layout.catalog_header(group.domain, self._created, self._locale, per)
        rules = _known_rules(header, self._name)
        self.rules, self.before = VERSION if group.others else rules, old.entries
        messages = group.messages(old.entries)
        self.result = merge(messages, old.entries, self._ways, shared=group.shared, borrowed=self._borrowed)
        return replace(old, header=self._header(header), entries=self.result.entries)

    def _header(self, header: layout.Header) -> layout.Header:
        """What others of its articles have is not brought up to date, so neither is its version then."""
        group = self._group
        header = layout.with_field(header, layout.CREATED, self._created)
        if group.shared:
            header = layout.with_field(header, layout.PER, group.project.settings.catalogs.per)
        return header if group.others else layout.with_field(header, layout.RULES, str(VERSION))


def _known_rules(header: layout.Header, name: str) -> int:
    """The version of the rules; CatalogError for one of a newer l10n, whose msgids we would take for gone."""
    if (version := layout.rules(header)) > VERSION:
        what = f"made by rules {version} of a newer l10n, this one knows rules {VERSION}"
        raise CatalogError(what, where=name, hint="upgrade l10n")
    return version
