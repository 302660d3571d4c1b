"""HTML → tokens with exact offsets: every character of the source is in one of them.

A tokenizer by the rules of the HTML Standard (section 13.2.5) and no tree: a message is a stretch of the
source, so what counts is where tags stand, also in fragments, broken pages and pieces of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from l10n.text.templates import AFTER_BRACE

# Names end at white space, `/` or `>`; a quote matters only behind `=`. Possessive: no backtracking.
_S = r" \t\n\f\r"
_ATTRIBUTE = rf"[^{_S}/>][^{_S}/>=]*+(?:[{_S}]*+=[{_S}]*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^{_S}>]*+))?+"
_MARKUP = re.compile(
    rf"<(?:/?(?P<name>[A-Za-z][^{_S}/>]*+)(?:[{_S}/]++|{_ATTRIBUTE})*+>"
    r"|(?P<other>!--(?:-?>|(?:[^-]|-(?!-!?>))*+--!?>)|(?!!--)[!?/][^>]*+>)|(?P<broken>[A-Za-z!?/]))"
    rf"|(?P<template>(?<!\{{)\{{(?:{AFTER_BRACE}))",
)
_PARTS = re.compile(
    rf"(?P<name>[^{_S}/>=][^{_S}/>=]*+)"
    rf"(?:[{_S}]*+=[{_S}]*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^{_S}>]*+)))?+"
)
_RAW_TEXT = frozenset(
    {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"}
)


class Token(NamedTuple):
    """A stretch of the source."""

    kind: str
    """`text`, `open`, `close`, `raw` (content of script, style, title …), `other` (comment, doctype),
    `template`, or `broken` (a tag or comment that nothing ends: browsers drop all that follows)."""
    start: int
    end: int
    name: str = ""
    """Of a tag, lower case; of raw content, that of its element."""

    @property
    def bare(self) -> bool:
        """Is the opening tag nothing but its name?"""
        return self.end - self.start == len(self.name) + 2


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag; offsets are those of its value, without quotes, in the text it was read from."""

    name: str
    start: int
    end: int
    value: str
    """With its entities decoded."""
    quote: str


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]`, in order and without gaps."""
    at = start
    limit = len(text) if end is None else end
    while at < limit and (match := _MARKUP.search(text, at, limit)):
        if at < match.start():
            yield Token("text", at, match.start())
        kind, (begin, at) = match.lastgroup or "", match.span()
        if kind == "name":
            name = match["name"].lower()
            if text[begin + 1] == "/":
                yield Token("close", begin, at, name)
            else:
                yield Token("open", begin, at, name)
                if name in _RAW_TEXT:
                    begin, at = at, _raw_end(text, at, limit, name)
                    if begin < at:
                        yield Token("raw", begin, at, name)
        else:
            at = limit if kind == "broken" else at
            yield Token(kind, begin, at)
    if at < limit:
        yield Token("text", at, limit)


def _raw_end(text: str, at: int, limit: int, name: str) -> int:
    """Where the content of a script, style, title … ends; a script may hide one in a comment (13.2.5.20)."""
    if name == "plaintext":
        return limit
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    match = close.search(text, at, limit)
    if name == "script" and match:
        comment = text.find("<!--", at, match.start())
        nested = re.compile(r"<script(?=[\s/>])", re.IGNORECASE)
        if (
            comment >= 0
            and text.find("-->", comment, match.start()) < 0
            and nested.search(text, comment, match.start())
        ):
            match = close.search(text, match.end(), limit) or match
    return match.start() if match else limit


def attributes(text: str, token: Token) -> list[Attribute]:
    """The attributes of an opening tag, the first of each name (later ones do not count)."""
    found: dict[str, Attribute] = {}
    begin = token.start + 1 + len(token.name)
    for match in _PARTS.finditer(text, begin, token.end - 1):
        group = match.lastgroup or "name"
        if group == "name":
            raw, place = "", (match.end(), match.end())
        else:
            raw, place = match[group], match.span(group)
        quote = {"double": '"', "single": "'"}.get(group, "")
        name = match["name"].lower()
        found.setdefault(name, Attribute(name, *place, unescape(raw), quote))
    return list(found.values())
