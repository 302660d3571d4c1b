"""`l10n translate`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli import output, project

if TYPE_CHECKING:
    from l10n.ports import Format


@click.command("translate")
@click.argument("article", metavar="ARTICLE")
@click.option("--to", "target", required=True, metavar="LOCALE", help="Locale to translate into.")
@click.option(
    "--from", "source", default="en", show_default=True, metavar="LOCALE", help="Locale of the article."
)
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), metavar="FILE", help="Write FILE, not stdout."
)
@click.option(
    "--format",
    "name",
    metavar="NAME",
    help="Format of the article, such as markdown; by its suffix if left out.",
)
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
    from l10n.catalog import disk
    from l10n.errors import ArticleError, OutputError
    from l10n.pipeline.oneshot import translate
    from l10n.settings import DraftSettings

    fmt = _format(article, name)
    text = _stdin() if article == "-" else disk.read_article(Path(article), article)
    if out is not None and article != "-" and out.resolve() == Path(article).resolve():
        raise OutputError("would overwrite the article", where=str(out), hint="choose another file for -o")
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
    for problem in result.problems:
        output.complain(ArticleError(problem.what, where=f"{article}:{problem.line}", hint=problem.hint))
    return 2 if result.problems else 0


def _format(article: str, name: str | None) -> Format:
    from l10n import registry
    from l10n.errors import ArticleError

    suffix = Path(article).suffix.lower()
    if name is None and article == "-":
        raise ArticleError("stdin has no suffix", hint="add --format markdown or --format text")
    if name is None and suffix not in registry.suffixes():
        known = ", ".join(registry.names("formats"))
        raise ArticleError(
            "no format for this name", where=article, hint=f"add --format; known formats: {known}"
        )
    return registry.format_named(name or registry.suffixes()[suffix])


def _stdin() -> str:
    from l10n.errors import ArticleError

    if sys.stdin is None:
        raise ArticleError("there is no stdin", hint="name a file")
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise ArticleError("not UTF-8", where="stdin", hint="convert it to UTF-8") from None
