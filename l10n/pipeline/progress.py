"""How far a run is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Called with the sentences done and the sentences of the whole run."""


@dataclass(slots=True)
class Counter:
    """Adds up the sentences that are done."""

    total: int
    tell: Progress
    done: int = 0

    def __call__(self, sentences: int) -> None:
        self.done += sentences
        self.tell(self.done, self.total)
