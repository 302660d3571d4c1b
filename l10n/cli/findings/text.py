"""Findings for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from l10n.cli import output
from l10n.model.finding import Finding, Severity
from l10n.text.excerpts import excerpt

if TYPE_CHECKING:
    from l10n.pipeline.checking import Checked
    from l10n.settings import Project

_WIDTH = 68
"""Characters of a text that are shown, so that its line fits a terminal."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def show(results: Sequence[Checked], here: Project) -> None:  # noqa: ARG001 - as every form
    """The findings of each article, and how many there are."""
    for result in results:
        if result.findings:
            click.echo(output.paint(output.safe(f"{result.article}  {result.locale}"), bold=True))
        for (_, texts), findings in groupby(
            result.findings, lambda finding: (finding.place, _texts(finding))
        ):
            for finding in findings:
                _show(finding)
            for text in texts:
                output.say(f"    {text}")
    found = [finding.severity for result in results for finding in result.findings]
    counts = [output.plural(found.count(severity), severity.value) for severity in Severity]
    messages = output.plural(sum(len(result.messages) for result in results), "message")
    output.say(f"{messages}: {', '.join(counts)}")


def _show(finding: Finding) -> None:
    severity = output.paint(finding.severity.value, fg=_COLOURS[finding.severity])
    click.echo(f"  {output.safe(finding.place)}: {severity} {finding.check}: {output.safe(finding.what)}")


def _texts(finding: Finding) -> list[str]:
    """Source and target, as far as there are such; findings in a row that show the same share them."""
    texts = zip(("source", "target"), (finding.key[1], finding.msgstr), finding.about, strict=True)
    return [f"{name}  {excerpt(text, about, _WIDTH)}" for name, text, about in texts if text]
