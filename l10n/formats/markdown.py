"""Markdown (CommonMark and GFM) with YAML front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from l10n.config import FormatSettings
from l10n.model.article import Block, Document
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.text import frontmatter, markdown_blocks, markdown_inline

# What would begin another block where a line of a paragraph begins (CommonMark 0.31.2, chapter 4 and 5).
_OPENERS = re.compile(
    r"#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3}|~{3}|=+\s*$|-+\s*$|(?:[-*_]\s*){3,}$|\||:(?=\s)"
    r"|\[(?=[^\]]+\]:)|\[(?=[ xX]\](?:\s|$))|<(?=[!?/A-Za-z])"
)
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_TAG = re.compile(r"<[!?/]?[\w-]*")


@dataclass(frozen=True, slots=True)
class Markdown:
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown")

    def parse(self, text: str, settings: FormatSettings) -> Document:
        lead = 1 if text.startswith("\ufeff") else 0  # a byte order mark belongs to no block
        front = lead + frontmatter.length(text[lead:] if lead else text)
        blocks, slots, problems = frontmatter.parse(text[lead:front], lead, frozenset(settings.front_matter))
        body = text[front:] if front else text
        found = markdown_blocks.blocks(body, front, text.count("\n", 0, front))
        return Document(
            text=text,
            blocks=(*blocks, *found),
            slots=tuple(slots),
            labels=markdown_blocks.labels(body),
            problems=tuple(problems),
        )

    def render(self, block: Block, translation: str) -> str:
        frame = block.frame
        if frame.place.startswith("yaml"):
            return frontmatter.render(frame, translation)
        lines = [line.strip() for line in re.split(r"\r\n|\r|\n", translation)]
        lines = [line for line in lines if line]
        if not frame.breaks:
            lines = [" ".join(lines)]
        if frame.place in ("Paragraph", "Setext", "DefinitionListTitle"):
            lines = [_escape_start(line, block.msgid) for line in lines]
        return _fenced(_with_breaks(lines, frame.breaks), frame.place)

    def inline(self, message: str, labels: frozenset[str]) -> Inline:
        return markdown_inline.parse(message, labels)

    def escape(self, text: str) -> str:
        return markdown_inline.escape(text)


def _with_breaks(lines: list[str], breaks: tuple[str, ...]) -> str:
    """The lines joined by the source's own hard breaks, the last of them again if there are too few."""
    text = lines[0] if lines else ""
    for number, line in enumerate(lines[1:]):
        text += breaks[min(number, len(breaks) - 1)] + line
    return text


def _escape_start(line: str, msgid: str) -> str:
    """The line with its first character escaped if it would begin another block."""
    if number := _NUMBER.match(line):
        return f"{number[0]}\\{line[number.end() :]}"
    opener = _OPENERS.match(line)
    if not opener or msgid.startswith(line[: opener.end() + 1]):
        return line
    tag = _TAG.match(line)
    return line if tag and tag[0] in msgid else f"\\{line}"


def _fenced(text: str, place: str) -> str:
    """The text without what would end the heading, table cell or alt text it stands in."""
    if place == "Heading":
        return re.sub(r"(?<![^\s])(#+)$", r"\\\1", text)
    if place == "TableCell":
        text = re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", text)
        return re.sub(r"(?<!\\)((?:\\\\)*)\\$", r"\1\\\\", text)
    if place == "Alt" and text.count("[") != text.count("]"):
        return re.sub(r"(?<!\\)([\[\]])", r"\\\1", text)
    return text


FORMAT: Final[Format] = Markdown()
