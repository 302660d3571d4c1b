"""A Markdown message → plain text with spans and atoms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyromark

from l10n.model.article import Scope
from l10n.model.inline import Atom, Inline, Span
from l10n.text.atoms import protect, token
from l10n.text.html_tags import strict_identity
from l10n.text.markdown_links import Opened, spanned, target
from l10n.text.markdown_mask import mask
from l10n.text.markdown_runs import unescaped
from l10n.text.markdown_syntax import INLINE_OPTIONS, SPANS, label

_OPAQUE_TAGS = frozenset({"code", "kbd", "samp", "var", "script", "style"})
_VOID_TAGS = frozenset({"br", "img", "wbr", "hr", "input", "embed", "source"})
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)[^>]*?(/?)>", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]+\]")
_ONE_LINE = str.maketrans("\t\r\n", "  \t")
_PREFIX, _SUFFIX = "# ", " ."  # a heading has only inline content; the full stop keeps a closing `#` as text


def parse(message: str, scope: Scope) -> Inline:
    """The message's spans and atoms; a link is what the article has a definition for."""
    source = _PREFIX + message.translate(_ONE_LINE) + _SUFFIX
    data = source.encode()
    hidden = mask(data)
    reader = _Reader(data, len((_PREFIX + message).encode()), hidden=hidden is not data)
    source = hidden.decode()
    source += "".join(f"\n\n{note}: ." for note in _FOOTNOTE.findall(message))  # else it is plain text

    def known(link: Any) -> tuple[str, str] | None:
        return ("#", "") if label(link["reference"]) in scope.labels else None

    options = INLINE_OPTIONS | (pyromark.Options.ENABLE_WIKILINKS if scope.wikilinks else 0)
    for event, span in pyromark.events_with_range(source, options=options, broken_link_callback=known):
        if span["start"] >= len(_PREFIX):
            reader.feed(event, span["start"], min(span["end"], reader.limit))
    return reader.result()


@dataclass(slots=True)
class _Reader:
    data: bytes
    limit: int
    hidden: bool
    """Does pyromark see something else in place of template tags?"""
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    atoms: list[Atom] = field(default_factory=list)
    stack: list[Opened] = field(default_factory=list)
    cursor: int = 0
    pending: str = ""
    """Text of events in a row: pyromark cuts it at characters that might have been markup."""
    skip: int = -1
    """Source offset up to which events are inside an atom or a point."""

    def feed(self, event: Any, begin: int, end: int) -> None:
        name, value = (event, "") if event.__class__ is str else next(iter(event.items()))
        if name != "Text":
            self.settle()
        if name == "End":
            self.end(value, end)
            return
        if begin < self.skip or begin >= self.limit:
            return
        begin = unescaped(self.data, begin) if name == "Text" else begin
        for opened in reversed(self.stack):
            if opened.open_end >= 0:
                break
            opened.open_end = begin
        self.cursor = max(self.cursor, begin if name == "Start" else end)
        if name == "Text":
            self.plain(end, value)
        elif name == "Start":
            self.begin(value, begin, end)
        elif name == "InlineHtml":
            self.html(begin, end)
        elif name == "FootnoteReference":
            self.point(begin, end)
        else:
            self.opaque(begin, end)

    def opaque(self, begin: int, end: int) -> None:
        raw = self.raw(begin, end)
        if raw[0] == "$" != raw[1] and self.data[end : end + 1].isdigit():
            self.pending += raw  # two prices, not a formula: as GitHub and Pandoc read it
        else:
            self.atom(token(len(self.atoms)), raw)

    def raw(self, begin: int, end: int) -> str:
        return self.data[begin:end].decode().replace("\t", "\n")

    def plain(self, end: int, value: str) -> None:
        self.pending += value.removesuffix(_SUFFIX) if end == self.limit else value

    def settle(self) -> None:
        """The text until here is whole: find the atoms in it."""
        text, self.pending = self.pending.replace("\t", "\n"), ""
        for piece, raw in protect(text, len(self.atoms)):
            if raw:
                self.atom(piece, raw)
            else:
                self.text += piece

    def atom(self, word: str, raw: str) -> None:
        self.atoms.append(Atom(start=len(self.text), end=len(self.text) + len(word), raw=raw))
        self.text += word

    def point(self, begin: int, end: int, identity: str = "") -> None:
        at = len(self.text)
        self.spans.append(Span(start=at, end=at, open=self.raw(begin, end), identity=identity))
        self.skip = end

    def begin(self, value: Any, begin: int, end: int) -> None:
        name = value if value.__class__ is str else next(iter(value))
        link = value[name] if value.__class__ is dict else None
        if name == "Image" and link:
            self.point(begin, end, f"!{target(link)}")
        elif link and link["link_type"] in ("Autolink", "Email"):
            self.atom(self.raw(begin + 1, end - 1), self.raw(begin, end))
            self.skip = end
        elif name in SPANS:
            self.push(name, begin, link)

    def push(self, name: str, begin: int, link: Mapping[str, Any] | None = None, open_end: int = -1) -> None:
        spans, atoms = len(self.spans), len(self.atoms)
        self.stack.append(Opened(begin, len(self.text), name, link, open_end, spans, atoms))

    def end(self, value: Any, end: int) -> None:
        self.cursor = max(self.cursor, min(end, self.skip))
        if end <= self.skip:  # it ends an atom or a point
            return
        name = value if value.__class__ is str else next(iter(value))
        while self.stack and self.stack[-1].name != name:
            if self.stack[-1].name in SPANS:  # the end of what was taken as a whole
                return
            self.unclosed(self.stack.pop())
        if self.stack:
            opened = self.stack.pop()
            if opened.at == len(self.text):  # nothing to translate inside
                self.whole(opened, end)
                return
            self.span(opened, self.raw(self.cursor, end))
            self.cursor = end

    def span(self, opened: Opened, close: str) -> None:
        raws = self.raw(opened.begin, opened.open_end), self.raw(opened.open_end, self.cursor), close
        self.spans.insert(opened.spans, spanned(opened, len(self.text), raws, hidden=self.hidden))

    def whole(self, opened: Opened, end: int) -> None:
        """Markup around nothing but points: one point."""
        inside = "".join(span.identity or span.open for span in self.spans[opened.spans :])
        del self.spans[opened.spans :]
        self.point(opened.begin, end, f"{inside}{target(opened.link)}" if opened.link else "")
        self.cursor = end

    def unclosed(self, opened: Opened) -> None:
        raw = self.raw(opened.begin, opened.open_end)
        self.spans.insert(opened.spans, Span(start=opened.at, end=opened.at, open=raw))

    def html(self, begin: int, end: int) -> None:
        if self.data[begin : begin + 2] == b"{{":
            self.atom(token(len(self.atoms)), self.raw(begin, end))
            return
        match = _TAG.fullmatch(self.raw(begin, end))
        name = match[2].lower() if match else ""
        if not match or match[3] or name in _VOID_TAGS:
            self.point(begin, end, strict_identity(self.raw(begin, end)) if match else "")
        elif not match[1]:
            self.push(f"<{name}>", begin, open_end=end)
        elif self.stack and self.stack[-1].name == f"<{name}>":
            self.close_tag(self.stack.pop(), name, begin, end)
        else:
            self.point(begin, end)

    def close_tag(self, opened: Opened, name: str, begin: int, end: int) -> None:
        if opened.at == len(self.text):
            self.whole(opened, end)
        elif name not in _OPAQUE_TAGS:
            self.span(opened, self.raw(begin, end))
        else:
            del self.spans[opened.spans :], self.atoms[opened.atoms :]
            self.text = self.text[: opened.at]
            self.atom(token(len(self.atoms)), self.raw(opened.begin, end))

    def result(self) -> Inline:
        self.settle()
        while self.stack:
            self.unclosed(self.stack.pop())
        spans = sorted(self.spans, key=lambda span: (span.start, -span.end))
        return Inline(text=self.text, spans=tuple(spans), atoms=tuple(self.atoms))
