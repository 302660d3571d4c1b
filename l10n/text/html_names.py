"""What elements and attributes of HTML mean for a translator (names as in the HTML Standard)."""

from __future__ import annotations

import re

SPACE = " \t\n\r\f"
"""White space of HTML; a no-break space is text."""
SPACES = re.compile(f"[{SPACE}]+")

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end tag (section 13.1.2)."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label map "
    "mark math meter nobr output picture progress q rb rp rt rtc ruby s samp small source span "
    "strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand inside a sentence (phrasing content); every other one ends a message."""

SKIPPED = frozenset("pre svg template object applet audio video canvas datalist".split())
"""Elements whose content is no prose."""

OPAQUE = frozenset("code kbd samp var tt math script style".split())
"""Elements inside a sentence whose content is not translated."""

KINDS = {
    **{f"h{level}": f"heading {level}" for level in range(1, 7)},
    "title": "title",
    "li": "list item",
    "td": "table cell",
    "th": "table header",
    "caption": "caption",
    "figcaption": "caption",
    "blockquote": "quote",
    "dt": "term",
    "dd": "definition",
    "option": "option",
    "button": "button",
    "summary": "summary",
    "legend": "legend",
}
"""What a block is called in a catalog; what is in none of them is a paragraph."""

CLOSES = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "option": frozenset({"option"}),
}
"""Open elements that a start tag ends (section 13.1.2.4)."""
CLOSES_PARAGRAPH = frozenset({"p"})
"""What the start tag of any other block ends."""

TEXT_ATTRIBUTES = {
    "alt": "image alt",
    "title": "tooltip",
    "placeholder": "placeholder",
    "aria-label": "label",
    "aria-description": "label",
}
"""Attributes that readers see or hear, and what a message of them is called."""

META_TEXTS = frozenset(
    "description og:title og:description og:site_name og:image:alt twitter:title "
    "twitter:description twitter:image:alt".split()
)
"""Names or properties of `meta` whose content is a message."""

SHOWN_ATTRIBUTES = frozenset({"href", "lang", "translate", *TEXT_ATTRIBUTES})
"""Attributes of inline tags that a msgid shows; the others come back when the article is built."""
