"""What an engine gives back."""

from __future__ import annotations

from dataclasses import dataclass, replace

CharRange = tuple[int, int]
"""Start and end in characters, half open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """A translation of one sentence."""

    text: str
    score: float = 0.0
    """Mean log-probability of a token; 0 is certainty."""
    links: tuple[tuple[CharRange, CharRange], ...] | None = None
    """Alignment: for each target token in order, (source range, target range); None: not known."""
    weak: tuple[tuple[CharRange, CharRange], ...] = ()
    """The same for each source token that no target token looks at most: the one that looks at it most."""

    @property
    def weakly(self) -> Hypothesis:
        """The same with its weak links only."""
        return replace(self, links=self.weak, weak=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft of a message."""

    text: str
    risk: float
    """How likely it needs much mending, from 0 to 1."""
    notes: tuple[str, ...] = ()
    """Faults that are left in it, and the rung of the ladder by which its markup was placed."""
