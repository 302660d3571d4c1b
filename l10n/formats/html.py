"""HTML: whole pages and fragments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from l10n.model.article import Block, Document, Scope
from l10n.model.draft import CharRange
from l10n.model.inline import Inline
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.text import directives, html_blocks, html_inline, html_render, visible


@dataclass(frozen=True, slots=True)
class Html:
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    structured: bool = True

    def parse(self, text: str, settings: FormatSettings) -> Document:
        reader = html_blocks.Reader(text, json_ld=settings.json_ld)
        reader.read(0, len(text))
        blocks, problems = directives.applied(text, reader.blocks, reader.comments)
        return Document(text=text, blocks=tuple(blocks), slots=tuple(reader.slots), problems=tuple(problems))

    def visible(self, text: str) -> Iterable[CharRange]:
        return visible.in_html(text)

    def render(self, block: Block, translation: str) -> str:
        return html_render.render(block, translation)

    def inline(self, message: str, scope: Scope) -> Inline:
        return html_inline.parse(message, scope.place)

    def escape(self, text: str, scope: Scope) -> str:
        return text if scope.place == "json" else html_inline.escape(text)


FORMAT: Final[Format] = Html()
