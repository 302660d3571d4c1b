"""The entries of an article as what counts as reviewed in its project."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.article import Key
from l10n.model.entry import Entry
from l10n.pipeline import contents, ledgers
from l10n.pipeline.articles import Article
from l10n.pipeline.contents import Contents
from l10n.settings import Project
from l10n.stages.history import History
from l10n.stages.review import proven


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An article in a locale."""

    marked: dict[Key, Entry]
    """Its entries, as the catalog has them."""
    entries: dict[Key, Entry]
    """The same, with the states that count."""
    catalog: Contents
    """Its catalog, of which others may be, too."""
    history: History
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


def judged(project: Project, article: Article, locale: str) -> Judged:
    """The entries of an article; none where there is no catalog."""
    catalog = contents.read(article, locale)
    marked = catalog.of(article)
    known = ledgers.read(article, locale)
    by_ledger = project.settings.review.evidence == "ledger"
    return Judged(
        marked=marked,
        catalog=catalog,
        entries=proven(marked, known.history) if by_ledger else marked,
        history=known.history,
        notes=(*known.notes, *ledgers.suspicions(article, locale, marked.values(), known.history)),
    )
