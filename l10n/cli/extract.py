"""`l10n extract`."""

from __future__ import annotations

import click

from l10n.cli import output, project


@click.command("extract")
@project.wanted
@project.dry_run
@project.check
def command(wanted: tuple[str, ...], dry_run: bool, check: bool) -> int:
    """Write the templates of articles (locales/templates/*.pot).

    `l10n update` does this too; use it where only templates are wanted, as for a translation platform.

    \b
    Example:
      l10n extract
      l10n extract corpus/news
      l10n extract --check
    """
    from l10n.pipeline.templates import extract

    dry_run = dry_run or check
    failures = output.Failures()
    results = list(failures.shown(extract(project.here(), wanted, dry_run=dry_run)))
    for result in results:
        if result.written:
            output.say(f"{result.name}: {output.plural(result.messages, 'message')}")
    done = "would change" if dry_run else "written"
    written = sum(result.written for result in results)
    articles = output.plural(sum(result.articles for result in results), "article")
    output.say(f"{articles}: {output.plural(written, 'template')} {done}")
    return failures.code or project.checked("extract", changes=check and written > 0)
