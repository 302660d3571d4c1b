"""What has happened to the texts of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.errors import L10nError
from l10n.model.event import Act, Event
from l10n.pipeline import articles, contents, ledgers
from l10n.pipeline.articles import Article
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.stages.history import message_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What the ledger says of an article in a locale."""

    name: str
    locale: str
    events: tuple[Event, ...]
    """The first one first."""
    msgids: dict[str, str]
    """By the hashes of the messages, those that the catalog has or waits for, or had written differently."""
    notes: tuple[str, ...] = ()
    """What a person should know of the ledger."""


def log(project: Project, locales: Sequence[str], wanted: Sequence[str]) -> Iterator[Log | L10nError]:
    """The log of each article and locale."""
    chosen = chosen_locales(project, locales)
    found, errors = articles.find(project, wanted)
    yield from errors
    for article in found:
        for locale in chosen:
            yield articles.attempt(_log, article, locale)


def _log(article: Article, locale: str) -> Log:
    entries = contents.read(article, locale).all_of(article)
    keys = [key for entry in entries for key in (entry.previous, entry.key) if key]
    found = ledgers.read(article, locale)
    events = found.history.about(keys) if article.shared else found.history.events
    msgids = {message_hash(key): key[1] for key in keys}
    for event in reversed(events):  # from the way a message is written now back to the first
        if event.what is Act.REWRITTEN and event.message in msgids:
            msgids.setdefault(event.source, msgids[event.message])
    return Log(
        name=article.name,
        locale=locale,
        events=tuple(events),
        msgids=msgids,
        notes=found.notes,
    )
