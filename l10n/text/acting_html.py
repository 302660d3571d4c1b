"""HTML that acts or hides, wherever it stands in a text and however it is encoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_MARK = re.compile(r"[<&{%\\\]]")
_SIGN = re.compile(
    r"[<&]|\{[/#%]|script\\?:|data\\?:|blob\\?:|file\\?:|about\\?:|\]:|\[\s*\]\(|(?:%|\\u00|\\x)3c",
    re.IGNORECASE,
)
_ELEMENTS = (
    "animate|applet|audio|base|basefont|bgsound|button|canvas|details|dialog|embed|fencedframe|foreignobject|form"
    "|frame|frameset|iframe|ilayer|image|img|input|isindex|keygen|layer|link|listing|marquee|math|meta|noembed"
    "|noframes|noscript|object|option|param|plaintext|portal|script|select|set|slot|source|style|svg|template"
    "|textarea|title|track|use|video|xml|xmp"
)
_ELEMENT = re.compile(rf"<[\s/]*+({_ELEMENTS})(?![\w-])", re.IGNORECASE)
_COMMENT = re.compile(
    r"<!--|<!\[CDATA\[|<!\w++|<\?\w*+|\{/\*|\{#(?![\w-]+\})|\{%-?\s*+comment\b", re.IGNORECASE
)
_TAG = re.compile(r"<[A-Za-z][^<>]*+")
_ATTRIBUTE = re.compile(r"""(?:[\s/]|(?<=["']))([\w:@.-]++)(?:\s*+=\s*+("[^"]*+"?|'[^']*+'?|[^\s>"']++))?""")
_ACTING = re.compile(
    r"on\w{3,}|style|hidden|inert|aria-hidden|srcdoc|srcset|formaction|action|ping|http-equiv|background|poster"
    r"|dynsrc|lowsrc|color|bgcolor|is|popover\w*"
)
_TINY = re.compile(r"[01](?:px)?")
_CLASSES = re.compile(
    r"(?<![\w-])(?:d-none|hidden|hide|invisible|is-hidden|screen-reader-text|sr-only|visually-?hidden)(?![\w-])"
)
_LINK = re.compile(
    r"""(?:\]\(<?|\]:<?|=["']?|<|url\(["']?)((?:x-)?(?:java|vb|live)script|mocha|data|blob|file|filesystem|about"""
    r"|view-source):",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"(?<!!)\[\s*+\]\(|<a\b[^<>]*+>\s*+</a\b", re.IGNORECASE)
_DEFINITION = re.compile(
    r"""^ {0,3}\[[^\]\n]++\]:[ \t]*+[^\s"'(]\S*+(?:[ \t]++(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*+$""",
    re.MULTILINE,
)
_CODED = re.compile(r"(?:%|\\u00|\\x)([2-7][0-9A-Fa-f])")
_NO_TEXT = re.compile(r"[\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\\]+")
_DEPTH = 3
"""How often a text is decoded that has been encoded more than once."""


def acting(text: str) -> list[str]:
    """What acts or hides in a text, by names such as `<script>`, `onclick`, `javascript:`; each as often."""
    return list(_found(_decoded(text))) if _MARK.search(text) and _SIGN.search(text) else []


def _decoded(text: str) -> str:
    text = _CODED.sub(lambda match: chr(int(match[1], 16)), text)
    for _ in range(_DEPTH):
        if "&" not in text:
            break
        text = unescape(text)
    return text


def _found(text: str) -> Iterator[str]:
    if "<" in text:
        yield from (f"<{name.lower()}>" for name in _ELEMENT.findall(text))
        for tag in _TAG.findall(text):
            yield from _attributes(tag)
    yield from _COMMENT.findall(text)
    yield from (f"{scheme.lower()}:" for scheme in _LINK.findall(_NO_TEXT.sub("", text)))
    yield from ("a link without a text" for _ in _EMPTY.findall(text))
    yield from _DEFINITION.findall(text)


def _attributes(tag: str) -> Iterator[str]:
    for match in _ATTRIBUTE.finditer(tag):
        name, value = match[1].lower(), (match[2] or "").strip("\"'")
        if _ACTING.fullmatch(name) or (name in ("width", "height", "size") and _TINY.fullmatch(value)):
            yield f'{name}="{value}"' if value else name
        elif name == "class":
            yield from _CLASSES.findall(value)
