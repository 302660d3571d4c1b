"""What a merge asks about the messages that a catalog does not have."""

from __future__ import annotations

from l10n.stages.edited import edited
from l10n.stages.matching import Finder
from l10n.stages.paragraphs import shortened_or_extended, split_or_joined
from l10n.stages.rewritten import Readings, by_form


def finders(readings: Readings, source: str, target: str) -> tuple[Finder, ...]:
    """The finders for messages, the surest first; `source` and `target` are languages."""
    return (
        by_form(readings),
        split_or_joined(source, target),
        edited,
        shortened_or_extended(source),
    )
