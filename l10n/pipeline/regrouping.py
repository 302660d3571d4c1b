"""Catalogs that are grouped otherwise than the settings say → catalogs that are grouped so.

All new files are written before an old one is removed, and each file holds what it should by itself: where a
run was cut off, the next one reads both, and completes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from l10n.catalog import layout, ledger, ledger_lines, lock, rewrite
from l10n.errors import CatalogError, L10nError
from l10n.pipeline import articles, grouping
from l10n.pipeline.library import Library
from l10n.pipeline.planning import Target, planned
from l10n.pipeline.sources import Source, sources
from l10n.pipeline.templates import regrouped
from l10n.settings import Project
from l10n.stages.regroup import Aside

_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """The catalogs of a locale."""

    locale: str
    before: int
    """How many there were."""
    after: int
    messages: int
    obsolete: int
    asides: tuple[tuple[str, Aside], ...] = ()
    """Texts that are not used, each with the catalog in which it waits."""


class _SavedError(Exception):
    """Somebody has saved a catalog since it was read."""


def regroup(project: Project, *, dry_run: bool = False) -> Iterator[Regrouped | L10nError]:
    """Bring the catalogs and templates of the project into the groups that its settings say.

    A Regrouped for each locale with others; with `dry_run` nothing is written.
    """
    library = Library(project)
    failed = False
    for locale in project.settings.locales:
        done = articles.attempt(_locale, library, locale, dry_run=dry_run)
        failed |= isinstance(done, L10nError)
        if done is not None:
            yield done
    if not failed and not dry_run:
        yield from regrouped(project)


def _locale(library: Library, locale: str, *, dry_run: bool) -> Regrouped | None:
    wanted = library.project.settings.catalogs.per
    folder = layout.catalog_path(library.project, "", locale).parent
    for _ in range(_TRIES):
        found = [library.grouped_per(path) for path in grouping.catalogs(library.project, locale)]
        if all(per in ("", wanted) for per in found):
            return None
        try:
            return _moved(library, locale, dry_run=dry_run)
        except _SavedError:
            continue
    name = layout.place(library.project, folder)
    raise CatalogError("catalogs are saved again and again", where=name, hint="close them and run again")


def _moved(library: Library, locale: str, *, dry_run: bool) -> Regrouped:
    """Take the catalogs of a locale to their new places."""
    project = library.project
    every = {layout.catalog_path(project, library.domain(place), locale) for place in library.articles}
    with ExitStack() as locks:
        folders = {path.parent for path in (*every, *grouping.catalogs(project, locale))}
        for folder in () if dry_run else sorted(folders):
            locks.enter_context(lock.held(folder, layout.place(project, folder)))
            rewrite.sweep(folder)
        old = list(sources(library, locale, every))
        new = planned(library, locale, old)
        if not dry_run:
            gone = {target.path.parent for target in new} - folders  # of articles that are no more
            for folder in sorted(gone):
                locks.enter_context(lock.held(folder, layout.place(project, folder)))
            _write(new, old)
            for folder in sorted(folders) if new else ():
                ledger_lines.sweep(folder, ledger.path_of(new[0].path), new[0].name)
            _remove(new, old)
    entries = [entry for target in new for entry in target.entries]
    return Regrouped(
        locale=locale,
        before=len(old),
        after=len(new),
        messages=sum(not entry.obsolete for entry in entries),
        obsolete=sum(entry.obsolete for entry in entries),
        asides=tuple((target.name, aside) for target in new for aside in target.asides),
    )


def _write(new: Sequence[Target], old: Sequence[Source]) -> None:
    """Ledgers first: what they prove of texts that are not there yet is not wrong."""
    known = {source.path: source.data for source in old}
    for target in new:
        ledger_lines.add(ledger.path_of(target.path), target.lines, target.name)
    for target in new:
        data, before = target.text.encode(), known.get(target.path)
        if data != before and not rewrite.put(target.path, data, before, target.name):
            raise _SavedError


def _remove(new: Sequence[Target], old: Sequence[Source]) -> None:
    """What the new catalogs have now."""
    kept = {target.path: target for target in new}
    for source in old:
        proof = ledger.path_of(source.path)
        if source.path in kept:
            ledger_lines.reduce(proof, source.lines, kept[source.path].lines, source.name)
            continue
        heir = next(target for target in new if source in target.sources)
        ledger_lines.drain(proof, source.lines, ledger.path_of(heir.path), source.name)
        if not rewrite.take_away(source.path, source.data, source.name):
            raise _SavedError
        grouping.remove_empty(source.path.parent)
