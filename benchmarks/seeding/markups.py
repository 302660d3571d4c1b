"""Markup that is lost or leads elsewhere, and markup that shows as text."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Ways
from benchmarks.seeding.texts import WORD, markup, replaced

_LINK = r"(?<!!)\[([^\]^][^\]]*)\]\(([^)\s]+)([^)]*)\)"
_BY_LABEL = r"(?<!!)\[([^\]^][^\]]*)\]\[([^\]]+)\]"
_ELEMENT = r"<(sub|abbr|kbd|em|b|i)([^>]*)>([^<]*)</\1>"
_NOTE = r"\[\^(\w+)\]"
_BETWEEN = rf"(?<={WORD}) (?={WORD})"

MARKUP: Final[Ways] = MappingProxyType(
    {
        "a link is lost": markup(_LINK, r"\1"),
        "a link leads elsewhere": markup(_LINK, r"[\1](\2-2\3)"),
        "a link leads to the page in Portuguese": markup(
            r"(?<!!)(\[[^\]^][^\]]*\]\((?:https?://[^/)]+/|\.\./|/))([^)]*\))", r"\1pt/\2"
        ),
        "a link leads nowhere": markup(_LINK, r"[\1](#)"),
        "a link is there twice": markup(_LINK, r"\g<0> \g<0>"),
        "a link is written out": markup(_LINK, r"\1 (\2)"),
        "a label is lost": markup(_BY_LABEL, r"\1"),
        "a label is translated": markup(_BY_LABEL, r"[\1][\2ção]"),
        "the label of a link is for a link": markup(_BY_LABEL, r"[\1](\2)"),
        "an element is lost": markup(_ELEMENT, r"\3"),
        "an element is left open": markup(_ELEMENT, r"<\1\2>\3"),
        "an element is another": markup(_ELEMENT, r"<u>\3</u>"),
        "a footnote is lost": markup(_NOTE, ""),
        "a footnote is another": markup(_NOTE, r"[^\g<1>2]"),
        "a tag is added": markup(_BETWEEN, " <br> "),
        "a link is added": markup(rf"(?<= )([a-zà-ÿ]{{5,}})(?= {WORD})", r"[\1](https://example.org)"),
    }
)

_STRONG, _EMPHASIS = r"\*\*([^*\n]+)\*\*", r"(?<!\*)\*([^*\n]+)\*(?!\*)"

LEFTOVERS: Final[Ways] = MappingProxyType(
    {
        "spaces in strong marks": markup(_STRONG, r"** \1 **"),
        "a space behind the strong mark": markup(_STRONG, r"** \1**"),
        "a space in the emphasis": markup(_EMPHASIS, r"* \1*"),
        "the first mark of emphasis is lost": markup(_EMPHASIS, r"\1*"),
        "the last mark of emphasis is lost": markup(_EMPHASIS, r"*\1"),
        "the last mark of strong text is lost": markup(_STRONG, r"**\1"),
        "a space in a link": markup(_LINK, r"[\1] (\2\3)"),
        "a link without its end": markup(_LINK, r"[\1](\2\3"),
        "a link the other way round": markup(_LINK, r"(\1)[\2]"),
        "full-width brackets of a link": markup(_LINK, r"［\1］(\2\3)"),
        "an entity of an entity": markup(_BETWEEN, "&amp;nbsp;"),
        "an entity of a letter, doubled": markup(r"é", "&amp;eacute;"),
        "an entity without its end": markup(_BETWEEN, "&nbsp "),
        "a tag with spaces": markup(_ELEMENT, r"< \1\2 >\3< / \1 >"),
        "an escape of a line break": replaced(rf"(?<={WORD}\.) (?=[A-ZÀ-Þ]{WORD})", r"\n"),
        "a mark of code is lost": markup(r"`([^`]+)`", r"`\1"),
    }
)
