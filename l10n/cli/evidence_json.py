"""What `l10n evidence --json` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from l10n.cli import output

if TYPE_CHECKING:
    from l10n.pipeline.proving import Proven
    from l10n.stages.evidence import Text


def as_json(results: Sequence[Proven]) -> None:
    """All of it."""
    output.as_json([_article(result) for result in results])


def _article(result: Proven) -> dict[str, object]:
    found = result.evidence
    return {
        "article": result.name,
        "locale": result.locale,
        "words": {
            "all": found.words,
            "reviewed": found.reviewed,
            "not_proven": sum(text.words for text in found.unproven),
        },
        "reviewed_by": {name: sum(text.words for text in texts) for name, texts in found.reviewers().items()},
        "drafted_by": {name: sum(text.words for text in texts) for name, texts in found.engines().items()},
        "texts": [_text(text) for text in found.texts],
    }


def _text(text: Text) -> dict[str, object]:
    return {
        "message": text.message,
        "source": text.msgid,
        "translation": text.msgstr,
        "words": text.words,
        "proven": text.review is not None,
        "reviewed_by": text.review.by if text.review else None,
        "reviewed_at": text.review.when if text.review else None,
        "drafted_by": text.engine or None,
        "drafted_at": text.draft.when if text.draft else None,
        "changed_since_draft": text.changed if text.draft else None,
    }
