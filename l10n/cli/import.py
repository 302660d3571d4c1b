"""`l10n import`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project
from l10n.model.entry import State
from l10n.model.fate import FINDINGS, Fate, Outcome

if TYPE_CHECKING:
    from l10n.pipeline.importing import Imported

_COLUMNS = (
    ("TAKEN", (Fate.TAKEN, Fate.STALE, Fate.BROKEN)),
    ("NOTES", (Fate.NOTED,)),
    ("UNCHANGED", (Fate.UNCHANGED,)),
    ("OLDER", (Fate.OLDER,)),
    ("LEFT", (Fate.CONFLICT, Fate.EMPTIED, Fate.UNKNOWN)),
)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@project.dry_run
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, with every text that a person should look at."
)
def command(files: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Take into the catalogs what came back from translators.

    FILE is XLIFF, CSV or XLSX of `l10n export`; its contents tell which. A text is TAKEN if it has changed
    in the file only. If it has changed in the catalog only, that stays (OLDER); if in both, neither is
    touched (LEFT), and the file and line are named. Only what a file calls reviewed loses its fuzzy mark.

    \b
    Example:
      l10n import pt_BR.xlf
      l10n import --dry-run from-ana.xlsx from-rui.csv
    """
    from l10n.pipeline.importing import import_files

    failures = output.Failures()
    results = list(failures.shown(import_files(project.here(), files, dry_run=dry_run)))
    if as_json:
        output.as_json([_as_json(result) for result in results])
    else:
        _table(results, dry_run=dry_run)
    for result in results:
        _report(result)
    _advise(results)
    return failures.code or int(any(_findings(result) for result in results))


def _findings(result: Imported) -> list[Outcome]:
    return [outcome for outcome in result.outcomes if outcome.fate in FINDINGS]


def _table(results: Sequence[Imported], *, dry_run: bool) -> None:
    rows = [("FILE", "ARTICLE", "LOCALE", *(name for name, _ in _COLUMNS))]
    for result in results:
        counts = Counter(outcome.fate for outcome in result.outcomes)
        numbers = (f"{sum(counts[fate] for fate in fates):,}" for _, fates in _COLUMNS)
        rows.append((result.file, result.name, result.locale, *numbers))
    if results:
        output.table(rows, right=3)
    written = sum(result.written for result in results)
    done = "would change" if dry_run else "written"
    output.say(
        f"{output.plural(len(results), 'catalog')}: {written} {done}, {len(results) - written} unchanged"
    )


def _report(result: Imported) -> None:
    """The texts that a person should look at, each with its place in the file."""
    for outcome in _findings(result):
        unit = outcome.unit
        said = output.shortened(unit.msgid or unit.id).replace("\n", "⏎")
        output.complain(f"{result.file}:{unit.line}: {result.locale}: {outcome.why}: {said}")
    output.notes(result.notes)


def _advise(results: Sequence[Imported]) -> None:
    """Say what to do about texts that came back, and that no file calls reviewed."""
    taken = (Fate.TAKEN, Fate.STALE, Fate.BROKEN)
    every = [outcome for result in results for outcome in result.outcomes if outcome.fate in taken]
    drafts = [o for o in every if o.fate is not Fate.TAKEN or o.unit.state is not State.REVIEWED]
    if drafts:
        output.note(f"{output.plural(len(drafts), 'text')} taken as drafts; read, then `l10n approve`")


def _as_json(result: Imported) -> dict[str, object]:
    counts = Counter(outcome.fate for outcome in result.outcomes)
    return {
        "file": result.file,
        "article": result.name,
        "locale": result.locale,
        "written": result.written,
        "messages": {fate.value: counts[fate] for fate in Fate},
        "findings": [
            {
                "what": outcome.fate.value,
                "why": outcome.why,
                "line": outcome.unit.line,
                "context": outcome.unit.context,
                "msgid": outcome.unit.msgid,
                "msgstr": outcome.unit.msgstr,
            }
            for outcome in _findings(result)
        ],
    }
