"""`l10n export`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli import completing, output, project

if TYPE_CHECKING:
    from l10n.pipeline.exporting import Exported
    from l10n.settings import Project


@click.command("export")
@project.wanted
@click.option(
    "--to", "locale", metavar="LOCALE", help="Locale; the project's, if it has only one.",
    shell_complete=completing.locales,
)  # fmt: skip
@click.option(
    "--format",
    "kind",
    metavar="NAME",
    help="xliff12, xliff21, csv, xlsx or tmx; by the suffix of FILE if left out.",
)
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Write FILE (.xlf, .xliff, .csv, .xlsx, .tmx).",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    wanted: tuple[str, ...], locale: str | None, kind: str | None, out: Path, as_json: bool
) -> int:  # fmt: skip
    """Write a file for translators: messages and their translations.

    It comes back with `l10n import`. XLIFF is for translators' tools: .xlf is version 1.2, which all of
    them read, .xliff is 2.1. CSV and XLSX are for people with a spreadsheet. TMX has the reviewed texts
    only, for translation memories. A file that is there already is never overwritten.

    \b
    Example:
      l10n export --to pt_BR -o pt_BR.xlf
      l10n export corpus/news --to pt_BR -o news.xlsx
      l10n export --to es --format tmx -o memory.tmx
    """
    from l10n.pipeline.exporting import export

    here, failures = project.here(), output.Failures()
    project.apart(here, out, "-o")
    found = export(here, wanted, locale or _only(here), kind or _kind(out), out)
    results = list(failures.shown(found))
    if as_json:
        output.as_json([asdict(result) for result in results])
    else:
        _table(results, out)
    for result in results:
        _report(result)
    return failures.code or int(any(result.refused for result in results))


def _only(here: Project) -> str:
    """The project's locale, where there is no other."""
    if len(here.settings.locales) != 1:
        raise click.UsageError(f"--to is missing; there are: {', '.join(here.settings.locales)}")
    return here.settings.locales[0]


def _kind(out: Path) -> str:
    """The kind of file that a name tells of."""
    from l10n import registry

    kinds = {registry.exchange_named(name).suffix: name for name in registry.names("exchange")}
    if out.suffix.lower() not in kinds:
        raise click.UsageError(
            f"{out} tells no format; add --format: {', '.join(registry.names('exchange'))}"
        )
    return kinds[out.suffix.lower()]


def _table(results: Sequence[Exported], out: Path) -> None:
    rows = [(r.name, r.locale, f"{r.messages:,}", f"{r.words:,}") for r in results if r.messages]
    if rows:
        output.table([("ARTICLE", "LOCALE", "MESSAGES", "WORDS"), *rows], right=2)
    output.say(f"wrote {out}: {output.plural(sum(result.messages for result in results), 'message')}")


def _report(result: Exported) -> None:
    for item in result.refused:
        output.complain(f"{item.where}: {item.why}; left out: {output.shortened(item.msgid)}")
    if result.missing:
        what = f"{output.plural(result.missing, 'message')} not in the catalog yet"
        output.note(f"{result.name}: {result.locale}: {what}; run `l10n update`")
    output.notes(result.notes)
