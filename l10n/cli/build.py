"""`l10n build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from l10n.cli import output, project

if TYPE_CHECKING:
    from l10n.pipeline.building import Built


@click.command("build")
@project.wanted
@project.locales
@project.drafts
@project.require
def command(wanted: tuple[str, ...], locales: tuple[str, ...], drafts: bool, require: float) -> int:
    """Write the localized articles (build/LOCALE/…).

    Reviewed translations are used; everything else stays in the source language.

    \b
    Example:
      l10n build
      l10n build --locale pt_BR --require 100
      l10n build --drafts
    """
    from l10n.pipeline.building import build

    failures = output.Failures()
    results = []
    for built in failures.shown(build(project.here(), locales, wanted, drafts=drafts, require=require)):
        results.append(built)
        report(built)
    output.notes(note for built in results for note in built.notes)
    rows = [(r.output, percent(r), done(r)) for r in results if r.written or r.held]
    if rows:
        output.table([("OUTPUT", "REVIEWED", ""), *rows], right=9)
    held, written = sum(r.held for r in results), sum(r.written for r in results)
    unchanged = len(results) - held - written
    more = f", {held} held back" if held else ""
    output.say(f"{output.plural(len(results), 'output')}: {written} written, {unchanged} unchanged{more}")
    if held < len(results) and not drafts and not any(r.percent for r in results):
        output.note("nothing is reviewed yet, so these are the source texts; --drafts uses machine drafts")
    return failures.code or int(any(built.rejected for built in results))


def report(built: Built) -> None:
    """The translations that were not used, as findings."""
    for item in built.rejected:
        output.complain(
            f"{built.place}:{item.block.line}: {built.locale}: {item.why}; the source stands instead of the"
            f" translation of {output.shortened(item.block.msgid)}"
        )


def percent(built: Built) -> str:
    """How much of it is reviewed; nothing is called 100 % before it is."""
    return f"{int(built.percent)} %"


def done(built: Built) -> str:
    """What was done about an output."""
    if not built.held:
        return "written"
    return "held back, an earlier build of it stays" if built.older else "held back"
