"""Articles that have moved from folder to folder, where each folder has a catalog: their texts come along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from l10n.catalog import layout, ledger
from l10n.errors import CatalogError
from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.model.event import Event
from l10n.pipeline import articles, contents, grouping
from l10n.pipeline.articles import Article
from l10n.pipeline.groups import Group
from l10n.pipeline.moved import SHARE
from l10n.settings import Project
from l10n.stages.belonging import unowned, untwinned
from l10n.stages.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """What other catalogs know of the new articles of a group."""

    entries: tuple[Entry, ...] = ()
    """As if they were live in the group's own."""
    events: tuple[Event, ...] = ()
    places: tuple[str, ...] = ()
    """Where these articles were."""


class Gone:
    """The articles that have gone from shared catalogs; looked for once in a locale, when first asked."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._found: dict[str, dict[str, tuple[str, list[Entry]]]] = {}

    def adopted(self, group: Group, locale: str) -> Adopted:
        """The texts of gone articles that have most messages of one that is new in the group; each once."""
        if group.project.settings.catalogs.per != "folder":
            return Adopted()
        path = layout.catalog_path(self._project, group.domain, locale)
        live = contents.at(self._project, path).live.values()
        known = {place for entry in live for place in entry.articles}
        entries: list[Entry] = []
        events: list[Event] = []
        places: list[str] = []
        for article in (article for article in group.articles if article.place not in known):
            if place := self._like(article, group.domain, locale):
                domain, own = self._in(locale).pop(place)
                places.append(place)
                entries += own
                events += self._events(domain, locale, own)
        return Adopted(entries=tuple(entries), events=tuple(events), places=tuple(places))

    def _like(self, article: Article, domain: str, locale: str) -> str:
        """The gone article of another catalog that has most messages of this one; or empty."""
        keys = {block.key for block in article.document.blocks}
        shares = {
            place: len(keys & {entry.key for entry in own})
            for place, (other, own) in self._in(locale).items()
            if other != domain
        }
        best = max(sorted(shares), key=lambda place: shares[place], default="")
        return best if best and shares[best] and shares[best] >= SHARE * len(keys) else ""

    def _in(self, locale: str) -> dict[str, tuple[str, list[Entry]]]:
        """By their places, the domains and entries of gone articles."""
        if locale not in self._found:
            self._found[locale] = dict(self._gone(locale))
        return self._found[locale]

    def _gone(self, locale: str) -> Iterator[tuple[str, tuple[str, list[Entry]]]]:
        there = {article.place for article in articles.every(self._project)}
        for path in grouping.catalogs(self._project, locale):
            try:
                known = contents.at(self._project, path)
            except CatalogError:  # told of where its own articles need it
                continue
            for place, entries in known.by_article.items():
                if place not in there:
                    yield place, (layout.domain(self._project, path), _live(entries))

    def _events(self, domain: str, locale: str, entries: list[Entry]) -> list[Event]:
        path = ledger.path_of(layout.catalog_path(self._project, domain, locale))
        history = History(ledger.read(path, layout.place(self._project, path)).events)
        keys = [key for entry in entries for key in (entry.key, entry.previous) if key]
        return history.about(keys)


def _live(entries: Iterable[Entry]) -> list[Entry]:
    """The entries as they were in the article: of two for a message the one that it had last."""
    found: dict[Key, Entry] = {}
    for entry in map(untwinned, entries):
        found.setdefault(entry.key, replace(entry, comments=unowned(entry.comments), obsolete=False))
    return list(found.values())
