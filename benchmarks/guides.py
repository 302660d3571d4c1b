"""The Open Source Guides with what people made of them in Portuguese: what drafts are compared with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.desks import Message
from benchmarks.inputs import articles
from benchmarks.places import ROOT, UnavailableError
from l10n import registry
from l10n.formats import text
from l10n.model.inline import Inline
from l10n.settings import FormatSettings

_PAIRS = ROOT.parent / "shared" / "data" / "opensource-guide" / "aligned-en-pt.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A message, the same text without markup, and its human translation without markup."""

    message: Message
    plain: Message
    reference: str


@cache
def plain() -> tuple[Pair, ...]:
    """Blocks whose texts in both languages are known, without their markup."""
    if not _PAIRS.is_file():
        raise UnavailableError(f"no {_PAIRS.name} in ../shared/data")
    lines = _PAIRS.read_text(encoding="utf-8").splitlines()
    pairs = []
    for name, source, reference in (line.split("\t") for line in lines):
        message = Message(article=name, text=source, fmt=text.FORMAT)
        pairs.append(Pair(message=message, plain=message, reference=reference))
    return tuple(pairs)


def marked() -> list[Pair]:
    """The messages of the guides in Markdown that have markup and are such blocks without it."""
    known: dict[str, dict[str, Pair]] = defaultdict(dict)
    for pair in plain():
        known[Path(pair.message.article).stem][letters(pair.message.text)] = pair
    found = []
    for name, article in articles().texts.items():
        for message, inline in messages(f"{name}.md", article):
            pair = known[name].get(letters(inline.text))
            if pair and (inline.spans or inline.atoms):
                found.append(Pair(message=message, plain=pair.message, reference=pair.reference))
    return found


def messages(name: str, article: str) -> Iterator[tuple[Message, Inline]]:
    """The messages of any article, each once and taken apart."""
    fmt = registry.format_named(registry.suffixes()[Path(name).suffix])
    document = fmt.parse(article, FormatSettings())
    for block in {block.key: block for block in document.blocks}.values():
        message = Message(article=name, text=block.msgid, fmt=fmt, scope=document.scope(block))
        yield message, fmt.inline(block.msgid, message.scope)


def letters(source: str) -> str:
    return re.sub(r"\W+", "", source).lower()
