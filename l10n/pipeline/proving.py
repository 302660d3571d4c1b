"""What proves that people have reviewed what is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.errors import L10nError
from l10n.pipeline import articles
from l10n.pipeline.articles import Article
from l10n.pipeline.judged import judged
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.stages import evidence as stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """An article in a locale."""

    name: str
    locale: str
    evidence: stage.Evidence
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


def evidence(
    project: Project, locales: Sequence[str] = (), wanted: Sequence[str] = ()
) -> Iterator[Proven | L10nError]:
    """The evidence for each article and locale of which anything is marked as reviewed."""
    chosen = chosen_locales(project, locales)

    def work(article: Article) -> Iterator[Proven | L10nError]:
        for locale in chosen:
            found = articles.attempt(_proven, project, article, locale)
            if isinstance(found, L10nError) or found.evidence.texts or found.notes:
                yield found

    return articles.for_each(project, wanted, work)


def _proven(project: Project, article: Article, locale: str) -> Proven:
    known = judged(project, article, locale)
    return Proven(
        name=article.name,
        locale=locale,
        evidence=stage.evidence(article.document, known.marked, known.history),
        notes=known.notes,
    )
