"""The text of an entry: of one that changed, only the lines that must be others are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.catalog import comments
from l10n.catalog.chunks import Chunk
from l10n.catalog.strings import columns, written
from l10n.catalog.style import Style
from l10n.model.entry import Entry

_KEYWORD = re.compile(r'^[ \t]*(?:#~[ \t]*)?(msg\w+)(?=[ \t]*")', re.MULTILINE)
_MARKED = re.compile(r"^#~ ?(?!\|)", re.MULTILINE)
_UNMARKED = re.compile(r"^(?=[^\r\n])", re.MULTILINE)
_WAS = re.compile(r"^#\|", re.MULTILINE)
_MARKED_WAS = re.compile(r"^#~\|", re.MULTILINE)
_PAGE = 79
"""Columns of a line with several references where strings are not wrapped."""


def new_lead(entry: Entry, style: Style) -> str:
    """The comments of an entry."""
    return "".join(
        _comment(kind, text, entry, style) for kind in style.order for text in _said(kind, entry, style)
    )


def new_body(entry: Entry, style: Style) -> str:
    """The strings of an entry."""
    return "".join(_string(keyword, entry, style) for keyword in _keywords(entry))


def lead(chunk: Chunk, entry: Entry, style: Style) -> str:
    """What stands before the entry, with the comments that it has now."""
    old, text = chunk.entry, chunk.lead
    if entry.obsolete != old.obsolete:
        text = _WAS.sub("#~|", text) if entry.obsolete else _MARKED_WAS.sub("#|", text)
    for kind in style.order:
        if _meant(kind, old) != _meant(kind, entry):
            text = "".join(_replaced(comments.lines(text), kind, entry, style))
    return text


def body(chunk: Chunk, entry: Entry, style: Style) -> str:
    """The strings of the entry; those that did not change keep their lines."""
    old, text = chunk.entry, chunk.body
    if entry.obsolete != old.obsolete:
        text = _UNMARKED.sub("#~ ", text) if entry.obsolete else _MARKED.sub("", text)
    if (entry.msgid, entry.msgstr, entry.context) == (old.msgid, old.msgstr, old.context):
        return text
    found = list(_KEYWORD.finditer(text))
    if [match[1] for match in found] != _keywords(old):
        return new_body(entry, style)
    ends = [*(match.start() for match in found[1:]), len(text)]
    own = {match[1]: text[match.start() : end] for match, end in zip(found, ends, strict=True)}
    return "".join(
        own[word] if word in own and _value(word, entry) == _value(word, old) else _string(word, entry, style)
        for word in _keywords(entry)
    )


def _keywords(entry: Entry) -> list[str]:
    return ["msgid", "msgstr"] if entry.context is None else ["msgctxt", "msgid", "msgstr"]


def _value(keyword: str, entry: Entry) -> str:
    return {"msgctxt": entry.context or "", "msgid": entry.msgid, "msgstr": entry.msgstr}[keyword]


def _string(keyword: str, entry: Entry, style: Style) -> str:
    width = 0 if "no-wrap" in entry.flags else style.width
    lines = written(keyword, _value(keyword, entry), "#~ " if entry.obsolete else "", width)
    return lines if style.newline == "\n" else lines.replace("\n", style.newline)


def _meant(kind: str, entry: Entry) -> object:
    return {
        comments.NOTE: entry.comments,
        comments.EXTRACTED: entry.extracted,
        comments.REFERENCE: entry.references,
        comments.FLAG: entry.flags,
        comments.PREVIOUS: entry.previous,
    }.get(kind)


def _said(kind: str, entry: Entry, style: Style) -> list[str]:
    """What the comments of a kind say, line by line, without their marks."""
    if kind == comments.NOTE:
        return list(entry.comments)
    if kind == comments.EXTRACTED:
        return list(entry.extracted)
    if kind == comments.REFERENCE:
        return list(_packed(entry.references, style)) if style.packed else list(entry.references)
    if kind == comments.FLAG:
        return [", ".join(entry.flags)] if entry.flags else []
    if not entry.previous:
        return []
    context, msgid = entry.previous
    mark = "#~| " if entry.obsolete else "#| "
    width = style.width and style.width - len(mark)
    lines = ("" if context is None else written("msgctxt", context, width=width)) + written(
        "msgid", msgid, width=width
    )
    return lines.split("\n")[:-1]


def _packed(references: Sequence[str], style: Style) -> Iterator[str]:
    line = ""
    for reference in references:
        if line and columns(f"#: {line} {reference}") > (style.width or _PAGE):
            yield line
            line = ""
        line = f"{line} {reference}" if line else reference
    if line:
        yield line


def _comment(kind: str, text: str, entry: Entry, style: Style) -> str:
    mark = "#~|" if kind == comments.PREVIOUS and entry.obsolete else f"#{kind}".rstrip()
    return f"{mark} {text}{style.newline}" if text else mark + style.newline


def _replaced(lines: Sequence[str], kind: str, entry: Entry, style: Style) -> list[str]:
    """The lines, with those of a kind that say what the entry says now."""
    said = _said(kind, entry, style)
    if lines and not lines[-1].endswith("\n"):  # the entry before ended on the same line
        lines = [*lines[:-1], lines[-1] + style.newline]
    result: list[str] = []
    done, place = 0, None
    for line in lines:
        mark, text = comments.kind(line)
        if mark != kind:
            result.append(line)
            continue
        at = _index(said, text if kind in (comments.NOTE, comments.EXTRACTED) else text.strip(), done)
        if at is not None:
            result += [_comment(kind, new, entry, style) for new in said[done:at]] + [line]
            done = at + 1
        place = len(result)
    if place is None:
        later = style.order[style.order.index(kind) + 1 :]
        places = (at for at, line in enumerate(result) if comments.kind(line)[0] in later)
        place = next(places, len(result))
    result[place:place] = [_comment(kind, new, entry, style) for new in said[done:]]
    return result


def _index(said: Sequence[str], text: str, start: int) -> int | None:
    try:
        return said.index(text, start)
    except ValueError:
        return None
