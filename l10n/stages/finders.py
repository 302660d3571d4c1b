"""What a merge asks about the messages that a catalog does not have."""

from __future__ import annotations

from l10n.model.article import Document
from l10n.ports import Format
from l10n.stages.edited import edited
from l10n.stages.matching import Finder
from l10n.stages.paragraphs import shortened_or_extended, split_or_joined
from l10n.stages.rewritten import by_form


def finders(document: Document, fmt: Format, source: str, target: str) -> tuple[Finder, ...]:
    """The finders for an article, the surest first; `source` and `target` are languages."""
    return (
        by_form(document, fmt),
        split_or_joined(source, target),
        edited,
        shortened_or_extended(source),
    )
