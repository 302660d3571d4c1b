"""How far a run is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Called with the messages, or articles, that are done, and with those of the whole run."""


@dataclass(slots=True)
class Counter:
    """Adds up the messages, or parts of one, that are done."""

    total: int
    tell: Progress
    done: float = 0.0

    def __call__(self, messages: float) -> None:
        self.done += messages
        self.tell(min(self.total, round(self.done)), self.total)
