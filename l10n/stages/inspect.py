"""Document → all of its text in parts: messages, what names the locale, text that is kept, markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from l10n.model.article import Block, Document, LocaleSlot
from l10n.model.draft import CharRange

_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of an article: a message or a locale slot, or else what is kept."""

    start: int
    end: int
    source: Block | LocaleSlot | None = None
    visible: bool = False
    """Is it kept, though readers see letters or digits in it?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """An article as l10n sees it."""

    document: Document
    parts: tuple[Part, ...]
    """In order; joined, they are the whole of `Document.text`."""
    visible: int
    """Letters and digits that readers see."""
    kept: int
    """Those of them that stand in no message."""

    @property
    def percent(self) -> float | None:
        """Share of the visible letters and digits that stands in messages; None if there are none."""
        return 100.0 * (self.visible - self.kept) / self.visible if self.visible else None

    def stretches(self) -> Iterator[tuple[int, Part]]:
        """Messages, slots, and visible text that is kept (adjacent lines as one), each with its line."""
        text, line, at = self.document.text, 1, 0
        for part in self._joined():
            line, at = line + text.count("\n", at, part.start), part.start
            yield line, part

    def _joined(self) -> Iterator[Part]:
        begun: Part | None = None
        for part in self.parts:
            if not part.visible and not part.source:
                continue
            if begun and part.visible and self.document.text.count("\n", begun.end, part.start) < 2:
                begun = replace(begun, end=part.end)
                continue
            if begun:
                yield self._trimmed(begun)
            begun = part if part.visible else None
            if part.source:
                yield part
        if begun:
            yield self._trimmed(begun)

    def _trimmed(self, part: Part) -> Part:
        raw = self.document.text[part.start : part.end]
        start = part.start + len(raw) - len(raw.lstrip())
        return replace(part, start=start, end=start + len(raw.strip()))


def inspect(document: Document, visible: Iterable[CharRange]) -> Inspection:
    """The parts of an article of which readers see those ranges (in order, without overlaps)."""
    ranges = list(visible)
    parts = tuple(_parts(document, ranges))
    text = document.text
    return Inspection(
        document=document,
        parts=parts,
        visible=sum(_letters(text, start, end) for start, end in ranges),
        kept=sum(_letters(text, part.start, part.end) for part in parts if part.visible),
    )


def _letters(text: str, start: int, end: int) -> int:
    return len(_LETTER.findall(text, start, end))


def _parts(document: Document, visible: list[CharRange]) -> Iterator[Part]:
    sources: list[Block | LocaleSlot] = [*document.blocks, *document.slots]
    sources.sort(key=lambda source: (source.start, source.end))
    at = shown = 0
    for source in (*sources, None):
        end = source.start if source else len(document.text)
        while shown < len(visible) and visible[shown][1] <= at:
            shown += 1
        yield from _kept(document.text, at, end, visible, shown)
        if source:
            yield Part(start=source.start, end=source.end, source=source)
            at = source.end


def _kept(text: str, at: int, end: int, visible: list[CharRange], shown: int) -> Iterator[Part]:
    """Parts of a stretch without a message; `visible[shown]` is the first range that ends in or behind it."""
    while at < end:
        start, stop = visible[shown] if shown < len(visible) else (end, end)
        start, stop = min(max(start, at), end), min(stop, end)
        if at < start:
            yield Part(start=at, end=start)
        if start < stop:
            yield Part(start=start, end=stop, visible=bool(_LETTER.search(text, start, stop)))
        at, shown = max(start, stop), shown + 1
