"""Markdown → blocks, from pyromark's events and their byte ranges; HTML in it is read as HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pyromark

from l10n.model.article import Block, LocaleSlot
from l10n.model.draft import CharRange
from l10n.text import html_blocks
from l10n.text.directives import MARK, Comment
from l10n.text.markdown_inside import stretches
from l10n.text.markdown_mask import mask
from l10n.text.markdown_reader import Reader
from l10n.text.markdown_runs import InlineEvent
from l10n.text.markdown_syntax import OPTIONS

# None takes in the start of another one, so no input is searched twice.
_COMMENT = re.compile(
    r"<!--((?:[^-<]++|-(?!->)|<(?!!--))*+)-->"
    r"|\{/\*((?:[^*{]++|\*(?!/\})|\{(?!/\*))*+)\*/\}"
    r"|\{#((?:[^#{]++|#(?!\})|\{(?!#))*+)#\}"
)
_PRINTED = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What Markdown has, in the order of the text; offsets count characters."""

    blocks: list[Block]
    slots: list[LocaleSlot]
    comments: list[Comment]
    """Where comments begin, and what they say; looked for only where a directive may be."""


def parse(text: str, start: int = 0) -> Parsed:
    """The blocks of the Markdown that `text` has from `start` on."""
    body = text[start:] if start else text
    data = body.encode()
    reader = _read(body, data)
    wanted = {offset for item in reader.found for offset in item[2:4]}
    wanted.update(offset for piece in reader.html for line in piece for offset in line)
    directives = MARK in text
    if directives:
        wanted.update(offset for span in reader.code for offset in span)
    places = _characters(wanted, data, start) if start or len(data) != len(body) else _Same()
    lines = text.count("\n", 0, start)
    blocks = [
        Block(msgid=msgid, kind=kind, start=places[begin], end=places[end], line=lines + line, frame=frame)
        for msgid, kind, begin, end, line, frame in reader.found
    ]
    slots: list[LocaleSlot] = []
    if reader.html:
        html = _html(text, start, [[(places[a], places[b]) for a, b in piece] for piece in reader.html])
        blocks = sorted([*_outside(blocks, html.kept), *html.blocks], key=lambda block: block.start)
        slots = html.slots
    code = [(places[a], places[b]) for a, b in reader.code] if directives else []
    return Parsed(blocks, slots, _comments(text, start, code) if directives else [])


class _Same(dict[int, int]):
    """Offsets in bytes that are those in characters."""

    def __missing__(self, key: int) -> int:
        return key


def _read(text: str, data: bytes) -> Reader:
    hidden = mask(data)
    reader = Reader(data)
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
    return reader


def _characters(wanted: Iterable[int], data: bytes, start: int) -> dict[int, int]:
    """Offsets in characters of the article by the offsets in bytes of its Markdown, for those wanted."""
    places, total, at = {}, start, 0
    for offset in sorted(wanted):
        total += len(data[at:offset].decode())
        places[offset], at = total, offset
    return places


def _html(text: str, start: int, pieces: list[list[CharRange]]) -> html_blocks.Reader:
    """The HTML blocks, read one after the other without what is Markdown in them: the marks of quotes and
    lists before their lines, code beside tags.
    """
    cut, at = [], 0
    for piece in pieces:
        for (_, end), (begin, _) in pairwise(piece):
            if end < begin:
                cut += [text[at:end], _PRINTED.sub(" ", text[end:begin])]
                at = begin
    reader = html_blocks.Reader("".join([*cut, text[at:]]) if cut else text, markdown=stretches(text, start))
    for piece in pieces:
        reader.read(piece[0][0], piece[-1][1])
        reader.leave_verbatim(piece[-1][1])
    return reader


def _outside(blocks: list[Block], kept: list[CharRange]) -> list[Block]:
    """The blocks that lie in none of the ranges."""
    if not kept:
        return blocks
    starts = [start for start, _ in kept]
    return [b for b in blocks if not (at := bisect_right(starts, b.start)) or kept[at - 1][1] <= b.start]


def _comments(text: str, start: int, code: list[CharRange]) -> list[Comment]:
    """Comments of HTML, MDX and templates outside of code."""
    starts = [begin for begin, _ in code]
    return [
        (match.start(), match[match.lastindex or 0])
        for match in _COMMENT.finditer(text, start)
        if not (at := bisect_right(starts, match.start())) or code[at - 1][1] <= match.start()
    ]
