"""What became of texts that came back from translators."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from l10n.model.unit import Unit


class Fate(Enum):
    """What became of a text that came back."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    """The catalog has it already."""
    OLDER = "older"
    """Only the catalog has changed since the file was made, so its text stays."""
    NOTED = "notes"
    """The same, with new notes."""
    STALE = "stale"
    """Taken, fuzzy, for a message whose source has changed since the file was made."""
    BROKEN = "broken"
    """Taken as a draft: it lacks links, code, tags or placeholders of its source, or has more."""
    CONFLICT = "conflict"
    EMPTIED = "emptied"
    UNKNOWN = "unknown"


FINDINGS = (Fate.BROKEN, Fate.CONFLICT, Fate.EMPTIED, Fate.UNKNOWN)
"""Those that a person has to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a unit, and why."""

    unit: Unit
    fate: Fate
    why: str = ""
