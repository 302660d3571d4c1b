"""Plain text as news agencies and CMS exports write it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from l10n.model.article import Block, Document, Frame, Scope
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.text import atoms

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(r"[ \t\r\n\v\f]+")
_BULLET = re.compile(r"(?:[•◦‣▪●·*+-]|\(?\d{1,3}[.)])(?:[ \t]+)(?=\S)")
_DIALOGUE = re.compile(r"[–—―]\s?(?=\S)|[\"“„«‹‘「](?=\S)")
_CAPTION = re.compile(r"(?:^|\()(?:photos?|picture|image|caption|credit)\b[^:.]{0,30}:", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;,]['\"”’»)]*$")
_WORD = re.compile(r"\w")
_MAX_HEADLINE, _MAX_WRAP, _MIN_WRAP = 120, 100, 40


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with text: the offsets of that text in the article, and its number."""

    start: int
    end: int
    number: int
    indent: str
    text: str

    @property
    def width(self) -> int:
        return len(self.indent) + len(self.text)


@dataclass(frozen=True, slots=True)
class PlainText:
    suffixes: tuple[str, ...] = (".txt", ".text")
    structured: bool = False

    def parse(self, text: str, settings: FormatSettings) -> Document:  # noqa: ARG002 - the protocol's
        paragraphs = list(_paragraphs(text))
        width = _wrap_width(paragraphs)
        blocks = [
            _block(text, item, alone=len(paragraph) == 1, width=width)
            for paragraph in paragraphs
            for item in _items(paragraph, width)
            if any(_WORD.search(line.text) for line in item)
        ]
        return Document(text=text, blocks=tuple(blocks))

    def render(self, block: Block, translation: str) -> str:
        frame = block.frame
        if not frame.width:
            return " ".join(line.strip() for line in _NEWLINE.split(translation) if line.strip())
        flat = " ".join(_SPACE.split(translation.strip()))
        hang = frame.prefix.lstrip("\r\n")
        newline = frame.prefix[: len(frame.prefix) - len(hang)]
        wrapper = textwrap.TextWrapper(
            frame.width,
            initial_indent=" " * frame.column,
            subsequent_indent=hang,
            expand_tabs=False,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return newline.join(wrapper.wrap(flat))[frame.column :]

    def inline(self, message: str, scope: Scope) -> Inline:  # noqa: ARG002 - the protocol's
        text, found = atoms.plain(message)
        return Inline(text=text, atoms=found)

    def escape(self, text: str, scope: Scope) -> str:  # noqa: ARG002 - the protocol's
        return text


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Lines with text, grouped by the blank lines between them."""
    group: list[_Line] = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        stripped = match[0].strip().strip("\ufeff").strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            indent = match[0][: start - match.start()]
            group.append(_Line(start, start + len(stripped), number, indent, stripped))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _begins_item(line: _Line) -> bool:
    return bool(_BULLET.match(line.text) or _DIALOGUE.match(line.text))


def _broken_at(line: _Line, following: _Line, width: int) -> bool:
    """Could the next line's first word not have stood on this line?"""
    return line.width + 1 + len(following.text.split(None, 1)[0]) > width


def _wrap_width(paragraphs: list[list[_Line]]) -> int:
    """The column that the text is hard-wrapped at; 0 where each line is a paragraph of its own.

    Text counts as wrapped where most line ends inside paragraphs stand where the next word did not fit.
    """
    pairs = [
        (line, following)
        for paragraph in paragraphs
        for line, following in pairwise(paragraph)
        if not _begins_item(following)
    ]
    width = max((line.width for pair in pairs for line in pair), default=0)
    if not _MIN_WRAP <= width <= _MAX_WRAP:
        return 0
    if len(pairs) == 1 and not pairs[0][1].text[0].islower():  # a headline and its byline
        return 0
    full = sum(_broken_at(line, following, width) for line, following in pairs)
    return width if full * 2 > len(pairs) else 0


def _items(paragraph: list[_Line], width: int) -> Iterator[list[_Line]]:
    """The paragraph's messages: a line each, or in wrapped text the lines that run on."""
    item = paragraph[:1]
    for line, following in pairwise(paragraph):
        if width and not _begins_item(following) and _broken_at(line, following, width):
            item.append(following)
        else:
            yield item
            item = [following]
    yield item


def _block(text: str, item: list[_Line], *, alone: bool, width: int) -> Block:
    first, last = item[0], item[-1]
    bullet = _BULLET.match(first.text)
    start = first.start + (bullet.end() if bullet else 0)
    msgid = " ".join([text[start : first.end], *(line.text for line in item[1:])])
    frame = Frame()
    if width and len(item) > 1:
        newline = _NEWLINE.findall(text[first.end : item[1].start])[-1]
        column = len(first.indent) + start - first.start
        frame = Frame(place="wrapped", prefix=newline + item[1].indent, width=width, column=column)
    kind = "list item" if bullet else _kind(msgid, alone=alone and len(item) == 1)
    return Block(msgid=msgid, kind=kind, start=start, end=last.end, line=first.number, frame=frame)


def _kind(msgid: str, *, alone: bool) -> str:
    if _CAPTION.search(msgid):
        return "caption"
    if _DIALOGUE.match(msgid):
        return "dialogue"
    if alone and len(msgid) <= _MAX_HEADLINE and not _SENTENCE_END.search(msgid):
        return "headline"
    return "paragraph"


FORMAT: Final[Format] = PlainText()
