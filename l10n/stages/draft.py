"""Messages → drafts: the engine is asked in rounds, each different sentence once."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from l10n.model.article import Key
from l10n.model.draft import Draft, Hypothesis
from l10n.model.entry import Entry, State
from l10n.ports import Engine
from l10n.stages.desk import Desk
from l10n.stages.record import is_untouched, recorded
from l10n.text import names
from l10n.text.atoms import PROTECTED

BATCH = 128
"""Sentences a call of the engine gets: enough to fill its batches, few enough to show progress."""
ROUNDS = 5
"""Rounds of questions at most: as it is, with names kept, aligned, with other settings; piece by piece."""
Progress = Callable[[float], None]
"""Called with the number of messages, or parts of one, that were answered since the last call."""


def wanted(entries: Iterable[Entry], *, redo: bool = False) -> list[Key]:
    """The messages that have no translation yet; with `redo` also those whose draft nobody has touched."""
    return [
        e.key
        for e in entries
        if not e.obsolete and not e.plural and (e.state is State.UNTRANSLATED or (redo and is_untouched(e)))
    ]


def work(desks: Sequence[Desk], engine: Engine, progress: Progress) -> Iterator[None]:
    """Ask the engine for all that the desks need, a batch at a time.

    What was answered until an error or an interrupt is on the desks then.
    """
    answers: dict[tuple[str, bool], Hypothesis] = {}
    aligned: set[tuple[str, bool]] = set()
    for number in range(ROUNDS):
        asking = [desk for desk in desks if desk.asks()]
        requests = [request for desk in asking for request in desk.asks()]
        new = {r.key for r in requests if r.key not in answers or (r.align and r.key not in aligned)}
        aligned |= {r.key for r in requests if r.align}
        try:
            for batch in translated(new, aligned, engine):
                answers |= batch
                if number == 0:
                    progress(len(asking) * len(batch) / len(new))
                yield
        finally:
            for desk in asking:
                if all(request.key in answers for request in desk.asks()):
                    desk.take(answers)


def translated(
    new: Iterable[tuple[str, bool]], aligned: Container[tuple[str, bool]], engine: Engine
) -> Iterator[dict[tuple[str, bool], Hypothesis]]:
    """Translations by `Request.key`; those of like length share a batch."""
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for key in new:
        if _translatable(key[0]):
            kinds.setdefault((key in aligned, key[1]), []).append(key[0])
        else:
            yield {key: Hypothesis(text=key[0])}
    for (align, other), texts in sorted(kinds.items()):
        texts.sort(key=lambda text: (len(text), text))
        for at in range(0, len(texts), BATCH):
            batch = texts[at : at + BATCH]
            found = engine.translate(batch, align=align, other=other)
            yield {(text, other): made for text, made in zip(batch, found, strict=True)}


def questions(desks: Iterable[Desk]) -> dict[str, bool]:
    """The different sentences that the engine has to translate, with True for those that need alignment."""
    found: dict[str, bool] = {}
    for request in (request for desk in desks for request in desk.asks()):
        if _translatable(request.text):
            found[request.text] = request.align or found.get(request.text, False)
    return found


def _translatable(text: str) -> bool:
    """Is there a letter outside of what is protected?"""
    return any(char.isalpha() for char in PROTECTED.sub("", text))


def finished(desks: Sequence[Desk]) -> dict[Key, Draft | None]:
    """The drafts of an article's desks that have all answers; None where no draft is good enough."""
    ready = [desk for desk in desks if desk.done]
    settle(ready)
    return {desk.key: desk.draft() for desk in ready}


def settle(desks: Sequence[Desk]) -> None:
    """Give each name of an article one form: the one that most of its drafts have."""
    seen = [pair for desk in desks for pair in desk.names()]
    forms = names.agreed(seen)
    uneven = {name: form for name, form in forms.items() if any(f != form for n, f in seen if n == name)}
    for desk in desks if uneven else ():
        desk.rename(uneven)


def apply(entries: Iterable[Entry], drafts: Mapping[Key, Draft], signature: str) -> tuple[Entry, ...]:
    """The entries; what has no translation, or a draft that nobody has touched, gets that of `drafts`."""
    return tuple(
        _filled(entry, drafts[entry.key], signature)
        if entry.key in drafts
        and not entry.obsolete
        and (entry.state is State.UNTRANSLATED or is_untouched(entry))
        else entry
        for entry in entries
    )


def _filled(entry: Entry, draft: Draft, signature: str) -> Entry:
    return replace(
        entry,
        msgstr=draft.text,
        flags=entry.fuzzy_flags,
        comments=recorded(entry.comments, draft, signature),
    )
