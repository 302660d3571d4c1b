"""Catalogs as they lie, however they are grouped, taken apart by articles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.catalog import layout, ledger, ledger_lines, po, saved
from l10n.catalog.chunks import PoFile
from l10n.catalog.ledger_lines import Line
from l10n.model.entry import Entry
from l10n.pipeline import grouping
from l10n.pipeline.library import Library
from l10n.stages.regroup import Share, apart


@dataclass(frozen=True)
class Source:
    """A catalog with its ledger."""

    library: Library
    path: Path
    name: str
    domain: str
    per: str
    data: bytes
    file: PoFile
    lines: tuple[Line, ...]
    saved: int
    """When, to tell what is later."""

    @cached_property
    def members(self) -> list[str]:
        """The places of the articles that it is for."""
        return self.library.domains.get((self.domain, self.per), [])

    @cached_property
    def home(self) -> str:
        """The article of entries that name none."""
        named = (article for entry in self.file.catalog.entries for article in entry.articles)
        below = filter(self.library.is_below, named)
        return next(iter(self.members), "") or next(below, "") or self.library.place(self.domain)

    @cached_property
    def shares(self) -> dict[str, Share]:
        """Its entries by article; each article that it is for has a share."""
        return {place: Share() for place in (*self.members, self.home)} | apart(
            self.file.catalog.entries, self._articles
        )

    def _articles(self, named: Sequence[str], entry: Entry) -> Sequence[str]:
        """The articles of an entry that names these."""
        if named:
            return tuple(dict.fromkeys(map(self._known, named)))
        live = () if entry.obsolete else self.members
        return tuple(p for p in live if entry.key in self.library.keys.get(p, ())) or (self.home,)

    def _known(self, place: str) -> str:
        """The place; that of the file's own article for one that it had before, or that is none."""
        moved = self.per == "article" and bool(self.members)
        if place in self.library.articles or (self.library.is_below(place) and not moved):
            return place
        return self.home


def sources(library: Library, locale: str, targets: Container[Path]) -> Iterator[Source]:
    """The catalogs of a locale that l10n made, and any others at the places of `targets`."""
    project = library.project
    for path in grouping.catalogs(project, locale):
        per = library.grouped_per(path)
        if not per and path not in targets:
            continue
        name, proof = layout.place(project, path), ledger.path_of(path)
        data = saved.read(path, name)
        if data is not None:
            yield Source(
                library=library,
                path=path,
                name=name,
                domain=layout.domain(project, path),
                per=per or project.settings.catalogs.per,
                data=data,
                file=po.understood(data, name),
                lines=ledger_lines.read(proof, layout.place(project, proof)),
                saved=path.stat().st_mtime_ns,
            )
