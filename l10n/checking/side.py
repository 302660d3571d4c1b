"""One text of a message, and what is in it; each is looked for once, when a check asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property

from l10n.model.draft import CharRange
from l10n.model.inline import Inline
from l10n.text import atoms, figures, locales, quotes, sentences
from l10n.text.figures import Figure
from l10n.text.quotes import Quote

ATOM = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in `Side.prose` for what is not translated."""


@dataclass(frozen=True)
class Side:
    """A msgid or a msgstr."""

    raw: str
    locale: str
    read: Callable[[str], Inline]
    """Takes a text apart, as the format of the article does."""

    @property
    def language(self) -> str:
        return locales.language(self.locale)

    @cached_property
    def inline(self) -> Inline:
        return self.read(self.raw)

    @cached_property
    def prose(self) -> str:
        """The text that people read, without markup; `ATOM` for code, addresses and placeholders."""
        return "".join(self._pieces())

    @cached_property
    def set_text(self) -> str:
        """The prose with `ATOM` for markup without text, too: line breaks, images, footnotes."""
        points = {span.start for span in self.inline.spans if span.start == span.end}
        if not points:
            return self.prose
        return "".join(self._pieces(points))

    def _pieces(self, points: Iterable[int] = ()) -> Iterator[str]:
        """The text, cut at the points, with `ATOM` at each of them and for each atom."""
        at, text = 0, self.inline.text
        places = [
            *((point, point) for point in points),
            *((atom.start, atom.end) for atom in self.inline.atoms),
        ]
        for start, end in sorted(places):
            yield from (atoms.PROTECTED.sub(ATOM, text[at:start]), ATOM)
            at = end
        yield atoms.PROTECTED.sub(ATOM, text[at:])

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers and times of the prose."""
        return figures.figures(self.prose, self.locale)

    @cached_property
    def quotes(self) -> list[Quote]:
        """The quotation marks of the prose."""
        return quotes.quotes(self.prose)

    @cached_property
    def sentences(self) -> tuple[CharRange, ...]:
        """Ranges of the prose."""
        return sentences.split(self.prose, self.language)

    def __getstate__(self) -> dict[str, object]:
        """Only what it is made of goes to other processes."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
