"""The life of articles that share texts and catalogs, while these are grouped in other ways."""

from __future__ import annotations

import itertools
import re
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from processes import make_project, write
from test_catalog_layouts import LAYOUTS, catalog, entries, of, run

from l10n.catalog import po
from l10n.model.entry import State

PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "Read more.",
            "It is high tide.",
            "Nobody was hurt.",
            "The ferry left at ten, empty.",
            "All rights reserved.",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)
NAMES = st.sampled_from(["a.md", "messages.md", "news/a.md", "news/b.txt", "messages/c.md"])


class Life(RuleBasedStateMachine):
    """A few articles, one locale. A person's texts are numbered, so that each is known again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name) / "site"
        self.per = "article"
        self.articles: dict[str, list[str]] = {}
        self.numbers = itertools.count()
        self.written: set[str] = set()
        """What people wrote and did not write over."""
        self.approved: set[tuple[str, str]] = set()

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize(name=NAMES, paragraphs=PARAGRAPHS, per=st.sampled_from(LAYOUTS))
    def begin(self, name: str, paragraphs: list[str], per: str) -> None:
        make_project(self.root, {})
        self.configure(per)
        self.save(name, paragraphs)
        self.update()

    def configure(self, per: str) -> None:
        self.per = per
        write(self.root / "l10n.toml", f'locales = ["pt_BR"]\n[catalogs]\nper = "{per}"\n')

    @rule(name=NAMES, paragraphs=PARAGRAPHS)
    def save(self, name: str, paragraphs: list[str]) -> None:
        self.articles[name] = paragraphs
        write(self.root / "corpus" / name, "\n\n".join([*paragraphs, ""]))

    @precondition(lambda self: len(self.articles) > 1)
    @rule(at=st.integers(0, 9))
    def delete(self, at: int) -> None:
        name = list(self.articles)[at % len(self.articles)]
        del self.articles[name]
        (self.root / "corpus" / name).unlink()

    @rule(at=st.integers(0, 9), new=NAMES)
    def move(self, at: int, new: str) -> None:
        name = list(self.articles)[at % len(self.articles)]
        if new not in self.articles:
            self.save(new, self.articles[name])
            self.delete(list(self.articles).index(name))

    @rule()
    def update(self) -> None:
        run(self.root, "update")
        for name, paragraphs in self.articles.items():
            assert set(of(self.root, name)) == set(paragraphs)
        assert " 0 written" in run(self.root, "update")

    @rule(at=st.integers(0, 9))
    def update_one(self, at: int) -> None:
        name = list(self.articles)[at % len(self.articles)]
        run(self.root, "update", f"corpus/{name}")
        assert set(of(self.root, name)) == set(self.articles[name])

    @rule(at=st.integers(0, 9), message=st.integers(0, 9))
    def translate(self, at: int, message: int) -> None:
        name = list(self.articles)[at % len(self.articles)]
        path = catalog(self.root, name, self.per)
        if not path.exists() or not (known := po.read(path, path.name)) or not known.catalog.live():
            return
        keys = list(known.catalog.live())
        key, text = keys[message % len(keys)], f"Texto {next(self.numbers)}."
        old = known.catalog.live()[key]
        typed = replace(old, msgstr=text, flags=(), previous=None)
        changed = tuple(typed if entry is old else entry for entry in known.catalog.entries)
        write(path, po.render(replace(known.catalog, entries=changed), known))
        self.written.add(text)
        self.written.discard(old.msgstr)
        self.approved.add((typed.msgid, text))

    @rule()
    def draft(self) -> None:
        self.update()
        run(self.root, "draft", "--engine", "pseudo")

    @rule(per=st.sampled_from(LAYOUTS))
    def regroup(self, per: str) -> None:
        self.configure(per)
        run(self.root, "catalogs", "regroup")
        run(self.root, "status")

    @rule(per=st.sampled_from(LAYOUTS))
    def regroup_what_is_up_to_date(self, per: str) -> None:
        self.update()
        self.regroup(per)
        out = run(self.root, "update")  # texts of one catalog may be of use in another, places be gone
        assert not re.search(r"\d (?:new|changed|split|joined|rewritten)", out)

    @invariant()
    def no_text_of_a_person_is_lost(self) -> None:
        assert self.written <= {entry.msgstr for entry in entries(self.root)}

    @invariant()
    def no_message_stands_twice(self) -> None:
        if self.per != "article":  # GNU tools refuse that, even where one is obsolete
            for path in self.root.rglob("*.po"):
                known = po.read(path, path.name)
                keys = [entry.key for entry in known.catalog.entries] if known else []
                assert len(set(keys)) == len(keys)

    @invariant()
    def only_what_a_person_approved_is_reviewed(self) -> None:
        reviewed = {(e.msgid, e.msgstr) for e in entries(self.root) if e.state is State.REVIEWED}
        assert reviewed <= self.approved


TestLife = Life.TestCase
# Shrinking an example of so many commands takes minutes.
TestLife.settings = settings(max_examples=60, stateful_step_count=25, phases=[Phase.explicit, Phase.generate])
