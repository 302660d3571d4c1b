"""One text of a message, and what is in it; each is looked for once, when a check asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property

from l10n.model.draft import CharRange
from l10n.model.inline import Inline
from l10n.text import (
    amounts,
    atoms,
    calendar,
    figures,
    locales,
    numerals,
    quote_pairs,
    quotes,
    sentences,
    words,
    works,
)
from l10n.text.amounts import Amount
from l10n.text.calendar import Named
from l10n.text.figures import Figure
from l10n.text.quote_pairs import Quotation
from l10n.text.quotes import Quote
from l10n.text.ranges import Taken

ATOM = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in `Side.prose` for what is not translated."""
_WORD = re.compile(r"[^\W\d_]+")
_TITLE = 4
"""Words from which what is emphasized is no person's name."""


class Remade:
    """Only what an object is made of goes to other processes, nothing that it has found out."""

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]


@dataclass(frozen=True)
class Side(Remade):
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
    def own_prose(self) -> str:
        """The prose without titles of works and credits, which stay in whatever language they are."""
        return works.without_works(self.prose, ATOM)

    @cached_property
    def words(self) -> list[str]:
        """The words of the prose, as they are written."""
        return words.words(self.prose)

    @cached_property
    def folded(self) -> list[str]:
        """The same without case."""
        return [word.casefold() for word in self.words]

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers and times of the prose."""
        return figures.figures(self.prose, self.locale)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The words of the prose as they are written; those with a hyphen in their parts."""
        return frozenset(_WORD.findall(self.prose))

    @cached_property
    def emphasized(self) -> frozenset[str]:
        """The words that emphasis begins with, and all those of a longer one, such as a title."""
        found: set[str] = set()
        for span in self.inline.spans:
            if span.emphasis:
                words = _WORD.findall(self.inline.text[span.start : span.end])
                found.update(words if len(words) >= _TITLE else words[:1])
        return frozenset(found)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The same in lower case."""
        return frozenset(" ".join(self.tokens).lower().split(" "))

    @cached_property
    def counted(self) -> list[Amount]:
        """The numbers in figures, with the words such as `million` behind them."""
        return amounts.counted(self.prose, self.locale, self.figures) if self.figures else []

    @cached_property
    def worded(self) -> list[Amount]:
        """The numbers in words; `million` behind figures is none of its own."""
        telling = numerals.telling(self.language)
        if telling and telling.isdisjoint(self.lowered):
            return []
        taken = Taken((amount.start, amount.end) for amount in self.counted)
        found = amounts.worded(self.prose, self.locale)
        return [amount for amount in found if not taken.meets(amount.start, amount.end)]

    @cached_property
    def named(self) -> list[Named]:
        """The months and weekdays of the prose."""
        spaced = calendar.has_spaces(self.locale) and self.language not in calendar.INFLECTED
        if spaced and calendar.telling(self.locale).isdisjoint(self.tokens):
            return []
        return calendar.named(self.prose, self.locale)

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
