"""An entry of a PO file by its tokens: plural forms, odd white space and escapes, and whatever is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from l10n.catalog.chunks import Chunk
from l10n.catalog.comments import fields
from l10n.catalog.strings import value
from l10n.errors import CatalogError
from l10n.model.entry import Entry

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\f\v]+|\n)
    | (?P<mark>\#~(?=[ \t]*(?:msg|")))
    | (?P<comment>\#[^\n]*)
    | (?P<string>"(?:[^"\\\n]|\\[^\n])*+")
    | (?P<domain>domain[ \t]*"(?P<name>[^"\n]*)")
    | (?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:[ \t]*\[[ \t]*\d+[ \t]*\])?)(?!\w)
    """,
    re.VERBOSE,
)
_NEXT = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[",),
    "msgstr": (),
    "msgstr[": ("msgstr[",),
}
"""What can follow a keyword in an entry."""
_DEFAULT_DOMAIN = "messages"
_REST_OF_LINE = re.compile(r"[ \t\r]*\n")


@dataclass(slots=True, kw_only=True)
class _Scan:
    """What was read of an entry."""

    name: str
    text: str
    begin: int
    """Of the text before the entry."""
    end: int
    """Behind its last string."""
    start: int | None = None
    """Of its first keyword, or the mark before that."""
    mark_at: int | None = None
    """Of the `#~` that this line begins with."""
    obsolete: bool = False
    keyword: str = ""
    keyword_at: int = 0
    strings: dict[str, list[str]] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return self.keyword.startswith("msgstr") and bool(self.strings[self.keyword])

    def error(self, what: str, at: int, hint: str) -> CatalogError:
        line = self.text.count("\n", 0, at) + 1
        return CatalogError(f"syntax error: {what}", where=f"{self.name}:{line}", hint=hint)


def read(text: str, at: int, name: str) -> Chunk | None:
    """The next entry from `at` on, with what stands before it; None where none follows.

    Entries of another domain than the default one are not for l10n: the rest of the file is none of its
    business then. CatalogError with the line for what is not PO.
    """
    scan = _Scan(name=name, text=text, begin=at, end=at)
    for token in _tokens(scan):
        if token.lastgroup in ("comment", "domain") and scan.complete:
            break
        if token.lastgroup == "domain" and token["name"] != _DEFAULT_DOMAIN:
            return None
        if token.lastgroup == "keyword" and _begins_another(scan, token):
            break
        if token.lastgroup == "string":
            _take(scan, token)
    if scan.start is None:
        return None
    if not scan.complete:
        raise _incomplete(scan)
    return _chunk(scan, scan.start)


def _tokens(scan: _Scan) -> Iterator[re.Match[str]]:
    """Tokens with a meaning; `scan.mark_at` tells whether their line begins with `#~`."""
    at = scan.begin
    while at < len(scan.text):
        token = _TOKEN.match(scan.text, at)
        if token is None:
            raise _unknown(scan, at)
        at = token.end()
        if token.lastgroup == "mark":
            scan.mark_at = token.start()
        elif token[0] == "\n":
            scan.mark_at = None
        elif token.lastgroup != "space":
            yield token


def _begins_another(scan: _Scan, token: re.Match[str]) -> bool:
    """Note the keyword, unless it is one of the next entry."""
    keyword = token["keyword"]
    plain = "msgstr[" if "[" in keyword else keyword
    if plain in _NEXT["msgstr[" if "[" in scan.keyword else scan.keyword]:
        if scan.keyword and not scan.strings[scan.keyword]:
            raise _incomplete(scan)
        if not scan.keyword:
            scan.obsolete = scan.mark_at is not None
            scan.start = token.start() if scan.mark_at is None else scan.mark_at
        _refuse_half_marked(scan, token)
        scan.keyword, scan.keyword_at = keyword, token.start()
        if keyword in scan.strings:
            raise scan.error(f"{keyword} stands here again", token.start(), "keep one of the two")
        scan.strings[keyword] = []
        return False
    if plain in _NEXT[""] and scan.keyword:
        return True
    raise scan.error(f"{plain.rstrip('[')} out of its place", token.start(), "an entry begins with msgid")


def _take(scan: _Scan, token: re.Match[str]) -> None:
    if not scan.keyword:
        raise scan.error("a string without its keyword", token.start(), "write `msgid` or `msgstr` before it")
    _refuse_half_marked(scan, token)
    scan.strings[scan.keyword].append(token[0])
    scan.end = token.end()


def _refuse_half_marked(scan: _Scan, token: re.Match[str]) -> None:
    if (scan.mark_at is not None) != scan.obsolete:
        hint = "write it before each line of the entry, or before none"
        raise scan.error("only a part of the entry is marked with #~", token.start(), hint)


def _incomplete(scan: _Scan) -> CatalogError:
    keyword = scan.keyword
    if not scan.strings[keyword]:
        return scan.error(f"{keyword} without a string", scan.keyword_at, 'write `""` behind it')
    if keyword == "msgctxt":
        return scan.error("a msgctxt without its msgid", scan.keyword_at, "write the msgid behind it")
    return scan.error(f"a {keyword} without its msgstr", scan.keyword_at, 'add `msgstr ""` behind it')


def _unknown(scan: _Scan, at: int) -> CatalogError:
    if scan.text[at] == '"':
        hint = 'a string begins and ends with ", one inside it is written \\"'
        return scan.error("a string without its quotation marks", at, hint)
    hint = "lines of other text begin with #; `msgfmt -c` shows the same"
    return scan.error("what is no keyword, string or comment", at, hint)


def _chunk(scan: _Scan, start: int) -> Chunk:
    while start > scan.begin and scan.text[start - 1] in " \t":  # the indentation
        start -= 1
    rest = _REST_OF_LINE.match(scan.text, scan.end)
    lead, said = scan.text[scan.begin : start], fields(scan.text[scan.begin : start])
    strings = {keyword: value("\n".join(found)) for keyword, found in scan.strings.items()}
    entry = Entry(
        msgid=strings["msgid"],
        msgstr=strings.get("msgstr", ""),
        context=strings.get("msgctxt"),
        comments=said.comments,
        extracted=said.extracted,
        references=said.references,
        flags=said.flags,
        previous=said.previous,
        obsolete=scan.obsolete,
        plural=_plural(strings) if "msgid_plural" in strings else (),
    )
    return Chunk(entry, lead, scan.text[start : rest.end() if rest else scan.end])


def _plural(strings: dict[str, str]) -> tuple[tuple[str, str], ...]:
    found = ((re.sub(r"\s", "", keyword), text) for keyword, text in strings.items())
    return tuple((keyword, text) for keyword, text in found if keyword not in ("msgctxt", "msgid"))
