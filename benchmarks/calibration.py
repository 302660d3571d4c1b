"""Does the risk of drafts tell which are far from what people write?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from sacrebleu.metrics import CHRF

from benchmarks import desks, guides
from benchmarks.report import Row, Section, Target
from l10n.settings import DraftSettings

_WORDS = 4
"""Shorter messages are near to the reference or far from it by chance."""
_TARGET = Target(limit=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A draft and its human translation."""

    risk: float
    text: str
    reference: str

    @property
    def distance(self) -> float:
        """From 0, the same, to 100."""
        return 100 - float(CHRF().sentence_score(self.text, [self.reference]).score)


def measure() -> Section:
    """chrF of drafts by their risk."""
    pairs = [pair for pair in guides.plain() if len(pair.plain.text.split()) >= _WORDS]
    found = desks.drafts([pair.plain for pair in pairs], desks.engine(DraftSettings().beam))
    judged = [
        _Judged(risk=draft.risk, text=draft.text, reference=pair.reference)
        for pair, draft in zip(pairs, found, strict=True)
        if draft
    ]
    judged.sort(key=lambda item: item.risk, reverse=True)
    tenth, half = len(judged) // 10, len(judged) // 2
    risky, middle, safe = judged[:tenth], judged[tenth:half], judged[half:]
    groups = {"riskiest tenth": risky, "between them": middle, "safest half": safe}
    return Section(
        title="Risk of drafts",
        notes=(
            f"Input: {len(judged)} blocks of at least {_WORDS} words of the Open Source Guides, sorted by "
            "the risk of their drafts; the human translation is the reference. Nothing was tuned on them.",
            "Distance is 100 − chrF, the mean of all messages of a group.",
        ),
        rows=(
            *(_group(name, group) for name, group in groups.items()),
            Row(
                what="distance of the riskiest tenth, to that of the safest half",
                unit="times",
                ours=_distance(risky) / _distance(safe),
                target=_TARGET,
            ),
        ),
    )


def _group(name: str, group: Sequence[_Judged]) -> Row:
    risks = f"{group[-1].risk:.2f}–{group[0].risk:.2f}"
    what = f"{name} ({len(group)} drafts, risk {risks}): distance"
    return Row(what=what, unit="chrF", ours=_distance(group), less_is_better=True)


def _distance(group: Sequence[_Judged]) -> float:
    return fmean(item.distance for item in group)
