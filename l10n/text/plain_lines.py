"""Plain text → lines, paragraphs, messages: where lines run on, and which begin an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from l10n.text.directives import MARK, Comment

BULLET = re.compile(r"(?:[•◦‣▪●·*+-]|\(?\d{1,3}[.)])(?:[ \t]+)(?=\S)")
DIALOGUE = re.compile(r"[–—―]\s?(?=\S)|[\"“„«‹‘「](?=\S)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
# Plain text has no comments; a line with nothing but a directive, however it is marked, is one.
_COMMENT = re.compile(rf"(?:<!--|/\*|//|#+|;|%|\.\.)?\s*({MARK}.*?)\s*(?:-->|\*/)?")
_MAX_WRAP, _MIN_WRAP = 100, 40


@dataclass(frozen=True, slots=True)
class Line:
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
class Wrap:
    """How lines of an article are joined to messages."""

    width: int = 0
    """Column at which it is hard-wrapped; 0: each line is a message."""
    always: bool = False
    """Do lines run on wherever they end?"""

    def joins(self, line: Line, following: Line) -> bool:
        if not self.width or _begins_item(following):
            return False
        return self.always or _broken_at(line, following, self.width)


def paragraphs(text: str) -> tuple[list[list[Line]], list[Comment]]:
    """Lines with text, grouped by the blank lines and form feeds between them; and lines of directives."""
    groups: list[list[Line]] = [[]]
    comments: list[Comment] = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        stripped = match[0].strip().strip("\ufeff").strip()
        comment = _COMMENT.fullmatch(stripped) if MARK in stripped else None
        if comment:
            comments.append((match.start(), comment[1]))
        if not stripped or comment or match[0].lstrip(" \t").startswith("\f"):
            groups.append([])
        if stripped and not comment:
            start = match.start() + match[0].index(stripped)
            indent = match[0][: start - match.start()]
            groups[-1].append(Line(start, start + len(stripped), number, indent, stripped))
    return [group for group in groups if group], comments


def items(paragraph: list[Line], wrap: Wrap) -> Iterator[list[Line]]:
    """The paragraph's messages: a line each, or in wrapped text the lines that run on."""
    item = paragraph[:1]
    for line, following in pairwise(paragraph):
        if wrap.joins(line, following):
            item.append(following)
        else:
            yield item
            item = [following]
    yield item


def wrapped(found: list[list[Line]]) -> Wrap:
    """A text that is said to be hard-wrapped: at the column of its longest line."""
    return Wrap(max((line.width for paragraph in found for line in paragraph), default=0), always=True)


def guessed(found: list[list[Line]]) -> Wrap:
    """Is the text hard-wrapped, and at which column?

    It counts as wrapped where most line ends inside paragraphs stand where the next word did not fit.
    """
    pairs = [
        (line, following)
        for paragraph in found
        for line, following in pairwise(paragraph)
        if not _begins_item(following)
    ]
    width = max((line.width for pair in pairs for line in pair), default=0)
    if not _MIN_WRAP <= width <= _MAX_WRAP:
        return Wrap()
    if len(pairs) == 1 and not pairs[0][1].text[0].islower():  # a headline and its byline
        return Wrap()
    full = sum(_broken_at(line, following, width) for line, following in pairs)
    return Wrap(width if full * 2 > len(pairs) else 0)


def _begins_item(line: Line) -> bool:
    return bool(BULLET.match(line.text) or DIALOGUE.match(line.text))


def _broken_at(line: Line, following: Line, width: int) -> bool:
    """Could the next line's first word not have stood on this line?"""
    return line.width + 1 + len(following.text.split(None, 1)[0]) > width
