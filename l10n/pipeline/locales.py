"""The locales that a command is for, with catalogs that are grouped as the settings say."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.catalog import layout
from l10n.errors import L10nError, ProjectError
from l10n.pipeline import articles, grouping
from l10n.pipeline.library import Library
from l10n.settings import Project
from l10n.text.locales import parse_locale


def chosen_locales(project: Project, wanted: Sequence[str]) -> tuple[str, ...]:
    """The target locales, or those wanted; ProjectError for one that the project does not have.

    So it is for catalogs that are grouped otherwise than the settings say: others would be made beside them.
    """
    codes = _codes(project, wanted)
    refuse_others(project, codes)
    return codes


def refuse_others(project: Project, locales: Sequence[str]) -> None:
    """ProjectError if there are catalogs that are grouped otherwise than the settings say."""
    library, wanted = Library(project), project.settings.catalogs.per
    for path in (path for locale in locales for path in grouping.catalogs(project, locale)):
        found = articles.attempt(library.grouped_per, path)
        if isinstance(found, L10nError):  # told of where an article needs it
            continue
        if found not in ("", wanted):
            what = f"catalogs are grouped per {found}, l10n.toml says per {wanted}"
            raise ProjectError(what, where=layout.place(project, path), hint="run `l10n catalogs regroup`")


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
