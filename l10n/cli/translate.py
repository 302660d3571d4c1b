"""`l10n translate`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from l10n.cli import output, project, single


@click.command("translate")
@click.argument("article", metavar="ARTICLE")
@click.option("--to", "target", required=True, metavar="LOCALE", help="Locale to translate into.")
@click.option(
    "--from", "source", default="en", show_default=True, metavar="LOCALE", help="Locale of the article."
)
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), metavar="FILE", help="Write FILE, not stdout."
)
@single.format_option
@project.engine
def command(
    article: str, target: str, source: str, out: Path | None, name: str | None, engine: str | None
) -> int:
    """Draft one article, without a project. `-` reads it from stdin.

    \b
    Example:
      l10n translate post.md --to pt_BR
      l10n translate post.md --to pt_BR -o post.pt.md
      echo "Good morning." | l10n translate - --to pt_BR --format text
    """
    from l10n import registry
    from l10n.catalog import disk
    from l10n.pipeline.oneshot import translate
    from l10n.settings import DraftSettings

    fmt = registry.format_named(single.format_name(article, name))
    text = single.read(article)
    if out is not None:
        single.apart(out, Path(article), "-o")
    settings = DraftSettings()
    settings = replace(settings, engine=engine) if engine else settings
    result = translate(text, fmt, source, target, settings, output.Progress("translating"))
    if out is None:
        sys.stdout.buffer.write(result.text.encode())
        sys.stdout.flush()
    else:
        disk.write(out, result.text, str(out))
    if result.left:
        share = f"{result.left} of {output.plural(result.messages, 'message')}"
        output.note(f"{share} left in the source language: a draft would have lost links, code or tags")
    return single.complain(result.problems, article)
