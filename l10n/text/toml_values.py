"""TOML: which values are messages, and how a translation is written back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

from l10n.model.article import Block, Frame, LocaleSlot, Problem
from l10n.text.locales import LOOKS_LIKE_CODE

_TOKEN = re.compile(
    r'(?P<comment>\#[^\n]*)|(?P<string>"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')'
    r"|(?P<sign>[\[\]{}=,.\n])|(?P<bare>[^\s\[\]{}=,.\#\"']+)",
    re.DOTALL,
)
_STYLES = {'"""': "toml lines", "'''": "toml raw lines", '"': "toml", "'": "toml raw"}
# What TOML 1.0 lets stand in a string only as an escape.
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
# More parts than any key has: tomllib's time grows with their square.
_LONG_KEY = re.compile(r"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}")
_ESCAPES = {"\b": "\\b", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


@dataclass(slots=True)
class _Scanner:
    """Walks over tokens and knows the key of each value; the TOML is known to be sound."""

    table: str = ""
    key: str = ""
    waits: bool = True
    """Is the next name a key?"""
    nested: list[tuple[str, str]] = field(default_factory=list)
    """Brackets that are open: which, and the key before them."""

    def strings(self, source: str) -> Iterator[tuple[str, re.Match[str]]]:
        """(path of its key, string) of each value that is a string."""
        for match in _TOKEN.finditer(source):
            if match["sign"]:
                self.sign(match["sign"])
            elif match["string"] and not self.waits:
                yield f"{self.table}.{self.key}".lstrip("."), match
            elif self.waits and not match["comment"]:
                name = match[0].strip("\"'")
                self.key = f"{self.key}.{name}" if self.key else name

    def sign(self, sign: str) -> None:
        inside = self.nested[-1][0] if self.nested else ""
        if sign == "=":
            self.waits = False
        elif sign in "[{":
            header = sign == "[" and self.waits
            self.nested.append(("header" if header else sign, self.key))
            self.waits = header or sign == "{"
        elif sign in "]}":
            self.close()
        elif sign == "\n" and not inside:
            self.waits, self.key = True, ""
        elif sign == "," and inside == "{":
            self.waits, self.key = True, self.nested[-1][1]

    def close(self) -> None:
        bracket, before = self.nested.pop()
        if bracket != "header":
            self.key, self.waits = before, False
        elif self.key:  # the first of `]]`, or the only one
            self.table, self.key = self.key, ""


def parse(
    source: str, begin: int, keys: frozenset[str]
) -> tuple[list[Block], list[LocaleSlot], list[Problem]]:
    """Messages of the values whose keys are in `keys`, at any depth, and the slot of a top-level `lang`.

    `source` stands behind `begin` characters and one line. Broken TOML is kept, and is a problem.
    """
    if wrong := _what_is_wrong(source):
        return [], [], [_problem(wrong)]
    blocks, slots = [], []
    line, at = 2, 0
    for path, match in _Scanner().strings(source):
        line, at = line + source.count("\n", at, match.start()), match.start()
        if path == "lang" and LOOKS_LIKE_CODE.fullmatch(match[0][1:-1]):
            slots.append(LocaleSlot(start=begin + match.start() + 1, end=begin + match.end() - 1))
        elif path.rpartition(".")[2] in keys and (block := _block(path, match, begin, line)):
            blocks.append(block)
    return blocks, slots, []


def _what_is_wrong(source: str) -> str:
    if match := _LONG_KEY.search(source):
        return f"a key has more than 100 parts (at line {source.count(chr(10), 0, match.start()) + 1})"
    try:
        tomllib.loads(source.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        return str(error)
    except RecursionError:
        return "it is nested too deeply"
    except ValueError:  # Python's own, with advice for programmers
        return "a number is too long"
    return ""


def _problem(error: str) -> Problem:
    place = re.search(r"\(at line (\d+)", error)
    hint = "mend it; until then its values are kept untranslated"
    what = f"front matter is broken: {error.split(' (at')[0]}"
    return Problem(line=int(place[1]) + 1 if place else 1, what=what, hint=hint)


def _block(path: str, match: re.Match[str], begin: int, line: int) -> Block | None:
    raw = match[0]
    quotes = raw[:3] if raw[:3] in _STYLES and len(raw) > 5 else raw[0]
    text = tomllib.loads(f"v = {raw}".replace("\r\n", "\n"))["v"].strip()
    if not re.search(r"\w", text):
        return None
    start, end = match.span()
    if len(quotes) == 3:  # without the white space around the text
        inner = raw[3:-3]
        start, end = start + 3 + len(inner) - len(inner.lstrip()), start + 3 + len(inner.rstrip())
    newline = "\r\n" if "\r\n" in raw else "\n"
    return Block(
        msgid=text,
        kind=f"front matter: {path}",
        start=begin + start,
        end=begin + end,
        line=line + raw.count("\n", 0, start - match.start()),
        frame=Frame(place=_STYLES[quotes], breaks=(newline,)),
    )


def render(frame: Frame, translation: str) -> str:
    """A TOML string for `translation` in the style of its source; with escapes where that needs them."""
    text = translation.strip()
    if frame.place == "toml raw lines":  # it knows no escapes
        plain = _CONTROL.sub(lambda match: match[0] if match[0] == "\n" else " ", text)
        return plain.replace("'''", "’’’").replace("\n", frame.breaks[0])
    if frame.place == "toml lines":
        return "".join(frame.breaks[0] if char == "\n" else _escaped(char) for char in text)
    if frame.place == "toml raw" and "'" not in text and not _CONTROL.search(text):
        return f"'{text}'"
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return (_ESCAPES.get(char) or f"\\u{ord(char):04x}") if _CONTROL.match(char) else char
