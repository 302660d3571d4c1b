"""Drafts that wait for a review, in the order in which a reviewer should see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.errors import L10nError
from l10n.model.entry import Entry, State
from l10n.pipeline import articles
from l10n.pipeline.articles import Article
from l10n.pipeline.judged import judged
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.stages.history import message_hash
from l10n.stages.record import Record, record

_UNKNOWN = Record(signature="", risk=None, notes=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A draft that nobody has reviewed."""

    name: str
    place: str
    """`corpus/article.md:12`, as its catalog says."""
    locale: str
    risk: float | None
    """None where no record tells it: a person has changed the text, or another program has made it."""
    notes: tuple[str, ...]
    msgid: str
    msgstr: str
    message: str
    """The hash of the message, by which `l10n approve` takes it."""


def queue(
    project: Project, locales: Sequence[str] = (), wanted: Sequence[str] = ()
) -> Iterator[Queued | L10nError]:
    """Errors, then the drafts of the catalogs: those of unknown risk, and the others from the riskiest on."""
    found, errors = articles.find(project, wanted)
    yield from errors
    drafts: list[Queued] = []
    for locale in chosen_locales(project, locales):
        for article in found:
            known = articles.attempt(judged, project, article, locale)
            if isinstance(known, L10nError):
                yield known
            else:
                waiting = (entry for entry in known.entries.values() if entry.state is State.DRAFT)
                drafts += [_queued(article, locale, entry) for entry in waiting]
    yield from sorted(drafts, key=lambda draft: (draft.risk is not None, -(draft.risk or 0.0)))


def _queued(article: Article, locale: str, entry: Entry) -> Queued:
    known = record(entry) or _UNKNOWN
    line = next(iter(entry.references), "").rpartition(":")[2]
    return Queued(
        name=article.name,
        place=f"{article.place}:{line}" if line.isdecimal() else article.place,
        locale=locale,
        risk=known.risk,
        notes=known.notes,
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        message=message_hash(entry.key),
    )
