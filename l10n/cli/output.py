"""What commands print: aligned lines, errors, progress."""

from __future__ import annotations

import os
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

from l10n.errors import L10nError

_T = TypeVar("_T")
_WIDTH = 80


class Failures:
    """Counts the errors of a run; `code` is its exit code."""

    def __init__(self) -> None:
        self.count = 0
        self._said: set[str] = set()

    @property
    def code(self) -> int:
        return 2 if self.count else 0

    def shown(self, items: Iterable[_T | L10nError]) -> Iterator[_T]:
        """The results; errors between them are counted, and printed once: articles can share a catalog."""
        for item in items:
            if isinstance(item, L10nError):
                self.count += 1
                if str(item) not in self._said:
                    self._said.add(str(item))
                    complain(item)
            else:
                yield item


def safe(text: str) -> str:
    """Text from files without what would steer a terminal, on one line."""
    return "".join(c if unicodedata.category(c)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for c in text)


def paint(text: str, **style: str | bool) -> str:
    """Styled text; plain where NO_COLOR is set. `echo` strips styles where the output is no terminal."""
    return text if os.environ.get("NO_COLOR") else click.style(text, **style)  # type: ignore[arg-type]


def complain(error: L10nError | str) -> None:
    """An error, in one line on stderr."""
    click.echo(f"{paint('l10n:', fg='red', bold=True)} {safe(str(error))}", err=True)


def note(text: str) -> None:
    """Something beside the results, on stderr."""
    click.echo(f"l10n: {safe(text)}", err=True)


def notes(texts: Iterable[str]) -> None:
    """Several of them, each once: articles that share a catalog share what is to say of it."""
    for text in dict.fromkeys(texts):
        note(text)


def say(text: str) -> None:
    """A line of the results."""
    click.echo(safe(text))


def as_json(data: object) -> None:
    """Data for programs; what nobody would see in a terminal, or what would steer it, is escaped."""
    import json

    from l10n.text.invisible import HIDDEN

    text = json.dumps(data, indent=2, ensure_ascii=False)
    click.echo(re.sub(f"[{HIDDEN}]", lambda match: json.dumps(match[0])[1:-1], text))


def table(rows: Sequence[Sequence[str]], *, right: int) -> None:
    """Rows with the first as head; columns from number `right` on are numbers."""
    for number, line in enumerate(_aligned(rows, right)):
        click.echo(paint(line, bold=True) if number == 0 else line)


def lines(rows: Sequence[Sequence[str]]) -> None:
    """Rows without a head."""
    for line in _aligned(rows, len(rows[0])):
        click.echo(line)


def _aligned(rows: Sequence[Sequence[str]], right: int) -> Iterator[str]:
    widths = [max(map(_columns, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        spaces = [" " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)]
        cells = [s + c if i >= right else c + s for i, (c, s) in enumerate(zip(row, spaces, strict=True))]
        yield safe("  ".join(cells).rstrip())


def _columns(text: str) -> int:
    """How wide a terminal shows it: Chinese, Japanese and Korean take two columns, accents none."""
    if text.isascii():
        return len(text)
    marks = sum(unicodedata.category(char) in ("Mn", "Me") for char in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(char) in "WF" for char in text)


def shortened(msgid: str, width: int = _WIDTH) -> str:
    """The beginning of a message, enough to know it by."""
    return f"{msgid[:width]}{'…' if len(msgid) > width else ''}"


def name(by: str) -> str:
    """A person's name without the address."""
    return by.partition(" <")[0]


def plural(count: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


class Progress:
    """A line on stderr that is written over; silent where stderr is no terminal."""

    def __init__(self, what: str, unit: str = "messages") -> None:
        self.what, self.unit = what, unit
        self.begun = time.monotonic()
        self.on = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        if not self.on:
            return
        rate = done / max(time.monotonic() - self.begun, 0.001)
        left = int((total - done) / rate) if rate else 0
        text = f"{self.what} {done}/{total} {self.unit}, {rate:.0f}/s, {left // 60}:{left % 60:02d} left"
        click.echo(f"\r{text}\x1b[K", err=True, nl=False)
        if done >= total:
            self.clear()

    def clear(self) -> None:
        if self.on:
            click.echo("\r\x1b[K", err=True, nl=False)
