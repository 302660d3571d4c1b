"""One text of a message, and what is in it; each is looked for once, when a check asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property

from l10n.model.draft import CharRange
from l10n.model.inline import Inline
from l10n.text import atoms, figures, locales, quote_pairs, quotes, sentences
from l10n.text.figures import Figure
from l10n.text.quote_pairs import Quotation
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
        return self._with_atoms([])

    @cached_property
    def set_text(self) -> str:
        """The prose with `ATOM` for markup without text, too: line breaks, images, footnotes."""
        points = {span.start for span in self.inline.spans if span.start == span.end}
        return self._with_atoms([(point, point) for point in points]) if points else self.prose

    def _with_atoms(self, points: list[CharRange]) -> str:
        text, at, parts = self.inline.text, 0, []
        for start, end in sorted([*points, *((atom.start, atom.end) for atom in self.inline.atoms)]):
            parts += [text[at:start], ATOM]
            at = end
        return atoms.PROTECTED.sub(ATOM, "".join([*parts, text[at:]]))

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers and times of the prose."""
        return figures.figures(self.prose, self.locale)

    @cached_property
    def quotes(self) -> list[Quote]:
        """The quotation marks of the prose."""
        return quotes.quotes(self.prose)

    @cached_property
    def quotations(self) -> tuple[list[Quotation], list[Quote]]:
        """The quotations of the prose, and the quotation marks that have no partner."""
        return quote_pairs.paired(self.prose, self.quotes) if self.quotes else ([], [])

    @cached_property
    def sentences(self) -> tuple[CharRange, ...]:
        """Ranges of the prose."""
        return sentences.split(self.prose, self.language)

    def __getstate__(self) -> dict[str, object]:
        """Only what it is made of goes to other processes."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
