"""`l10n watch`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from l10n.cli import build, output, project, update
from l10n.settings import FILE_NAME

if TYPE_CHECKING:
    from l10n.pipeline.building import Built
    from l10n.pipeline.outcome import Outcome
    from l10n.settings import Project


@click.command("watch")
@project.wanted
@project.locales
@project.drafts
@project.require
def command(wanted: tuple[str, ...], locales: tuple[str, ...], drafts: bool, require: float) -> int:
    """Update and build whenever somebody saves an article, a catalog or l10n.toml.

    Everything is updated and built at the start, afterwards only what has changed. What is wrong with a
    file is said, and watching goes on; Ctrl-C ends it.

    \b
    Example:
      l10n watch
      l10n watch --locale pt_BR --drafts corpus/news
    """
    from l10n.pipeline.rounds import Choice
    from l10n.pipeline.watching import watch

    here = project.here()
    choice = Choice(locales=locales, wanted=wanted, drafts=drafts, require=require)
    try:
        for number, outcome in enumerate(watch(here, choice)):
            _show(outcome, quiet=number == 0)
            if number == 0:
                _say_what_is_watched(here)
    except KeyboardInterrupt:
        output.note("stopped")
    return 0


def _say_what_is_watched(here: Project) -> None:
    folders = here.settings.articles.folder, here.settings.catalogs.folder
    output.say(f"watching {folders[0]}/, {folders[1]}/ and {FILE_NAME}; Ctrl-C ends")


def _show(outcome: Outcome, *, quiet: bool) -> None:
    """A line for each article and locale of which something was written, and what a person should know."""
    for error in outcome.errors.values():
        output.complain(error)
    for built in outcome.built:
        build.report(built)
    notes = [note for updated in outcome.updated for note in updated.notes]
    notes += [note for built in outcome.built for note in built.notes]
    notes += map(update.told, outcome.orphans)
    if rows := _rows(outcome):
        output.lines(rows)
    elif not (quiet or outcome.errors or notes):
        output.say(f"{_now()}  nothing to write")
    output.notes(dict.fromkeys(notes))


def _rows(outcome: Outcome) -> list[tuple[str, ...]]:
    done: dict[tuple[str, str], list[str]] = {}
    for updated in outcome.updated:
        if updated.written:
            done.setdefault((updated.name, updated.locale), []).append(update.done(updated))
    for built in outcome.built:
        if built.written or built.held:
            done.setdefault((built.name, built.locale), []).append(_built(built))
    return [(_now(), *place, "; ".join(done[place])) for place in sorted(done)]


def _built(result: Built) -> str:
    return f"{build.done(result)}, {build.percent(result)} reviewed"


def _now() -> str:
    return time.strftime("%H:%M:%S")
