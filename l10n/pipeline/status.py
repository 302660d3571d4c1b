"""How far the translations are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.errors import L10nError
from l10n.model.entry import State
from l10n.pipeline import articles, catalogs
from l10n.pipeline.articles import Article
from l10n.pipeline.inspecting import read_as
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.text.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """An article in a locale; messages and words of the source by state."""

    name: str
    locale: str
    messages: dict[State, int]
    words: dict[State, int]
    reading: str
    """How the article is read: its format, and what had to be guessed."""


def status(
    project: Project, locales: Sequence[str] = (), wanted: Sequence[str] = ()
) -> Iterator[Status | L10nError]:
    """A Status for each article and locale; a message that a catalog does not have yet is untranslated."""
    chosen = chosen_locales(project, locales)
    return articles.for_each(
        project,
        wanted,
        lambda article: [articles.attempt(_status, project, article, locale) for locale in chosen],
    )


def _status(project: Project, article: Article, locale: str) -> Status:
    entries = catalogs.live_entries(project, article, locale)
    messages: Counter[State] = Counter()
    words: Counter[State] = Counter()
    for key in {block.key: None for block in article.document.blocks}:
        state = entries[key].state if key in entries else State.UNTRANSLATED
        messages[state] += 1
        words[state] += count_words(key[1])
    return Status(
        name=article.name,
        locale=locale,
        messages={state: messages[state] for state in State},
        words={state: words[state] for state in State},
        reading=read_as(article.format_name, article.document),
    )
