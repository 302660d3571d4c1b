"""Markdown in process: article to blocks, and blocks to article with every one of them replaced."""

from __future__ import annotations

from statistics import median

from benchmarks.clock import cpu_of_call
from benchmarks.inputs import articles, body
from benchmarks.places import UnavailableError
from benchmarks.report import Row, Section, Target
from l10n.formats.markdown import FORMAT
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article

_BYTES = 3_000_000
_ROUNDS = 5
_MARK = "·"
_TARGET = Target(limit=5)


def measure() -> Section:
    """MB per CPU second of parsing and of splicing."""
    text = _long_text()
    megabytes = len(text.encode()) / 1e6
    document = FORMAT.parse(text, FormatSettings())
    texts = {block.key: f"{block.msgid} {_MARK}" for block in document.blocks}
    if compile_article(document, texts, FORMAT, "pt_BR").text.count(_MARK) < len(document.blocks):
        raise UnavailableError("a block was not replaced")
    parsing = [cpu_of_call(lambda: FORMAT.parse(text, FormatSettings())) for _ in range(_ROUNDS)]
    splicing = [
        cpu_of_call(lambda: compile_article(document, texts, FORMAT, "pt_BR")) for _ in range(_ROUNDS)
    ]
    size = f"{megabytes:.1f} MB, {len(document.blocks):,} blocks"
    return Section(
        title="Markdown in process",
        notes=(
            f"Input: {articles().origin}, repeated, without front matter: {size}.",
            f"Median of {_ROUNDS}. Splicing starts from the parsed article and replaces every block.",
        ),
        rows=tuple(
            Row(what=what, unit="MB/s", ours=megabytes / median(seconds), target=_TARGET)
            for what, seconds in (("parse", parsing), ("splice", splicing))
        ),
    )


def _long_text() -> str:
    pieces, size = [], 0
    for _, text in articles().editions():
        pieces.append(body(text))
        size += len(pieces[-1].encode())
        if size >= _BYTES:
            break
    return "\n".join(pieces)
