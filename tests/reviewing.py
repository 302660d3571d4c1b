"""A project with drafts that people decide on, and what its catalog and ledger say."""

from __future__ import annotations

from pathlib import Path

from processes import Ran, called, catalog, make_project, reviewed

from l10n.catalog import ledger, po
from l10n.model.entry import Entry
from l10n.model.event import Act, Event
from l10n.stages.history import message_hash

ANA = "Ana Souza <ana@example.com>"
THREE = "The ferry is late today.\n\nThe *old* pier.\n\nNobody saw the whale.\n"
MSGIDS = THREE.strip().split("\n\n")
LEDGER = "locales/pt_BR/LC_MESSAGES/a.ledger.jsonl"


def drafted(root: Path, text: str = THREE, *, settings: str = "") -> Path:
    """A project with an article of which every message has a draft."""
    made = make_project(root, {"a.md": text}, settings=settings)
    called("update", cwd=made)
    called("draft", "--engine", "pseudo", cwd=made)
    return made


def entries(root: Path) -> dict[str, Entry]:
    found = po.read(catalog(root), "a.po")
    assert found
    return {entry.msgid: entry for entry in found.catalog.entries}


def events(root: Path) -> list[Event]:
    return list(ledger.read(root / LEDGER, LEDGER).events)


def acts(root: Path) -> list[tuple[Act, str]]:
    """What was done to which message; its hash where the catalog has it no more."""
    msgids = {message_hash(entry.key): msgid for msgid, entry in entries(root).items()}
    return [(event.what, msgids.get(event.message, event.message)) for event in events(root)]


def approve(root: Path, *args: str) -> Ran:
    return called("approve", "a.md", "--by", ANA, *args, cwd=root)


def clear(root: Path, *msgids: str) -> None:
    """Take fuzzy marks away, as OmegaT does."""
    known = entries(root)
    reviewed(catalog(root), {msgid: known[msgid].msgstr for msgid in msgids})
