"""Which catalogs there have to be, and what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalog import layout
from l10n.catalog.assembly import Part, assembled
from l10n.catalog.ledger_lines import Line
from l10n.model.entry import Entry
from l10n.pipeline.library import Library
from l10n.pipeline.sources import Source
from l10n.stages.belonging import untwinned
from l10n.stages.history import History, condensed
from l10n.stages.regroup import Aside, composed, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A catalog as it has to be."""

    path: Path
    name: str
    text: str
    entries: tuple[Entry, ...]
    asides: tuple[Aside, ...]
    sources: tuple[Source, ...]
    """What it is made of; the first ones of all sources are heirs of what else their files have."""
    lines: tuple[Line, ...]
    """Of its ledger."""


def planned(library: Library, locale: str, sources: Sequence[Source]) -> list[Target]:
    """The catalogs of a locale in the groups that the settings say, made of those that are there."""
    history = History(line.event for source in sources for line in source.lines if line.event)
    domains: dict[str, set[str]] = {}
    for source in sources:
        for place in source.shares:
            domains.setdefault(library.domain(place), set()).add(place)
    made = [
        _target(library, locale, domain, sorted(domains[domain]), sources, history)
        for domain in sorted(domains)
    ]
    return list(_with_ledgers(made, sources))


def _target(
    library: Library,
    locale: str,
    domain: str,
    places: Sequence[str],
    sources: Sequence[Source],
    history: History,
) -> Target:
    own = tuple(source for source in sources if any(place in source.shares for place in places))
    latest = sorted(own, key=lambda source: -source.saved)
    settings = library.project.settings.catalogs
    made = composed(
        {place: joined(s.shares[place] for s in latest if place in s.shares) for place in places},
        library.messages,
        lambda entry: history.review(entry) is not None,
        shared=settings.per != "article",
    )
    parts = [Part(source.domain, source.file) for source in own]
    path = layout.catalog_path(library.project, domain, locale)
    return Target(
        path=path,
        name=layout.place(library.project, path),
        text=assembled(parts, [(piece.entry, piece.origin) for piece in made.pieces], domain, settings.per),
        entries=tuple(piece.entry for piece in made.pieces),
        asides=tuple(made.asides),
        sources=own,
        lines=(),
    )


def _with_ledgers(targets: Sequence[Target], sources: Sequence[Source]) -> Iterator[Target]:
    """The targets, each with the lines that tell of its messages; a file's first one with all others, too."""
    lines: list[dict[Line, None]] = [{} for _ in targets]
    for source in sources:
        heirs = [number for number, target in enumerate(targets) if source in target.sources]
        history = History(line.event for line in source.lines if line.event)
        told = [_about(history, targets[number].entries) for number in heirs] if len(heirs) > 1 else []
        for line in source.lines:
            knowing = [n for n, known in zip(heirs, told, strict=False) if line.event in known] or heirs[:1]
            for number in knowing:
                lines[number][line] = None
    for target, own in zip(targets, lines, strict=True):
        kept = condensed(line.event for line in own if line.event)
        many = len(target.sources) > 1
        yield replace(
            target, lines=tuple(line for line in own if not (many and line.event) or line.event in kept)
        )


def _about(history: History, entries: Iterable[Entry]) -> frozenset[object]:
    known = map(untwinned, entries)
    keys = (key for entry in known for key in (entry.key, entry.previous) if key)
    return frozenset(history.about(keys))
