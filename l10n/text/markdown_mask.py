"""What site generators add to Markdown, hidden from its parser: templates, components, modules, directives.

Everything keeps its place: a byte is a byte afterwards. Lines that have nothing else become blank; inside
a line a template tag becomes an HTML tag of the same length, which means as little to Markdown.
"""

from __future__ import annotations

import re

from l10n.text.templates import AFTER_BRACE

# Also MDX comments and kramdown's attribute lists.
_AFTER_BRACE = rb"(?:" + AFTER_BRACE.encode() + rb"|/\*(?:[^*{]|\*(?!/\})|\{(?!/\*))*+\*/\}|:[^{}\n]*+\})"
_BRACES = rb"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
_AFTER_LESS = (
    rb"/?[A-Z][\w.]*+(?<=[a-z\d])(?:[^<>{}\"'\n]|\n(?!\s*\n)|\"[^\"]*+\"|'[^']*+'|" + _BRACES + rb")*+>"
)
_MARKDOWN_INSIDE = rb"<\w[^<>\n]*?\smarkdown(?:=(?:1|span|block|\"\w+\"|'\w+'))?(?=[\s>])[^<>\n]*+>"
_FENCED = (
    rb"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:(?P<ticks>`{3,})[^`\n]*+|(?P<tildes>~{3,})[^\n]*+)"
    rb"(?:\n(?![ \t>]*+(?:(?P=ticks)|(?P=tildes)))[^\n]*+)*+(?:\n[ \t>]*+[`~]+[ \t]*+$)?"
)
_IMPORT = rb"import\s+(?:[\w*${},\s]{1,500}?\sfrom\s+)?(?:\"[^\"\n]+\"|'[^'\n]+');?[ \t]*$"
_EXPORT = (
    rb"export\s+(?:(?:const|let|var)\s+\w+\s*=|(?:async\s+)?function\b|class\s|\{|\*|default\s[^\n]*[;{(\[)}>]$)"
    rb"[^\n]*+(?:\n(?![ \t]*+(?:\n|`{3}|~{3}))[^\n]*+)*+"
)
_ALONE = (
    rb"(?P<prefix>[ \t>]*+)(?P<alone>(?:(?:"
    + b"|".join((rb"\{" + _AFTER_BRACE, rb"<" + _AFTER_LESS, _MARKDOWN_INSIDE))
    + rb")[ \t]*+)++|\{[^{}\n]*+\}[ \t]*+|:{2,}[^\n]*+)$"
)
_LINE = b"|".join(
    (
        rb"(?P<fence>" + _FENCED + rb")",
        rb"(?P<module>" + _IMPORT + rb"|" + _EXPORT + rb")",
        _ALONE,
        rb"[ \t]*+(?P<colon>:(?=[^\s:|-]))",
    )
)
# It begins with the characters that anything hidden begins with or follows: these are found fast.
_HIDDEN = re.compile(
    rb"[\n{<](?:(?<=\n)(?:"
    + _LINE
    + rb")|(?<=\{)(?<!\{\{)(?P<template>"
    + _AFTER_BRACE
    + rb")|(?<=<)(?P<component>"
    + _AFTER_LESS
    + rb"))",
    re.MULTILINE,
)
_SIGNS = (b"{", b"\n:", b":::", b"import ", b"export ", b" markdown")
_STARTS_COMPONENT = re.compile(rb"</?[A-Z]")
_VERBATIM = re.compile(rb"\{[%{][-<%]?\s*(?P<name>comment|raw|verbatim|highlight|codeblock|literal)\b")
_PRINTED = re.compile(rb"(?m)(?P<prefix>^[ \t>]+)|[^\n]")
_DESTINATION = re.compile(rb"\]\([^()\s]*\Z")


def mask(data: bytes) -> bytes:
    """The article, as long as it was, without what is none of Markdown's; `data` itself if all of it is."""
    if not (
        data.startswith((b":", b"import ", b"export ")) or any(sign in data for sign in _SIGNS)
    ) and not _STARTS_COMPONENT.search(data):
        return data
    return _hidden(b"\n" + data)[1:]  # so that every line has a line end before it


def _hidden(data: bytes) -> bytes:
    pieces, at = [], 0
    endless: set[bytes] = set()
    for match in _HIDDEN.finditer(data):
        start, end = match.span(match.lastgroup or 0)
        start -= match.lastgroup in ("template", "component")
        if start < at or match["fence"] is not None:
            continue
        quoted = b">" in (match["prefix"] or b"")
        if (region := _region(data, start, end, endless)) > end:
            found, end = _blank(data[start:region], quoted=quoted), region
        else:
            found = _masked(match.lastgroup or "", data[start:end], data, start, quoted)
        pieces += [data[at:start], found]
        at = end
    return b"".join([*pieces, data[at:]])


def _masked(kind: str, found: bytes, data: bytes, start: int, quoted: bool) -> bytes:
    if kind in ("module", "alone"):
        return _blank(found, quoted=quoted)
    if kind == "colon":  # else it is taken for a definition, `:tada:` for one
        return b";"
    if kind == "component":
        return re.sub(_BRACES, lambda braces: re.sub(rb"\S", b"x", braces[0]), found)
    filler = re.sub(rb"[^\n]", b"x", found)
    if _DESTINATION.search(data, max(0, start - 500), start):
        return filler
    return b"<" + filler[1:-2] + b"/>"


def _blank(found: bytes, *, quoted: bool) -> bytes:
    """Spaces for all but the line ends, and the marks before lines of a quote."""
    return _PRINTED.sub(lambda match: match[0] if quoted and match["prefix"] else b" " * len(match[0]), found)


def _region(data: bytes, start: int, end: int, endless: set[bytes]) -> int:
    """Where the text ends that a tag like `{% raw %}` keeps from being read; `end` if it is no such tag.

    `endless` are the names of tags that nothing ends from here on, so that no end is looked for twice.
    """
    match = _VERBATIM.match(data, start, end)
    if not match or match["name"] in endless:
        return end
    close = re.compile(rb"\{[%{][-<%]?\s*(?:end|/\s*)" + match["name"] + rb"\b[^{}\n]*\}")
    found = close.search(data, end)
    if not found:
        endless.add(match["name"])
        return end
    return found.end()
