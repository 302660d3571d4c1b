"""What a plug-in has to offer, on one screen.

A plug-in is one file in `formats/`, `engines/`, `checks/` or `exchange/`. Its file name is its name; it
ends in `FORMAT: Final[Format] = …`, `ENGINE: Final[EngineFactory] = …`, `CHECK: Final[Check] = …` or
`EXCHANGE: Final[Exchange] = …`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from l10n.checking.rules import Rules
from l10n.model.article import Block, Document, Scope
from l10n.model.draft import CharRange, Hypothesis
from l10n.model.finding import Severity
from l10n.model.inline import Inline
from l10n.model.unit import Bundle, Unit
from l10n.settings import DraftSettings, FormatSettings

if TYPE_CHECKING:  # they know figures, names and calendars, which only checks need
    from l10n.checking.message import Batch, Fault, Message


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


_NO_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Example:
    """A message that a check is shown: the documentation has it, and a test runs it."""

    source: str
    target: str
    says: str = ""
    """What the check says of it, word by word; empty: nothing, it is a good one."""
    locale: str = "pt_BR"
    """Its target locale; the source is in English."""
    kind: str = "paragraph"
    """As in `Block.kind`."""
    more: tuple[tuple[str, str], ...] = ()
    """Other messages of the article and their translations, which stand before this one."""
    rules: Rules = _NO_RULES
    """What its project asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Looks for one kind of fault in translations; the docstring of its file says why that matters."""

    code: str
    """Its name in findings, settings and comments: that of its file, with hyphens."""
    severity: Severity
    summary: str
    """What it asks of a translation, in a line."""
    examples: tuple[Example, ...]
    """Bad ones and good ones."""
    run: Callable[[Batch], Iterable[Fault]]
    """What is wrong with the messages of an article in a locale. Total: any text is taken."""
    wide: bool = False
    """Does it take the messages of all articles of a locale together? It reads raw texts only."""
    missing: Callable[[Batch], str] = lambda _: ""
    """What has to be installed before it can run for the batch's locale, in a line; empty if nothing has."""


def each(look: Callable[[Message], Iterable[Fault]]) -> Callable[[Batch], Iterator[Fault]]:
    """A `Check.run` that looks at one message after the other."""

    def run(batch: Batch) -> Iterator[Fault]:
        for message in batch.messages:
            yield from look(message)

    return run


class Exchange(Protocol):
    """Files in which translations go out to people and their tools, and come back."""

    @property
    def suffix(self) -> str:
        """File name ending, lower case, with its dot."""

    @property
    def reviewed_only(self) -> bool:
        """Does such a file hold only what is reviewed, as a memory does?"""

    def recognizes(self, head: bytes) -> bool:
        """Is it such a file, by its first bytes?"""

    def refuses(self, unit: Unit) -> str:
        """Why such a file cannot hold the unit, in one line; empty if it can."""

    def write(self, bundle: Bundle) -> bytes:
        """The file; units that it refuses are not among those of the bundle."""

    def read(self, data: bytes, name: str) -> list[Unit]:
        """The units of a file, `name` in errors; ExchangeError, with the line, for what cannot be read."""
