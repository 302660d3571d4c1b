"""Formats in process: article to blocks, and blocks to article with every one of them replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.clock import cpu_of_call
from benchmarks.inputs import long_text, real_files
from benchmarks.places import UnavailableError
from benchmarks.report import Row, Target
from l10n.formats import html, markdown
from l10n.model.article import Document, Key
from l10n.ports import Format
from l10n.settings import FormatSettings
from l10n.stages.build import compile_article
from l10n.stages.extract import messages
from l10n.stages.guard import guarded

_BYTES = 3_000_000
_ROUNDS = 3
_LOCALE = "pt_BR"
_MARK = "·"
_SETTINGS = FormatSettings()
_TARGETS: Mapping[tuple[str, str], Target] = {
    ("Markdown", "parse"): Target(limit=6),
    ("Markdown", "splice"): Target(limit=6),
    ("HTML", "extract"): Target(limit=0.5),
    ("HTML", "build with the guard"): Target(limit=0.3),
}


@dataclass(frozen=True, slots=True)
class _Job:
    """A parsed article, and a translation of each of its messages."""

    document: Document
    texts: Mapping[Key, str]


def rows() -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Notes, and MB per CPU second of each step in each format."""
    found = (
        _measured("Markdown", markdown.FORMAT, [long_text(_BYTES)]),
        _measured("HTML", html.FORMAT, [text.decode() for text in real_files(".html").values()]),
    )
    return tuple(note for note, _ in found), tuple(row for _, rows in found for row in rows)


def _measured(name: str, fmt: Format, texts: Sequence[str]) -> tuple[str, list[Row]]:
    def parse(text: str) -> Document:
        return fmt.parse(text, _SETTINGS)

    jobs = [_job(parse(text)) for text in texts]
    rejected = sum(_rejected(job, fmt) for job in jobs)
    works = {
        "parse": lambda: [parse(text) for text in texts],
        "extract": lambda: [messages(parse(text), "article") for text in texts],
        "splice": lambda: [compile_article(job.document, job.texts, fmt, _LOCALE) for job in jobs],
        "build with the guard": lambda: [guarded(j.document, j.texts, fmt, _LOCALE, parse) for j in jobs],
    }
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    rows = [
        Row(
            what=f"{name} in process: {what}",
            unit="MB/s",
            ours=megabytes / median(cpu_of_call(work) for _ in range(_ROUNDS)),
            target=_TARGETS.get((name, what)),
        )
        for what, work in works.items()
    ]
    blocks = sum(len(job.document.blocks) for job in jobs)
    note = (
        f"{name} in process: {megabytes:.1f} MB, {blocks:,} blocks, median of {_ROUNDS}; splice and build "
        f"start from parsed articles and replace every block; the guard rejects {rejected} of them."
    )
    return note, rows


def _job(document: Document) -> _Job:
    return _Job(document, {block.key: f"{block.msgid} {_MARK}" for block in document.blocks})


def _rejected(job: _Job, fmt: Format) -> int:
    """How many translations the guard rejects; UnavailableError if others are not there."""
    document = job.document
    built = guarded(document, job.texts, fmt, _LOCALE, lambda text: fmt.parse(text, _SETTINGS))
    wrong = {item.block.key for item in built.rejected}
    left = sum(block.key not in wrong for block in document.blocks)
    if built.text.count(_MARK) < left:
        raise UnavailableError("a block was not replaced")
    return len(wrong)
