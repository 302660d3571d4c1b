"""What `l10n status` prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import click

from l10n.cli import output
from l10n.model.entry import State
from l10n.pipeline.status import Counts, Status

ORDER = (State.REVIEWED, State.DRAFT, State.STALE, State.UNTRANSLATED)
_NAMES = 2
"""Reviewers that are named."""
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#!@]")
"""What Markdown, as GitHub has it, could take for markup in the middle of a line."""


def as_json(results: Sequence[Status]) -> None:
    """All of it."""
    rows = [
        {
            "article": result.name,
            "locale": result.locale,
            "reading": result.reading,
            "messages": {state.value: result.messages[state] for state in State},
            "words": {state.value: result.words[state] for state in State},
            "percent": round(result.percent, 1),
            "reviewed_by": result.reviewers,
            "stale_since": result.stale_since or None,
        }
        for result in results
    ]
    output.as_json(rows)


def table(results: Sequence[Status], *, verbose: bool) -> None:
    """A line for each article and locale, and one for each locale; who and how long where that is known."""
    rows, right = _rows(results)
    output.table(rows, right=right)
    if verbose:
        readings = {result.name: result.reading for result in results}
        output.say("")
        output.table([("ARTICLE", "READ AS"), *readings.items()], right=2)


def as_markdown(results: Sequence[Status]) -> None:
    """The same table for GitHub and others that show Markdown."""
    rows, right = _rows(results)
    head, *body = [[_MARKUP.sub(r"\\\g<0>", output.safe(cell)) for cell in row] for row in rows]
    rule = ["---" if number < right else "---:" for number in range(len(head))]
    for cells in ([name.capitalize() for name in head], rule, *body):
        click.echo(f"| {' | '.join(cells)} |")


def _rows(results: Sequence[Status]) -> tuple[list[tuple[str, ...]], int]:
    """The head and the lines below it, and from which column on they have numbers.

    The last line of each locale counts what articles share in a catalog once.
    """
    more = {
        head: show
        for head, show in (("REVIEWED BY", reviewers), ("STALE FOR", stale_for))
        if any(show(result) for result in results)
    }
    rows = [("ARTICLE", "LOCALE", *more, "MESSAGES", "WORDS", *(state.name for state in ORDER))]
    for locale in sorted({result.locale for result in results}):
        same = [result for result in results if result.locale == locale]
        rows += [(r.name, locale, *(show(r) for show in more.values()), *_counts([r.counts])) for r in same]
        all_of_it = _counts([r.counts for r in same], [r.repeated for r in same])
        rows.append((f"all {len(same)}", locale, *("" for _ in more), *all_of_it))
    return rows, 2 + len(more)


def reviewers(result: Status) -> str:
    """The names of those who vouch for most of the texts, without their addresses."""
    names = [output.name(by) for by in result.reviewers[:_NAMES]]
    return ", ".join([*names, *(["…"] if len(result.reviewers) > _NAMES else [])])


def stale_for(result: Status) -> str:
    """How long the oldest stale text is one, as far as the ledger knows."""
    from l10n.pipeline.clock import days_since

    return output.plural(days_since(result.stale_since), "day") if result.stale_since else ""


def _counts(counts: Sequence[Counts], without: Sequence[Counts] = ()) -> list[str]:
    """Messages, words, and words by state; `without` is what stands in them several times."""
    messages, words = _sum(counts), _sum(counts, words=True)
    messages.subtract(_sum(without))
    words.subtract(_sum(without, words=True))
    return [f"{count:,}" for count in (messages.total(), words.total(), *(words[state] for state in ORDER))]


def _sum(counts: Iterable[Counts], *, words: bool = False) -> Counter[State]:
    found: Counter[State] = Counter()
    for count in counts:
        found.update(count.words if words else count.messages)
    return found
