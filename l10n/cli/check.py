"""`l10n check`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from l10n.cli import completing, output, project
from l10n.model.finding import Severity
from l10n.settings import BASELINE, Project

if TYPE_CHECKING:
    from l10n.pipeline.checking import Checked


@click.command("check")
@project.wanted
@project.locales
@click.option(
    "--only", multiple=True, metavar="CHECK", help="Only this check; again for more.",
    shell_complete=completing.checks,
)  # fmt: skip
@click.option("--drafts", is_flag=True, help="Check drafts and stale translations too.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "sarif", "github", "junit")), default="text",
    help="How findings are printed; text is for people.",
)  # fmt: skip
@click.option(
    "--update-baseline", is_flag=True, help="Put all findings into l10n.baseline; only new ones count then."
)
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Work in N processes at once.")
def command(
    wanted: tuple[str, ...],
    locales: tuple[str, ...],
    only: tuple[str, ...],
    drafts: bool,
    form: str,
    update_baseline: bool,
    jobs: int,
) -> int:
    """Look for faults in the reviewed translations.

    Ends with code 1 if there are errors; warnings are for a person to look at. docs/checks.md tells what
    each check looks for. A translator's comment `l10n: ignore numbers` silences a check for a message.

    \b
    Example:
      l10n check
      l10n check --locale pt_BR --only numbers --only names corpus/news
      l10n check --format sarif > l10n.sarif
    """
    from l10n.pipeline import baseline, checking

    if update_baseline and (wanted or locales or only):
        raise click.UsageError("--update-baseline takes all articles, locales and checks")
    here = project.here()
    known = frozenset() if update_baseline else baseline.known(here)
    failures, progress = output.Failures(), output.Progress("checking", "articles")
    found = checking.check(here, locales, wanted, only, drafts=drafts, jobs=jobs, progress=progress)
    results = list(failures.shown(found))
    if update_baseline:
        _update_baseline(here, results, failures)
        return failures.code
    left = baseline.without(results, known)
    import_module(f"l10n.cli.findings.{form}").show(left, here)
    _notes(results, left)
    output.notes(checking.missing(here, locales, only))
    errors = (f.severity is Severity.ERROR for result in left for f in result.findings)
    return failures.code or int(any(errors))


def _update_baseline(here: Project, results: list[Checked], failures: output.Failures) -> None:
    from l10n.pipeline import baseline

    if failures.count:
        output.complain(f"{BASELINE} stays as it is; mend this and run again")
    else:
        output.say(f"{BASELINE}: {output.plural(baseline.write(here, results), 'finding')}")


def _notes(results: list[Checked], left: list[Checked]) -> None:
    for result in results:
        output.notes(result.notes)
    hidden = sum(len(result.findings) for result in results) - sum(len(result.findings) for result in left)
    if hidden:
        output.note(f"{output.plural(hidden, 'more finding')} in {BASELINE}")
