"""The PO files that tools write, an entry at a time; what is unusual in a file is left to polib.

polib takes several times as long, and does not tell which lines an entry has. It reads whatever this
reader declines: so a strict subset is enough here, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.catalog.chunks import Chunk
from l10n.model.article import Key
from l10n.model.entry import Entry

_LINE = r'"[^"\\\n]*+(?:\\["\\ntrvbf][^"\\\n]*+)*+"'
_STRING = rf"{_LINE}(?:\n{_LINE})*+"
_PREVIOUS = r"(?:#~?\|[^\n]*\n)*+"
_BODY = (
    rf"(?:msgctxt (?P<context>{_STRING})\n)?msgid (?P<msgid>{_STRING})\nmsgstr (?P<msgstr>{_STRING})(?:\n|\Z)"
)
_ENTRY = re.compile(rf"(?P<comments>(?:#(?!~)[^\n]*\n)*+){_BODY}\n*+")
_OBSOLETE = re.compile(
    rf"(?P<comments>(?:#(?!~)[^\n]*\n)*+{_PREVIOUS})(?P<old>(?:#~(?!\|)[^\n]*(?:\n|\Z))++)\n*+"
)
_TAIL = re.compile(r"(?:#[ \n][^\n]*\n?|#\n?|\n)++")
_OLD = re.compile(_BODY)
_WAS = re.compile(rf"(?:msgctxt (?P<context>{_STRING})\n)?msgid (?P<msgid>{_STRING})\n")
_MARK = re.compile(r"^#~ ?", re.MULTILINE)
_WAS_MARK = re.compile(r"^#~?\| ?", re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "b": "\b", "f": "\f", '"': '"', "\\": "\\"}
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069\\S*|\\S+")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, its text, and the offset of its body."""

    entry: Entry
    chunk: Chunk
    at: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """Entries in order, the header first if there is one; behind `end` stand only comments."""

    found: list[Found]
    end: int


def parse(text: str) -> Parsed | None:
    """The entries of a PO file with line ends `\n`; None if it is not what PO tools write."""
    found: list[Found] = []
    at = len(text) - len(text.lstrip("\n"))
    while at < len(text):
        match = _ENTRY.match(text, at)
        item = _live(match) if match else _obsolete(text, at)
        if item is None:
            return Parsed(found, at) if _TAIL.fullmatch(text, at) else None
        found.append(item[0])
        at = item[1]
    return Parsed(found, at)


def _live(match: re.Match[str]) -> tuple[Found, int] | None:
    comments = match["comments"]
    body = match[0][len(comments) :].rstrip("\n") + "\n"
    entry = _entry(comments, match)
    return (Found(entry, Chunk(comments, body), match.end("comments")), match.end()) if entry else None


def _obsolete(text: str, at: int) -> tuple[Found, int] | None:
    match = _OBSOLETE.match(text, at)
    inner = _OLD.match(_MARK.sub("", match["old"])) if match else None
    if match is None or inner is None:
        return None
    lines = inner[0].count("\n") + (not inner[0].endswith("\n"))
    body = "".join(f"{line}\n" for line in match["old"].split("\n")[:lines])
    entry = _entry(match["comments"], inner, obsolete=True)
    end = match.start("old") + len(body)
    while text.startswith("\n", end):
        end += 1
    return (Found(entry, Chunk(match["comments"], body), match.start("old")), end) if entry else None


def _entry(comments: str, match: re.Match[str], *, obsolete: bool = False) -> Entry | None:
    notes, extracted, references, flags, was = [], [], [], [], []
    for line in comments.split("\n")[:-1]:
        mark = line[1:2]
        if mark == "." and line[2:3] in ("", " "):
            extracted.append(line[3:])
        elif mark == ":":
            references += _REFERENCE.findall(line[2:])
        elif mark in ("", " "):
            notes.append(line[2:])
        elif mark == ",":
            flags += [flag.strip() for flag in line[2:].split(",")]
        elif mark == "|" or line.startswith("#~|"):
            was.append(line)
        else:
            return None
    previous = previous_key(was)
    if was and previous is None:
        return None
    context = match["context"]
    return Entry(
        msgid=_value(match["msgid"]),
        msgstr=_value(match["msgstr"]),
        context=None if context is None else _value(context),
        comments=tuple(notes),
        extracted=tuple(extracted),
        references=tuple(references),
        flags=tuple(flags),
        previous=previous,
        obsolete=obsolete,
    )


def previous_key(lines: Sequence[str]) -> Key | None:
    """The source that lines with `#|` or `#~|` tell of; None if they tell of none."""
    match = _WAS.fullmatch(_WAS_MARK.sub("", "\n".join([*lines, ""])))
    if match is None:
        return None
    return (None if match["context"] is None else _value(match["context"]), _value(match["msgid"]))


def _value(strings: str) -> str:
    """What the lines of a string mean together."""
    text = strings[1:-1].replace('"\n"', "")
    return _ESCAPE.sub(lambda match: _ESCAPED[match[1]], text) if "\\" in text else text
