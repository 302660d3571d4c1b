"""One article as l10n sees it, of a project or by itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from l10n import registry
from l10n.errors import ProjectError
from l10n.model.article import Document
from l10n.pipeline import articles
from l10n.settings import FormatSettings, Project
from l10n.stages.inspect import Inspection
from l10n.stages.inspect import inspect as stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """An article, inspected."""

    place: str
    """As errors name it."""
    path: Path
    format_name: str
    inspection: Inspection

    @property
    def reading(self) -> str:
        return read_as(self.format_name, self.inspection.document)


def read_as(format_name: str, document: Document) -> str:
    """How an article is read, for people: `text, wrapped at 72 columns`."""
    return ", ".join(filter(None, (format_name, document.reading)))


def alone(text: str, place: str, format_name: str, settings: FormatSettings) -> Inspected:
    """A text, read in that format; ProjectError if there is none of that name."""
    fmt = registry.format_named(format_name)
    inspection = stage(fmt.parse(text, settings), fmt.visible(text))
    return Inspected(place=place, path=Path(place), format_name=format_name, inspection=inspection)


def in_project(project: Project, wanted: str) -> Inspected | None:
    """The article of the project that is meant; None for a file that is none of its articles.

    ProjectError if several are meant, or neither an article nor a file; ArticleError if it cannot be read.
    """
    try:
        article = articles.only(project, wanted)
    except ProjectError:
        if Path(wanted).is_file():
            return None
        raise
    text = article.document.text
    return Inspected(
        place=article.place,
        path=article.path,
        format_name=article.format_name,
        inspection=stage(article.document, article.format.visible(text)),
    )
