"""What must stay in an article whatever its translations are, told by parsers that l10n does not share."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import justhtml
import pyromark
import yaml

from l10n.settings import FRONT_MATTER, FormatSettings
from l10n.text.markdown_syntax import OPTIONS

_O = pyromark.Options
RENDERED = OPTIONS | _O.ENABLE_YAML_STYLE_METADATA_BLOCKS | _O.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
_TEXTS = frozenset({"alt", "title", "placeholder", "aria-label", "aria-description"})
_LOCALE = frozenset({"lang", "xml:lang", "dir"})
_FREE = frozenset({"em", "strong", "del", "br"})
"""What Markdown lets a translator add or leave out."""
_INLINE = frozenset("#text a abbr b br code del em i img kbd s small span strong sub sup u #comment".split())
_VERBATIM = frozenset({"script", "style", "pre", "code", "textarea", "#comment"})
_LINKED_DATA = frozenset({"headline", "alternativeHeadline", "description", "abstract", "articleBody"})
# GitHub and Pandoc take `$5-$10` for two prices, pyromark for a formula.
_PRICE = re.compile(r'<span class="math math-inline">([^<]*)</span>(?=[0-9])')
_TEMPLATE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{/\*.*?\*/\}", re.DOTALL)
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n)){2,}|\f")


def skeleton(text: str, name: str, settings: FormatSettings) -> list[object]:
    """What an article has beside its translatable text, in order: elements, attributes, verbatim texts,
    tags of templates and the values of front matter; of plain text how many paragraphs, or lines in each.
    """
    text = text.removeprefix("\ufeff")
    if name == "text":
        paragraphs = _PARAGRAPH.split(text)
        return [1 if settings.lines == "wrapped" else len(re.split(r"\r\n|\r|\n", p)) for p in paragraphs]
    found: list[object] = sorted(_TEMPLATE.findall(text))
    if name == "markdown":
        if front := _FRONT.match(text):
            found.append(_front_matter(front[1], front[2]))
        text = rendered(text, settings)
    return [*found, *_walked(justhtml.JustHTML(text, sanitize=False).root, name)]


def rendered(text: str, settings: FormatSettings) -> str:
    """The HTML of Markdown."""
    options = RENDERED | (_O.ENABLE_WIKILINKS if settings.wikilinks else 0)
    return _PRICE.sub(r"\1", pyromark.html(text, options=options))


def outline(text: str) -> list[object]:
    """Elements with their depth and attributes, and texts with white space collapsed."""
    found: list[object] = []
    waiting: list[tuple[Any, int]] = [(justhtml.JustHTML(text, sanitize=False).root, 0)]
    while waiting:
        node, depth = waiting.pop()
        if node.name == "#text":
            found += [depth, *node.data.split()]
        else:
            free = _LOCALE if node.name == "html" else ()
            attributes = (getattr(node, "attrs", None) or {}).items()
            found += [
                depth,
                node.name,
                *sorted((k, (v or "").split()) for k, v in attributes if k not in free),
            ]
        waiting += [(child, depth + 1) for child in reversed(getattr(node, "children", None) or ())]
    return found


def _front_matter(fence: str, source: str) -> object:
    try:
        data = yaml.safe_load(source) if fence == "---" else tomllib.loads(source.replace("\r\n", "\n"))
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError):
        return "broken"
    return repr(_blanked(data, frozenset(FRONT_MATTER) | {"lang"}))


def _blanked(data: Any, keys: frozenset[str], key: object = "") -> Any:
    """The data without the strings whose keys are among those given."""
    if isinstance(data, dict):
        return {name: _blanked(value, keys, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_blanked(value, keys, key) for value in data]
    return "" if isinstance(data, str) and key in keys else data


def _walked(node: Any, name: str) -> Iterator[object]:
    """Blocks in order; what stands between two of them sorted, for a translation has its own order."""
    waiting: list[tuple[Any, bool]] = [(node, False)]
    inline: list[str] = []
    while waiting:
        node, ends = waiting.pop()
        attributes = _attributes(node)
        if node.name not in _INLINE:
            yield from sorted(inline)
            inline.clear()
            yield f"/{node.name}" if ends else (node.name, attributes)
        elif node.name != "#text" and not (name == "markdown" and node.name in _FREE and not attributes):
            inline.append(f"{node.name} {attributes}")
        if ends:
            continue
        if node.name in _VERBATIM:
            inline.append(_verbatim(node))
        if node.name not in _INLINE:
            waiting.append((node, True))
        waiting += [(child, False) for child in reversed(getattr(node, "children", None) or ())]


def _attributes(node: Any) -> list[tuple[str, str]]:
    found = getattr(node, "attrs", None) or {}
    free = _TEXTS | _LOCALE if node.name == "html" else _TEXTS
    return sorted((k, "" if k == "content" else v or "") for k, v in found.items() if k not in free)


def _verbatim(node: Any) -> str:
    text: str = node.data if node.name == "#comment" else node.to_text()
    if node.name == "code":
        return " ".join(text.split())  # as browsers show it
    if "ld+json" not in ((getattr(node, "attrs", None) or {}).get("type") or ""):
        return text
    try:
        return repr(_blanked(json.loads(text), _LINKED_DATA))
    except ValueError:
        return text
