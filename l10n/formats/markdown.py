"""Markdown (CommonMark and GFM) with YAML front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from l10n.model.article import Block, Document
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.text import frontmatter, markdown_blocks, markdown_inline

# What would begin another block where a line of a paragraph begins (CommonMark 0.31.2, chapter 4 and 5).
_OPENERS = re.compile(
    r"#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3,}(?=[^`]*$)|~{3}|=+\s*$|-+\s*$|(?:[-*_]\s*){3,}$|\||:"
    r"|\[(?=(?:[^\]\\]|\\.)+\]:)|\[(?=[ xX]\](?:\s|$))|\[(?=!\w+\])|<(?=[!?/A-Za-z])"
)
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
# Behind a hard break no link definition can begin, only one of a footnote.
_LABEL = re.compile(r"\[(?!\^)")
_AT_LINE_START = frozenset({"Paragraph", "Setext", "DefinitionListTitle", "FirstCell"})
_ATTRIBUTES = re.compile(r"(\{[^{}]*)\}$")
_ODD_BACKSLASH = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
# Tags that begin an HTML block wherever a line begins with them (CommonMark 0.31.2, 4.6, kinds 1 and 6).
_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
    r"|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li"
    r"|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|style|summary"
    r"|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[!?/]?[\w-]*")


@dataclass(frozen=True, slots=True)
class Markdown:
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown")

    def parse(self, text: str, settings: FormatSettings) -> Document:
        lead = 1 if text.startswith("\ufeff") else 0  # a byte order mark belongs to no block
        front = lead + frontmatter.length(text[lead:] if lead else text)
        blocks, slots, problems = frontmatter.parse(
            text[lead:front], lead, frozenset(settings.front_matter) - {"lang"}
        )
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
        lines = [line.strip(" \t\v\f") for line in re.split(r"\r\n|\r|\n", translation)]
        lines = [line for line in lines if line]
        if not frame.breaks:
            lines = [" ".join(lines)]
        if frame.place in _AT_LINE_START:
            lines = [
                _escape_start(line, block.msgid) if number == 0 or not _LABEL.match(line) else line
                for number, line in enumerate(lines)
            ]
        return _fenced(_with_breaks(lines, frame.breaks), frame.place)

    def inline(self, message: str, labels: frozenset[str]) -> Inline:
        return markdown_inline.parse(message, labels)

    def escape(self, text: str) -> str:
        return markdown_inline.escape(text)


def _with_breaks(lines: list[str], breaks: tuple[str, ...]) -> str:
    """The lines joined by the source's own hard breaks, the last of them again if there are too few."""
    text = lines[0] if lines else ""
    for number, line in enumerate(lines[1:]):
        text = _ODD_BACKSLASH.sub(r"\1\\\\", text) + breaks[min(number, len(breaks) - 1)] + line
    return text


def _escape_start(line: str, msgid: str) -> str:
    """The line, its first character escaped if it would begin another block and the source does not."""
    if number := _NUMBER.match(line):
        return f"{number[0]}\\{line[number.end() :]}"
    opener, same = _OPENERS.match(line), _OPENERS.match(msgid)
    if not opener or (same and same[0] == opener[0] != "<") or _is_source_tag(line, msgid):
        return line
    return f"\\{line}"


def _is_source_tag(line: str, msgid: str) -> bool:
    """Does the line begin with a tag that the message has?"""
    tag = _TAG.match(line)
    if not tag or tag[0] not in msgid:
        return False
    if _BLOCK_TAG.match(line):
        return msgid.startswith(tag[0])
    inline = markdown_inline.parse(msgid, frozenset())
    raws = [raw for span in inline.spans for raw in (span.open, span.close)] + [a.raw for a in inline.atoms]
    return any(raw.startswith(tag[0]) for raw in raws)


def _fenced(text: str, place: str) -> str:
    """The text without what would end the heading, table cell or alt text it stands in."""
    if place in ("Heading", "Setext"):
        text = _ATTRIBUTES.sub(r"\1\\}", text)
        return re.sub(r"(?<![^\s])(#+)$", r"\\\1", text) if place == "Heading" else text
    if place in ("TableCell", "FirstCell"):
        text = re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", text)
        return _ODD_BACKSLASH.sub(r"\1\\\\", text)
    if place == "Alt":
        text = _ODD_BACKSLASH.sub(r"\1\\\\", text)
        return text if _balanced(text) else re.sub(r"(?<!\\)([\[\]])", r"\\\1", text)
    return text


def _balanced(text: str) -> bool:
    """Does every unescaped bracket have its partner?"""
    depth = 0
    for bracket in re.findall(r"\\.|[\[\]]", text):
        depth += {"[": 1, "]": -1}.get(bracket, 0)
        if depth < 0:
            return False
    return depth == 0


FORMAT: Final[Format] = Markdown()
