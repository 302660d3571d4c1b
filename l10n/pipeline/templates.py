"""Articles → templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.catalog import disk, layout, po
from l10n.catalog.domains import domain_of
from l10n.errors import L10nError
from l10n.model.entry import Catalog, Entry
from l10n.pipeline import clock, groups
from l10n.pipeline.grouping import grouped_per, remove_empty
from l10n.pipeline.groups import Group
from l10n.pipeline.locales import refuse_others
from l10n.settings import PER, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The template of an article, or of several."""

    name: str
    articles: int
    messages: int
    written: bool
    """Is it another one now? In a dry run: would it be?"""


def extract(
    project: Project, wanted: Sequence[str] = (), *, dry_run: bool = False
) -> Iterator[Extracted | L10nError]:
    """Write the templates of the articles; with `dry_run` only tell which would be written."""
    refuse_others(project, project.settings.locales)
    return groups.for_each(project, wanted, lambda group: [template(group, dry_run=dry_run)[0]])


def regrouped(project: Project) -> Iterator[L10nError]:
    """Write the templates as the settings group them, with the dates that they had, and remove the others.

    Yields what is wrong with articles.
    """
    per = project.settings.catalogs.per
    folder = layout.template_path(project, "").parent
    old = {path: layout.place(project, path) for path in sorted(folder.rglob("*.pot"))}
    if all(grouped_per(*item) in ("", per) for item in old.items()):
        return
    dates = {path: layout.created(path.read_text(encoding="utf-8", errors="replace")) for path in old}
    for group in groups.find(project):
        if isinstance(group, L10nError):
            yield group
            continue
        before = (layout.template_path(project, domain_of(a.name, p)) for a in group.articles for p in PER)
        template(group, dry_run=False, date=max((dates.get(path, "") for path in before), default=""))
    for path, name in old.items():
        if grouped_per(path, name) not in ("", per):
            with disk.errors(name):
                path.unlink()
            remove_empty(path.parent)


def template(group: Group, *, dry_run: bool, date: str = "") -> tuple[Extracted, Catalog]:
    """A template is made anew each time; its creation date is that of the last change of a message.

    `date` is for one that was not there before; empty: now.
    """
    path = layout.template_path(group.project, group.domain)
    name = layout.place(group.project, path)
    old = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    known = po.understood(old.encode(), name).catalog.entries if old and group.others else ()
    made = _template(group, known, layout.created(old) or date or now())
    text = po.render(made)
    if old and text != old and _strings(text) != _strings(old):
        made = _template(group, known, now())
        text = po.render(made)
    written = text != old and (dry_run or disk.write(path, text, name))
    count = len(group.articles)
    return Extracted(name=group.name, articles=count, messages=len(made.entries), written=written), made


def now() -> str:
    """The time for headers; SOURCE_DATE_EPOCH where it is set."""
    return layout.stamp(clock.seconds())


def _template(group: Group, known: Sequence[Entry], date: str) -> Catalog:
    header = layout.template_header(group.domain, date, group.project.settings.catalogs.per)
    return Catalog(header=header, entries=group.messages(known))


def _strings(text: str) -> list[str]:
    """The lines of a PO file's messages, without header and comments."""
    return [line for line in text.partition("\n\n")[2].split("\n") if not line.startswith("#")]
