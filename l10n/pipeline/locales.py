"""The locales that a command is for, with catalogs that are grouped as the settings say."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.errors import ProjectError
from l10n.pipeline.grouping import refuse_others
from l10n.settings import Project
from l10n.text.locales import parse_locale


def chosen_locales(project: Project, wanted: Sequence[str]) -> tuple[str, ...]:
    """The target locales, or those wanted; ProjectError for one that the project does not have.

    So it is for catalogs that are grouped otherwise than the settings say: others would be made beside them.
    """
    codes = _codes(project, wanted)
    refuse_others(project, codes)
    return codes


def _codes(project: Project, wanted: Sequence[str]) -> tuple[str, ...]:
    locales = project.settings.locales
    if not locales:
        raise ProjectError(
            "no target locales", where="l10n.toml", hint='write them: locales = ["pt_BR", "es"]'
        )
    if not wanted:
        return locales
    codes = tuple(dict.fromkeys(parse_locale(code) for code in wanted))
    for code in codes:
        if code not in locales:
            hint = f"it has: {', '.join(locales)}; add others to locales in l10n.toml"
            raise ProjectError(f"locale {code} is not in this project", hint=hint)
    return codes
