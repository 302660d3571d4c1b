"""Messages for checks, as the pipeline makes them."""

from functools import partial

from l10n import registry
from l10n.checking.message import Batch, Message
from l10n.checking.rules import Rules
from l10n.checking.side import Side
from l10n.model.article import Scope
from l10n.model.entry import Entry
from l10n.ports import Check, Example
from l10n.stages.check import findings

MARKDOWN = registry.format_named("markdown")


def message(
    source: str, target: str, locale: str = "pt_BR", kind: str = "paragraph", scope: Scope | None = None
) -> Message:
    read = partial(MARKDOWN.inline, scope=scope or Scope())
    return Message(
        entry=Entry(msgid=source, msgstr=target),
        source=Side(source, "en", read),
        target=Side(target, locale, read),
        kind=kind,
    )


def found(check: Check, *messages: Message, locale: str = "pt_BR", rules: Rules | None = None) -> list[str]:
    """What the check says of the last message."""
    batch = Batch(messages=messages, locale=locale, rules=rules or Rules())
    return [finding.what for finding in findings(batch, [check]) if finding.key == messages[-1].entry.key]


def said(check: Check, example: Example) -> list[str]:
    """What the check says of an example's own message."""
    texts = [*example.more, (example.source, example.target)]
    messages = [message(*pair, example.locale, example.kind) for pair in texts]
    return found(check, *messages, locale=example.locale, rules=example.rules)
