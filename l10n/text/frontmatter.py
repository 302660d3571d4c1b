"""Front matter in YAML or TOML: where it ends, what is a message in it, and how that is written back."""

from __future__ import annotations

import re

from l10n.model.article import Block, Frame, LocaleSlot, Problem
from l10n.text import toml_values, yaml_values
from l10n.text.directives import Comment

_FENCED = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?\r?\n)??\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY_FIRST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:\Z|[^\s#<>*`][^\n]*?(?::(?:\s|\Z)|=)|\[|\{)")
_COMMENT = re.compile(r"(?m)^[ \t]*#([^\r\n]*)")


def bounds(text: str) -> tuple[int, int]:
    """Start and end of the front matter (YAML or TOML), fences included; both the same: there is none.

    What stands between two thematic breaks is front matter only if it begins like a mapping.
    """
    start = 1 if text.startswith("\ufeff") else 0  # a byte order mark belongs to no block
    match = _FENCED.match(text, start)
    return start, match.end() if match and _KEY_FIRST.match(match[2] or "") else start


def parse(
    front: str, offset: int, keys: frozenset[str]
) -> tuple[list[Block], list[LocaleSlot], list[Problem]]:
    """Messages of the values whose keys are in `keys`, at any depth, and the slot of a top-level `lang`.

    `front` is the front matter with its fences, `offset` the characters before it.
    """
    if not front:
        return [], [], []
    begin = front.index("\n") + 1
    source = front[begin : front.rindex(front[:3])]
    read = yaml_values.parse if front.startswith("---") else toml_values.parse
    return read(source, offset + begin, keys)


def comments(front: str, offset: int) -> list[Comment]:
    """Where comment lines begin, and what they say."""
    return [(offset + match.start(), match[1]) for match in _COMMENT.finditer(front)]


def render(frame: Frame, translation: str) -> str:
    """The value for `translation` in the style of its source."""
    write = yaml_values.render if frame.place.startswith("yaml") else toml_values.render
    return write(frame, translation)
