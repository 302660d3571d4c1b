"""A translation → what stands in its place in HTML."""

from __future__ import annotations

from l10n.model.article import Block
from l10n.text import json_ld
from l10n.text.html_names import SPACE, SPACES
from l10n.text.html_tags import quoted, restored
from l10n.text.html_tokens import tokens

QUOTES = {"attribute double": '"', "attribute single": "'", "attribute bare": ""}
"""What stands around an attribute's value, by its place."""
MARKDOWN = "html markdown"
"""The place of a text in an element that says `markdown="1"`: Markdown between tags."""
PLACES = frozenset({"html", "title", "json", MARKDOWN, *QUOTES})
"""The places of HTML; other formats that hold HTML have these too."""


def render(block: Block, translation: str) -> str:
    """The translation, escaped for its place and with the source's whole tags; always one line."""
    frame = block.frame
    if frame.place == "json":
        return json_ld.render(translation)
    flat = SPACES.sub(" ", translation).strip(SPACE)
    if frame.place in QUOTES:
        quote = QUOTES[frame.place]
        return f"{quote}{quoted(flat, quote)}{quote}"
    if frame.place == "title":
        return flat.replace("<", "&lt;")
    if "<" not in flat:
        return flat
    msgid = block.msgid
    tags = frame.tags or [msgid[t.start : t.end] for t in tokens(msgid) if t.kind == "open"]
    return restored(flat, tags)
