"""YAML: which values are messages, and how a translation is written back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from l10n.model.article import Block, Frame, LocaleSlot, Problem
from l10n.text.locales import LOOKS_LIKE_CODE

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES = {"": "yaml plain", "'": "yaml single", '"': "yaml double", "|": "yaml literal", ">": "yaml folded"}
# What YAML 1.2 (section 5.1) lets stand only as an escape, and what it takes for a line end.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_STR = "tag:yaml.org,2002:str"
_MAX_DEPTH = 100
"""Lists and mappings in each other; libyaml's composer calls itself for each and would overflow the stack."""
_KEPT = "until then its values are kept untranslated"
# PyYAML's reader in Python lets those of `chr` through.
_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}


def parse(
    source: str, begin: int, keys: frozenset[str]
) -> tuple[list[Block], list[LocaleSlot], list[Problem]]:
    """Messages of the values whose keys are in `keys`, at any depth, and the slot of a top-level `lang`.

    `source` stands behind `begin` characters and one line. Broken YAML is kept, and is a problem.
    """
    try:
        if line := _too_deep(source):
            what = f"front matter is nested deeper than {_MAX_DEPTH} levels"
            return [], [], [Problem(line=line, what=what, hint=f"simplify it; {_KEPT}")]
        root = yaml.compose(source, Loader=_LOADER)
    except _ERRORS as error:
        return [], [], [_problem(error)]
    nodes = [] if root is None else list(_scalars(root, "", keys, set()))
    found = [_block(source, path, node, begin, flow=flow) for path, node, flow in nodes]
    blocks = sorted((block for block in found if block), key=lambda block: block.start)
    return blocks, list(_slots(source, root, begin)), []


def _too_deep(source: str) -> int:
    """The line of what is nested too deeply; 0 if nothing is."""
    if sum(map(source.count, "[{-?:")) <= _MAX_DEPTH:  # each level has one of them
        return 0
    depth = 0
    for event in yaml.parse(source, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH and event.start_mark:
            return event.start_mark.line + 2
    return 0


def _problem(error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "not YAML"
    line = mark.line + 2 if mark else 1
    advice = "put the value in quotes" if reason.startswith("mapping values") else "mend it"
    return Problem(line=line, what=f"front matter is broken: {reason}", hint=f"{advice}; {_KEPT}")


def _scalars(
    node: yaml.Node, path: str, keys: frozenset[str], seen: set[int], *, flow: bool = False
) -> Iterator[tuple[str, yaml.ScalarNode, bool]]:
    """(path, scalar, is it between brackets) of each value whose key is wanted."""
    if id(node) in seen:  # an alias: its text stands elsewhere
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        if path.rpartition(".")[2] in keys:
            yield path, node, flow
        return
    inside = flow or (isinstance(node, yaml.CollectionNode) and bool(node.flow_style))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield from _scalars(value, f"{path}.{key.value}".lstrip("."), keys, seen, flow=inside)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _scalars(value, path, keys, seen, flow=inside)


def _start(source: str, node: yaml.ScalarNode) -> int:
    """Where the scalar itself begins, behind its anchor and tag."""
    match = _PROPERTIES.match(source, node.start_mark.index)
    return match.end() if match else 0


def _slots(source: str, root: yaml.Node | None, begin: int) -> Iterator[LocaleSlot]:
    """The value of a top-level `lang`, without its quotes, if it is a locale's code."""
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(node, yaml.ScalarNode) and key.value == "lang" and node.style not in ("|", ">"):
            quotes = 1 if node.style in ("'", '"') else 0
            start, end = _start(source, node) + quotes, node.end_mark.index - quotes
            if LOOKS_LIKE_CODE.fullmatch(source, start, end):
                yield LocaleSlot(start=begin + start, end=begin + end)


def _block(source: str, path: str, node: yaml.ScalarNode, begin: int, *, flow: bool) -> Block | None:
    text = node.value.strip()
    if node.tag != _STR or not text:
        return None
    place = "yaml flow" if flow and not node.style else _STYLES[node.style or ""]
    start, end, frame = _start(source, node), node.end_mark.index, Frame(place=place)
    first = start
    if node.style in ("|", ">"):
        first, end, frame = _block_scalar(source, start, end, frame.place)
        if source[first:end].split() != text.split():  # a comment inside: not ours to move
            return None
    line = node.start_mark.line + source.count("\n", node.start_mark.index, first) + 2
    kind = f"front matter: {path}"
    return Block(msgid=text, kind=kind, start=begin + start, end=begin + end, line=line, frame=frame)


def _block_scalar(source: str, start: int, end: int, place: str) -> tuple[int, int, Frame]:
    """Where its text begins and ends, and its frame, whose prefix is what stands before that text."""
    newline = source.index("\n", start)
    body = source[newline + 1 : end]
    text = newline + 1 + len(body) - len(body.lstrip())
    line_start = source.rindex("\n", 0, text) + 1
    end_of_line = "\r\n" if source.startswith("\r", newline - 1) else "\n"
    separator = end_of_line * (2 if place == "yaml folded" else 1) + source[line_start:text]
    frame = Frame(place=place, breaks=(separator,), prefix=source[start:text])
    return text, newline + 1 + len(body.rstrip()), frame


def render(frame: Frame, translation: str) -> str:
    """A YAML scalar for `translation` in the style of its source, double-quoted where that cannot hold it."""
    if frame.prefix and not _UNPRINTABLE.search(translation):
        lines = [line.strip() for line in translation.strip().split("\n")]
        return frame.prefix + frame.breaks[0].join(line for line in lines if line)
    flat = " ".join(translation.split("\n")) if frame.place != "yaml double" else translation
    if frame.place == "yaml single" and not _UNPRINTABLE.search(flat):
        return "'" + flat.replace("'", "''") + "'"
    if (frame.place == "yaml plain" and _is_plain(f"- {flat}", flat)) or (
        frame.place == "yaml flow" and _is_plain(f"[{flat}]", flat)
    ):
        return flat
    return '"' + "".join(map(_escaped, flat)) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\U{ord(char):08x}" if _UNPRINTABLE.match(char) else char


def _is_plain(sequence: str, text: str) -> bool:
    """Is `sequence` a list of one item that stands bare and means `text`?"""
    try:  # libyaml allows more than others do, so ask the reader in Python
        root = yaml.compose(sequence, Loader=yaml.SafeLoader)
    except (*_ERRORS, RecursionError):
        return False
    node = root.value[0] if isinstance(root, yaml.SequenceNode) and len(root.value) == 1 else None
    return isinstance(node, yaml.ScalarNode) and (node.value, node.tag, node.style or "") == (text, _STR, "")
