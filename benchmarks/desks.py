"""Drafts in this process: the stages of `l10n draft` with the model it carries, without kept answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.drafting import casing
from l10n.drafting.door import Door
from l10n.engines.argos import ArgosEngine
from l10n.model.article import Scope
from l10n.model.draft import Draft
from l10n.packages.loaded import LoadedPackage
from l10n.packages.scan import starter
from l10n.ports import Engine, Format
from l10n.stages import draft as stage
from l10n.stages.desk import Desk

_PLAIN = Scope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message of an article."""

    article: str
    text: str
    fmt: Format
    scope: Scope = _PLAIN


def engine(beam: int) -> ArgosEngine:
    """The engine from English to Portuguese with its model in memory."""
    made = ArgosEngine([LoadedPackage(starter())], beam)
    made.translate(["Hello."], align=False)
    return made


def drafts(messages: Sequence[Message], asked: Engine) -> list[Draft | None]:
    """A draft of each message, in order; None where it would lose markup."""
    articles: dict[str, list[Message]] = defaultdict(list)
    for message in messages:
        articles[message.article].append(message)
    made: dict[int, Desk] = {}
    by_article = [_desks(article, asked) for article in articles.values()]
    for desks in by_article:
        made |= desks
    every = list(made.values())
    for _ in stage.work(every, asked, lambda _: None):
        pass
    for desks in by_article:
        stage.settle(list(desks.values()))
    return [made[id(message)].draft() for message in messages]


def _desks(article: Sequence[Message], asked: Engine) -> dict[int, Desk]:
    door = Door(
        source="en",
        target="pt_BR",
        usual=casing.usual(message.text for message in article),
        knows=asked.knows,
        unreadable=asked.unreadable,
    )
    return {id(m): Desk((None, m.text), m.fmt, m.scope, door) for m in article}
