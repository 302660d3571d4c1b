"""Gathers the plain text, the spans and the atoms of a message while its markup is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from l10n.model.draft import CharRange
from l10n.model.inline import Atom, Inline, Span
from l10n.text.atoms import is_plain, placeholders, protect, token


class Mark(NamedTuple):
    """How much there was when markup opened."""

    at: int
    """Length of the plain text."""
    spans: int
    atoms: int
    order: int
    """Of two spans with the same range, the one that opened first is the outer one."""


class _Point(NamedTuple):
    """A span without text. It is cut from the source at last: a point around it may come to replace it."""

    start: int
    end: int
    source: CharRange
    identity: str
    inside: tuple[Span | _Point, ...] = ()
    """The points that it stands for, too."""


class Builder:
    """Time grows linearly with what is added, however it is nested.

    `raw` cuts a range from the source.
    """

    def __init__(self, raw: Callable[[int, int], str]) -> None:
        self.length = 0
        self._raw = raw
        self._atoms: list[tuple[int, int, str | CharRange]] = []
        self._pieces: list[str] = []
        self._spans: list[tuple[int, Span | _Point]] = []
        self._order = 0

    def mark(self) -> Mark:
        self._order += 1
        return Mark(self.length, len(self._spans), len(self._atoms), self._order)

    def text(self, text: str, decoded: Callable[[str], str] = str) -> None:
        """Running text; addresses and placeholders in it become atoms, the rest is decoded."""
        if is_plain(text):
            self._add(decoded(text))
            return
        for piece, raw in protect(text, len(self._atoms)):
            if raw:
                self.word(piece, raw)
            else:
                self._add(decoded(piece))

    def atom(self, begin: int, end: int) -> None:
        """A range of the source that has no words to show."""
        self.word(token(len(self._atoms)), (begin, end))

    def word(self, word: str, raw: str | CharRange) -> None:
        """An atom that the engine sees as `word`."""
        self._atoms.append((self.length, self.length + len(word), raw))
        self._add(word)

    def point(self, begin: int, end: int, identity: str) -> None:
        """A range of the source that stands between two characters of the text."""
        self._order += 1
        self._spans.append((self._order, _Point(self.length, self.length, (begin, end), identity)))

    def span(self, mark: Mark, span: Span) -> None:
        """Markup around text or at a point; the texts in it, such as a title, keep their placeholders."""
        if span.identity and (kept := placeholders(span.open + span.close)):
            span = replace(span, identity=span.identity + kept)
        self._spans.append((mark.order, span))

    def whole(self, mark: Mark, begin: int, end: int, identity: str) -> None:
        """Markup since the mark that has nothing but points: one point, which is what all of them are."""
        inside = tuple(found for _, found in self._spans[mark.spans :])
        del self._spans[mark.spans :]
        self._order += 1
        self._spans.append((self._order, _Point(self.length, self.length, (begin, end), identity, inside)))

    def forget(self, mark: Mark) -> None:
        """All that was added since; the mark must lie between two pieces of text."""
        del self._spans[mark.spans :]
        del self._atoms[mark.atoms :]
        while self.length > mark.at:
            self.length -= len(self._pieces.pop())

    def inline(self) -> Inline:
        ordered = sorted(self._spans, key=lambda item: (item[1].start, -item[1].end, item[0]))
        atoms = [
            Atom(start=start, end=end, raw=raw if isinstance(raw, str) else self._raw(*raw))
            for start, end, raw in self._atoms
        ]
        spans = tuple(self._span(found) for _, found in ordered)
        return Inline(text="".join(self._pieces), spans=spans, atoms=tuple(atoms))

    def _span(self, found: Span | _Point) -> Span:
        if isinstance(found, Span):
            return found
        raw = self._raw(*found.source)
        identity = "".join([*self._identities(found), placeholders(raw)]) if found.identity else ""
        return Span(start=found.start, end=found.end, open=raw, identity=identity)

    def _identities(self, point: _Point) -> Iterator[str]:
        """What a point is, and then what those inside of it are, however deep."""
        waiting: list[Span | _Point] = [point]
        while waiting:
            found = waiting.pop()
            if isinstance(found, Span):
                yield found.identity or found.open
            elif found.identity:
                yield found.identity
                waiting += reversed(found.inside)
            else:
                yield self._raw(*found.source)

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self.length += len(text)
