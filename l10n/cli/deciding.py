"""What the commands by which people decide on drafts share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from l10n.cli import completing, output, project

if TYPE_CHECKING:
    from l10n.model.article import Key
    from l10n.model.entry import Entry
    from l10n.pipeline.deciding import Decided
    from l10n.stages.review import Decide

articles: project.Decorator = click.argument(
    "wanted", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completing.articles
)
messages: project.Decorator = click.option(
    "--message",
    "texts",
    multiple=True,
    metavar="TEXT",
    help="Only this message, by its text, the beginning of it, or its hash; again for more.",
)
by: project.Decorator = click.option(
    "--by", metavar='"NAME <MAIL>"', help="Who decides; user.name and user.email of git if left out."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person decides on, and who it is."""

    wanted: tuple[str, ...]
    locales: tuple[str, ...]
    texts: tuple[str, ...] = ()
    """Messages that are named; empty: what the command takes by itself."""
    by: str | None
    dry_run: bool


def choices(function: Callable[..., int]) -> Callable[..., int]:
    """A command that gets a `Choice` from the articles and options that the user names."""

    @wraps(function)
    def command(**given: Any) -> int:
        names = [field.name for field in fields(Choice)]
        return function(Choice(**{name: given.pop(name) for name in names}), **given)

    made: Callable[..., int] = command
    for option in (project.dry_run, by, messages, project.locales, articles):
        made = option(made)
    return made


def run(
    choice: Choice,
    *,
    choose: Callable[[Entry], bool],
    decision: Callable[[frozenset[Key], str, str], Decide],
    verb: str,
) -> tuple[list[Decided], int]:
    """Decide on the named messages, or on those that `choose` takes; print what was done; the exit code."""
    from l10n.pipeline import clock, deciding, ledgers

    here, failures = project.here(), output.Failures()
    who, when = ledgers.person(here, choice.by), clock.moment()
    if choice.texts:
        keys = deciding.named(here, choice.wanted, choice.texts)
        choose = lambda entry: entry.key in keys  # noqa: E731 - instead of the other
    found = deciding.decide(
        here,
        choice.locales,
        choice.wanted,
        choose,
        lambda keys: decision(keys, who, when),
        dry_run=choice.dry_run,
    )
    results = list(failures.shown(found))
    _show(results, verb, who, dry_run=choice.dry_run)
    return results, failures.code


def _show(results: Sequence[Decided], verb: str, who: str, *, dry_run: bool) -> None:
    rows = [(r.name, r.locale, str(r.messages), f"{r.words:,}") for r in results if r.messages]
    if rows:
        output.table([("ARTICLE", "LOCALE", verb.upper(), "WORDS"), *rows], right=2)
    done = f"would be {verb}" if dry_run else verb
    output.say(f"{output.plural(sum(r.messages for r in results), 'message')} {done} by {who}")
    output.notes(note for result in results for note in result.notes)
    if left := sum(result.left for result in results):
        output.note(f"{output.plural(left, 'text')} left untouched: changed or approved by a person")
