"""How far the translations are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from l10n.errors import L10nError
from l10n.model.article import Key
from l10n.model.entry import State
from l10n.pipeline import articles
from l10n.pipeline.articles import Article
from l10n.pipeline.inspecting import read_as
from l10n.pipeline.judged import judged
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.text.words import count_words


@dataclass(slots=True)
class Counts:
    """Messages and words of the source by state."""

    messages: Counter[State] = field(default_factory=Counter)
    words: Counter[State] = field(default_factory=Counter)

    def add(self, state: State, msgid: str) -> None:
        self.messages[state] += 1
        self.words[state] += count_words(msgid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """An article in a locale."""

    name: str
    locale: str
    counts: Counts
    repeated: Counts
    """How much of it an article before has too, in the same catalog: one translation serves both."""
    reading: str
    """How the article is read: its format, and what had to be guessed."""
    stale_since: str = ""
    """When the oldest of its stale texts was first seen to be so, as ledgers write it; empty if unknown."""
    reviewers: tuple[str, ...] = ()
    """Who vouches for its reviewed texts, by its ledger; first who does for most of them."""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""

    @property
    def messages(self) -> Counter[State]:
        return self.counts.messages

    @property
    def words(self) -> Counter[State]:
        return self.counts.words

    @property
    def percent(self) -> float:
        """Share of its words that is reviewed."""
        words = sum(self.words.values())
        return 100.0 * self.words[State.REVIEWED] / words if words else 100.0


def status(
    project: Project, locales: Sequence[str] = (), wanted: Sequence[str] = ()
) -> Iterator[Status | L10nError]:
    """A Status for each article and locale; a message that a catalog does not have yet is untranslated."""
    chosen = chosen_locales(project, locales)
    seen: dict[tuple[str, str], set[Key]] = defaultdict(set)

    def work(article: Article) -> Iterator[Status | L10nError]:
        for locale in chosen:
            known = seen[article.domain, locale]
            yield articles.attempt(_status, project, article, locale, known)
            if article.shared:
                known.update(block.key for block in article.document.blocks)

    return articles.for_each(project, wanted, work)


def _status(project: Project, article: Article, locale: str, seen: Container[Key]) -> Status:
    known = judged(project, article, locale)
    entries, history = known.entries, known.history
    counts, repeated = Counts(), Counts()
    reviewers: Counter[str] = Counter()
    stale: list[str] = []
    for key in {block.key: None for block in article.document.blocks}:
        state = entries[key].state if key in entries else State.UNTRANSLATED
        counts.add(state, key[1])
        if key in seen:
            repeated.add(state, key[1])
        if state is State.STALE and (since := history.stale_since(entries[key])):
            stale.append(since)
        if state is State.REVIEWED and (review := history.review(entries[key])):
            reviewers[review.by] += 1
    return Status(
        name=article.name,
        locale=locale,
        counts=counts,
        repeated=repeated,
        reading=read_as(article.format_name, article.document),
        stale_since=min(stale, default=""),
        reviewers=tuple(sorted(reviewers, key=lambda name: (-reviewers[name], name))),
        notes=known.notes,
    )
