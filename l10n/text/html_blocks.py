"""HTML → blocks: runs of text and inline tags between the tags of blocks, and the attributes people read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from l10n.model.article import Block, Frame, LocaleSlot
from l10n.model.draft import CharRange
from l10n.text import html_head, json_ld
from l10n.text.directives import Comment
from l10n.text.html_names import (
    CLOSES,
    CLOSES_PARAGRAPH,
    INLINE,
    KINDS,
    SKIPPED,
    SPACES,
    TEXT_ATTRIBUTES,
    VOID,
)
from l10n.text.html_render import MARKDOWN, QUOTES
from l10n.text.html_runs import is_prose, message
from l10n.text.html_tags import is_untranslated
from l10n.text.html_tokens import Attribute, Token, attributes, tokens

_COMMENT = re.compile(r"<!--(.+)--!?>|\{#(.+)#\}", re.DOTALL)
_PLACES = {quote: place for place, quote in QUOTES.items()}


class Reader:
    """Reads pieces of one text, in order; what is open at the end of a piece is open in the next."""

    def __init__(self, text: str, *, json_ld: bool = False, markdown: Sequence[CharRange] = ()) -> None:
        self.text, self.json_ld, self.markdown = text, json_ld, markdown
        """`markdown`: where the text between tags is Markdown."""
        self.script = False
        """Is the script that has begun JSON-LD?"""
        self.blocks: list[Block] = []
        self.slots: list[LocaleSlot] = []
        self.comments: list[Comment] = []
        """Of HTML and of templates: where they begin, and what they say."""
        self.kept: list[tuple[int, int]] = []
        """Ranges that an element excludes from translation."""
        self.run: list[Token] = []
        self.open: list[tuple[str, str]] = []
        """The block elements that are open: name, and what a block in them is called."""
        self.names: Counter[str] = Counter()
        self.skip = ""
        """Name of the element that is not translated."""
        self.inside: Counter[str] = Counter()
        """How many elements of each name are open in it."""
        self.line_at, self.line = 0, 1

    def read(self, start: int, end: int) -> None:
        """One piece; broken HTML is read as far as it goes."""
        for token in tokens(self.text, start, end):
            if not self.skip or self.skipped(token):
                self.feed(token)
        self.flush()

    def feed(self, token: Token) -> None:
        kind = token.kind
        if kind == "text":
            self.run.append(token)
        elif kind in ("open", "close"):
            if token.name in INLINE:
                self.run.append(token)
            else:
                self.flush()
                self.begin(token) if kind == "open" else self.end(token)
        elif kind == "raw":
            if token.name == "title":
                self.run.append(token)
            elif token.name == "script" and self.script:
                self.blocks += json_ld.blocks(self.text, token.start, token.end)
        else:
            if comment := _COMMENT.fullmatch(self.text, token.start, token.end):
                self.comments.append((token.start, comment[1] or comment[2]))
            self.run.append(token)

    def skipped(self, token: Token) -> bool:
        """Follow what is not translated to its end; is the token the first one behind it?"""
        name = token.name
        if token.kind == "open" and name not in VOID:
            if self.skip in CLOSES.get(name, ()) and not self.inside[name]:
                return self.leave(token.start)
            self.inside[name] += 1
        elif token.kind == "close" and self.inside[name]:
            self.inside[name] -= 1
        elif token.kind == "close" and name == self.skip:
            self.leave(token.end)
        elif token.kind == "close" and self.names[name]:  # an element around it ends
            return self.leave(token.start)
        return False

    def leave(self, end: int) -> bool:
        self.skip = ""
        self.inside.clear()
        self.kept[-1] = (self.kept[-1][0], end)
        return True

    def leave_verbatim(self, end: int) -> None:
        """In Markdown, `pre` and the like end at the latest with their block; what says
        `translate="no"` goes on to its end tag.
        """
        if self.skip in SKIPPED:
            self.leave(end)

    def begin(self, token: Token) -> None:
        name = token.name
        found = [] if token.bare else attributes(self.text, token)
        self.attributes(name, found)
        self.script = self.json_ld and any(a.value.lower() == "application/ld+json" for a in found)
        if name == "html":
            self.slots += html_head.slots(token, found)
        closed = CLOSES.get(name, CLOSES_PARAGRAPH)
        while self.open and self.open[-1][0] in closed:
            self.names[self.open.pop()[0]] -= 1
        if name in VOID:
            return
        if name in SKIPPED or (found and is_untranslated(found)):
            self.skip = name
            self.kept.append((token.start, len(self.text)))
            return
        self.open.append((name, KINDS.get(name) or (self.open[-1][1] if self.open else "paragraph")))
        self.names[name] += 1

    def end(self, token: Token) -> None:
        if self.names[token.name]:
            while (name := self.open.pop()[0]) != token.name:
                self.names[name] -= 1
            self.names[token.name] -= 1

    def flush(self) -> None:
        """Make a block of the current run, and blocks of the attributes of its tags outside of that."""
        if not self.run:
            return
        run = self.run[:]
        self.run.clear()
        found = message(self.text, run)
        first, last = (found.first, found.last) if found else (len(run), len(run))
        self.tags(run[:first])
        if found:
            place = "title" if run[first].kind == "raw" else self.place(found.start)
            kind = self.open[-1][1] if self.open else "paragraph"
            self.add(found.msgid, kind, found.start, found.end, Frame(place=place, tags=found.tags))
        self.tags(run[last:])

    def place(self, start: int) -> str:
        at = bisect_right(self.markdown, start, key=itemgetter(0))
        return MARKDOWN if at and start < self.markdown[at - 1][1] else "html"

    def tags(self, run: list[Token]) -> None:
        for token in run:
            if token.kind == "open" and not token.bare:
                self.attributes(token.name, attributes(self.text, token))

    def attributes(self, name: str, found: list[Attribute]) -> None:
        """Messages and slots in the attributes of a tag."""
        if name == "meta":
            content, kind, role = html_head.meta(found)
            if content and kind:
                self.attribute(content, kind)
            elif content and role:
                self.slots.append(LocaleSlot(start=content.start, end=content.end, role=role))
        elif name != "link" and not is_untranslated(found):
            for attribute in found:
                if kind := TEXT_ATTRIBUTES.get(attribute.name, ""):
                    self.attribute(attribute, kind)

    def attribute(self, attribute: Attribute, kind: str) -> None:
        raw = self.text[attribute.start : attribute.end]
        if is_prose(raw):
            quotes = len(attribute.quote)  # part of the span: a translation may need some
            frame = Frame(place=_PLACES[attribute.quote])
            msgid = SPACES.sub(" ", raw).strip(" ")
            self.add(msgid, kind, attribute.start - quotes, attribute.end + quotes, frame)

    def add(self, msgid: str, kind: str, start: int, end: int, frame: Frame) -> None:
        self.line += self.text.count("\n", self.line_at, start)
        self.line_at = start
        block = Block(msgid=msgid, kind=kind, start=start, end=end, line=self.line, frame=frame)
        self.blocks.append(block)
