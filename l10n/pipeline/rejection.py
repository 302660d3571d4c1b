"""Drafts that people have rejected: the engine is asked for others, and the same are never written again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.model.article import Key
from l10n.model.draft import CharRange, Draft, Hypothesis
from l10n.pipeline import ledgers
from l10n.pipeline.works import Work
from l10n.ports import Engine
from l10n.stages import draft as stage
from l10n.stages.desk import Desk
from l10n.stages.history import History, text_hash


@dataclass(frozen=True, slots=True)
class Other:
    """An engine by its other settings, which give other hypotheses."""

    engine: Engine

    @property
    def signature(self) -> str:
        return self.engine.signature

    def translate(self, sentences: Sequence[str], *, align: bool, other: bool = False) -> list[Hypothesis]:  # noqa: ARG002 - always
        return self.engine.translate(sentences, align=align, other=True)

    def knows(self, word: str) -> bool:
        return self.engine.knows(word)

    def unreadable(self, text: str) -> list[CharRange]:
        return self.engine.unreadable(text)


def retried(work: Work, locale: str) -> list[Desk]:
    """New desks for the messages whose draft was rejected before; they stand in the work now."""
    history = ledgers.read(work.article, locale).history
    if not any(history.rejected(desk.key) for desk in work.desks):
        return []
    found = unwanted(history, stage.finished(work.desks))
    again = {d.key: Desk(d.key, d.fmt, d.scope, d.door) for d in work.desks if d.key in found}
    work.desks[:] = [again.get(desk.key, desk) for desk in work.desks]
    return list(again.values())


def unwanted(history: History, drafts: Mapping[Key, Draft | None]) -> frozenset[Key]:
    """The messages whose draft has a text that was rejected before."""
    return frozenset(
        key for key, made in drafts.items() if made and text_hash(made.text) in history.rejected(key)
    )
