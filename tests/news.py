"""The news set: its cases, and a judge of drafts that shares nothing with what made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from conftest import GOLDEN

MARKS = {
    # An apostrophe stands between letters. Marks of other languages are here because none may stay.
    "quotes": re.compile("[“”„«»\"‘]|(?<!\\w)'|['’](?!\\w)"),
    "dashes": re.compile(r"(?<!\d)[–—]|[–—](?!\d)|(?:(?<=\s)|^)-{1,2}(?=\s)"),
    "ellipses": re.compile(r"…|\.{3,}"),
}
KINDS = (*MARKS, "figures", "has", "lacks", "headline", "same")
_LETTERS = re.compile(r"[^\W\d_]{4,}")


@dataclass(slots=True, kw_only=True)
class Case:
    """A message, and what its draft must have, by kind; each with the ways in which it can be written."""

    article: str
    source: str
    line: int
    wants: dict[str, list[list[str]]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"drafts.md:{self.line} {self.source[:40]}"

    def want(self, kind: str) -> list[list[str]]:
        return self.wants.get(kind, [])


def cases() -> list[Case]:
    """All cases, in order."""
    found: list[Case] = []
    article = ""
    rows = (GOLDEN / "news" / "drafts.md").read_text(encoding="utf-8").split("\n")
    for number, row in enumerate(rows, 1):
        if row.startswith("# "):
            article = row[2:]
        elif row.startswith("    ") and article:
            kind, _, things = row.strip().partition(" ")
            assert kind in KINDS, f"drafts.md:{number}: there is no kind {kind!r}"
            split = things.split() if kind in MARKS else things.split("|")
            found[-1].wants[kind] = [[way.strip() for way in thing.split(" or ")] for thing in split]
        elif row and article:
            found.append(Case(article=article, source=row, line=number))
    return found


def marks(kind: str, text: str) -> list[str]:
    return [match[0].strip() for match in MARKS[kind].finditer(text)]


def failures(case: Case, draft: str, kind: str) -> Iterator[str]:
    """What a draft has not and should, or has and should not."""
    if kind in MARKS:
        expected, found = [ways[0] for ways in case.want(kind)], marks(kind, draft)
        yield from [f"{kind} {' '.join(found)}, not {' '.join(expected)}"] * (found != expected)
    elif kind == "figures":
        yield from _figures(case, draft)
    elif kind == "has":
        missing = [ways for ways in case.want(kind) if not any(_has(draft, way) for way in ways)]
        yield from (f"has not {' or '.join(ways)}" for ways in missing)
    elif kind == "lacks":
        yield from (f"has {ways[0]}" for ways in case.want(kind) if _has(draft, ways[0]))
    elif case.want("headline"):
        yield from _headline(case, draft)


def _has(draft: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", draft))


def _figures(case: Case, draft: str) -> Iterator[str]:
    """Each figure is there, and every digit belongs to one, or to something that the draft must have."""
    for ways in sorted(case.want("has"), key=lambda ways: -len(ways[0])):
        for way in ways if re.search(r"\d", ways[0]) else ():
            draft = draft.replace(way, "", 1)
    for ways in sorted(case.want("figures"), key=lambda ways: -len(ways[0])):
        every = "|".join(re.escape(way) for way in sorted(ways, key=len, reverse=True))
        draft, number = re.subn(rf"(?<![\d.,:])(?:{every})(?![.,:]?\d)", " ", draft, count=1)
        yield from [f"has no figure {' or '.join(ways)}"] * (not number)
    yield from (f"has a figure {digits}" for digits in re.findall(r"\d+", draft))


def _headline(case: Case, draft: str) -> Iterator[str]:
    same = {ways[0].lower() for ways in case.want("same")}
    source, target = (_LETTERS.findall(text) for text in (case.source, draft))
    left = {word.lower() for word in target} & {word.lower() for word in source} - same
    yield from (f"left in English: {word}" for word in sorted(left))
    if case.want("headline") == [["upper"]]:
        yield from ["not in capitals"] * (draft != draft.upper())
    else:
        yield from ["not written as a sentence"] * (sum(map(str.isupper, draft)) > len(target) / 4)
