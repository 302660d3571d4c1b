"""`l10n inspect`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli import output, single
from l10n.model.article import Block

if TYPE_CHECKING:
    from l10n.pipeline.inspecting import Inspected
    from l10n.stages.inspect import Part

_LEAST = 24
"""Characters of a msgid that are shown in the narrowest terminal."""


@click.command("inspect")
@click.argument("article", metavar="ARTICLE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--html", "page", type=click.Path(path_type=Path), metavar="FILE",
    help="Write a page to FILE that shows the article with its messages in colours.",
)  # fmt: skip
@single.format_option
def command(article: str, as_json: bool, page: Path | None, name: str | None) -> int:
    """Show one article as l10n reads it: its messages, and the text that is in none.

    SPAN is where a message stands, in characters. `kept` is text that readers see but translators do
    not. The article can be one of the project, any other file, or `-` for stdin.

    \b
    Example:
      l10n inspect hello.md
      l10n inspect hello.md --html hello.inspect.html
      l10n inspect page.html --json
    """
    found = _found(article, name)
    if page:
        _write(found, page)
    if as_json:
        output.as_json(_as_json(found))
    elif page:
        output.say(f"wrote {page}")
    else:
        _table(found)
    return single.complain(found.inspection.document.problems, found.place)


def _found(article: str, name: str | None) -> Inspected:
    from l10n.config import project_around
    from l10n.pipeline import inspecting
    from l10n.settings import FormatSettings

    project = project_around(Path())
    if project and article != "-" and name is None:
        if found := inspecting.in_project(project, article):
            return found
        output.note(f"{article} is no article of this project; `articles` in l10n.toml says which files are")
    settings = project.settings.formats if project else FormatSettings()
    format_name = single.format_name(article, name)
    return inspecting.alone(single.read(article), article, format_name, settings)


def _write(found: Inspected, page: Path) -> None:
    from l10n.catalog import disk
    from l10n.cli.inspect_page import html

    single.apart(page, found.path, "--html")
    disk.write(page, html(found), str(page))


def _table(found: Inspected) -> None:
    rows = [("LINE", "KIND", "SPAN", "MSGID"), *_rows(found)]
    lines = max(len(row[0]) for row in rows)
    widths = [max(len(row[column]) for row in rows) for column in (1, 2)]
    left = shutil.get_terminal_size((100, 24)).columns - lines - sum(widths) - 7
    output.table(
        [(line.rjust(lines), *more, output.shortened(text, max(left, _LEAST))) for line, *more, text in rows],
        right=4,
    )
    output.say(f"{found.place}: {summary(found)}")


def summary(found: Inspected) -> str:
    """`markdown; 12 messages in 13 places; 98 % of the visible text is in messages`."""
    percent, blocks = found.inspection.percent, found.inspection.document.blocks
    share = "no visible text" if percent is None else f"{int(percent)} % of the visible text is in messages"
    count = len({block.key for block in blocks})
    places = f" in {len(blocks):,} places" if count < len(blocks) else ""
    return f"{found.reading}; {output.plural(count, 'message')}{places}; {share}"


def _rows(found: Inspected) -> Iterator[tuple[str, str, str, str]]:
    text = found.inspection.document.text
    for line, part in found.inspection.stretches():
        raw = text[part.start : part.end]
        shown = part.source.msgid.replace("\n", " ⏎ ") if isinstance(part.source, Block) else raw
        yield str(line), kind(part), f"{part.start}:{part.end}", " ".join(shown.split())
        if isinstance(part.source, Block):
            notes = [("context", part.source.context or ""), *(("comment", c) for c in part.source.comments)]
            yield from (("", f"  {name}", "", note) for name, note in notes if note)


def kind(part: Part) -> str:
    """What a part is, for people."""
    if isinstance(part.source, Block):
        return part.source.kind
    return f"locale: {part.source.role}" if part.source else "kept"


def _as_json(found: Inspected) -> dict[str, object]:
    inspection = found.inspection
    text = inspection.document.text
    stretches = list(inspection.stretches())
    return {
        "article": found.place,
        "format": found.format_name,
        "reading": found.reading,
        "visible": {
            "characters": inspection.visible,
            "in_messages": inspection.visible - inspection.kept,
            "percent": None if inspection.percent is None else round(inspection.percent, 1),
        },
        "messages": [
            {**_place(line, part), "kind": block.kind, "msgid": block.msgid, "context": block.context,
             "comments": block.comments, "place": block.frame.place}
            for line, part in stretches if isinstance(block := part.source, Block)
        ],
        "locale": [
            {**_place(line, part), "role": part.source.role, "text": text[part.start : part.end]}
            for line, part in stretches if part.source and not isinstance(part.source, Block)
        ],
        "kept": [
            {**_place(line, part), "text": text[part.start : part.end]}
            for line, part in stretches if part.visible
        ],
        "problems": [
            {"line": problem.line, "what": problem.what, "hint": problem.hint}
            for problem in inspection.document.problems
        ],
    }  # fmt: skip


def _place(line: int, part: Part) -> dict[str, object]:
    return {"line": line, "start": part.start, "end": part.end}
