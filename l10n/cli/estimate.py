"""What `l10n draft --estimate` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from l10n.cli import output

if TYPE_CHECKING:
    from l10n.pipeline.estimating import Estimate

_COUNTS = ("messages", "sentences", "words", "remembered")


def as_json(found: Sequence[Estimate]) -> None:
    """The estimates, and their sum."""
    rows = [{"locale": e.locale, **_counts([e]), "minutes": _rounded([e])} for e in found]
    total = {**_counts(found), "minutes": _rounded(found)}
    output.as_json({"locales": rows, "total": total})


def table(found: Sequence[Estimate]) -> None:
    """A line for each locale, and one for all."""
    rows = [("LOCALE", *(name.upper() for name in _COUNTS), "MINUTES")]
    for name, some in [*((e.locale, [e]) for e in found), (f"all {len(found)}", found)]:
        rows.append((name, *(f"{count:,}" for count in _counts(some).values()), _minutes(some)))
    output.table(rows, right=1)
    if sampled := sum(e.sampled for e in found):
        output.note(f"{output.plural(sampled, 'sentence')} translated to measure the speed, and remembered")


def _counts(found: Sequence[Estimate]) -> dict[str, int]:
    return {name: sum(getattr(estimate, name) for estimate in found) for name in _COUNTS}


def _rounded(found: Sequence[Estimate]) -> float:
    return round(sum(estimate.seconds for estimate in found) / 60, 2)


def _minutes(found: Sequence[Estimate]) -> str:
    minutes = _rounded(found)
    return f"{minutes:,.1f}" if minutes < 10 else f"{minutes:,.0f}"
