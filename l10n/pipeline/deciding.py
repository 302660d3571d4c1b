"""What a person decides on drafts: catalogs and ledgers → the same with the decision in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from l10n.catalog import layout
from l10n.errors import CatalogError, L10nError, ProjectError
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry, State
from l10n.pipeline import articles, catalogs, contents, groups, ledgers
from l10n.pipeline.articles import Article
from l10n.pipeline.locales import chosen_locales
from l10n.settings import Project
from l10n.stages.history import message_hash
from l10n.stages.review import Decide, Decision
from l10n.text.words import count_words

_HASH = re.compile(r"[0-9a-f]{7,32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided on an article in a locale, or on several that share a catalog."""

    name: str
    locale: str
    messages: int
    words: int
    """Of the source of these messages."""
    left: int
    """Messages that were meant, but a person has changed or approved their text."""
    waiting: int
    """Drafts and stale texts that are there afterwards."""
    notes: tuple[str, ...] = ()
    """What a person should know of its ledger."""


def decide(
    project: Project,
    locales: Sequence[str],
    wanted: Sequence[str],
    choose: Callable[[Entry], bool],
    decision: Callable[[frozenset[Key]], Decide],
    *,
    dry_run: bool,
) -> Iterator[Decided | L10nError]:
    """Take the decision on the messages that are chosen, in one catalog after the other."""
    chosen = chosen_locales(project, locales)
    found, errors = articles.find(project, wanted)
    yield from errors
    for same in groups.by_domain(found).values():
        for locale in chosen:
            yield articles.attempt(_decide, same, locale, choose, decision, dry_run=dry_run)


def named(project: Project, wanted: Sequence[str], texts: Sequence[str]) -> frozenset[Key]:
    """The messages that are meant by their text, its beginning, or the beginning of their hash.

    ProjectError for a text that means none or several.
    """
    keys: set[Key] = set()
    for article in articles.find(project, wanted)[0]:
        for locale in project.settings.locales:
            known = articles.attempt(contents.live, article, locale)
            keys |= set() if isinstance(known, L10nError) else known.keys()
    return frozenset(_meant(text, keys) for text in texts)


def _meant(text: str, keys: set[Key]) -> Key:
    words = " ".join(text.split())
    plain = {key: " ".join(key[1].split()) for key in keys}
    found = [key for key in keys if plain[key] == words]
    if not found and _HASH.fullmatch(text):
        found = [key for key in keys if message_hash(key).startswith(text)]
    if not found and words:
        found = [key for key in keys if plain[key].startswith(words)]
    if len(found) == 1:
        return found[0]
    if not found:
        hint = "give its text, or its hash, which `l10n status --queue --json` shows"
        raise ProjectError(f"no message {text!r} in these articles", hint=hint)
    hashes = ", ".join(sorted(message_hash(key)[:12] for key in found)[:4])
    raise ProjectError(f"{text!r} means {len(found)} messages", hint=f"give more of it, or a hash: {hashes}")


def _decide(
    same: Sequence[Article],
    locale: str,
    choose: Callable[[Entry], bool],
    decision: Callable[[frozenset[Key]], Decide],
    *,
    dry_run: bool,
) -> Decided:
    article = same[0]
    path = layout.catalog_path(article.project, article.domain, locale)
    name = layout.place(article.project, path)
    if not path.exists():
        raise CatalogError("no catalog yet", where=name, hint="make it with `l10n update`")
    known = ledgers.read(article, locale)
    made = Decision(entries=())
    keys: frozenset[Key] = frozenset()

    def changed(old: Catalog) -> Catalog:
        nonlocal made, keys
        keys = _keys(same, old)
        chosen = frozenset(e.key for e in old.entries if not e.obsolete and e.key in keys and choose(e))
        made = decision(chosen)(old.entries, known.history)
        return replace(old, entries=made.entries)

    catalogs.edit(path, name, changed, dry_run=dry_run)
    if not dry_run:
        ledgers.append(article, locale, made.events)
    own = (e for e in made.entries if not e.obsolete and e.key in keys)
    return Decided(
        name=article.name if len(same) == 1 else article.domain,
        locale=locale,
        messages=len(made.taken),
        words=sum(count_words(entry.msgid) for entry in made.taken),
        left=made.left,
        waiting=sum(e.state in (State.DRAFT, State.STALE) for e in own),
        notes=known.notes,
    )


def _keys(same: Sequence[Article], catalog: Catalog) -> frozenset[Key]:
    """The messages that those articles have in their catalog."""
    found = contents.understood(catalog, shared=same[0].shared)
    return frozenset(key for article in same for key in found.of(article))
