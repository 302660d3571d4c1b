"""`l10n check`."""

from __future__ import annotations

import click

from l10n.cli import output, project
from l10n.model.finding import Severity


@click.command("check")
@project.wanted
@project.locales
@click.option("--only", multiple=True, metavar="CHECK", help="Only this check; again for more.")
@click.option("--drafts", is_flag=True, help="Check drafts and stale translations too.")
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Work in N processes at once.")
def command(
    wanted: tuple[str, ...],
    locales: tuple[str, ...],
    only: tuple[str, ...],
    drafts: bool,
    jobs: int,
) -> int:
    """Look for faults in the reviewed translations.

    Ends with code 1 if there are errors; warnings are for a person to look at. docs/checks.md tells what
    each check looks for. A translator's comment `l10n: ignore numbers` silences a check for a message.

    \b
    Example:
      l10n check
      l10n check --locale pt_BR --only numbers --only names corpus/news
    """
    from l10n.cli.findings import text
    from l10n.pipeline import checking

    failures = output.Failures()
    here = project.here()
    results = list(failures.shown(checking.check(here, locales, wanted, only, drafts=drafts, jobs=jobs)))
    text.show(results)
    for result in results:
        output.notes(result.notes)
    output.notes(checking.missing(here, locales, only))
    errors = (f.severity is Severity.ERROR for result in results for f in result.findings)
    return failures.code or int(any(errors))
