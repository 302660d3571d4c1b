"""`l10n reject`."""

from __future__ import annotations

import click

from l10n.cli import deciding


@click.command("reject")
@deciding.choices
@click.option("--all", "every", is_flag=True, help="All drafts.")
def command(choice: deciding.Choice, every: bool) -> int:
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

    if bool(choice.texts) == every:
        raise click.UsageError("say which: --message TEXT, or --all")
    _, code = deciding.run(
        choice,
        choose=lambda _: every,
        decision=lambda keys, who, when: remove(keys, Act.REJECTED, who, when),
        verb="rejected",
    )
    return code
