"""Which catalogs have something to draft: told without reading what has nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.catalog import layout
from l10n.errors import CatalogError, L10nError
from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.pipeline import articles, catalogs
from l10n.pipeline.articles import Article
from l10n.settings import Project
from l10n.stages import draft as stage

# An empty translation, or one that was made for another text.
_OPEN = re.compile(r'^(?:msgstr ""\r?\n(?!")|msgstr ""\Z|#\| )', re.MULTILINE)
_DRAFT = re.compile(r"^# l10n: drafted by ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A catalog with messages to draft."""

    article: Article
    keys: tuple[Key, ...]
    stale: int
    """How many of its messages have a translation that was made for an earlier text."""


def waiting(
    project: Project, found: Sequence[Article], locale: str, *, redo: bool
) -> Iterator[Waiting | L10nError]:
    """The catalogs of a locale that have something to draft or to mention, one after the other."""
    for article in found:
        item = articles.attempt(_waiting, project, article, locale, redo=redo)
        if item is not None:
            yield item


def _waiting(project: Project, article: Article, locale: str, *, redo: bool) -> Waiting | None:
    path = layout.catalog_path(project, article.domain, locale)
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        hint = "make it with `l10n update`"
        raise CatalogError("no catalog yet", where=catalogs.place(project, path), hint=hint) from None
    except OSError:
        text = 'msgstr ""'  # the catalog's own reader says what is wrong
    if not _OPEN.search(text) and not (redo and _DRAFT.search(text)):
        return None
    entries = catalogs.live_entries(project, article, locale)
    keys = stage.wanted(entries.values(), redo=redo)
    stale = sum(entry.state is State.STALE for entry in entries.values())
    return Waiting(article=article, keys=tuple(keys), stale=stale) if keys or stale else None


def reviewed(project: Project, found: Sequence[Article], locale: str, most: int) -> Iterator[tuple[str, str]]:
    """Reviewed texts of the articles as (source, target), the first `most` of them."""
    for article in found:
        entries = articles.attempt(catalogs.live_entries, project, article, locale)
        if isinstance(entries, L10nError):
            continue
        pairs = [(e.msgid, e.msgstr) for e in entries.values() if _is_reviewed(e)]
        yield from pairs[:most]
        most -= len(pairs)
        if most <= 0:
            return


def _is_reviewed(entry: Entry) -> bool:
    return entry.state is State.REVIEWED and not entry.plural
