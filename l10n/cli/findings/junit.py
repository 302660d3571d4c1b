"""Findings as JUnit XML, which CI servers show as tests: an article is a suite, a finding a failed test.

Warnings fail no test; they stand in the output of their suite.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import click

from l10n.cli import output
from l10n.model.finding import Finding, Severity

if TYPE_CHECKING:
    from l10n.pipeline.checking import Checked
    from l10n.settings import Project


def show(results: Sequence[Checked], here: Project) -> None:  # noqa: ARG001 - as every form
    """A suite for each article and locale."""
    suites = ElementTree.Element("testsuites", name="l10n check")
    for result in results:
        suites.append(_suite(result))
    ElementTree.indent(suites)
    text = ElementTree.tostring(suites, encoding="unicode")
    click.echo(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')


def _suite(result: Checked) -> ElementTree.Element:
    name = output.safe(f"{result.article} {result.locale}")
    errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    warnings = [_line(finding) for finding in result.findings if finding.severity is not Severity.ERROR]
    tests, failures = str(max(1, len(errors))), str(len(errors))
    suite = ElementTree.Element("testsuite", name=name, tests=tests, failures=failures)
    for finding in errors:
        case = ElementTree.SubElement(
            suite, "testcase", classname=name, name=output.safe(f"{finding.check} {finding.place}")
        )
        failure = ElementTree.SubElement(
            case, "failure", type=finding.check, message=output.safe(finding.what)
        )
        failure.text = _line(finding)
    if not errors:
        ElementTree.SubElement(
            suite, "testcase", classname=name, name=output.plural(len(result.messages), "message")
        )
    if warnings:
        ElementTree.SubElement(suite, "system-out").text = "\n".join(warnings)
    return suite


def _line(finding: Finding) -> str:
    return output.safe(f"{finding.place}: {finding.severity.value} {finding.check}: {finding.what}")
