"""Document and translations → the localized article, by replacing the spans of translated blocks only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from l10n.model.article import Document, Key
from l10n.model.entry import Entry, State
from l10n.ports import Format
from l10n.text.locales import localized
from l10n.text.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of an article is reviewed, in words of the source."""

    words: int
    reviewed: int

    @property
    def percent(self) -> float:
        return 100.0 * self.reviewed / self.words if self.words else 100.0


def translations(entries: Iterable[Entry], *, drafts: bool) -> dict[Key, str]:
    """The texts to use: reviewed ones, and with `drafts` those that a machine wrote."""
    usable = {State.REVIEWED, State.DRAFT} if drafts else {State.REVIEWED}
    return {e.key: e.msgstr for e in entries if not e.obsolete and e.state in usable and e.msgstr.strip()}


def share(document: Document, entries: Mapping[Key, Entry]) -> Share:
    """The share of the article that people have reviewed."""
    words = reviewed = 0
    for block in document.blocks:
        count = count_words(block.msgid)
        words += count
        entry = entries.get(block.key)
        if entry is not None and entry.state is State.REVIEWED:
            reviewed += count
    return Share(words=words, reviewed=reviewed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """An article with translations in place, and the ranges at which its blocks are now."""

    text: str
    spans: tuple[tuple[int, int], ...]


def compile_article(document: Document, texts: Mapping[Key, str], fmt: Format, locale: str) -> Compiled:
    """The article with the texts in place; the source itself, to the character, where none applies."""
    text, blocks = document.text, document.blocks
    if not any(block.key in texts for block in blocks):
        return Compiled(text=text, spans=tuple((block.start, block.end) for block in blocks))
    edits = [
        (b.start, b.end, fmt.render(b, texts[b.key]) if b.key in texts else text[b.start : b.end], True)
        for b in blocks
    ]
    slots = document.slots
    edits += [(s.start, s.end, localized(s.role, locale, text[s.start : s.end]), False) for s in slots]
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    at = length = 0
    for start, end, new, is_block in sorted(edits):
        pieces += [text[at:start], new]
        length += start - at + len(new)
        if is_block:
            spans.append((length - len(new), length))
        at = end
    return Compiled(text="".join([*pieces, text[at:]]), spans=tuple(spans))
