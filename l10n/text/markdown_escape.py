"""Plain text and translations → Markdown that means the same where it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.model.article import Scope
from l10n.text import markdown_inline
from l10n.text.markdown_syntax import closed

# Characters that would become markup; `_` only at the edge of a word, `[` only before what makes it a link.
_SPECIAL = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[*`]|~(?!\s)|(?<!\s)~|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)"
    r"|\$(?=\S[^$]*\$)|!?\[(?=\^|[^\]]*\][(\[])"
)
# What would begin another block where a line of a paragraph begins (CommonMark 0.31.2, chapter 4 and 5).
_OPENERS = re.compile(
    r"#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3,}(?=[^`]*$)|~{3}|=+\s*$|-+\s*$|(?:[-*_]\s*){3,}$|\||:"
    r"|\[(?=(?:[^\]\\]|\\.)+\]:)|\[(?=[ xX]\](?:\s|$))|\[(?=!\w+\])|<(?=[!?/A-Za-z])"
)
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_ATTRIBUTES = re.compile(r"(\{[^{}]*)\}$")
# Tags that begin an HTML block wherever a line begins with them (CommonMark 0.31.2, 4.6, kinds 1 and 6).
_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
    r"|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li"
    r"|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|style|summary"
    r"|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"(?<!\\)((?:\\\\)*)<(?=[!?])")
_TAG = re.compile(r"<[!?/]?[\w-]*")


def escape(text: str) -> str:
    """Plain text as Markdown without markup."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}" if match[0] != "![" else "!\\[", text)


def at_line_start(line: str, msgid: str) -> str:
    """The line, its first character escaped if it would begin another block and the source does not."""
    if number := _NUMBER.match(line):
        return f"{number[0]}\\{line[number.end() :]}"
    opener = _OPENERS.match(line)
    if not opener or opener[0] == _opener(msgid) != "<" or _is_source_tag(line, msgid):
        return line
    return f"\\{line}"


# A message can have as many lines as tags: each is asked for with the same msgid.
@lru_cache(maxsize=1)
def _opener(msgid: str) -> str:
    found = _OPENERS.match(msgid)
    return found[0] if found else ""


@lru_cache(maxsize=1)
def _source_tags(msgid: str) -> frozenset[str]:
    """How the tags of the message begin: `<b`, `</b`."""
    inline = markdown_inline.parse(msgid, Scope())
    raws = [raw for span in inline.spans for raw in (span.open, span.close)] + [a.raw for a in inline.atoms]
    return frozenset(match[0] for raw in raws if (match := _TAG.match(raw)))


def _is_source_tag(line: str, msgid: str) -> bool:
    """Does the line begin with a tag that the message has?"""
    tag = _TAG.match(line)
    if not tag or tag[0] not in msgid:
        return False
    return msgid.startswith(tag[0]) if _BLOCK_TAG.match(line) else tag[0] in _source_tags(msgid)


def undeclared(text: str, msgid: str) -> str:
    """The text without the beginning of a declaration or a comment, which the mark of a quote could end."""
    if ("<!" in text or "<?" in text) and "<!" not in msgid and "<?" not in msgid:
        return _DECLARATION.sub(r"\1\\<", text)
    return text


def fenced(text: str, place: str) -> str:
    """The text without what would end the heading, table cell or alt text it stands in."""
    if place in ("Heading", "Setext"):
        text = _ATTRIBUTES.sub(r"\1\\}", text)
        return re.sub(r"(?<![^\s])(#+)$", r"\\\1", text) if place == "Heading" else text
    if place in ("TableCell", "FirstCell"):
        text = re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", text)
        return closed(text)
    if place.startswith("Alt"):
        text = closed(text)
        if text.startswith("[") and text.endswith("]"):  # `![[a]]` embeds the page `a`
            text = f"\\{text}"
        text = text if _balanced(text) else re.sub(r"(?<!\\)([\[\]])", r"\\\1", text)
        return text + place.removeprefix("Alt")  # with the label of an image by reference
    return text


def _balanced(text: str) -> bool:
    """Does every unescaped bracket have its partner?"""
    depth = 0
    for bracket in re.findall(r"\\.|[\[\]]", text):
        depth += {"[": 1, "]": -1}.get(bracket, 0)
        if depth < 0:
            return False
    return depth == 0
