"""An inspected article as a page of HTML: its whole text, each message in the colour of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from l10n.cli import output
from l10n.cli.inspect import kind, summary
from l10n.cli.page import page
from l10n.model.article import Block

if TYPE_CHECKING:
    from l10n.pipeline.inspecting import Inspected
    from l10n.stages.inspect import Inspection, Part

_TITLE = 300
"""Characters of a msgid that are shown at the pointer."""
_FAMILIES = {
    "heading": "heading headline title term",
    "paragraph": "paragraph dialogue",
    "list": "list definition option",
    "table": "table",
    "quote": "quote footnote",
    "data": "front header: meta JSON-LD",
}
"""Colours, and the first words of the kinds that have them; other kinds are small texts."""
_FAMILY = {word: family for family, words in _FAMILIES.items() for word in words.split()}
_LEGEND = {
    "heading": "heading, title",
    "paragraph": "paragraph",
    "list": "list item",
    "table": "table cell",
    "quote": "quote, footnote",
    "data": "front matter, metadata",
    "small": "alternative text, caption, label",
    "locale": "follows the locale",
    "kept": "visible, but in no message",
    "markup": "markup",
}


def html(found: Inspected) -> str:
    """The page, self-contained."""
    inspection = found.inspection
    share = f'<meter min="0" max="100" value="{inspection.percent or 0:.1f}"></meter>'
    legend, problems = "\n".join(_legend(inspection)), "\n".join(_problems(inspection))
    return page(
        "inspect",
        title=f"{found.place}, inspected",
        heading=found.place,
        header=f"<p>{share} {escape(summary(found))}</p>\n<ul>\n{legend}\n</ul>\n{problems}",
        main=f'<pre dir="auto">\n{"".join(_lines(inspection))}</pre>',
    )


def _legend(inspection: Inspection) -> Iterator[str]:
    counts = Counter(_family(part) for _, part in inspection.stretches())
    for family, label in _LEGEND.items():
        if count := counts[family]:
            yield f'<li><mark class="{family}">{label}</mark> {count}</li>'
    yield f'<li><span class="markup">{_LEGEND["markup"]}</span></li>'


def _problems(inspection: Inspection) -> Iterator[str]:
    for problem in inspection.document.problems:
        what = escape(f"line {problem.line}: {problem.what}; {problem.hint}")
        yield f'<p class="problem"><a href="#L{problem.line}">{what}</a></p>'


def _lines(inspection: Inspection) -> Iterator[str]:
    """The lines of the article; what their numbers and kinds say is in attributes, none of it is text."""
    pieces: list[str] = []
    kinds: dict[str, None] = {}
    number = 1
    for part in inspection.parts:
        raw = inspection.document.text[part.start : part.end]
        for row, piece in enumerate(raw.split("\n")):
            if row:
                yield _line(number, [*pieces, "\n"], kinds)
                pieces, kinds, number = [], {}, number + 1
            if piece:
                pieces.append(_marked(part, piece))
            if (part.source or part.visible) and not row:
                kinds[kind(part)] = None
    if pieces:
        yield _line(number, pieces, kinds)


def _line(number: int, pieces: list[str], kinds: dict[str, None]) -> str:
    said = f' data-kinds="{escape(", ".join(kinds))}"' if kinds else ""
    return f'<span class="line" id="L{number}" data-line="{number}"{said}>{"".join(pieces)}</span>'


def _marked(part: Part, piece: str) -> str:
    family = _family(part)
    if family == "markup":
        return escape(piece)
    return f'<mark class="{family}" title="{escape(_said(part))}">{escape(piece)}</mark>'


def _said(part: Part) -> str:
    """What the pointer shows: kind, span, msgid and notes."""
    place = f"{kind(part)}, {part.start}:{part.end}"
    if not isinstance(block := part.source, Block):
        return place
    notes = [f"context: {block.context}"] if block.context else []
    notes += [f"comment: {comment}" for comment in block.comments]
    return "\n".join([place, output.shortened(block.msgid, _TITLE), *notes])


def _family(part: Part) -> str:
    if isinstance(part.source, Block):
        return _FAMILY.get(part.source.kind.split()[0], "small")
    if part.source:
        return "locale"
    return "kept" if part.visible else "markup"
