"""XML from outside: read into elements that know their lines; nothing in it can define or fetch anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from l10n.errors import ExchangeError

_LINE = "line of the file"
"""No name of an attribute can have spaces."""
_DEEPEST = 100
Shown = Callable[[Element], "str | tuple[str, str] | None"]
"""What stands in place of an element inside a text, or around its content; None for its content alone."""


class _Builder(TreeBuilder):
    """Elements with their lines and without namespaces."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.depth = name, 0
        self.parser = DefusedXMLParser(target=self, forbid_dtd=True)

    @property
    def line(self) -> int:
        line: int = self.parser.parser.CurrentLineNumber
        return line

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ExchangeError("nested too deeply", where=f"{self.name}:{self.line}", hint="export it anew")
        return super().start(local(tag), {**attrs, _LINE: str(self.line)})

    def end(self, tag: str) -> Element:
        self.depth -= 1
        return super().end(local(tag))


def parsed(data: bytes, name: str) -> Element:
    """The root element; ExchangeError with `name` and the line for what is no XML, and for a DOCTYPE."""
    builder = _Builder(name)
    try:
        builder.parser.feed(data)
        root: Element = builder.parser.close()
    except ParseError as error:
        what = f"not valid XML: {str(error).partition(':')[0]}"
        raise ExchangeError(what, where=f"{name}:{error.position[0]}", hint="export it anew") from None
    except DefusedXmlException:
        what, hint = "has a DOCTYPE or entities, which could mean anything", "take them out"
        raise ExchangeError(what, where=f"{name}:{builder.line}", hint=hint) from None
    except (LookupError, ValueError):  # an encoding that Python or expat does not know
        raise ExchangeError("in an unknown encoding", where=f"{name}:1", hint="save it as UTF-8") from None
    return root


def line(element: Element) -> int:
    """Where the element begins."""
    return int(element.get(_LINE, "0"))


def local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]


def flat(element: Element, shown: Shown) -> str:
    """The text of an element, with what `shown` says of the elements in it."""
    parts = [element.text or ""]
    for child in element:
        stands = shown(child)
        if isinstance(stands, str):
            parts.append(stands)
        else:
            before, after = stands or ("", "")
            parts += [before, flat(child, shown), after]
        parts.append(child.tail or "")
    return "".join(parts)


def content(element: Element | None) -> str:
    """All text in an element; empty where there is none."""
    return "".join(element.itertext()) if element is not None else ""


def begins_with(head: bytes, root: str, version: str) -> bool:
    """Is that the first element of an XML file, in any Unicode, and of that version (a pattern)?"""
    text = head.replace(b"\0", b"").decode("latin-1")
    first = rf"""[^<]*(?:<[?!][^>]*>[^<]*)*<(?:[\w.-]+:)?{root}\b[^>]*?\bversion\s*=\s*["']{version}"""
    return re.match(first, text) is not None
