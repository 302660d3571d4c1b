"""`l10n approve`."""

from __future__ import annotations

import click

from l10n.cli import deciding, output


@click.command("approve")
@deciding.choices
@click.option("--all", "every", is_flag=True, help="Drafts and stale texts too, all of them.")
def command(choice: deciding.Choice, every: bool) -> int:
    """Vouch for translations: you have read them, and they can be published.

    Without --message and --all these are the texts whose fuzzy mark you have taken away in your editor.
    The ledger beside the catalog records who approved which text, and when.

    \b
    Example:
      l10n approve hello.md
      l10n approve hello.md --locale pt_BR --all
      l10n approve hello.md --message "Water, salt, and time"
      l10n approve news --all --by "Portuguese desk <pt@example.com>" --dry-run
    """
    from l10n.stages.review import approve

    if choice.texts and every:
        raise click.UsageError("--all does not go with --message")
    results, code = deciding.run(
        choice, choose=lambda entry: every or not entry.fuzzy, decision=approve, verb="approved"
    )
    waiting = sum(result.waiting for result in results)
    if waiting and not choice.texts and not every:
        output.note(f"{output.plural(waiting, 'message')} marked fuzzy; --all approves them too")
    return code
