"""What pyromark is told to read, and the link definitions it finds."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

import pyromark

from l10n.model.article import Block, Frame

_O = pyromark.Options
INLINE_OPTIONS = _O.ENABLE_STRIKETHROUGH | _O.ENABLE_FOOTNOTES | _O.ENABLE_MATH
OPTIONS = (
    INLINE_OPTIONS
    | _O.ENABLE_TABLES
    | _O.ENABLE_TASKLISTS
    | _O.ENABLE_HEADING_ATTRIBUTES
    | _O.ENABLE_DEFINITION_LIST
    | _O.ENABLE_GFM
)
_ODD_BACKSLASH = re.compile(r"(?<!\\)((?:\\\\)*)\\\Z")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|\w+);")
SPANS = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image", "Superscript", "Subscript"})
TITLE = re.compile(
    r"""\s(?:"((?:\\.|[^"\\])+)"|'((?:\\.|[^'\\])+)'|\(((?:\\.|[^()\\])+)\))\s*\Z""", re.DOTALL
)
"""The title at the end of a link definition, or of what stands between the parentheses of a link."""


def decoded(raw: str) -> str:
    """Running text without its escapes and entities."""
    if "\\" not in raw and "&" not in raw and "\0" not in raw:
        return raw
    found = _ESCAPED.sub(lambda match: match[1] or unescape(match[0]), raw)
    return found.replace("\0", "\ufffd")


def closed(text: str) -> str:
    """The text, at whose end no backslash escapes what will follow."""
    return _ODD_BACKSLASH.sub(r"\1\\\\", text)


@lru_cache(10_000)
def label(text: str) -> str:
    """A link label as CommonMark compares it: case folded, white space collapsed (section 4.7)."""
    return " ".join(text.split()).casefold()


def definitions(text: str, start: int) -> tuple[frozenset[str], list[Block]]:
    """The labels that link definitions define from `start` on, and messages of their titles."""
    if "]:" not in text:
        return frozenset(), []
    body = text[start:]
    found = pyromark.reference_definitions(body, options=OPTIONS)
    titled = [definition["span"] for definition in found.values() if definition["title"]]
    blocks: list[Block] = []
    data, at, done, line = body.encode() if titled else b"", start, 0, text.count("\n", 0, start) + 1
    for span in sorted(titled, key=lambda span: span["start"]):
        between = data[done : span["start"]].decode()
        at, line, done = at + len(between), line + between.count("\n"), span["start"]
        blocks += _title(data[span["start"] : span["end"]].decode(), at, line)
    return frozenset(map(label, found)), blocks


def _title(raw: str, at: int, line: int) -> list[Block]:
    """The title of a definition; one over several lines is kept, it may hold the marks of a quote."""
    match = TITLE.search(raw)
    if not match or "\n" in (title := match[match.lastindex or 0]) or not re.search(r"\w", title):
        return []
    start, end = match.span(match.lastindex or 0)
    frame = Frame(place=f"title {raw[start - 1]}")
    line += raw.count("\n", 0, start)
    return [Block(msgid=title, kind="link title", start=at + start, end=at + end, line=line, frame=frame)]


def render_title(place: str, translation: str) -> str:
    """A definition's title, without what would end it."""
    flat = closed(" ".join(translation.split()))
    ends = "()" if place.endswith("(") else place[-1]
    return re.sub(rf"\\.|[{re.escape(ends)}]", lambda m: m[0] if len(m[0]) > 1 else f"\\{m[0]}", flat)
