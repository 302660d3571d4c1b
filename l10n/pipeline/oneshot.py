"""One article, without a project."""

from __future__ import annotations

from dataclasses import dataclass

from l10n import registry
from l10n.errors import ProjectError
from l10n.model.article import Problem
from l10n.pipeline import doors
from l10n.pipeline.progress import Counter, Progress
from l10n.ports import Format
from l10n.settings import DraftSettings, FormatSettings
from l10n.stages import draft as stage
from l10n.stages.guard import guarded
from l10n.text.locales import parse_locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """A drafted article, and how many of its messages stayed in the source language."""

    text: str
    messages: int
    left: int
    problems: tuple[Problem, ...] = ()


def translate(
    text: str, fmt: Format, source: str, target: str, settings: DraftSettings, progress: Progress
) -> Translated:
    """Draft all messages of `text` from one locale to another, and compile it with the drafts."""
    source, target = parse_locale(source), parse_locale(target)
    if source == target:
        raise ProjectError(
            f"the article is in {source} already", hint="choose another locale for --to or --from"
        )
    engine = registry.engine_named(settings.engine).open(source, target, settings)
    document = fmt.parse(text, FormatSettings())
    door = doors.opened(settings, source, target, engine, exonyms={})
    desks = doors.desks(document, fmt, door, dict.fromkeys(block.key for block in document.blocks))
    for _ in stage.work(desks, engine, Counter(len(desks), progress)):
        pass
    found = stage.finished(desks)
    drafts = {key: draft.text for key, draft in found.items() if draft is not None}
    result = guarded(document, drafts, fmt, target, lambda text: fmt.parse(text, FormatSettings()))
    return Translated(
        text=result.text,
        messages=len(desks),
        left=len(desks) - len(drafts) + len(result.rejected),
        problems=document.problems,
    )
