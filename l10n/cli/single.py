"""What the commands on a single article share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from l10n.cli import output
from l10n.model.article import Problem

format_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--format",
    "name",
    metavar="NAME",
    help="Format of the article, such as markdown; by its suffix if left out.",
)


def format_name(article: str, name: str | None) -> str:
    """The name of the format that an article is in; ArticleError if its suffix does not tell."""
    from l10n import registry
    from l10n.errors import ArticleError

    suffix = Path(article).suffix.lower()
    if name is None and (article == "-" or suffix not in registry.suffixes()):
        hint = f"add --format; known formats: {', '.join(registry.names('formats'))}"
        if article == "-":
            raise ArticleError("stdin has no suffix", hint=hint)
        raise ArticleError("no format for this name", where=article, hint=hint)
    return name or registry.suffixes()[suffix]


def read(article: str) -> str:
    """The text of the file, or for `-` of stdin."""
    from l10n.catalog import disk

    return _stdin() if article == "-" else disk.read_article(Path(article), article)


def _stdin() -> str:
    from l10n.errors import ArticleError

    if sys.stdin is None:
        raise ArticleError("there is no stdin", hint="name a file")
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise ArticleError("not UTF-8", where="stdin", hint="convert it to UTF-8") from None


def apart(out: Path, article: Path, option: str) -> None:
    """OutputError if what is to be written to is the article itself."""
    from l10n.errors import OutputError

    if article != Path("-") and out.resolve() == article.resolve():
        what = "would overwrite the article"
        raise OutputError(what, where=str(out), hint=f"choose another file for {option}")


def complain(problems: tuple[Problem, ...], article: str) -> int:
    """Say what a person should mend in the article; the exit code."""
    from l10n.errors import ArticleError

    for problem in problems:
        output.complain(ArticleError(problem.what, where=f"{article}:{problem.line}", hint=problem.hint))
    return 2 if problems else 0
