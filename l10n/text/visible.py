"""What readers of an article see of its source: the text between markup, code and formulas too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyromark

from l10n.model.draft import CharRange
from l10n.text.frontmatter import bounds
from l10n.text.html_tokens import tokens
from l10n.text.markdown_mask import mask
from l10n.text.markdown_syntax import OPTIONS

_SHOWN = frozenset({"Text", "Code", "InlineMath", "DisplayMath"})
_RAW_SHOWN = frozenset({"title", "textarea"})


def in_html(text: str, start: int = 0, end: int | None = None) -> Iterator[CharRange]:
    """Ranges of text outside of tags, comments, scripts and styles."""
    for token in tokens(text, start, end):
        if token.kind == "text" or (token.kind == "raw" and token.name in _RAW_SHOWN):
            yield token.start, token.end


def in_markdown(text: str) -> Iterator[CharRange]:
    """Ranges of what is neither front matter nor markup nor what site generators add."""
    _, front = bounds(text)
    for start, end, is_html in _characters(text[front:], front):
        yield from in_html(text, start, end) if is_html else ((start, end),)


def _characters(body: str, offset: int) -> Iterator[tuple[int, int, bool]]:
    """The ranges of `_ranges` in characters of the article, in which `body` begins at `offset`."""
    data = body.encode()
    if data.isascii():
        yield from ((offset + start, offset + end, html) for start, end, html in _ranges(data))
        return
    at = 0
    for start, end, html in _ranges(data):
        first = offset + len(data[at:start].decode())
        offset, at = first + len(data[start:end].decode()), end
        yield first, offset, html


def _ranges(data: bytes) -> Iterator[tuple[int, int, bool]]:
    """Start and end in bytes of what Markdown shows, in order; and is it HTML?"""
    done = 0
    events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(mask(data).decode(), options=OPTIONS)
    for event, span in events:
        if isinstance(event, dict):
            html = event.get("Start") == "HtmlBlock"
            if span["start"] >= done and (html or not _SHOWN.isdisjoint(event)):
                done = span["end"]
                yield span["start"], done, html
