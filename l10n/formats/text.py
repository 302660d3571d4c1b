"""Plain text as news agencies, mail programs and CMS exports write it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from l10n.model.article import Block, Document, Frame, Scope
from l10n.model.draft import CharRange
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.text import atoms, directives, plain_header, plain_lines
from l10n.text.plain_lines import BULLET, DIALOGUE, Line, Wrap

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"[\r\n\v\f]+")
_SPACE = re.compile(r"[ \t\r\n\v\f]+")
_CAPTION = re.compile(r"(?:^|\()(?:photos?|picture|image|caption|credit)\b[^:.]{0,30}:", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;,]['\"”’»)]*$")
_WORD = re.compile(r"\w")
_MAX_HEADLINE = 120


@dataclass(frozen=True, slots=True)
class PlainText:
    suffixes: tuple[str, ...] = (".txt", ".text")
    structured: bool = False

    def parse(self, text: str, settings: FormatSettings) -> Document:
        paragraphs, comments = plain_lines.paragraphs(text)
        blocks, slots = plain_header.read(paragraphs[0] if paragraphs else [], settings.front_matter)
        if blocks or slots:
            del paragraphs[0]
        wrap = _wrap(paragraphs, settings)
        blocks += [
            _block(text, item, alone=len(paragraph) == 1, width=wrap.width)
            for paragraph in paragraphs
            for item in plain_lines.items(paragraph, wrap)
            if any(_WORD.search(line.text) for line in item)
        ]
        left, problems = directives.applied(text, blocks, comments)
        reading = f"wrapped at {wrap.width} columns" if wrap.width else "a message a line"
        return Document(
            text=text, blocks=tuple(left), slots=tuple(slots), problems=tuple(problems), reading=reading
        )

    def visible(self, text: str) -> Iterator[CharRange]:
        for line in chain.from_iterable(plain_lines.paragraphs(text)[0]):
            bullet = BULLET.match(line.text)
            yield line.start + (bullet.end() if bullet else 0), line.end

    def render(self, block: Block, translation: str) -> str:
        frame = block.frame
        if not frame.width:
            return " ".join(line.strip() for line in _BREAK.split(translation) if line.strip())
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


def _wrap(paragraphs: list[list[Line]], settings: FormatSettings) -> Wrap:
    if settings.lines == "wrapped":
        return plain_lines.wrapped(paragraphs)
    return plain_lines.guessed(paragraphs) if settings.lines == "guess" else Wrap()


def _block(text: str, item: list[Line], *, alone: bool, width: int) -> Block:
    first, last = item[0], item[-1]
    bullet = BULLET.match(first.text)
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
    if DIALOGUE.match(msgid):
        return "dialogue"
    if alone and len(msgid) <= _MAX_HEADLINE and not _SENTENCE_END.search(msgid):
        return "headline"
    return "paragraph"


FORMAT: Final[Format] = PlainText()
