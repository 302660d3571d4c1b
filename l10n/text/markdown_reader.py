"""The blocks of Markdown, gathered from pyromark's events."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from l10n.model.article import Frame
from l10n.text.markdown_runs import WORD, Image, InlineEvent, Range, joined, lone_image, unescaped
from l10n.text.markdown_syntax import SPANS

_LEAVES = frozenset({"Paragraph", "Heading", "TableCell", "DefinitionListTitle"})
_VERBATIM = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})
_KINDS = {
    "Item": "list item",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
    "DefinitionListDefinition": "definition",
}
_BESIDE_TAGS = frozenset({"InlineHtml", "SoftBreak", "HardBreak", "Text"})
_NOTES = (b"{/", b"{#", b"{:", b"<!")
"""Begin comments and attribute lists, which at the end of a block are no part of its text."""
_ATX = re.compile(rb"#{1,6}(?:[ \t]|$)")
Found = tuple[str, str, int, int, int, Frame]
"""A block before its offsets are characters: msgid, kind, start and end in bytes, line, frame."""


@cache
def _frame(place: str) -> Frame:
    return Frame(place=place)


class Reader:
    """Gathers inline events into runs; each run of prose between two block events is a block."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.found: list[Found] = []
        self.run: list[InlineEvent] = []
        self.html: list[list[Range]] = []
        """HTML blocks, and lines with nothing but tags: the ranges of their lines."""
        self.code: list[Range] = []
        self.containers: list[str] = []
        self.leaf, self.place, self.kind, self.header = "", "Paragraph", "", False
        self.line, self.line_at = 1, 0

    def feed(self, event: Any, begin: int, end: int) -> None:
        """One event of pyromark that is no text; its ranges are bytes of the article."""
        if event.__class__ is str:
            if event == "Rule":
                self.flush()
            else:
                self.run.append(InlineEvent(begin, end, event, ""))
            return
        ((name, value),) = event.items()
        if name == "Start" or name == "End":
            tag = value if value.__class__ is str else next(iter(value))
            if tag not in SPANS:
                self.enter(tag, value, begin, end) if name == "Start" else self.leave(tag)
            elif name == "Start":
                self.run.append(InlineEvent(begin, end, tag, ""))
        elif name == "Html":
            self.html[-1].append((begin, end))
        elif name != "TaskListMarker":
            self.run.append(InlineEvent(begin, end, name, ""))
            if name == "Code":
                self.code.append((begin, end))

    def enter(self, tag: str, value: Any, begin: int, end: int) -> None:
        self.flush()
        if tag in _LEAVES:
            self.leaf = tag
            self.kind, self.place = self.leaf_kind(tag, value, begin)
        elif tag in _KINDS:
            self.containers.append(tag)
        elif tag == "TableHead":
            self.header = True
        elif tag == "HtmlBlock":
            self.html.append([])
        elif tag == "CodeBlock":
            self.code.append((begin, end))

    def leave(self, tag: str) -> None:
        if tag in _VERBATIM:
            self.run.clear()
        self.flush()
        if tag in _LEAVES:
            self.leaf, self.place = "", "Paragraph"
        elif tag in _KINDS:
            self.containers.pop()
        elif tag == "TableHead":
            self.header = False

    def flush(self) -> None:
        if not self.run:
            return
        run = self.run[:]
        self.run.clear()
        while run and (run[0].name.endswith("Break") or self.is_note(run[0])):
            del run[0]
        while run and self.is_note(run[-1]):
            run.pop()
        if not any(item.name == "Text" and WORD.search(item.text) for item in run):
            if any(item.name == "InlineHtml" for item in run):  # attributes of tags may have texts
                self.html.append([item[:2] for item in run if item.name in _BESIDE_TAGS])
            return
        start, end = unescaped(self.data, run[0].begin), max([item.end for item in run])
        while self.data[end - 1 : end].isspace():
            end -= 1
        if image := lone_image(self.data, run, start, end):
            self.image(run, image)
        else:
            self.add(start, end, run, self.kind if self.leaf else self.container_kind(), self.place, end)

    def image(self, run: list[InlineEvent], image: Image) -> None:
        label = f"][{image.label.decode()}]" if image.label else ""
        self.add(image.begin, image.stop, run, "image alt", f"Alt{label}", image.end)
        for start, end in image.titles:
            self.add(start, end, run, "image title", f"title {chr(self.data[start - 1])}", end)

    def is_note(self, item: InlineEvent) -> bool:
        return item.name == "InlineHtml" and self.data[item.begin : item.begin + 2] in _NOTES

    def leaf_kind(self, tag: str, value: Any, begin: int) -> tuple[str, str]:
        """Kind and place; a heading that is underlined begins its line like a paragraph."""
        if tag == "Heading":
            place = "Heading" if _ATX.match(self.data, begin) else "Setext"
            return f"heading {value['Heading']['level'][1:]}", place
        if tag == "TableCell":  # without outer bars, the first one begins its line
            place = tag if self.data[begin - 1 : begin] == b"|" else "FirstCell"
            return ("table header" if self.header else "table cell"), place
        if tag == "DefinitionListTitle":
            return "term", tag
        return self.container_kind(), tag

    def container_kind(self) -> str:
        return _KINDS[self.containers[-1]] if self.containers else "paragraph"

    def add(self, start: int, end: int, run: list[InlineEvent], kind: str, place: str, until: int) -> None:
        """A block with the text up to `end`; its translation replaces everything up to `until`."""
        data = self.data
        self.line += data.count(b"\n", self.line_at, start)
        self.line_at = start
        raw = data[start:end]
        breaks: tuple[str, ...] = ()
        if b"\n" in raw:
            raw, breaks = joined(data, start, end, run, self.containers.count("BlockQuote"))
        frame = Frame(place=place, breaks=breaks) if breaks else _frame(place)
        self.found.append((raw.decode(), kind, start, until, self.line, frame))
