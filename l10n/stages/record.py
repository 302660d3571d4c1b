"""The record of a draft, a comment for translators: who made it, how risky it is, and which text is meant.

`l10n: drafted by SIGNATURE; risk 0.12; NOTES; text HASH`. The hash is that of the draft: where it fits no
longer, a person has changed the text. Programs may wrap the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from l10n.model.draft import Draft
from l10n.model.entry import Entry, State
from l10n.stages.history import text_hash

_RECORD = re.compile(
    r"^l10n:\sdrafted\sby\s(?P<signature>[^;]+)(?:;\srisk\s(?P<risk>[01]\.\d\d))?"
    r"(?P<notes>(?:;\s[^;]+)*?);\s(?:text\s(?P<hash>[0-9a-f]{8})|reviewed)\n",
    re.MULTILINE,
)

_ENGINE = re.compile(r"^l10n:\sdrafted\sby\s([^;\n]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a draft that nobody has changed."""

    signature: str
    risk: float | None
    """From 0 to 1; None in records of early versions."""
    notes: tuple[str, ...]


def record(entry: Entry) -> Record | None:
    """The record of the entry's text; None where no machine wrote it, or not exactly so."""
    for match in _RECORD.finditer(_joined(entry.comments)):
        if match["hash"] == _hash(entry.msgstr):
            notes = (" ".join(note.split()) for note in match["notes"].split(";"))
            return Record(
                signature=" ".join(match["signature"].split()),
                risk=float(match["risk"]) if match["risk"] else None,
                notes=tuple(filter(None, notes)),
            )
    return None


def is_untouched(entry: Entry) -> bool:
    """Is its text a draft, exactly as a machine wrote it?"""
    return entry.state is State.DRAFT and record(entry) is not None


def engine(comments: tuple[str, ...]) -> str:
    """Who drafted the text, or one that it was made from, by the last record; empty where there is none."""
    return next(reversed(_ENGINE.findall(_joined(comments))), "")


def recorded(comments: tuple[str, ...], draft: Draft, signature: str) -> tuple[str, ...]:
    """The comments with the record of that draft, in place of earlier ones."""
    parts = [
        f"l10n: drafted by {signature}",
        f"risk {draft.risk:.2f}",
        *draft.notes,
        f"text {_hash(draft.text)}",
    ]
    return (*unrecorded(comments), "; ".join(parts))


def unrecorded(comments: tuple[str, ...]) -> tuple[str, ...]:
    """The comments without a record."""
    return tuple(_RECORD.sub("", _joined(comments)).split("\n")[:-1])


def carried(entry: Entry, msgstr: str) -> Entry:
    """The entry with a text that was made of its own: a draft that nobody has changed stays one."""
    comments = entry.comments
    if entry.fuzzy and record(entry):
        known = f"text {_hash(entry.msgstr)}\n"
        told = _RECORD.sub(
            lambda found: found[0].replace(known, f"text {_hash(msgstr)}\n"), _joined(comments)
        )
        comments = tuple(told.split("\n")[:-1])
    return replace(entry, msgstr=msgstr, comments=comments)


def approved(comments: tuple[str, ...]) -> tuple[str, ...]:
    """The comments of a text that a person has approved: it is no machine's any more."""
    told = _RECORD.sub(lambda found: re.sub(r"text\s\w+\n\Z", "reviewed\n", found[0]), _joined(comments))
    return tuple(told.split("\n")[:-1])


def _joined(comments: tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for line in comments)


def _hash(text: str) -> str:
    return text_hash(text)[:8]
