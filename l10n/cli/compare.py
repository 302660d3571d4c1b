"""`l10n compare`."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import click

from l10n.cli import completing, output, project

if TYPE_CHECKING:
    from l10n.settings import DraftSettings

_BEAMS = (1, 2, 4)


@click.command("compare")
@click.argument("article", metavar="ARTICLE", shell_complete=completing.articles)
@click.option(
    "--locale", required=True, metavar="LOCALE", help="Locale to draft for.",
    shell_complete=completing.locales,
)  # fmt: skip
@click.option(
    "--engine", "engines", multiple=True, metavar="NAME", help="An engine; again for more.",
    shell_complete=completing.engines,
)  # fmt: skip
@click.option(
    "--model", "models", multiple=True, metavar="NAME", help="A model of `l10n models list`; again for more.",
    shell_complete=completing.models,
)  # fmt: skip
@click.option(
    "--beam",
    "beams",
    multiple=True,
    type=click.IntRange(1, 16),
    metavar="N",
    help="A beam width; again for more.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    article: str,
    locale: str,
    engines: tuple[str, ...],
    models: tuple[str, ...],
    beams: tuple[int, ...],
    as_json: bool,
) -> int:
    """Draft an article by several models or beams, and show the drafts side by side.

    Each engine goes with each model and each beam; if none is named, the one of the settings is compared
    at beams 1, 2 and 4. RISK is how likely a draft needs much mending, from 0 to 1; CHRF is how alike it is
    to the reviewed translation, from 0 to 100. Nothing is written.

    \b
    Example:
      l10n compare news/harbour.md --locale pt_BR
      l10n compare news/harbour.md --locale es --model translate-en_es-1_0 --model translate-en_es-1_9
      l10n compare news/harbour.md --locale pt_BR --engine argos --engine pseudo
    """
    from l10n.cli import comparison as shown
    from l10n.pipeline.comparing import compare

    found = project.here()
    if not (engines or models or beams):
        beams = _BEAMS
    choices = _choices(found.settings.draft, engines, models, beams)
    progress = output.Progress("comparing")
    comparison, errors = compare(found, article, locale, choices, progress)
    progress.clear()
    failures = output.Failures()
    list(failures.shown(errors))
    if as_json:
        shown.as_json(comparison)
    elif comparison.variants:
        shown.messages(comparison)
        shown.summary(comparison)
    return failures.code


def _choices(
    settings: DraftSettings, engines: tuple[str, ...], models: tuple[str, ...], beams: tuple[int, ...]
) -> list[DraftSettings]:
    firsts = [(model, *settings.models) for model in models] or [settings.models]
    every = product(engines or (settings.engine,), firsts, beams or (settings.beam,))
    return [replace(settings, engine=engine, models=first, beam=beam) for engine, first, beam in every]
