"""No translation changes an article's structure: what would is left out, and reported.

A message must keep the links, code, tags and placeholders of its source. The compiled article is parsed
again, and must have the blocks of the source, each where its translation was put.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from l10n.model.article import Block, Document, Key
from l10n.ports import Format
from l10n.stages.build import Compiled, compile_article
from l10n.text.bare import is_bare
from l10n.text.differences import difference
from l10n.text.locales import roles_after

Parse = Callable[[str], Document]
_TRIES = 200
"""How often an article is parsed to find what breaks it; a group that is undecided then is left out whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A translation that was not used."""

    block: Block
    """Where the article has it first."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A compiled article, and the translations that it does without."""

    text: str
    rejected: tuple[Rejected, ...] = ()


def guarded(document: Document, texts: Mapping[Key, str], fmt: Format, locale: str, parse: Parse) -> Guarded:
    """The article with those of the texts in place that leave it as it is; `parse` reads an article."""
    guard = _Guard(document, fmt, locale, parse)
    first = {block.key: block for block in reversed(document.blocks) if block.key in texts}
    wrong = {
        block.key: why for block in guard.places(texts) if (why := guard.difference(block, texts[block.key]))
    }
    good = {key: texts[key] for key in first if key not in wrong}
    sound = guard.sound({}, list(good.items()))
    wrong |= {key: _broken(text) for key, text in good.items() if key not in sound}
    rejected = [Rejected(block=first[key], why=why) for key, why in wrong.items()]
    rejected.sort(key=lambda item: item.block.start)
    return Guarded(text=guard.compiled(sound).text, rejected=tuple(rejected))


def _broken(text: str) -> str:
    changes = "it changes the structure of the article"
    return changes if re.search(r"\w", text) else f"{changes}: there is no letter or digit in it"


class _Guard:
    def __init__(self, document: Document, fmt: Format, locale: str, parse: Parse) -> None:
        self.document, self.fmt, self.locale, self.parse = document, fmt, locale, parse
        self.tries = _TRIES
        self.sources: dict[tuple[str, str], list[str]] = {}
        """Markup of the source's messages, by msgid and place."""
        self.last: tuple[Mapping[Key, str], Compiled] | None = None

    def places(self, texts: Mapping[Key, str]) -> Iterable[Block]:
        """A block for each text and each place that it is for: what is text in one is markup in another."""
        blocks = [block for block in self.document.blocks if block.key in texts]
        return {(block.key, block.frame.place): block for block in blocks}.values()

    def compiled(self, texts: Mapping[Key, str]) -> Compiled:
        if self.last is None or self.last[0] != texts:
            self.last = texts, compile_article(self.document, texts, self.fmt, self.locale)
        return self.last[1]

    def difference(self, block: Block, text: str) -> str:
        """Which links, code, tags or placeholders a translation has too many or too few."""
        if is_bare(block.msgid) and is_bare(text):
            return ""
        scope = self.document.scope(block)
        source = self.sources.get((block.msgid, scope.place))
        if source is None:
            source = self.sources[block.msgid, scope.place] = self.fmt.inline(block.msgid, scope).markup(
                emphasis=False
            )
        return difference(source, self.fmt.inline(text, scope).markup(emphasis=False))

    def sound(self, known: dict[Key, str], more: Sequence[tuple[Key, str]]) -> dict[Key, str]:
        """`known`, which are sound together, and all of `more` that can join them."""
        if not more or self.holds(both := known | dict(more)):
            return both if more else known
        if len(more) == 1 or self.tries <= 0:
            return known
        half = len(more) // 2
        return self.sound(self.sound(known, more[:half]), more[half:])

    def holds(self, texts: dict[Key, str]) -> bool:
        """Does the article that is compiled with the texts have the structure of the source?"""
        if not self.fmt.structured:
            return True
        self.tries -= 1
        compiled = self.compiled(texts)
        again = self.parse(compiled.text)
        document = self.document
        return (
            [(block.start, block.end, block.kind) for block in again.blocks]
            == [(*span, block.kind) for span, block in zip(compiled.spans, document.blocks, strict=True)]
            and again.labels == document.labels
            and [slot.role for slot in again.slots]
            == [role for slot in document.slots for role in roles_after(slot.role, self.locale)]
            and not any(
                self.changed(*pair, texts) for pair in zip(document.blocks, again.blocks, strict=True)
            )
        )

    def changed(self, block: Block, again: Block, texts: Mapping[Key, str]) -> bool:
        """Does a message have other markup where it stands than it has by itself?"""
        if block.key not in texts:
            return block.msgid != again.msgid
        return texts[block.key] != again.msgid and bool(self.difference(block, again.msgid))
