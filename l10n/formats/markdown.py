"""Markdown (CommonMark and GFM) with front matter in YAML or TOML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from l10n.model.article import Block, Document, Scope
from l10n.model.draft import CharRange
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.text import (
    directives,
    frontmatter,
    html_inline,
    html_render,
    markdown_blocks,
    markdown_escape,
    markdown_inline,
    visible,
)
from l10n.text.markdown_syntax import closed, definitions, render_title

# Behind a hard break no link definition can begin, only one of a footnote.
_LABEL = re.compile(r"\[(?!\^)")
_OF_HTML = html_render.PLACES - {html_render.MARKDOWN}
_AT_LINE_START = frozenset({"Paragraph", "Setext", "DefinitionListTitle", "FirstCell"})


@dataclass(frozen=True, slots=True)
class Markdown:
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mdx")
    structured: bool = True

    def parse(self, text: str, settings: FormatSettings) -> Document:
        lead, front = frontmatter.bounds(text)
        blocks, slots, problems = frontmatter.parse(
            text[lead:front], lead, frozenset(settings.front_matter) - {"lang"}
        )
        parsed = markdown_blocks.parse(text, front)
        labels, titles = definitions(text, front)
        found = sorted([*parsed.blocks, *titles], key=_start) if titles else parsed.blocks
        found, wrong = directives.applied(
            text, [*blocks, *found], [*frontmatter.comments(text[lead:front], lead), *parsed.comments]
        )
        return Document(
            text=text,
            blocks=tuple(found),
            slots=(*slots, *parsed.slots),
            labels=labels,
            wikilinks=settings.wikilinks,
            problems=(*problems, *wrong),
        )

    def visible(self, text: str) -> Iterable[CharRange]:
        return visible.in_markdown(text)

    def render(self, block: Block, translation: str) -> str:
        frame = block.frame
        if frame.place.startswith(("yaml", "toml")):
            return frontmatter.render(frame, translation)
        if frame.place == html_render.MARKDOWN:
            return markdown_escape.at_line_start(html_render.render(block, translation), block.msgid)
        if frame.place in html_render.PLACES:
            return html_render.render(block, translation)
        if frame.place.startswith("title "):
            return render_title(frame.place, translation)
        translation = markdown_escape.undeclared(translation, block.msgid)
        lines = [line.strip(" \t\v\f") for line in re.split(r"\r\n|\r|\n", translation)]
        lines = [line for line in lines if line]
        if not frame.breaks:
            lines = [" ".join(lines)]
        if frame.place in _AT_LINE_START:
            lines = [
                markdown_escape.at_line_start(line, block.msgid)
                if number == 0 or not _LABEL.match(line)
                else line
                for number, line in enumerate(lines)
            ]
        return markdown_escape.fenced(_with_breaks(lines, frame.breaks), frame.place)

    def inline(self, message: str, scope: Scope) -> Inline:
        if scope.place in _OF_HTML:
            return html_inline.parse(message, scope.place)
        return markdown_inline.parse(message, scope)

    def escape(self, text: str, scope: Scope) -> str:
        if scope.place in _OF_HTML:
            return html_inline.escape(text)
        return markdown_escape.escape(text)


def _start(block: Block) -> int:
    return block.start


def _with_breaks(lines: list[str], breaks: tuple[str, ...]) -> str:
    """The lines joined by the source's own hard breaks, the last of them again if there are too few."""
    pieces = []
    for number, line in enumerate(lines[:-1]):
        pieces += [closed(line), breaks[min(number, len(breaks) - 1)]]
    return "".join([*pieces, *lines[-1:]])


FORMAT: Final[Format] = Markdown()
