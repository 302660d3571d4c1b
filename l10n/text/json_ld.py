"""JSON-LD of articles for search engines: which of its strings are messages, and how they are written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from l10n.model.article import Block, Frame

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]', re.DOTALL)
_TYPES = re.compile(r"\w*(?:Article|Posting)")
"""Types of schema.org for articles: Article, NewsArticle, OpinionNewsArticle, BlogPosting …"""
_TEXTS = frozenset({"headline", "alternativeHeadline", "description", "abstract", "articleBody"})
# A script ends at `</script`, and `<!--` hides the end of one: neither may stand in it.
_UNSAFE = re.compile(r"<(?=[/!])")


@dataclass(slots=True)
class _Object:
    """An object or a list that has begun."""

    is_object: bool
    key: str = ""
    expects_key: bool = True
    types: list[str] = field(default_factory=list)
    texts: list[tuple[str, int, int]] = field(default_factory=list)
    """Key, start and end of the strings that may be messages."""


def blocks(text: str, start: int, end: int) -> list[Block]:
    """Messages of the articles in `text[start:end]`; none if that is not JSON."""
    try:
        json.loads(text[start:end])
    except (ValueError, RecursionError):
        return []
    found: list[tuple[str, int, int]] = []
    stack: list[_Object] = []
    for match in _TOKEN.finditer(text, start, end):
        if match[0] in "{[":
            stack.append(_Object(is_object=match[0] == "{", key=stack[-1].key if stack else ""))
        elif match[0] in "}]":
            ended = stack.pop()
            if any(_TYPES.fullmatch(name) for name in ended.types):
                found += ended.texts
        elif stack:
            _member(stack, match)
    made = [_block(text, *item) for item in sorted(found, key=lambda item: item[1])]
    return [block for block in made if re.search(r"\w", block.msgid)]


def _member(stack: list[_Object], match: re.Match[str]) -> None:
    """A string, a colon or a comma in the innermost object or list."""
    inner = stack[-1]
    if match[0] in ":,":
        inner.expects_key = match[0] == ","
    elif inner.is_object and inner.expects_key:
        inner.key = json.loads(match[0], strict=False)
    elif inner.key == "@type":
        owner = inner if inner.is_object else stack[-2] if len(stack) > 1 else inner
        owner.types.append(json.loads(match[0], strict=False))
    elif inner.is_object and inner.key in _TEXTS:
        inner.texts.append((inner.key, *match.span()))


def _block(text: str, key: str, start: int, end: int) -> Block:
    msgid = " ".join(json.loads(text[start:end], strict=False).split())
    line = text.count("\n", 0, start) + 1
    frame = Frame(place="json")
    return Block(msgid=msgid, kind=f"JSON-LD {key}", start=start, end=end, line=line, frame=frame)


def render(translation: str) -> str:
    """A string of JSON that is safe inside of a script."""
    return _UNSAFE.sub(r"\\u003c", json.dumps(translation, ensure_ascii=False))
