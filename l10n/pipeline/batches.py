"""The messages of an article in a locale, as its checks get them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from l10n.catalog import layout
from l10n.checking.message import Batch, Flaw, Message
from l10n.checking.rules import Rules
from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.pipeline.articles import Article
from l10n.pipeline.judged import Judged
from l10n.stages import check as stage

_HEADER: Key = (None, "")


def batch(known: Judged, article: Article, locale: str, rules: Rules, *, drafts: bool) -> Batch:
    """The messages that count as reviewed, with `drafts` all, and what there is to know of their catalog."""
    path = layout.place(article.project, layout.catalog_path(article.project, article.domain, locale))
    lines, file = known.catalog.lines, known.catalog.file
    messages = _messages(known, article, locale, drafts=drafts)
    seen = {message.entry.key for message, _ in messages}
    others = stage.others(_left(known, seen), article.format, (article.project.settings.source, locale))

    def placed(message: Message, reference: str) -> Message:
        place = f"{path}:{lines[message.entry.key]}"
        return replace(message, article=article.name, place=place, reference=reference)

    return Batch(
        messages=[placed(message, f"{article.place}:{line}") for message, line in messages],
        locale=locale,
        rules=rules,
        article=article.name,
        place=f"{path}:{lines.get(_HEADER, 1)}",
        header=file.catalog.header,
        header_flags=file.head.entry.flags if file.head else (),
        others=[placed(message, message.reference) for message in others],
        flaws=[Flaw(f"{path}:{line}", what) for line, what in known.catalog.flaws],
    )


def _messages(known: Judged, article: Article, locale: str, *, drafts: bool) -> Sequence[tuple[Message, int]]:
    states = {State.REVIEWED, *((State.DRAFT, State.STALE) if drafts else ())}
    entries = {key: entry for key, entry in known.entries.items() if entry.state in states}
    locales = article.project.settings.source, locale
    return list(stage.messages(article.document, entries, article.format, locales))


def _left(known: Judged, seen: set[Key]) -> Iterator[Entry]:
    """What PO tools take from the catalog besides the messages, whoever has approved it."""
    for key, entry in (known.marked | known.catalog.plural).items():
        if key not in seen and not entry.fuzzy and (entry.msgstr or entry.plural):
            yield entry
