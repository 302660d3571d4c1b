"""The baseline: findings that a project has put up with, beside its `l10n.toml`. Only others count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.catalog import disk, saved
from l10n.errors import ProjectError
from l10n.model.finding import Finding
from l10n.pipeline.checking import Checked
from l10n.settings import BASELINE, Project

_LINE = re.compile(r"([0-9a-f]{16}) .*")
_HEAD = "# Findings that `l10n check` leaves out; `l10n check --update-baseline` writes this file."


def known(project: Project) -> frozenset[str]:
    """Fingerprints of the findings in the baseline; ProjectError with the line for what is none."""
    data = saved.read(project.root / BASELINE, BASELINE) or b""
    found = set()
    for number, line in enumerate(data.decode(errors="replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not (match := _LINE.fullmatch(line)):
            hint = "take it out, or write the file anew with `l10n check --update-baseline`"
            raise ProjectError("this line is no finding", where=f"{BASELINE}:{number}", hint=hint)
        found.add(match[1])
    return frozenset(found)


def without(results: Iterable[Checked], fingerprints: frozenset[str]) -> list[Checked]:
    """The results, their findings without those of the baseline."""
    return [
        replace(result, findings=tuple(f for f in result.findings if f.fingerprint not in fingerprints))
        for result in results
    ]


def write(project: Project, results: Sequence[Checked]) -> int:
    """Make the findings of the results the baseline, in an order that git merges well; how many are they?"""
    lines = {_line(finding) for result in results for finding in result.findings}
    text = "\n".join([_HEAD, *sorted(lines), ""])
    disk.write(project.root / BASELINE, text, BASELINE)
    return len(lines)


def _line(finding: Finding) -> str:
    """The fingerprint, and for people which check found something where."""
    return f"{finding.fingerprint} {finding.check} {finding.locale} {finding.article}"
