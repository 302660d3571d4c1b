"""What a project asks of its translations: its `[check]` settings, and the files that these name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from l10n import registry
from l10n.checking.rules import Rules
from l10n.errors import ProjectError
from l10n.memory.terms import terms
from l10n.model.finding import Severity
from l10n.ports import Check
from l10n.settings import FILE_NAME, Project


@cache  # every article asks
def checks(project: Project, wanted: tuple[str, ...]) -> tuple[Check, ...]:
    """The checks by those codes, all but the skipped ones if none is given, as severe as the project says.

    ProjectError for a code that no check has, in `wanted` or in the settings.
    """
    settings = project.settings.check
    known = {check.code: check for check in registry.checks()}
    for name in ("errors", "warnings", "skip"):
        _refuse_unknown(getattr(settings, name), tuple(known), f"check.{name}: ", FILE_NAME)
    _refuse_unknown(wanted, tuple(known), "", "")
    codes = wanted or [code for code in known if code not in settings.skip]
    return tuple(_as_severe(project, known[code]) for code in codes)


def rules(project: Project, locale: str) -> Rules:
    """What the checks of a locale are told; ProjectError for a term base that cannot be read."""
    settings, name = project.settings.check, project.settings.check.terms
    return Rules(
        keep=project.settings.draft.keep,
        terms=terms(project.root / name, name, project.settings.source, locale) if name else (),
        title=settings.title,
        description=settings.description,
        spelling=settings.spelling,
    )


def _as_severe(project: Project, check: Check) -> Check:
    settings = project.settings.check
    if check.code in settings.errors:
        return replace(check, severity=Severity.ERROR)
    return replace(check, severity=Severity.WARNING) if check.code in settings.warnings else check


def _refuse_unknown(codes: Sequence[str], known: Sequence[str], before: str, where: str) -> None:
    for code in codes:
        if code not in known:
            what = f"{before}no check {code!r}"
            raise ProjectError(what, where=where, hint=f"there are: {', '.join(known)}")
