"""Findings as JSON: a list of articles, each with its findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from l10n.cli import output
from l10n.model.finding import Finding

if TYPE_CHECKING:
    from l10n.pipeline.checking import Checked
    from l10n.settings import Project


def show(results: Sequence[Checked], here: Project) -> None:  # noqa: ARG001 - as every form
    """All articles, those without findings too."""
    rows = [
        {
            "article": result.article,
            "locale": result.locale,
            "messages": len(result.messages),
            "findings": list(map(_finding, result.findings)),
        }
        for result in results
    ]
    output.as_json(rows)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "what": finding.what,
        "place": finding.place,
        "reference": finding.reference,
        "context": finding.key[0],
        "source": finding.key[1],
        "target": finding.msgstr,
        "about": finding.about,
        "fingerprint": finding.fingerprint,
    }
