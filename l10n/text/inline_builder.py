"""Gathers the plain text, the spans and the atoms of a message while its markup is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from l10n.model.inline import Atom, Inline, Span
from l10n.text.atoms import placeholders, protect, token


class Mark(NamedTuple):
    """How much there was when markup opened."""

    at: int
    """Length of the plain text."""
    spans: int
    atoms: int
    order: int
    """Of two spans with the same range, the one that opened first is the outer one."""


class Builder:
    """Time grows linearly with what is added, however it is nested."""

    def __init__(self) -> None:
        self.length = 0
        self.atoms: list[Atom] = []
        self._pieces: list[str] = []
        self._spans: list[tuple[int, Span]] = []
        self._order = 0

    def mark(self) -> Mark:
        self._order += 1
        return Mark(self.length, len(self._spans), len(self.atoms), self._order)

    def text(self, text: str, decoded: Callable[[str], str] = str) -> None:
        """Running text; addresses and placeholders in it become atoms, the rest is decoded."""
        for piece, raw in protect(text, len(self.atoms)):
            if raw:
                self.word(piece, raw)
            else:
                self._add(decoded(piece))

    def atom(self, raw: str) -> None:
        """Something that has no words to show."""
        self.word(token(len(self.atoms)), raw)

    def word(self, word: str, raw: str) -> None:
        """An atom that the engine sees as `word`."""
        self.atoms.append(Atom(start=self.length, end=self.length + len(word), raw=raw))
        self._add(word)

    def point(self, raw: str, identity: str) -> None:
        self.span(self.mark(), Span(start=self.length, end=self.length, open=raw, identity=identity))

    def span(self, mark: Mark, span: Span) -> None:
        """Markup around text or at a point; the texts in it, such as a title, keep their placeholders."""
        if span.identity and (kept := placeholders(span.open + span.close)):
            span = replace(span, identity=span.identity + kept)
        self._spans.append((mark.order, span))

    def whole(self, mark: Mark, raw: str, identity: str) -> None:
        """Markup since the mark that has nothing but points: one point, which is what all of them are."""
        inside = "".join(span.identity or span.open for _, span in self._spans[mark.spans :])
        del self._spans[mark.spans :]
        self.point(raw, identity and identity + inside)

    def forget(self, mark: Mark) -> None:
        """All that was added since; the mark must lie between two pieces of text."""
        del self._spans[mark.spans :]
        del self.atoms[mark.atoms :]
        while self.length > mark.at:
            self.length -= len(self._pieces.pop())

    def inline(self) -> Inline:
        spans = sorted(self._spans, key=lambda item: (item[1].start, -item[1].end, item[0]))
        return Inline(text="".join(self._pieces), spans=tuple(s for _, s in spans), atoms=tuple(self.atoms))

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self.length += len(text)
