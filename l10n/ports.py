"""What a plug-in has to offer: three protocols on one screen.

A plug-in is one file in `formats/`, `engines/` or `checks/`. Its file name is its name; it ends in
`FORMAT: Final[Format] = …`, `ENGINE: Final[EngineFactory] = …` or `CHECK: Final[Check] = …`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from l10n.model.article import Block, Document, Scope
from l10n.model.draft import CharRange, Hypothesis
from l10n.model.inline import Inline
from l10n.settings import DraftSettings, FormatSettings


class Format(Protocol):
    """Articles of a kind, cut into blocks and put together again."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings, lower case, with their dot."""

    @property
    def structured(self) -> bool:
        """Can a text change how what stands around it is read? If so, builds are parsed again."""

    def parse(self, text: str, settings: FormatSettings) -> Document:
        """The blocks of an article. Total: any text is accepted, and what is no block is kept."""

    def visible(self, text: str) -> Iterable[CharRange]:
        """What readers of an article see, in order and without overlaps; markup lies outside."""

    def render(self, block: Block, translation: str) -> str:
        """What stands in the block's span so that a reader of the format finds the translation there."""

    def inline(self, message: str, scope: Scope) -> Inline:
        """A message as plain text with spans and atoms."""

    def escape(self, text: str, scope: Scope) -> str:
        """Plain text written so that the format finds no markup in it."""


class Engine(Protocol):
    """Translates sentences of one pair of languages."""

    @property
    def signature(self) -> str:
        """Engine, model and version, for the record of a draft."""

    def translate(self, sentences: Sequence[str], *, align: bool, other: bool = False) -> list[Hypothesis]:
        """A hypothesis for each sentence, in order; with links to the source if `align` is set.

        `other`: by settings that keep an engine from faults such as loops, where the usual ones had some.
        """

    def knows(self, word: str) -> bool:
        """Is the word, as it is written, one that the model has often seen?"""

    def unreadable(self, text: str) -> list[CharRange]:
        """Ranges of the letters that the model does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFactory:
    """Makes an engine for a pair of locales; nothing heavy is loaded before `open` is called."""

    summary: str
    open: Callable[[str, str, DraftSettings], Engine]
    """(source locale, target locale, settings); raises EngineError where the pair has no route."""
    judged: bool = True
    """Does it translate, so that its answers can have faults and are written as the locale writes?"""


class Check(Protocol):
    """Compares a translation with its source."""

    @property
    def code(self) -> str:
        """Its name in findings."""

    def run(self, source: Inline, target: Inline) -> str:
        """What is wrong, in one line; empty if nothing is."""
