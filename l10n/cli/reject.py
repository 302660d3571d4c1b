"""`l10n reject`."""

from __future__ import annotations

import click

from l10n.cli import deciding, project


@click.command("reject")
@deciding.articles
@project.locales
@deciding.messages
@click.option("--all", "every", is_flag=True, help="All drafts.")
@deciding.by
@project.dry_run
def command(
    wanted: tuple[str, ...],
    locales: tuple[str, ...],
    texts: tuple[str, ...],
    every: bool,
    by: str | None,
    dry_run: bool,
) -> int:
    """Empty drafts that are no good, so that they are not made again.

    `l10n draft` then tries another translation, or leaves the message untranslated. What a person has
    changed or approved stays.

    \b
    Example:
      l10n reject hello.md --message "Flour from the"
      l10n reject hello.md --locale pt_BR --all
    """
    from l10n.model.event import Act
    from l10n.stages.review import remove

    if bool(texts) == every:
        raise click.UsageError("say which: --message TEXT, or --all")
    return deciding.run(
        wanted, locales, texts, by,
        dry_run=dry_run,
        choose=lambda _: every,
        decision=lambda keys, who, when: remove(keys, Act.REJECTED, who, when),
        verb="rejected",
    )[1]  # fmt: skip
