"""How likely a draft needs much mending, from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

FAULTS = {
    "empty": 1.0,
    "loop": 0.8,
    "untranslated": 0.7,
    "sentence": 0.6,
    "length": 0.5,
    "figure": 0.5,
    "name": 0.4,
    "garbled": 0.3,
    "placed": 0.15,
    "guessed": 0.2,
    "fragments": 0.4,
}
"""By how much a fault, or a rung of the ladder by which markup was placed, lowers what is left of trust."""
_STEEPNESS = 3.0
"""Of the engine's mean log-probability: good sentences have -0.02 to -0.15, failures -0.34 and less."""


def risk(scores: Iterable[tuple[float, int]], faults: Iterable[str]) -> float:
    """The risk of a message: of its sentences' scores with their lengths, and of its faults."""
    weighted = [(score, max(1, length)) for score, length in scores]
    total = sum(length for _, length in weighted)
    mean = sum(score * length for score, length in weighted) / total if total else 0.0
    trust = exp(_STEEPNESS * mean)
    for fault in faults:
        trust *= 1 - FAULTS[fault]
    return round(1 - trust, 2)
