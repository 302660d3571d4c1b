"""Where the words of a text run into its quotations, links, emphasis and code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checking.side import Side
from l10n.text.spaces import Slip, token
from l10n.text.words import SPACELESS

_UNSPACED = SPACELESS | {"bo", "dz", "yue"}
_PREFIXING = frozenset("ar arc ckb dv fa he ps ug ur yi".split())
"""Languages that write some words as the beginning of the next."""
_WITHOUT_ENDINGS = frozenset("af ast ca de en eo es fr gl id it ms nl oc pt tl vi".split())
"""Languages in which no ending is written behind a quotation or a link, but for a plural."""
_TAIL = re.compile(r"[^\W\d_]+")
_PLURALS = ("s", "n")
_PAUSES = (",", ";", ":")
_PART = 1
"""Letters of a word that may be emphasized without the others."""


def run_together(side: Side, language: str) -> Iterator[Slip]:
    """What has no space before it or behind it, by the habits of a language."""
    if language in _UNSPACED:
        return
    text = side.inline.text
    for start, end in _marked(side):
        if text[start].isalpha():
            yield from _before(text, start, language)
        if text[end - 1].isalnum():
            yield from _behind(text, end, language)
    for atom in side.inline.atoms:
        if text[atom.start - 1 : atom.start] in _PAUSES:
            yield Slip(f"no space behind {text[atom.start - 1]}", text[atom.start - 1] + atom.raw)
    for opening, closing in side.quotations[0]:
        yield from _before(side.prose, opening.at, language)
        if side.prose[closing.at - 1].isalnum():
            yield from _behind(side.prose, closing.at + 1, language)


def _marked(side: Side) -> Iterator[tuple[int, int]]:
    """Links and other spans, code, and addresses in angles; not what is marked within a word."""
    for span in side.inline.spans:
        if span.end - span.start > (_PART if span.emphasis else 0):
            yield span.start, span.end
    yield from ((atom.start, atom.end) for atom in side.inline.atoms if atom.raw[0] in "`<")


def _before(text: str, start: int, language: str) -> Iterator[Slip]:
    if language not in _PREFIXING and text[start - 1 : start].isalpha():
        yield Slip("no space before a link, emphasis, code or quotation", token(text, start, start + 1))


def _behind(text: str, end: int, language: str) -> Iterator[Slip]:
    tail = _TAIL.match(text, end)
    if tail and language in _WITHOUT_ENDINGS and tail[0] not in _PLURALS:
        yield Slip("no space behind a link, emphasis, code or quotation", token(text, end - 1, end))
