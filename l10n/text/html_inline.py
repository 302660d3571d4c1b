"""An HTML message → plain text with spans and atoms, and plain text → HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import unescape

from l10n.model.inline import Inline, Span
from l10n.text.atoms import plain
from l10n.text.html_names import OPAQUE, VOID
from l10n.text.html_tags import identity, is_untranslated
from l10n.text.html_tokens import Token, attributes, tokens
from l10n.text.inline_builder import Builder, Mark

_SPECIAL = re.compile(r"<|&(?=#?\w+;)")


def escape(text: str) -> str:
    """Plain text as HTML without markup."""
    return _SPECIAL.sub(lambda match: "&lt;" if match[0] == "<" else "&amp;", text)


def parse(message: str, place: str = "html") -> Inline:
    """The message's spans and atoms; only in the place `html` can there be tags."""
    if place == "json":
        text, atoms = plain(message)
        return Inline(text=text, atoms=atoms)
    found = list(tokens(message)) if place == "html" else [Token("text", 0, len(message))]
    return _Reader(message, found).read()


def partners(found: Sequence[Token]) -> dict[int, int]:
    """Index of the closing tag by that of its opening tag, where they nest."""
    pairs, stack, waiting = {}, [], Counter[str]()
    for index, tag in enumerate(found):
        if tag.kind == "open" and tag.name not in VOID:
            stack.append(index)
            waiting[tag.name] += 1
        elif tag.kind == "close" and waiting[tag.name]:
            while found[last := stack.pop()].name != tag.name:
                waiting[found[last].name] -= 1
            waiting[tag.name] -= 1
            pairs[last] = index
    return pairs


def opaque(message: str, tag: Token) -> bool:
    """Is the content of an inline element no text for a translator?"""
    return tag.name in OPAQUE or is_untranslated(attributes(message, tag))


class _Reader:
    def __init__(self, message: str, found: Sequence[Token]) -> None:
        self.message, self.found = message, found
        self.pairs = partners(found)
        self.open: dict[int, tuple[int, Mark]] = {}
        """By the index of a closing tag: its opening tag, and what there was before that."""
        self.out = Builder(lambda begin, end: message[begin:end])

    def read(self) -> Inline:
        index = 0
        while index < len(self.found):
            index = self.feed(index) + 1
        return self.out.inline()

    def feed(self, index: int) -> int:
        """Read the token; returns the index of the last one that was read."""
        tag, end = self.found[index], self.pairs.get(index)
        raw = self.message[tag.start : tag.end]
        if tag.kind in ("text", "raw", "broken"):
            self.out.text(raw, unescape)
        elif raw.startswith("{{"):
            self.out.atom(tag.start, tag.end)
        elif tag.kind in ("other", "template"):
            self.out.point(tag.start, tag.end, "")
        elif index in self.open:
            self.close(index)
        elif end is None:
            void = tag.kind == "open" and tag.name in VOID
            self.out.point(tag.start, tag.end, identity(self.message, tag) if void else f"{raw} alone")
        elif opaque(self.message, tag):
            self.out.atom(tag.start, self.found[end].end)
            return end
        else:
            self.open[end] = index, self.out.mark()
        return index

    def close(self, index: int) -> None:
        first, mark = self.open[index]
        tag, end = self.found[first], self.found[index]
        name = identity(self.message, tag)
        if mark.at == self.out.length:  # nothing to translate inside
            self.out.whole(mark, tag.start, end.end, name)
            return
        raws = self.message[tag.start : tag.end], self.message[end.start : end.end]
        found = Span(start=mark.at, end=self.out.length, open=raws[0], close=raws[1], identity=name)
        self.out.span(mark, found)
