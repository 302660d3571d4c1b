"""XML from outside: read into elements that know their lines; nothing in it can define or fetch anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from l10n.errors import ExchangeError

_PLACE = "place in the file"
"""An attribute of our own: no other one can have spaces in its name."""
_DEEPEST, _MOST = 100, 2_000_000
"""How deep elements may be nested, and how many a file may have."""
_LONGEST = 2**24
"""Characters of a text: one in which long markup is referred to again and again would have no end."""
Shown = Callable[[Element], "str | tuple[str, str] | None"]
"""What stands in place of an element inside a text, or around its content; None for its content alone."""


class _Builder(TreeBuilder):
    """Elements with their lines and without namespaces."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.depth, self.count = name, 0, 0
        self.parser = DefusedXMLParser(target=self, forbid_dtd=True)

    @property
    def place(self) -> str:
        return f"{self.name}:{self.parser.parser.CurrentLineNumber}"

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self.depth += 1
        self.count += 1
        if self.depth > _DEEPEST:
            raise ExchangeError("nested too deeply", where=self.place, hint="export it anew")
        if self.count > _MOST:
            what, hint = f"more than {_MOST:,} elements", "export fewer articles into a file"
            raise ExchangeError(what, where=self.place, hint=hint)
        return super().start(local(tag), {**attrs, _PLACE: self.place})

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
        raise ExchangeError(what, where=builder.place, hint=hint) from None
    except (LookupError, ValueError):  # an encoding that Python or expat does not know
        raise ExchangeError("in an unknown encoding", where=f"{name}:1", hint="save it as UTF-8") from None
    return root


def line(element: Element) -> int:
    """Where the element begins."""
    return int(element.get(_PLACE, "").rpartition(":")[2])


def local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]


def flat(element: Element, shown: Shown) -> str:
    """The text of an element, with what `shown` says of the elements in it; ExchangeError if too long."""
    parts = [element.text or ""]
    for child in element:
        stands = shown(child)
        if isinstance(stands, str):
            parts.append(stands)
        else:
            before, after = stands or ("", "")
            parts += [before, flat(child, shown), after]
        parts.append(child.tail or "")
    if sum(map(len, parts)) > _LONGEST:
        what, hint = f"a text of more than {_LONGEST:,} characters", "export it anew"
        raise ExchangeError(what, where=element.get(_PLACE, ""), hint=hint)
    return "".join(parts)


def content(element: Element | None) -> str:
    """All text in an element; empty where there is none."""
    return "".join(element.itertext()) if element is not None else ""


def begins_with(head: bytes, root: str, version: str) -> bool:
    """Is that the first element of an XML file, in any Unicode, and of that version (a pattern)?"""
    text = head.replace(b"\0", b"").decode("latin-1")
    first = rf"""[^<]*(?:<[?!][^>]*>[^<]*)*<(?:[\w.-]+:)?{root}\b[^>]*?\bversion\s*=\s*["']{version}"""
    return re.match(first, text) is not None
