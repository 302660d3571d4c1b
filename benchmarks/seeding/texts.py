"""Places in a text where a fault can be made, and ways that need no more than such a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from benchmarks.seeding.sample import Sample, Way

_KEPT = re.compile(
    r"`[^`]*`|\]\([^)]*\)|\]\[[^\]]*\]|<[^<>]*>|https?://\S+|\[\^[^\]]*\]|\\.|\{\w+\}|%\(\w+\)s|&#?\w+;"
    r"|[\w.-]+@[\w.-]+"
)
"""Code, targets of links, tags, addresses and placeholders."""
_BETWEEN = r"(?:(?<=[.?!])|(?<=[.?!][”»\"’*)])|(?<=[.?!][”»\"’*)]{2}))\s+(?=[—–-]?\s?[“«\"‘¿¡(*]*[A-ZÀ-Þ0-9])"
_ABBREVIATED = re.compile(
    r"\b(?:Dr|Dra|Mr|Mrs|Sr|Sra|No|St|vs|n|p|ex|[a-z]?m|Jan|Feb|Sept|Oct|Nov|Dec|nov|Sun|Mon|Tue|Wed|Thu|Fri|Sat)\.\Z"
)
WORD = r"[^\W\d_]"
"""A letter."""


def outside(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Matches that touch nothing but prose."""
    kept = [match.span() for match in _KEPT.finditer(text)]
    for match in re.finditer(pattern, text):
        start, end = match.span()
        if not any(start < last and first < max(end, start + 1) for first, last in kept):
            yield match


def put(text: str, match: re.Match[str], new: str) -> str:
    """The text with something else in the place of the match."""
    return text[: match.start()] + new + text[match.end() :]


def replaced(pattern: str, new: str | Callable[[re.Match[str]], str], *, where: str = "") -> Way:
    """A way that puts `new` into one place of prose that matches; only if the source has `where`."""

    def way(sample: Sample) -> Iterator[str]:
        if where and not re.search(where, sample.source):
            return
        for match in outside(pattern, sample.target):
            yield put(sample.target, match, new if isinstance(new, str) else new(match))

    return way


def markup(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Way:
    """A way that changes markup, or what stands in it."""

    def way(sample: Sample) -> Iterator[str]:
        for match in re.finditer(pattern, sample.target) if sample.markdown else ():
            yield put(sample.target, match, match.expand(new) if isinstance(new, str) else new(match))

    return way


def words(table: Mapping[str, str], *, where: str = "") -> Way:
    """A way that puts another word for a word of the table, with the same capital."""
    pattern = rf"(?<!\w)(?i:{'|'.join(map(re.escape, sorted(table, key=len, reverse=True)))})(?!\w)"

    def other(match: re.Match[str]) -> str:
        new = table[match[0].lower()]
        return new[:1].upper() + new[1:] if match[0][:1].isupper() else new

    return replaced(pattern, other, where=where)


def by_locale(ways: Mapping[str, Way]) -> Way:
    """A way that differs from locale to locale; nothing for others."""

    def way(sample: Sample) -> Iterator[str]:
        yield from ways[sample.locale](sample) if sample.locale in ways else ()

    return way


def sentences(text: str) -> list[str]:
    """The sentences of a text: what ends in `.`, `?` or `!` before a capital, but for abbreviations."""
    parts: list[str] = []
    for part in re.split(_BETWEEN, text):
        if parts and _ABBREVIATED.search(parts[-1]):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return parts
