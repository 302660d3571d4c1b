"""`l10n approve`."""

from __future__ import annotations

import click

from l10n.cli import deciding, output, project


@click.command("approve")
@deciding.articles
@project.locales
@deciding.messages
@click.option("--all", "every", is_flag=True, help="Drafts and stale texts too, all of them.")
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
    """Vouch for translations: you have read them, and they can be published.

    Without --message and --all these are the texts whose fuzzy mark you have taken away in your editor.
    The ledger beside the catalog records who approved which text, and when.

    \b
    Example:
      l10n approve hello.md
      l10n approve hello.md --locale pt_BR --all
      l10n approve hello.md --message "Water, salt, and time"
      l10n approve news --all --by "Ana Souza <ana@example.com>" --dry-run
    """
    from l10n.stages.review import approve

    if texts and every:
        raise click.UsageError("--all does not go with --message")
    results, code = deciding.run(
        wanted, locales, texts, by,
        dry_run=dry_run,
        choose=lambda entry: every or not entry.fuzzy,
        decision=approve,
        verb="approved",
    )  # fmt: skip
    waiting = sum(result.waiting for result in results)
    if waiting and not texts and not every:
        output.note(f"{output.plural(waiting, 'message')} marked fuzzy; --all approves them too")
    return code
