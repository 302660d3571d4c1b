"""Header lines of plain text: `Title: …`, `Author: …` before the first blank line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from l10n.model.article import Block, LocaleSlot
from l10n.text.locales import LOOKS_LIKE_CODE
from l10n.text.plain_lines import Line

_FIELD = re.compile(
    r"(?P<name>[A-Z][A-Za-z_ -]{0,30}?)[ \t]*:[ \t]+(?P<value>\S.*)|(?P<empty>[A-Z][A-Za-z_ -]{0,30}):"
)
_TEXTS = frozenset({"headline", "subject", "standfirst", "deck", "lead"})
"""Fields that are messages in plain text beside the keys of front matter."""
_OTHERS = frozenset(
    {
        "author",
        "authors",
        "by",
        "byline",
        "date",
        "from",
        "to",
        "slug",
        "tags",
        "category",
        "section",
        "lang",
        "language",
    }
)


def read(lines: Sequence[Line], keys: Collection[str]) -> tuple[list[Block], list[LocaleSlot]]:
    """Messages of the header's values, and the slot of its language; nothing if the lines are no header.

    They are one if each of them is a field, and one of the fields is well known.
    """
    fields = [_FIELD.fullmatch(line.text) for line in lines]
    names = [_key(match) for match in fields if match]
    if len(names) < len(lines) or not (_TEXTS | _OTHERS | set(keys)) & set(names):
        return [], []
    blocks, slots = [], []
    for line, match in zip(lines, fields, strict=True):
        if match and match["value"]:
            name, start = _key(match), line.start + match.start("value")
            if name in _TEXTS or name in keys:
                kind = f"header: {name}"
                blocks.append(
                    Block(msgid=match["value"], kind=kind, start=start, end=line.end, line=line.number)
                )
            elif name in ("lang", "language") and LOOKS_LIKE_CODE.fullmatch(match["value"]):
                slots.append(LocaleSlot(start=start, end=line.end))
    return blocks, slots


def _key(match: re.Match[str]) -> str:
    return re.sub("[ -]", "_", (match["name"] or match["empty"]).lower())
