"""The record of a draft: what it says, and that it lasts through the tools that read and write catalogs."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from processes import called, catalog, make_project, reviewed, write

from l10n.catalog import po
from l10n.drafting.risk import FAULTS
from l10n.model.draft import Draft
from l10n.model.entry import Entry, State
from l10n.stages.draft import apply
from l10n.stages.record import Record, approved, is_untouched, record, recorded

SIGNATURE = "argos en→pt 1.0, beam 2"
LONG = Draft(text="Uma linha.", risk=0.62, notes=("untranslated", "sentence", "figure", "name", "fragments"))
needs_gettext = pytest.mark.skipif(shutil.which("msgmerge") is None, reason="needs GNU gettext")


def drafted(made: Draft, *comments: str) -> Entry:
    empty = Entry(msgid="A line.", comments=comments)
    (entry,) = apply([empty], {empty.key: made}, SIGNATURE)
    return entry


def test_says_who_made_it_how_risky_it_is_and_what_is_wrong() -> None:
    entry = drafted(Draft(text="Uma linha.", risk=0.4, notes=("name",)))
    assert entry.comments == ("l10n: drafted by argos en→pt 1.0, beam 2; risk 0.40; name; text d2b5f9be",)
    assert record(entry) == Record(signature=SIGNATURE, risk=0.4, notes=("name",))


@given(
    st.text().filter(str.strip),
    st.integers(0, 100),
    st.lists(st.sampled_from(list(FAULTS)), unique=True),
    st.lists(st.text(st.characters(exclude_categories=["C", "Z"]))),
)
def test_is_read_as_it_was_written(text: str, risk: int, notes: list[str], comments: list[str]) -> None:
    entry = drafted(Draft(text=text, risk=risk / 100, notes=tuple(notes)), *comments)
    assert record(entry) == Record(signature=SIGNATURE, risk=risk / 100, notes=tuple(notes))
    assert is_untouched(entry)
    again = recorded(entry.comments, Draft(text="other", risk=0), "pseudo 1")
    assert again[:-1] == tuple(comments)


@pytest.mark.parametrize(
    "changed",
    [{"msgstr": "Uma linha!"}, {"msgstr": ""}, {"comments": ()}, {"comments": ("l10n: drafted by me",)}],
    ids=str,
)
def test_a_text_that_a_person_changed_has_no_record(changed: dict[str, str]) -> None:
    entry = replace(drafted(LONG), **changed)
    assert record(entry) is None
    assert not is_untouched(entry)


def test_a_record_without_a_risk_is_one_of_an_early_version() -> None:
    entry = replace(drafted(LONG), comments=("l10n: drafted by pseudo 1; text d2b5f9be",))
    assert record(entry) == Record(signature="pseudo 1", risk=None, notes=())


def test_what_was_approved_is_untouched_no_more_but_says_where_it_came_from() -> None:
    entry = drafted(LONG, "Ana: fine")
    told = approved(entry.comments)
    assert told == (
        "Ana: fine",
        f"l10n: drafted by {SIGNATURE}; risk 0.62; untranslated; sentence; figure; name; fragments; reviewed",
    )
    assert not is_untouched(replace(entry, comments=told))
    assert recorded(told, LONG, SIGNATURE) == entry.comments


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = make_project(tmp_path / "site", {"a.md": "The ferry is late today.\n\nThe *old* pier.\n"})
    called("update", cwd=made)
    called("draft", "--engine", "pseudo", cwd=made)
    return made


def only(root: Path, msgid: str) -> Entry:
    found = po.read(catalog(root), "a.po")
    assert found
    return next(entry for entry in found.catalog.entries if entry.msgid == msgid)


@needs_gettext
@pytest.mark.parametrize("options", [[], ["--previous"]], ids=str)
def test_survives_msgmerge(options: list[str], root: Path) -> None:
    template = root / "locales" / "templates" / "a.pot"
    before = only(root, "The *old* pier.")
    write(root / "corpus" / "a.md", "The ferry is late again today.\n\nThe *old* pier.\n")
    called("extract", cwd=root)
    subprocess.run(
        ["msgmerge", "-q", "--update", "--backup=off", *options, catalog(root), template], check=True
    )
    assert record(only(root, "The *old* pier.")) == record(before)
    assert is_untouched(only(root, "The *old* pier."))
    changed = only(root, "The ferry is late again today.")
    assert record(changed) == Record(signature="pseudo 1", risk=0.0, notes=())
    assert changed.state is State.DRAFT  # msgmerge keeps no previous msgid of what was fuzzy before


@needs_gettext
@pytest.mark.parametrize("options", [[], ["--no-wrap"], ["--width=40"], ["--sort-output"]], ids=str)
def test_survives_msgcat(options: list[str], root: Path) -> None:
    before = {msgid: only(root, msgid) for msgid in ("The ferry is late today.", "The *old* pier.")}
    subprocess.run(["msgcat", *options, "-o", catalog(root), catalog(root)], check=True)
    for msgid, entry in before.items():
        assert record(only(root, msgid)) == record(entry)
        assert is_untouched(only(root, msgid))


def test_survives_a_program_that_wraps_comments(tmp_path: Path) -> None:
    made = polib.POFile(wrapwidth=78)
    entry = drafted(LONG)
    made.append(
        polib.POEntry(msgid=entry.msgid, msgstr=entry.msgstr, flags=["fuzzy"], tcomment=entry.comments[0])
    )
    made.save(str(tmp_path / "a.po"))
    found = po.read(tmp_path / "a.po", "a.po")
    assert found
    (wrapped,) = found.catalog.entries
    assert len(wrapped.comments) > 1
    assert record(wrapped) == record(entry)
    assert recorded(wrapped.comments, LONG, SIGNATURE) == entry.comments


def test_survives_a_change_of_the_text_and_back(root: Path) -> None:
    before = only(root, "The ferry is late today.")
    write(root / "corpus" / "a.md", "The ferry is late again today.\n\nThe *old* pier.\n")
    called("update", cwd=root)
    stale = only(root, "The ferry is late again today.")
    assert (stale.state, stale.comments) == (State.STALE, before.comments)
    assert not is_untouched(stale)
    write(root / "corpus" / "a.md", "The ferry is late today.\n\nThe *old* pier.\n")
    called("update", cwd=root)
    assert only(root, "The ferry is late today.") == before


def test_what_a_person_approved_is_theirs_after_a_change_and_back(root: Path) -> None:
    text = only(root, "The ferry is late today.").msgstr
    reviewed(catalog(root), {"The ferry is late today.": text})
    for article in ("The ferry is late again today.\n", "The ferry is late today.\n"):
        write(root / "corpus" / "a.md", article)
        called("update", cwd=root)
    entry = only(root, "The ferry is late today.")
    assert (entry.msgstr, entry.fuzzy) == (text, True)
    assert not is_untouched(entry)
