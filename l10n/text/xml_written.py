"""Text and attributes of XML."""

from __future__ import annotations

import re
from collections.abc import Iterable

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even as references."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
_IN_VALUE = (*_IN_TEXT, ('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"))


def text(raw: str, escapes: Iterable[tuple[str, str]] = _IN_TEXT) -> str:
    """What stands between tags, or with other `escapes` in values."""
    for char, reference in escapes:
        raw = raw.replace(char, reference)
    return raw


def attributes(**values: str) -> str:
    """Attributes with a space before each, but for empty ones; `__` in a name is a colon, `_` a hyphen."""
    return "".join(
        f' {name.replace("__", ":").replace("_", "-")}="{text(value, _IN_VALUE)}"'
        for name, value in values.items()
        if value
    )


def element(name: str, content: str, **values: str) -> str:
    """An element with content that is XML already."""
    return f"<{name}{attributes(**values)}>{content}</{name}>"


def control(*texts: str | None) -> str:
    """What XML cannot hold of the texts, in words; empty if that is nothing."""
    found = next((match for raw in texts if raw and (match := NO_XML.search(raw))), None)
    return f"has a character that the format cannot hold (U+{ord(found[0]):04X})" if found else ""
