"""An article taken apart for an engine: what is known of both, and a desk for each message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from l10n import registry
from l10n.drafting import casing
from l10n.drafting.door import Door
from l10n.model.article import Document, Key
from l10n.ports import Engine, Format
from l10n.settings import DraftSettings
from l10n.stages.desk import Desk


def opened(
    settings: DraftSettings, source: str, target: str, engine: Engine, exonyms: Mapping[str, str]
) -> Door:
    """The door of an engine from one locale to another; `exonyms` are names that people have translated."""
    judged = registry.engine_named(settings.engine).judged
    return Door(
        source=source,
        target=target,
        typography=settings.typography and judged,
        judged=judged,
        keep=settings.keep,
        exonyms=exonyms,
        knows=engine.knows,
        unreadable=engine.unreadable,
    )


def desks(document: Document, fmt: Format, door: Door, keys: Iterable[Key]) -> list[Desk]:
    """A desk for each of the keys that the article has; a message is read as where it stands first."""
    scopes = {block.key: document.scope(block) for block in reversed(document.blocks)}
    door = replace(door, usual=casing.usual(block.msgid for block in document.blocks))
    return [Desk(key, fmt, scopes[key], door) for key in keys if key in scopes]
