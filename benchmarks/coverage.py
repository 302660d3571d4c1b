"""Visible prose that no message reaches, as an HTML parser tells it that l10n does not share.

Prose is every letter and digit in the text of a page, in its attributes `alt`, `title`, `placeholder`,
`aria-label` and `aria-description`, and in the titles and descriptions of its front matter. None of it is:

- what stands in `script`, `style`, `template`, `pre`, `textarea`, `svg`, `math`, `object`, `iframe` and the
  like, and code: `code`, `kbd`, `samp`, `var`, `tt`, a formula;
- what says `translate="no"` or `class="notranslate"`;
- tags of templates (`{% … %}`, `{{ … }}`, `{# … #}`), attribute lists (`{: … }`), comments and modules
  of MDX;
- numbers of footnotes, which only rendering gives them.

Each message is replaced by a mark that has no letters; whatever prose the article still has then, no message
reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import justhtml
import pyromark
import yaml

from benchmarks.places import ROOT, WORK, UnavailableError
from benchmarks.report import Row, Section, Target
from l10n import registry
from l10n.settings import FRONT_MATTER, FormatSettings
from l10n.stages.build import compile_article
from l10n.text.markdown_syntax import OPTIONS

TARGET = 0.1
"""Per cent."""
_MARK = "·"
_RENDERED = OPTIONS | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
_FOLDERS = (WORK / "real", ROOT.parent / "shared" / "data")
_TEXTS = ("alt", "title", "placeholder", "aria-label", "aria-description")
_NO_PROSE = frozenset(
    "script style template pre textarea svg math object applet iframe audio video canvas datalist noembed "
    "noframes xmp code kbd samp var tt #comment".split()
)
_NO_PROSE_CLASSES = frozenset({"notranslate", "math", "footnote-reference", "footnote-definition-label"})
_TEMPLATE = re.compile(
    r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|\{/\*.*?\*/\}|\{:[^{}\n]*\}|<\?xml[^>]*>|</?noscript[^>]*>", re.DOTALL
)
_MODULE = re.compile(r"^(?:import|export) .*[;'\"{}]$", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def files(name: str) -> list[Path]:
    """The real articles of a format that are at hand."""
    suffixes = registry.format_named(name).suffixes
    return sorted(path for folder in _FOLDERS for path in folder.rglob("*") if path.suffix in suffixes)


def coverage(text: str, name: str) -> tuple[int, int]:
    """(characters of visible prose in the article, those of them that no message reaches)."""
    fmt = registry.format_named(name)
    document = fmt.parse(text, FormatSettings())
    marks = {block.key: _MARK for block in document.blocks}
    return _prose(text, name), _prose(compile_article(document, marks, fmt, "en").text, name)


def _prose(text: str, name: str) -> int:
    return sum(char.isalnum() for piece in _pieces(text, name) for char in _TEMPLATE.sub(" ", piece))


def _pieces(text: str, name: str) -> Iterator[str]:
    text = text.removeprefix("\ufeff")
    if name == "markdown":
        if front := _FRONT.match(text):
            yield from _values(yaml.safe_load(front[1]), "")
        text = pyromark.html(_MODULE.sub("", text), options=_RENDERED)
    yield from _visible(justhtml.JustHTML(_TEMPLATE.sub(" ", text), sanitize=False).root)


def _values(data: Any, key: object) -> Iterator[str]:
    """Values of front matter that readers see."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _values(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value, key)
    elif isinstance(data, str) and key in FRONT_MATTER:
        yield data


def _visible(root: Any) -> Iterator[str]:
    """Texts, and attributes that readers see or hear."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        found = getattr(node, "attrs", None) or {}
        classes = (found.get("class") or "").split()
        if (
            node.name in _NO_PROSE
            or found.get("translate") == "no"
            or not _NO_PROSE_CLASSES.isdisjoint(classes)
        ):
            continue
        if node.name == "#text":
            yield node.data
        elif node.name != "link":
            yield from (found[name] or "" for name in _TEXTS if name in found)
        waiting += getattr(node, "children", None) or ()


def measure() -> Section:
    """Per cent of the visible prose of real articles, a row a format."""
    rows, sizes = [], []
    for name in ("markdown", "html"):
        counts = [coverage(path.read_bytes().decode(), name) for path in files(name)]
        total, missed = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
        if not total:
            raise UnavailableError(f"no {name} files in .bench/real: scripts/real_files.py fetches them")
        sizes.append(
            f"{len(counts)} {name} files with {total:,} letters and digits, of which {missed:,} are missed"
        )
        rows.append(
            Row(
                what=f"visible prose that no message reaches, {name}",
                unit="%",
                ours=100 * missed / total,
                target=Target(limit=TARGET),
                less_is_better=True,
            )
        )
    return Section(
        title="Coverage",
        notes=(
            f"Input: files of npm, PyPI and Debian packages and of opensource.guide: {'; '.join(sizes)}.",
            "Prose is what `benchmarks/coverage.py` says it is, told by justhtml. Less is better.",
        ),
        rows=tuple(rows),
    )
