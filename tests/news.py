"""The news set: its cases, and a judge of drafts that shares nothing with what made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conftest import GOLDEN

KINDS = ("quotes", "dashes", "ellipses", "figures", "has", "lacks", "headline", "same")
# An apostrophe stands between letters; the marks of French and German are here so that none of them may stay.
_QUOTE = re.compile("[“”„«»\"‘]|(?<!\\w)'|['’](?!\\w)")
_DASH = re.compile(r"(?<!\d)[–—]|[–—](?!\d)|(?:(?<=\s)|^)-{1,2}(?=\s)")
_ELLIPSIS = re.compile(r"…|\.{3,}")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A message, and what its draft must have, by kind; each as its ways to be written."""

    article: str
    source: str
    line: int
    wants: dict[str, list[list[str]]]

    def __str__(self) -> str:
        return f"news.md:{self.line} {self.source[:40]}"

    def words(self, kind: str) -> list[str]:
        return [ways[0] for ways in self.wants.get(kind, [])]


def cases() -> list[Case]:
    """All cases, in order."""
    found: list[Case] = []
    article, source, line = "", "", 0
    wants: dict[str, list[list[str]]] = {}
    text = (GOLDEN / "news.md").read_text(encoding="utf-8")
    for number, row in enumerate([*text[text.index("\n# ") :].split("\n"), "# end"], text[: text.index("\n# ")].count("\n") + 1):
        if row.startswith("    "):
            kind, _, things = row.strip().partition(" ")
            assert kind in KINDS, f"news.md:{number}: no kind {kind!r}"
            split = r"\s+" if kind in ("quotes", "ellipses") else r"\s*\|\s*| (?!or )(?<!or )" if kind == "dashes" else r"\s*\|\s*"
            wants[kind] = [way.split(" or ") for way in re.split(split, things.strip())]
            continue
        if source and row:
            found.append(Case(article=article, source=source, line=line, wants=wants))
            source = ""
        if row.startswith("# "):
            article = row[2:]
        elif row:
            source, line, wants = row, number, {}
    return found


def failures(case: Case, draft: str) -> Iterator[str]:
    """What a draft does not have and should, or has and should not."""
    for kind, pattern in (("quotes", _QUOTE), ("dashes", _DASH), ("ellipses", _ELLIPSIS)):
        ways = case.wants.get(kind, [])
        found = pattern.findall(draft)
        if len(found) != len(ways) or any(m not in way for m, way in zip(found, ways, strict=True)):
            yield f"{kind}: {' '.join(found)}"
    yield from _figures(case, draft)
    yield from (f"has not {' or '.join(ways)}" for ways in case.wants.get("has", []) if not any(_has(draft, way) for way in ways))
    yield from (f"has {word}" for word in case.words("lacks") if _has(draft, word))
    if "headline" in case.wants:
        yield from _headline(case, draft)


def _has(draft: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", draft))


def _figures(case: Case, draft: str) -> Iterator[str]:
    """Each figure is there, and every digit belongs to one, or to what the draft must have."""
    rest = draft
    for ways in sorted(case.wants.get("has", []), key=lambda ways: -len(ways[0])):
        if re.search(r"\d", ways[0]):
            rest = rest.replace(ways[0], "")
    for ways in sorted(case.wants.get("figures", []), key=lambda ways: -len(ways[0])):
        patterns = [rf"(?<![\d.,:]){re.escape(way)}(?![.,:]?\d)" for way in sorted(ways, key=len, reverse=True)]
        match = next((m for p in patterns if (m := re.search(p, rest))), None)
        if not match:
            yield f"figure: {' or '.join(ways)}"
        else:
            rest = rest[: match.start()] + " " + rest[match.end() :]
    yield from (f"figure too many: {digits}" for digits in _DIGITS.findall(rest))


def _headline(case: Case, draft: str) -> Iterator[str]:
    same = {word.lower() for word in case.words("same")}
    left = {w.lower() for w in _LETTERS.findall(draft)} & {w.lower() for w in _LETTERS.findall(case.source)} - same
    yield from (f"left in English: {word}" for word in sorted(left))
    letters = _LETTERS.findall(draft)
    if case.words("headline") == ["upper"] and draft != draft.upper():
        yield "not in capitals"
    if case.words("headline") == ["sentence"] and sum(word[0].isupper() for word in letters[1:]) > len(letters) / 4:
        yield "not in sentence case"
