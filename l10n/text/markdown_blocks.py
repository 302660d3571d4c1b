"""Markdown → blocks, from pyromark's events and their byte ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyromark

from l10n.model.article import Block, Frame
from l10n.text.markdown_mask import mask
from l10n.text.markdown_runs import InlineEvent, joined, lone_image, unescaped

_O = pyromark.Options
INLINE_OPTIONS = _O.ENABLE_STRIKETHROUGH | _O.ENABLE_FOOTNOTES | _O.ENABLE_MATH
OPTIONS = (
    INLINE_OPTIONS
    | _O.ENABLE_TABLES
    | _O.ENABLE_TASKLISTS
    | _O.ENABLE_HEADING_ATTRIBUTES
    | _O.ENABLE_DEFINITION_LIST
    | _O.ENABLE_GFM
)
SPANS = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image", "Superscript", "Subscript"})
_LEAVES = frozenset({"Paragraph", "Heading", "TableCell", "DefinitionListTitle"})
_VERBATIM = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})
_KINDS = {
    "Item": "list item",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
    "DefinitionListDefinition": "definition",
}
_NOTES = (b"{/", b"{#", b"{:")
"""Begin comments and attribute lists, which at the end of a block are no part of its text."""
_WORD = re.compile(r"\w")
_ATX = re.compile(rb"#{1,6}(?:[ \t]|$)")
_Found = tuple[str, str, int, int, int, Frame]
"""A block before its offsets are characters: msgid, kind, start and end in bytes, line, frame."""


def label(text: str) -> str:
    """A link label as CommonMark compares it: case folded, white space collapsed (section 4.7)."""
    return " ".join(text.split()).casefold()


def labels(text: str) -> frozenset[str]:
    """The labels that link definitions of an article define."""
    if "]:" not in text:
        return frozenset()
    return frozenset(label(found) for found in pyromark.reference_definitions(text, options=OPTIONS))


def blocks(text: str, offset: int = 0, lines: int = 0) -> list[Block]:
    """The blocks of Markdown without front matter; `offset` characters and `lines` lines stand before it."""
    data = text.encode()
    hidden = mask(data)
    reader = _Reader(data)
    feed, add = reader.feed, reader.run.append
    events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(
        text if hidden is data else hidden.decode(), options=OPTIONS
    )
    for event, span in events:
        if "Text" in event:  # most events; anything else takes the longer way
            if span["start"] < span["end"]:
                add(InlineEvent(span["start"], span["end"], "Text", event["Text"]))
        else:
            feed(event, span["start"], span["end"])
    found = reader.found
    places = _characters(found, data) if len(data) != len(text) else None
    return [
        Block(
            msgid=msgid,
            kind=kind,
            start=offset + (places[start] if places else start),
            end=offset + (places[end] if places else end),
            line=lines + line,
            frame=frame,
        )
        for msgid, kind, start, end, line, frame in found
    ]


def _characters(found: list[_Found], data: bytes) -> dict[int, int]:
    """Offsets in characters by the offsets in bytes that `found` has."""
    places, total, at = {}, 0, 0
    for offset in sorted({offset for item in found for offset in item[2:4]}):
        total += len(data[at:offset].decode())
        places[offset], at = total, offset
    return places


@cache
def _frame(place: str) -> Frame:
    return Frame(place=place)


class _Reader:
    """Gathers inline events into runs; each run of prose between two block events is a block."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.found: list[_Found] = []
        self.run: list[InlineEvent] = []
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
                self.enter(tag, value, begin) if name == "Start" else self.leave(tag)
            elif name == "Start":
                self.run.append(InlineEvent(begin, end, tag, ""))
        elif name != "TaskListMarker" and name != "Html":
            self.run.append(InlineEvent(begin, end, name, ""))

    def enter(self, tag: str, value: Any, begin: int) -> None:
        self.flush()
        if tag in _LEAVES:
            self.leaf = tag
            self.kind, self.place = self.leaf_kind(tag, value, begin)
        elif tag in _KINDS:
            self.containers.append(tag)
        elif tag == "TableHead":
            self.header = True

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
        while run and run[0].name.endswith("Break"):
            del run[0]
        while run and run[-1].name == "InlineHtml" and self.data[run[-1].begin : run[-1].begin + 2] in _NOTES:
            run.pop()
        if not any(item.name == "Text" and _WORD.search(item.text) for item in run):
            return
        start, end = unescaped(self.data, run[0].begin), max([item.end for item in run])
        while self.data[end - 1 : end].isspace():
            end -= 1
        if alt := lone_image(self.data, run, start, end):
            self.add(alt[0], alt[1], run, "image alt", "Alt")
        else:
            self.add(start, end, run, self.kind if self.leaf else self.container_kind(), self.place)

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

    def add(self, start: int, end: int, run: list[InlineEvent], kind: str, place: str) -> None:
        data = self.data
        self.line += data.count(b"\n", self.line_at, start)
        self.line_at = start
        raw = data[start:end]
        breaks: tuple[str, ...] = ()
        if b"\n" in raw:
            raw, breaks = joined(data, start, end, run, self.containers.count("BlockQuote"))
        frame = Frame(place=place, breaks=breaks) if breaks else _frame(place)
        self.found.append((raw.decode(), kind, start, end, self.line, frame))
