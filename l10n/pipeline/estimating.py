"""How much there is to draft, and how long it takes, before anything is drafted."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from l10n.errors import L10nError
from l10n.pipeline.speed import measured, sample
from l10n.pipeline.works import Job, for_each, works
from l10n.settings import DraftSettings, Project
from l10n.stages import draft as stage
from l10n.stages.desk import Desk
from l10n.text.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What drafts of a locale take."""

    locale: str
    messages: int
    sentences: int
    """Different ones that the engine has to translate."""
    words: int
    """Of these sentences."""
    remembered: int
    """Sentences, beside those, that it has translated before: they cost nothing."""
    seconds: float
    """To wait for all of it; without what comes of retrying answers with faults."""
    sampled: int
    """Sentences that were translated to measure the speed. They are remembered now."""


def estimate(
    project: Project,
    settings: DraftSettings,
    locales: Sequence[str],
    wanted: Sequence[str],
    *,
    redo: bool = False,
) -> Iterator[Estimate | L10nError]:
    """An Estimate for each locale. No catalog is written; an article is forgotten when it is counted."""

    def work(job: Job) -> Iterator[Estimate | L10nError]:
        meter, begun = _Meter(job), time.monotonic()
        for item in works(project, settings, job.locale, job.engine, job.items):
            if isinstance(item, L10nError):
                yield item
            else:
                meter.count(item.desks)
        yield meter.read(time.monotonic() - begun)

    return for_each(project, settings, locales, wanted, work, redo=redo)


@dataclass(slots=True)
class _Meter:
    job: Job
    messages: int = 0
    sentences: int = 0
    words: int = 0
    characters: int = 0
    remembered: int = 0
    sample: dict[str, bool] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    """Hashes of the sentences, so that none counts twice and none is held in memory."""

    def count(self, desks: Sequence[Desk]) -> None:
        """Take in the messages of an article."""
        questions = stage.questions(desks)
        new = {text: align for text, align in questions.items() if hash(text) not in self.seen}
        self.seen |= {hash(text) for text in new}
        known = {
            text
            for wanted in (False, True)
            for text in self.job.engine.remembers([t for t, a in new.items() if a is wanted], align=wanted)
        }
        waiting = {text: align for text, align in new.items() if text not in known}
        self.messages += len(desks)
        self.remembered += len(known)
        self.sentences += len(waiting)
        self.words += sum(map(count_words, waiting))
        self.characters += sum(map(len, waiting))
        self.sample = sample(self.sample | waiting)

    def read(self, seconds: float) -> Estimate:
        """The estimate, with the seconds that it took to take the articles apart."""
        speed = measured(self.job.engine, self.sample)
        seconds += speed.loading + self.characters * speed.seconds / max(1, speed.characters)
        return Estimate(
            locale=self.job.locale,
            messages=self.messages,
            sentences=self.sentences,
            words=self.words,
            remembered=self.remembered,
            seconds=seconds,
            sampled=len(self.sample),
        )
