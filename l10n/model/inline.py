"""A message for the engine: plain text, with its markup beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Paired markup around `text[start:end]`, or a point in it where start == end."""

    start: int
    end: int
    open: str
    """Raw markup before the stretch; the whole of it for a point."""
    close: str = ""
    identity: str = ""
    """What it is however its wording is translated, such as a link's target; empty: open and close."""
    emphasis: bool = False
    """Is it a matter of style, that breaks nothing where a person leaves it out?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """What must not be translated: `text[start:end]` is a token that stands for `raw`."""

    start: int
    end: int
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """Plain text, spans (outer before inner) and atoms, both in order of their starts."""

    text: str
    spans: tuple[Span, ...] = ()
    atoms: tuple[Atom, ...] = ()

    def markup(self, *, emphasis: bool = True) -> list[str]:
        """Everything a translation must contain exactly once for each time it stands here, sorted."""
        spans = [
            span.identity or f"{span.open}{span.close}"
            for span in self.spans
            if emphasis or not span.emphasis
        ]
        return sorted(spans + [atom.raw for atom in self.atoms])
