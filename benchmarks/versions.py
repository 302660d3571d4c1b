"""Versions of real articles, with translated catalogs from before their edits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.edits import edited
from benchmarks.inputs import articles, body
from benchmarks.places import ROOT
from l10n.formats.markdown import FORMAT
from l10n.model.article import Document
from l10n.model.entry import Entry
from l10n.settings import FormatSettings
from l10n.stages.extract import messages
from l10n.text import sentences

_LEAST = 8
"""Paragraphs that an article must have."""
_MARK = "§"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article that was edited, and its translated catalog from before."""

    document: Document
    old: tuple[Entry, ...]
    """The translation of message n has the mark §n in each sentence."""
    origins: dict[str, frozenset[int]]
    """For each message the numbers of the old ones it was made of."""
    kinds: dict[str, str]
    """The last edit of each message that was edited."""


def versions(count: int) -> Iterator[Version]:
    """So many articles, each edited in another way."""
    texts = [_paragraphs(text) for text in _texts()]
    long = [paragraphs for paragraphs in texts if len(paragraphs) >= _LEAST]
    for number in range(count):
        mine = long[number % len(long)]
        others = [text for paragraphs in long if paragraphs is not mine for text in paragraphs]
        article = edited(mine, others, number)
        old = messages(_parsed(mine), "a.md")
        numbers = {entry.msgid: at for at, entry in enumerate(old)}
        document = _parsed(article.paragraphs)
        yield Version(
            document=document,
            kinds=article.kinds,
            old=tuple(_translated(entry, at) for at, entry in enumerate(old)),
            origins={
                block.msgid: frozenset(
                    numbers[was] for was in article.origins.get(block.msgid, {block.msgid}) if was in numbers
                )
                for block in document.blocks
            },
        )


def _texts() -> Iterator[str]:
    yield from articles().texts.values()
    for path in sorted((ROOT / "corpus").rglob("*.md")):
        yield path.read_text(encoding="utf-8")


def marks(entry: Entry) -> set[int]:
    """The numbers of the messages that its translation was made for."""
    return set(map(int, re.findall(rf"{_MARK}(\d+)", entry.msgstr)))


def _parsed(paragraphs: Sequence[str]) -> Document:
    return FORMAT.parse("\n\n".join([*paragraphs, ""]), FormatSettings())


def _paragraphs(text: str) -> list[str]:
    blocks = FORMAT.parse(body(text), FormatSettings()).blocks
    return list(dict.fromkeys(b.msgid for b in blocks if b.kind == "paragraph" and "\n" not in b.msgid))


def _translated(entry: Entry, number: int) -> Entry:
    parts = [entry.msgid[start:end] for start, end in sentences.split(entry.msgid, "en")]
    return replace(entry, msgstr=" ".join(f"{_MARK}{number} {part}" for part in parts))


def numbered() -> Iterator[str]:
    """Paragraphs of the articles without end, no two alike."""
    for number, text in enumerate(
        text for _, edition in articles().editions() for text in _paragraphs(edition)
    ):
        yield f"{text} End {number}."
