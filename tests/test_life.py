"""The life of an article and its catalog, in any order of what authors, people and machines do."""

from __future__ import annotations

import itertools
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from processes import called, make_project, write

from l10n.catalog import po
from l10n.catalog.domains import domain_of
from l10n.model.article import Key
from l10n.model.entry import Catalog, Entry, State

SENTENCES = (
    "It's high tide.",
    "The harbour wall was 4.60 m high.",
    "Nobody was hurt.",
    "The ferry left at ten - empty.",
    "She said \"no\" and went home.",
    "Residents were told to leave their homes on Monday.",
)  # fmt: skip
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
CURLY = str.maketrans({"'": "’", "-": "–"})

Edit = Callable[[list[str], int, str], list[str]]


def added(texts: list[str], at: int, new: str) -> list[str]:
    return [*texts[:at], new, *texts[at:]]


def deleted(texts: list[str], at: int, new: str) -> list[str]:
    return texts[:at] + texts[at + 1 :]


def moved(texts: list[str], at: int, new: str) -> list[str]:
    return [*deleted(texts, at, new), *texts[at : at + 1]]


def edited(texts: list[str], at: int, new: str) -> list[str]:
    """A paragraph with one of its words another one."""
    words = " ".join(texts[at : at + 1]).split(" ")
    words[at % len(words)] = new.split(" ")[0]
    return [*texts[:at], " ".join(words), *texts[at + 1 :]]


def retyped(texts: list[str], at: int, new: str) -> list[str]:
    """A paragraph with typographic quotes and dashes."""
    curly = (re.sub('"([^"]*)"', r"“\1”", text.translate(CURLY)) for text in texts[at : at + 1])
    return [*texts[:at], *curly, *texts[at + 1 :]]


def split(texts: list[str], at: int, new: str) -> list[str]:
    parts = re.split(r"(?<=[.!]) ", " ".join(texts[at : at + 1]), maxsplit=1)
    return [*texts[:at], *parts, *texts[at + 1 :]]


def joined(texts: list[str], at: int, new: str) -> list[str]:
    return [*texts[:at], " ".join(texts[at : at + 2]), *texts[at + 2 :]]


EDITS = (added, deleted, moved, edited, retyped, split, joined)


def folded(msgid: str) -> str:
    """A message as it is however its typography is."""
    return re.sub("[“”]", '"', msgid.replace("’", "'").replace("–", "-"))


class Life(RuleBasedStateMachine):
    """One article, one locale. A person's texts are numbered, so that each is known again."""

    per = "article"

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name) / "site"
        self.name = "a"
        self.paragraphs: list[str] = []
        self.numbers = itertools.count()
        self.written: set[str] = set()
        """What people wrote and did not write over."""
        self.approved: set[tuple[str, str]] = set()
        """Messages, folded, with the texts that people approved for them."""

    def teardown(self) -> None:
        self.folder.cleanup()

    # --- authors --------------------------------------------------------------------------------------------

    @initialize(paragraphs=st.lists(PARAGRAPHS, min_size=2, max_size=5))
    def begin(self, paragraphs: list[str]) -> None:
        self.paragraphs = paragraphs
        make_project(self.root, {}, settings=f'[catalogs]\nper = "{self.per}"\n')
        self.update()

    @rule(edit=st.sampled_from(EDITS), at=st.integers(0, 9), paragraph=PARAGRAPHS)
    def author(self, edit: Edit, at: int, paragraph: str) -> None:
        texts = edit(self.paragraphs, at % (len(self.paragraphs) or 1), paragraph)
        self.paragraphs = [text for text in texts if text]

    @precondition(lambda self: self.paragraphs)
    @rule()
    def rename(self) -> None:
        self.update()
        old = self.root / "corpus" / f"{self.name}.md"
        before, self.name = self.catalog(), f"a{next(self.numbers)}"
        old.rename(self.root / "corpus" / f"{self.name}.md")
        assert ("moved from" in self.run("update")) is (self.per == "article")
        assert [(e.key, e.msgstr, e.flags) for e in self.catalog().entries] == [
            (e.key, e.msgstr, e.flags) for e in before.entries
        ]

    # --- people ---------------------------------------------------------------------------------------------

    @rule(at=st.integers(0, 9), everything=st.booleans())
    def translate(self, at: int, everything: bool) -> None:
        def typed(entry: Entry) -> Entry:
            sentences = len(re.findall(r"[.!](?: |$)", entry.msgid)) - (at == 9)
            text = (
                " ".join(f"Texto {next(self.numbers)}." for _ in range(sentences))
                or f"Texto {next(self.numbers)}"
            )
            return replace(entry, msgstr=text, flags=(), previous=None)

        for number in range(len(self.paragraphs)) if everything else (at,):
            self.person(number, typed)

    @rule(at=st.integers(0, 9))
    def approve(self, at: int) -> None:
        self.person(at, lambda entry: replace(entry, flags=(), previous=None))

    def person(self, at: int, change: Callable[[Entry], Entry]) -> None:
        """Let a person change a message of the catalog."""
        known = self.catalog()
        keys = list(known.live())
        if not keys:
            return
        key = keys[at % len(keys)]
        entries = tuple(change(e) if e.key == key and not e.obsolete else e for e in known.entries)
        before, after = known.live()[key], next(e for e in entries if e.key == key and not e.obsolete)
        po_file = po.read(self.path, self.path.name)
        write(self.path, po.render(replace(known, entries=entries), po_file))
        if after.msgstr != before.msgstr:
            self.written.discard(before.msgstr)
        if after.state is State.REVIEWED:
            self.written.add(after.msgstr)
            self.approved.add((folded(after.msgid), after.msgstr))

    # --- machines -------------------------------------------------------------------------------------------

    @rule()
    def update(self) -> None:
        before = self.catalog().live() if self.path.exists() else {}
        write(self.root / "corpus" / f"{self.name}.md", "\n\n".join([*self.paragraphs, ""]))
        self.run("update")
        after = self.catalog().live()
        assert list(after) == list(dict.fromkeys((None, text) for text in self.paragraphs))
        for key in [key for key in after if key in before and before[key].msgstr]:
            assert self.text(after[key]) == self.text(before[key])
        assert "0 written, 1 unchanged" in self.run("update")

    @staticmethod
    def text(entry: Entry) -> tuple[str, tuple[str, ...], Key | None, tuple[str, ...]]:
        return entry.msgstr, entry.flags, entry.previous, entry.comments

    @rule()
    def draft(self) -> None:
        before = self.catalog()
        self.run("draft", "--engine", "pseudo")
        after = self.catalog()
        assert [entry.key for entry in after.entries] == [entry.key for entry in before.entries]
        for old, new in zip(before.entries, after.entries, strict=True):
            assert new == old or (not old.msgstr and new.state is State.DRAFT)

    def run(self, *args: str) -> str:
        ran = called(*args, cwd=self.root)
        assert ran.code == 0, ran.err
        return ran.out

    # --- what always holds ----------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        return self.root / "locales" / "pt_BR" / "LC_MESSAGES" / f"{domain_of(self.name, self.per)}.po"

    def catalog(self) -> Catalog:
        known = po.read(self.path, self.path.name)
        assert known
        return known.catalog

    @invariant()
    def no_text_of_a_person_is_lost(self) -> None:
        if self.paragraphs or self.written:
            assert self.written <= {entry.msgstr for entry in self.catalog().entries}

    @invariant()
    def only_what_a_person_approved_is_reviewed(self) -> None:
        for entry in self.catalog().entries if self.path.exists() else ():
            if entry.state is State.REVIEWED:
                assert (folded(entry.msgid), entry.msgstr) in self.approved

    @invariant()
    def what_is_written_is_read_back(self) -> None:
        if self.path.exists():
            known = po.read(self.path, self.path.name)
            assert known
            text = self.path.read_text(encoding="utf-8")
            assert po.render(known.catalog, known) == text
            again = self.path.with_suffix(".again")
            write(again, po.render(known.catalog))
            written = po.read(again, again.name)
            assert written
            assert written.catalog == known.catalog


class LifeInTheCatalogOfASite(Life):
    """The same, in a catalog that other articles could share."""

    per = "site"


TestLife = Life.TestCase
TestLifeInTheCatalogOfASite = LifeInTheCatalogOfASite.TestCase
# Shrinking an example of so many commands takes minutes.
TestLife.settings = settings(max_examples=40, stateful_step_count=30, phases=[Phase.explicit, Phase.generate])
TestLifeInTheCatalogOfASite.settings = settings(TestLife.settings, max_examples=20)
