"""A reviewed message, and one with a fault in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A message that a person has reviewed."""

    source: str
    target: str
    locale: str
    kind: str = "paragraph"
    """As in `Block.kind`."""
    article: str = "a.md"
    """Its name, with the suffix."""
    flags: tuple[str, ...] = ()

    @property
    def markdown(self) -> bool:
        """Does markup mean something in it?"""
        return self.article.endswith(".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A reviewed message with one fault."""

    check: str
    """The code of the check that should find it."""
    way: str
    """How the fault came about."""
    sample: Sample
    """As it was reviewed."""
    faulty: Sample
    """As it is now; its source differs only where a fault needs another source."""
    more: tuple[Sample, ...] = ()
    """Messages that its article, or another one, has besides."""
    header: tuple[tuple[str, str], ...] | None = None
    """Of its catalog, where the fault is there."""


Way = Callable[[Sample], Iterable[str]]
"""Every text that the translation of a message can become by a fault of one kind."""
Ways = Mapping[str, Way]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known besides the message that gets the fault."""

    samples: Sequence[Sample]
    """All reviewed messages."""
    others: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Translations by locale and source."""
