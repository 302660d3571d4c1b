"""Runs of inline Markdown: where they begin, whether they are one image, how they stand on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from l10n.text.markdown_syntax import TITLE

WORD = re.compile(r"\w")
"""A letter or a digit: what has none is no text."""
Range = tuple[int, int]


class InlineEvent(NamedTuple):
    """An inline event of a run; offsets in bytes."""

    begin: int
    end: int
    name: str
    text: str


def unescaped(data: bytes, begin: int) -> int:
    """Where a Text event begins when the backslash that escapes its first character is counted in."""
    if begin == 0 or data[begin - 1] != 0x5C:
        return begin
    at = begin
    while at > 0 and data[at - 1] == 0x5C:
        at -= 1
    return begin - (begin - at) % 2


class Image(NamedTuple):
    """An image: the range of its alt text, the end of what a translation of that replaces, the label that
    it is written with, and the ranges of its titles.
    """

    begin: int
    stop: int
    end: int
    label: bytes
    titles: list[Range]


def lone_image(data: bytes, run: list[InlineEvent], start: int, end: int) -> Image | None:
    """The image, where the run is one and nothing else, or one inside a link."""
    images = [item for item in run if item.name == "Image"]
    if not images or images[0].end < images[-1].begin:
        return None
    image = images[0]
    if data.startswith(b"][]", image.end - 1):  # pyromark leaves the brackets out
        image = image._replace(end=image.end + 2)
    before, after = data[start : image.begin], data[image.end : end]
    if (before or after) and not (before == b"[" and run[0].name == "Link" and run[0].end == end):
        return None
    inner = [item for item in run if image.begin < item.begin and item.end < image.end]
    if not inner or (before and not after.startswith((b"](", b"]["))):
        return None
    begin, stop = unescaped(data, inner[0].begin), max(item.end for item in inner)
    titles = [*_title(data, stop, image.end), *_title(data, image.end, end)]
    if data.startswith(b"](", stop):
        return Image(begin, stop, stop, b"", titles)
    label = data[stop + 2 : image.end - 1] or data[begin:stop]
    return None if b"\n" in label else Image(begin, stop, image.end, label, titles)


def _title(data: bytes, start: int, end: int) -> Iterator[Range]:
    """The title in what stands behind the text of a link or an image; not one over several lines."""
    raw = data[start : end - 1].decode()
    if raw.startswith("](") and (match := TITLE.search(raw)):
        first, last = match.span(match.lastindex or 0)
        if "\n" not in raw and WORD.search(raw, first, last):
            yield start + len(raw[:first].encode()), start + len(raw[:last].encode())


def joined(
    data: bytes, start: int, end: int, run: list[InlineEvent], quotes: int
) -> tuple[bytes, tuple[str, ...]]:
    """The text on one line, and its hard breaks as they stand; in the text each of them is a newline."""
    prefix = re.compile(rb"(?:[ \t]*>){0,%d}[ \t]*" % quotes)
    inner = re.compile(rb"[ \t]*\r?\n(?:[ \t]*>){0,%d}[ \t]*" % quotes)
    pieces, hard, at = [], [], start
    for item, following in pairwise(run):
        if not item.name.endswith("Break") or item.begin < at or item.end > end:
            continue
        content = unescaped(data, following.begin)
        if content < item.end:
            content = _end_of(prefix, data, item.end)
        pieces.append(inner.sub(b" ", data[at : item.begin].rstrip(b" \t")))
        pieces.append(b"\n" if item.name == "HardBreak" else b" ")
        if item.name == "HardBreak":
            hard.append(data[item.begin : content].decode())
        at = content
    pieces.append(inner.sub(b" ", data[at:end]))
    return b"".join(pieces), tuple(hard)


def _end_of(pattern: re.Pattern[bytes], data: bytes, at: int) -> int:
    match = pattern.match(data, at)
    return match.end() if match else at
