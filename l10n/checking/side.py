"""One text of a message, and what is in it; each is looked for once, when a check asks for it."""

from __future__ import annotations

from collections.abc import Callable
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
        text, at, parts = self.inline.text, 0, []
        for atom in self.inline.atoms:
            parts += [text[at : atom.start], ATOM]
            at = atom.end
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
    def sentences(self) -> tuple[CharRange, ...]:
        """Ranges of the prose."""
        return sentences.split(self.prose, self.language)

    def __getstate__(self) -> dict[str, object]:
        """Only what it is made of goes to other processes."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
