"""One article, drafted by several engines or settings, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.errors import L10nError
from l10n.memory.answers import Remembered
from l10n.model.article import Key
from l10n.model.draft import Draft
from l10n.pipeline import articles, contents
from l10n.pipeline.locales import chosen_locales
from l10n.pipeline.progress import Counter, Progress
from l10n.pipeline.speed import Speed, measured, sample
from l10n.pipeline.waiting import Waiting, is_reviewed
from l10n.pipeline.works import Work, remembered, works
from l10n.settings import DraftSettings, Project
from l10n.stages import draft as stage
from l10n.text.chrf import chrf


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What one engine makes of an article."""

    signature: str
    sentences: int
    """Different ones that it is asked."""
    speed: Speed
    drafts: dict[Key, Draft | None]
    """By message, in the order of the article; None where no draft is good enough."""
    chrf: float | None
    """Of all messages with a reviewed translation; what has no draft stays in the source language."""

    @property
    def risk(self) -> float | None:
        """The mean risk of its drafts; None where there are none."""
        risks = [draft.risk for draft in self.drafts.values() if draft]
        return sum(risks) / len(risks) if risks else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The variants of an article, and what people have made of it."""

    places: dict[Key, str]
    """`corpus/article.md:12`, by message."""
    reviewed: dict[Key, str]
    variants: tuple[Variant, ...]


def compare(
    project: Project, wanted: str, locale: str, choices: Sequence[DraftSettings], progress: Progress
) -> tuple[Comparison, list[L10nError]]:
    """Drafts of the article by each of `choices`, and errors of those that cannot make any.

    Of choices that come to the same engine the first counts. Nothing is written.
    """
    article = articles.only(project, wanted)
    (locale,) = chosen_locales(project, (locale,))
    places: dict[Key, str] = {}
    for block in article.document.blocks:
        places.setdefault(block.key, f"{article.place}:{block.line}")
    entries = contents.live(article, locale)
    reviewed = {key: entries[key].msgstr for key in places if key in entries and is_reviewed(entries[key])}
    variants: dict[str, Variant] = {}
    errors: list[L10nError] = []
    counter = Counter(len(places) * len(choices), progress)
    for settings in choices:
        try:
            engine = remembered(project, locale, settings)
            if engine.signature not in variants:
                items = [Waiting(article=article, keys=tuple(places), stale=0)]
                (work,) = works(project, settings, locale, engine, items)
                variants[engine.signature] = _variant(_sound(work), engine, reviewed, counter)
        except L10nError as error:
            errors.append(error)
    return Comparison(places=places, reviewed=reviewed, variants=tuple(variants.values())), errors


def _sound(work: Work | L10nError) -> Work:
    if isinstance(work, L10nError):
        raise work
    return work


def _variant(work: Work, engine: Remembered, reviewed: dict[Key, str], counter: Counter) -> Variant:
    questions = stage.questions(work.desks)
    speed = measured(engine.fresh, sample(questions))
    for _ in stage.work(work.desks, engine, counter):
        pass
    drafts = stage.finished(work.desks)
    texts = {key: draft.text if draft else key[1] for key, draft in drafts.items()}
    return Variant(
        signature=engine.signature,
        sentences=len(questions),
        speed=speed,
        drafts=drafts,
        chrf=chrf((texts[key], text) for key, text in reviewed.items() if key in texts),
    )
