"""Findings as SARIF 2.1.0, which code scanning services read (OASIS, sarif-v2.1.0-os)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from l10n import __version__, registry
from l10n.cli import output
from l10n.model.finding import Finding, path_and_line
from l10n.pipeline import repository
from l10n.ports import Check

if TYPE_CHECKING:
    from l10n.pipeline.checking import Checked
    from l10n.settings import Project

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def show(results: Sequence[Checked], here: Project) -> None:
    """One run with all findings, and the checks as its rules."""
    before = repository.prefix(here)
    driver = {"name": "l10n", "version": __version__, "rules": list(map(_rule, registry.checks()))}
    found = [_result(finding, before) for result in results for finding in result.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": found}
    click.echo(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))


def _rule(check: Check) -> dict[str, Any]:
    what, _, why = registry.about(check).partition("\n\n")
    return {
        "id": check.code,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": what},
        "help": {"text": why},
        "defaultConfiguration": {"level": check.severity.value},
    }


def _result(finding: Finding, before: str) -> dict[str, Any]:
    related = [_location(finding.reference, before)] if finding.reference else []
    return {
        "ruleId": finding.check,
        "level": finding.severity.value,
        "message": {"text": output.safe(finding.told)},
        "locations": [_location(finding.place, before)],
        "relatedLocations": [{**place, "message": {"text": "the source"}} for place in related],
        "partialFingerprints": {"l10n/v1": finding.fingerprint},
    }


def _location(place: str, before: str) -> dict[str, Any]:
    path, line = path_and_line(place)
    artifact = {"uri": quote(before + path), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": line}}}
