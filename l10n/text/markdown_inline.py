"""A Markdown message → plain text with spans and atoms."""

from __future__ import annotations

import re
from typing import Any

import pyromark

from l10n.model.article import Scope
from l10n.model.inline import Inline, Span
from l10n.text.html_names import OPAQUE, VOID
from l10n.text.html_tags import strict_identity
from l10n.text.inline_builder import Builder
from l10n.text.markdown_links import Opened, spanned, target
from l10n.text.markdown_mask import mask
from l10n.text.markdown_runs import unescaped
from l10n.text.markdown_syntax import INLINE_OPTIONS, SPANS, decoded, label

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
    # What has no definition is plain text.
    notes = [f"\n\n{note}: ." for note in dict.fromkeys(_FOOTNOTE.findall(message))]

    def known(link: Any) -> tuple[str, str] | None:
        return ("#", "") if label(link["reference"]) in scope.labels else None

    options = INLINE_OPTIONS | (pyromark.Options.ENABLE_WIKILINKS if scope.wikilinks else 0)
    source = "".join([hidden.decode(), *notes])
    found: Any = pyromark.events_with_range(source, options=options, broken_link_callback=known)
    for event, span in found:
        if span["start"] < len(_PREFIX):
            continue
        if "Text" in event:  # most events
            reader.words(span["start"], span["end"])
        else:
            reader.feed(event, span["start"], min(span["end"], reader.limit))
    return reader.result()


class _Reader:
    def __init__(self, data: bytes, limit: int, *, hidden: bool) -> None:
        self.data, self.limit, self.hidden = data, limit, hidden
        """`hidden`: does pyromark see something else in place of template tags?"""
        self.out = Builder(self.raw)
        self.stack: list[Opened] = []
        self.unopened = 0
        """How many of the stack's last do not know yet where their content begins."""
        self.cursor = 0
        self.pending: tuple[int, int] | None = None
        """Range of text events in a row: pyromark cuts text at characters that might have been markup."""
        self.skip = -1
        """Source offset up to which events are inside an atom or a point."""

    def feed(self, event: Any, begin: int, end: int) -> None:
        """One event of pyromark that is no text."""
        name, value = (event, "") if event.__class__ is str else next(iter(event.items()))
        self.settle()
        if name == "End":
            self.end(value, end)
            return
        if begin < self.skip or begin >= self.limit:
            return
        self.opens(begin)
        self.cursor = max(self.cursor, begin if name == "Start" else end)
        if name == "Start":
            self.begin(value, begin, end)
        elif name == "InlineHtml":
            self.html(begin, end)
        elif name == "FootnoteReference":
            self.point(begin, end)
        else:
            self.opaque(begin, end)

    def words(self, begin: int, end: int) -> None:
        """Running text, from its raw form: what it stands for is none to pyromark where it is `hidden`."""
        if self.skip <= begin < self.limit:
            if self.pending is None:
                begin = max(unescaped(self.data, begin), self.skip)
                self.opens(begin)
            end = min(end, self.limit)
            self.cursor = max(self.cursor, end)
            self.pending = (self.pending[0] if self.pending else begin, end)

    def opens(self, begin: int) -> None:
        """The content of what has opened last begins."""
        while self.unopened:
            self.stack[-self.unopened].open_end = begin
            self.unopened -= 1

    def opaque(self, begin: int, end: int) -> None:
        raw = self.raw(begin, end)
        if raw[0] == "$" != raw[1] and self.data[end : end + 1].isdigit():
            self.pending = (begin, end)  # two prices, not a formula: as GitHub and Pandoc read it
        else:
            self.out.atom(begin, end)

    def raw(self, begin: int, end: int) -> str:
        return self.data[begin:end].decode().replace("\t", "\n")

    def settle(self) -> None:
        """The text until here is whole."""
        if self.pending:
            self.out.text(self.raw(*self.pending), decoded)
            self.pending = None

    def point(self, begin: int, end: int, identity: str = "") -> None:
        self.out.point(begin, end, identity)
        self.skip = end

    def begin(self, value: Any, begin: int, end: int) -> None:
        name = value if value.__class__ is str else next(iter(value))
        link = value[name] if value.__class__ is dict else None
        if name == "Image" and link:
            self.point(begin, end, f"!{target(link)}")
        elif link and link["link_type"] in ("Autolink", "Email"):
            word = self.raw(begin + 1, end - 1)  # models spoil e-mail addresses
            self.out.atom(begin, end) if "@" in word else self.out.word(word, (begin, end))
            self.skip = end
        elif name in SPANS:
            self.stack.append(Opened(begin, self.out.mark(), name, link))
            self.unopened += 1

    def end(self, value: Any, end: int) -> None:
        self.cursor = max(self.cursor, min(end, self.skip))
        if end <= self.skip:  # it ends an atom or a point
            return
        name = value if value.__class__ is str else next(iter(value))
        while self.stack and self.stack[-1].name != name:
            if self.stack[-1].name in SPANS:  # the end of what was taken as a whole
                return
            self.unclosed(self.pop())
        if self.stack:
            opened = self.pop()
            if opened.mark.at == self.out.length:  # nothing to translate inside
                self.whole(opened, end)
            else:
                self.span(opened, self.raw(self.cursor, end))
                self.cursor = end

    def pop(self) -> Opened:
        self.unopened = max(0, self.unopened - 1)
        return self.stack.pop()

    def span(self, opened: Opened, close: str) -> None:
        # Spans nest and links do not: the text inside of each would be read again and again.
        inner = self.raw(opened.open_end, self.cursor) if opened.link else ""
        raws = self.raw(opened.begin, opened.open_end), inner, close
        self.out.span(opened.mark, spanned(opened, self.out.length, raws, hidden=self.hidden))

    def whole(self, opened: Opened, end: int) -> None:
        """Markup around nothing but points."""
        self.out.whole(opened.mark, opened.begin, end, target(opened.link) if opened.link else "")
        self.cursor = self.skip = end

    def unclosed(self, opened: Opened) -> None:
        raw = self.raw(opened.begin, opened.open_end)
        self.out.span(opened.mark, Span(start=opened.mark.at, end=opened.mark.at, open=raw))

    def html(self, begin: int, end: int) -> None:
        raw = self.raw(begin, end)
        if raw.startswith("{{"):
            self.out.atom(begin, end)
            return
        match = _TAG.fullmatch(raw)
        name = match[2].lower() if match else ""
        if not match or match[3] or name in VOID:
            self.point(begin, end, strict_identity(raw) if match else "")
        elif not match[1]:
            self.stack.append(Opened(begin, self.out.mark(), f"<{name}>", None, end))
        elif self.stack and self.stack[-1].name == f"<{name}>":
            self.close_tag(self.pop(), name, begin, end)
        else:
            self.point(begin, end)

    def close_tag(self, opened: Opened, name: str, begin: int, end: int) -> None:
        if opened.mark.at == self.out.length:
            self.whole(opened, end)
        elif name not in OPAQUE:
            self.span(opened, self.raw(begin, end))
        else:
            self.out.forget(opened.mark)
            self.out.atom(opened.begin, end)

    def result(self) -> Inline:
        self.settle()
        while self.stack:
            self.unclosed(self.pop())
        return self.out.inline()
