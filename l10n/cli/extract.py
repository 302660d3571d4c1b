"""`l10n extract`."""

from __future__ import annotations

import click

from l10n.cli import output, project


@click.command("extract")
@project.wanted
def command(wanted: tuple[str, ...]) -> int:
    """Write the templates of articles (locales/templates/*.pot).

    `l10n update` does this too; use it where only templates are wanted, as for a translation platform.

    \b
    Example:
      l10n extract
      l10n extract corpus/news
    """
    from l10n.pipeline.catalogs import extract

    failures = output.Failures()
    results = list(failures.shown(extract(project.here(), wanted)))
    for result in results:
        if result.written:
            output.say(f"{result.name}: {output.plural(result.messages, 'message')}")
    written = sum(result.written for result in results)
    output.say(f"{output.plural(len(results), 'article')}: {output.plural(written, 'template')} written")
    return failures.code
