"""Directives of authors in comments of an article: what to skip, what to tell translators.

i18n:skip             the next block is kept as it is
i18n:skip-start       so is everything up to
i18n:skip-end
i18n:comment: …       a line for translators of the next block
i18n:context: …       tells it from others of the same text (`msgctxt`)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from l10n.model.article import Block, Problem

MARK = "i18n:"
"""What every directive begins with."""
Comment = tuple[int, str]
"""Where a comment begins in the article, and what it says."""
_DIRECTIVE = re.compile(r"\s*i18n:\s*([\w-]*)\s*(?::\s*(.*?))?\s*", re.DOTALL)
_BARE = ("skip", "skip-start", "skip-end")
_WITH_TEXT = ("comment", "context")


def applied(
    text: str, blocks: Sequence[Block], comments: Sequence[Comment]
) -> tuple[list[Block], list[Problem]]:
    """The blocks, in order, that are left by the comments of the article, and what is wrong with those."""
    if not comments:
        return list(blocks), []
    found = sorted((at, match[1], match[2] or "") for at, said in comments if (match := _read(said)))
    reader = _Reader(text)
    left: list[Block] = []
    done = 0
    for block in blocks:
        while done < len(found) and found[done][0] < block.start:
            reader.directive(*found[done])
            done += 1
        left += reader.block(block)
    for directive in found[done:]:
        reader.directive(*directive)
    reader.finish()
    return left, reader.problems


def _read(said: str) -> re.Match[str] | None:
    return _DIRECTIVE.fullmatch(said) if MARK in said else None


@dataclass(slots=True)
class _Reader:
    text: str
    problems: list[Problem] = field(default_factory=list)
    start: int = -1
    """Where the last `skip-start` is that nothing has ended; -1: there is none."""
    skip: bool = False
    """Does a `skip` wait for its block?"""
    notes: list[str] = field(default_factory=list)
    context: str | None = None

    def directive(self, at: int, name: str, said: str) -> None:
        if name not in _BARE + _WITH_TEXT:
            known = ", ".join(_BARE + _WITH_TEXT)
            self.problem(at, f"unknown directive i18n:{name}", f"known directives: {known}")
        elif name in _WITH_TEXT and not said:
            self.problem(at, f"i18n:{name} says nothing", f"write i18n:{name}: and a text")
        elif name == "comment":
            self.notes.append(" ".join(said.split()))
        elif name == "context":
            self.context = " ".join(said.split())
        elif name == "skip":
            self.skip = True
        elif name == "skip-start" and self.start >= 0:
            self.problem(at, "i18n:skip-start inside of another", "take one of the two out")
        elif name == "skip-end" and self.start < 0:
            self.problem(at, "i18n:skip-end without an i18n:skip-start", "take it out")
        else:
            self.start = at if name == "skip-start" else -1

    def block(self, block: Block) -> list[Block]:
        """The block with what was said of it; nothing if it is skipped."""
        skipped = self.start >= 0 or self.skip
        told = replace(block, comments=(*block.comments, *self.notes), context=self.context)
        changed = bool(self.notes or self.context)
        self.skip, self.notes, self.context = False, [], None
        return [] if skipped else [told if changed else block]

    def finish(self) -> None:
        if self.start >= 0:
            what = "i18n:skip-start without an i18n:skip-end: nothing behind it is translated"
            self.problem(self.start, what, "add <!-- i18n:skip-end --> where the text goes on")

    def problem(self, at: int, what: str, hint: str) -> None:
        self.problems.append(Problem(line=self.text.count("\n", 0, at) + 1, what=what, hint=hint))
