"""Findings as commands of GitHub's workflows, which show them at the lines of a pull request.

Format: docs.github.com, “Workflow commands for GitHub Actions”, “Setting an error message”.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from l10n.cli import output
from l10n.model.finding import Finding, path_and_line
from l10n.pipeline import repository

if TYPE_CHECKING:
    from l10n.pipeline.checking import Checked
    from l10n.settings import Project

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def show(results: Sequence[Checked], here: Project) -> None:
    """A line for each finding."""
    before = repository.prefix(here)
    for result in results:
        for finding in result.findings:
            click.echo(_line(finding, before))


def _line(finding: Finding, before: str) -> str:
    path, line = path_and_line(finding.place)
    properties = {"file": before + path, "line": str(line), "title": f"l10n check: {finding.check}"}
    told = ",".join(
        f"{name}={output.safe(value).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    return f"::{finding.severity.value} {told}::{output.safe(finding.told).translate(_IN_TEXT)}"
