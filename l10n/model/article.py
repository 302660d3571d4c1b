"""An article as a format sees it: text that is kept, and blocks that can be translated."""

from __future__ import annotations

from dataclasses import dataclass

Key = tuple[str | None, str]
"""What identifies a message in a catalog: (msgctxt, msgid)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a translation must be written to stand where its source stood."""

    place: str = "prose"
    """Which characters are special there; each format names its own places."""
    breaks: tuple[str, ...] = ()
    """The source's hard line breaks, in order, each with the prefix of the line after it."""
    prefix: str = ""
    """What every line after the first begins with, where a translation is wrapped; of a block scalar in
    YAML, what stands before its text.
    """
    width: int = 0
    """Column to wrap at; 0: one line."""
    column: int = 0
    """Where the first line's text begins, where a translation is wrapped."""
    tags: tuple[str, ...] = ()
    """The source's opening tags, whole and in order, where the msgid shows less of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the markup of a message depends on besides its text."""

    place: str = "prose"
    """As in `Frame.place`."""
    labels: frozenset[str] = frozenset()
    """Labels of link definitions, as the format compares them."""
    wikilinks: bool = False
    """Is `[[page]]` a link?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A translatable stretch of an article. Offsets count characters of `Document.text`."""

    msgid: str
    """The text as translators see it: raw inline markup, a newline only for a hard break."""
    kind: str
    """For people: `paragraph`, `heading 2`, `list item`, `front matter: title` …"""
    start: int
    end: int
    line: int
    """Where it begins, counted from 1."""
    frame: Frame = Frame()
    context: str | None = None
    comments: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return (self.context, self.msgid)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleSlot:
    """A stretch that names the article's locale and follows it on build, such as `lang: en`."""

    start: int
    end: int
    role: str = "lang"
    """`lang`, `dir` or `og:locale`: a value. `new lang dir`: an empty place for attributes that lack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in an article that a person should mend; the article goes through all the same."""

    line: int
    what: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A parsed article. Blocks and slots are in order and never overlap; what they leave out is kept."""

    text: str
    blocks: tuple[Block, ...]
    slots: tuple[LocaleSlot, ...] = ()
    labels: frozenset[str] = frozenset()
    """Labels of its link definitions; messages refer to them."""
    wikilinks: bool = False
    problems: tuple[Problem, ...] = ()
    reading: str = ""
    """For people: how the format took the article, where that was a guess."""

    def scope(self, block: Block) -> Scope:
        """What the block's message is read with."""
        return Scope(place=block.frame.place, labels=self.labels, wikilinks=self.wikilinks)
