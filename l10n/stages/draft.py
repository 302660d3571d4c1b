"""Messages → drafts: plain sentences for the engine, its answers with the markup put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.drafting import sentences
from l10n.drafting.projection import project
from l10n.model.article import Key, Scope
from l10n.model.draft import CharRange, Hypothesis
from l10n.model.entry import Entry, State
from l10n.model.inline import Inline
from l10n.ports import Check, Engine, Format
from l10n.text.atoms import PROTECTED

BATCH = 64
"""Sentences a call of the engine gets: enough to fill its batches, few enough to show progress."""
Progress = Callable[[int], None]
"""Called with the number of sentences that are done since the last call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A message to draft."""

    key: Key
    inline: Inline
    pieces: tuple[CharRange, ...]
    """Ranges of its sentences in `inline.text`."""
    scope: Scope

    def texts(self) -> list[str]:
        return [self.inline.text[start:end] for start, end in self.pieces]


def job(key: Key, fmt: Format, scope: Scope, language: str) -> Job:
    """The message of that key, taken apart."""
    inline = fmt.inline(key[1], scope)
    return Job(key=key, inline=inline, pieces=sentences.split(inline.text, language), scope=scope)


def wanted(entries: Iterable[Entry]) -> list[Key]:
    """The messages that have no translation yet."""
    return [e.key for e in entries if not e.obsolete and not e.plural and e.state is State.UNTRANSLATED]


def translate(jobs: Sequence[Job], engine: Engine, progress: Progress) -> Iterator[dict[str, Hypothesis]]:
    """Translations of the jobs' sentences by text, a batch at a time, each different sentence once.

    Sentences of like length share a batch; those of messages with markup are aligned.
    """
    aligned = {text for job in jobs if job.inline.spans for text in job.texts()}
    every = dict.fromkeys(text for job in jobs for text in job.texts())
    yield {text: Hypothesis(text=text) for text in every if not _translatable(text)}
    for align in (False, True):
        batch = sorted((t for t in every if _translatable(t) and (t in aligned) == align), key=len)
        for at in range(0, len(batch), BATCH):
            texts = batch[at : at + BATCH]
            yield dict(zip(texts, engine.translate(texts, align=align), strict=True))
            progress(len(texts))


def count(jobs: Iterable[Job]) -> int:
    """How many sentences `translate` will send to the engine."""
    return len({text for job in jobs for text in job.texts() if _translatable(text)})


def _translatable(text: str) -> bool:
    """Is there a letter outside of what is protected?"""
    return any(char.isalpha() for char in PROTECTED.sub("", text))


def finish(job: Job, done: Mapping[str, Hypothesis], fmt: Format, checks: Sequence[Check]) -> str | None:
    """The draft of a message; None where it would lose markup or is empty."""
    translated = [(piece, done[text]) for piece, text in zip(job.pieces, job.texts(), strict=True)]
    if not translated or not all(hypothesis.text.strip() for _, hypothesis in translated):
        return None
    draft = project(job.inline, translated, lambda text: fmt.escape(text, job.scope))
    if draft is None or not draft.strip():
        return None
    target = fmt.inline(draft, job.scope)
    return None if any(check.run(job.inline, target) for check in checks) else draft


def apply(entries: Iterable[Entry], drafts: Mapping[Key, str], signature: str) -> tuple[Entry, ...]:
    """The entries; those without a translation are filled from `drafts` and marked fuzzy."""
    return tuple(
        replace(
            entry,
            msgstr=drafts[entry.key],
            flags=entry.flags if entry.fuzzy else ("fuzzy", *entry.flags),
            comments=(*(c for c in entry.comments if not c.startswith(_MARK)), _MARK + signature),
        )
        if not entry.obsolete and entry.state is State.UNTRANSLATED and entry.key in drafts
        else entry
        for entry in entries
    )


_MARK = "l10n: drafted by "
