"""What a project asks of its translations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the source, and what may stand for it."""

    source: str
    targets: tuple[str, ...]
    """The first is the best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What checks hold a translation to, besides its source."""

    keep: tuple[str, ...] = ()
    """Words and names that are not translated."""
    terms: tuple[Term, ...] = ()
    """The term base of the locale."""
    title: int = 0
    """Characters that a page's title should have at most; 0: any number."""
    description: int = 0
    """The same for its description."""
    spelling: bool = False
    """Is the spelling checked?"""
