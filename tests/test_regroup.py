"""`l10n catalogs regroup`: other groups, the same texts."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from conftest import data_file
from hypothesis import given, settings
from hypothesis import strategies as st
from processes import called, contents, environment, make_project, write
from test_catalog_layouts import ANA, LAYOUTS, catalog, entries, of, run, statuses, typed, updated

from l10n.catalog import ledger, po
from l10n.formats.markdown import FORMAT
from l10n.model.entry import Entry, State
from l10n.model.event import Event
from l10n.settings import FormatSettings

SHARED = {
    "a.md": "Read more.\n\nOnly the first.\n",
    "news/b.md": "Read more.\n\nThe harbour was flooded on Monday.\n",
    "news/c.txt": "Read more.\n\nNobody saw the whale at the pier.\n",
}
APART = {
    "a.md": "# First\n\nOnly the first.\n",
    "messages.md": "# Messages\n\nOnly the second.\n",
    "messages/messages.md": "# Other\n\nOnly the third.\n",
    "news/b.md": "# Floods\n\nThe harbour was flooded on Monday.\n",
    "news.md": "# News\n\nThere is no news today.\n",
}
KILLS = 6


def regrouped(root: Path, per: str, *args: str) -> str:
    config = (root / "l10n.toml").read_text(encoding="utf-8")
    write(root / "l10n.toml", re.sub(r'per = "\w+"', f'per = "{per}"', config))
    return run(root, "catalogs", "regroup", *args)


def files(root: Path) -> dict[str, bytes]:
    """Catalogs, templates and ledgers."""
    return contents(root / "locales")


def events(root: Path) -> set[Event]:
    return {e for path in root.rglob("*.jsonl") for e in ledger.read(path, path.name).events}


def texts(root: Path, article: str) -> dict[str, tuple[str, State]]:
    return {msgid: (entry.msgstr, entry.state) for msgid, entry in of(root, article).items()}


def test_there_and_back_every_file_is_the_same_again(tmp_path):
    root = updated(tmp_path / "site", "article", APART)
    run(root, "draft", "--engine", "pseudo")
    typed(root, "a.md", "article", "Only the first.", "Só o primeiro.")
    run(root, "approve", "news.md", "--all", "--by", ANA)
    write(root / "corpus/news.md", "# News\n\nThere was news today.\n")
    write(root / "corpus/a.md", "# First\n")
    run(root, "update")
    before = files(root)
    for per in ("folder", "site", "folder", "site", "article"):
        regrouped(root, per)
        assert "0 written" in run(root, "update")
        assert called("status", cwd=root).code == 0
    assert files(root) == before


def test_a_locale_is_told_of_in_a_line(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    before = contents(root)
    out = regrouped(root, "site", "--dry-run")
    assert out == (
        "LOCALE  CATALOGS BEFORE  NOW  MESSAGES  OBSOLETE\n"
        "pt_BR                 3    1         4         0\n"
        "1 locale would be grouped per site\n"
    )
    assert contents(root) | {"l10n.toml": b""} == before | {"l10n.toml": b""}
    assert regrouped(root, "site") == out.replace("would be ", "")
    assert sorted(files(root)) == ["pt_BR/LC_MESSAGES/messages.po", "templates/messages.pot"]
    assert regrouped(root, "site") == "catalogs are grouped per site already\n"


def test_each_article_has_its_own_translation_again(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    typed(root, "a.md", "article", "Read more.", "Leia mais.")
    typed(root, "news/b.md", "article", "Read more.", "Continue lendo.")
    run(root, "approve", "news/b.md", "--message", "Read more.", "--by", ANA)
    before = files(root)
    out = regrouped(root, "site")
    name = "locales/pt_BR/LC_MESSAGES/messages.po"
    what = "corpus/a.md had another translation than corpus/news/b.md; it waits as an obsolete entry"
    assert f"l10n: {name}: 'Read more.': {what}\n" in out
    assert {name: row["reviewed"] for name, row in statuses(root).items()} == dict.fromkeys(SHARED, 1)
    run(root, "update")
    assert {(e.msgstr, e.obsolete) for e in entries(root) if e.msgid == "Read more."} == {
        ("Leia mais.", True),
        ("Continue lendo.", False),
    }
    regrouped(root, "article")
    again = files(root)
    assert again.pop("pt_BR/LC_MESSAGES/news/c.po") != before.pop("pt_BR/LC_MESSAGES/news/c.po")
    shared_ledgers = [name for name in again if name.endswith("jsonl")]
    assert {n: d for n, d in again.items() if n not in shared_ledgers} == {
        n: d for n, d in before.items() if n not in shared_ledgers
    }
    assert texts(root, "news/c.txt")["Read more."] == ("Continue lendo.", State.REVIEWED)


def test_a_text_that_was_changed_meanwhile_is_that_of_all(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    typed(root, "a.md", "article", "Read more.", "Leia mais.")
    typed(root, "news/b.md", "article", "Read more.", "Continue lendo.")
    regrouped(root, "site")
    typed(root, "a.md", "site", "Read more.", "Saiba mais.")
    regrouped(root, "article")
    assert {texts(root, name)["Read more."][0] for name in SHARED} == {"Saiba mais."}
    old = po.read(catalog(root, "news/b.md", "article"), "b.po")
    assert old
    assert [e.msgstr for e in old.catalog.entries if e.obsolete] == ["Continue lendo."]


def test_a_review_is_used_rather_than_a_draft(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    run(root, "draft", "--engine", "pseudo")
    typed(root, "news/c.txt", "article", "Read more.", "Leia mais.")
    out = regrouped(root, "site")
    assert "another translation" not in out  # a machine's text is nothing to tell of
    assert texts(root, "a.md")["Read more."] == ("Leia mais.", State.REVIEWED)


def test_what_somebody_vouches_for_is_used_rather_than_a_mark(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    for name, text in (("a.md", "Leia mais."), ("news/b.md", "Continue lendo.")):
        typed(root, name, "article", "Read more.", text)
    run(root, "approve", "news/b.md", "--message", "Read more.", "--by", ANA)
    regrouped(root, "folder")
    regrouped(root, "site")
    assert texts(root, "a.md")["Read more."] == ("Continue lendo.", State.REVIEWED)


def test_articles_that_have_gone_keep_their_texts(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    run(root, "draft", "--engine", "pseudo")
    (root / "corpus/news/b.md").unlink()
    before = {(entry.msgid, entry.msgstr) for entry in entries(root)}
    for per in ("site", "folder", "article"):
        regrouped(root, per)
        run(root, "update")
        assert {(entry.msgid, entry.msgstr) for entry in entries(root)} == before
    write(root / "corpus/news/b.md", SHARED["news/b.md"])
    run(root, "update")
    assert texts(root, "news/b.md")["The harbour was flooded on Monday."][1] is State.DRAFT


def test_headers_and_comments_of_people_stay(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    for name, who, when in (
        ("a.md", "Ana <a@example.com>", "2099-01-02"),
        ("news/b.md", "Rui <r@example.com>", "2099-03-04"),
    ):
        path = catalog(root, name, "article")
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"Last-Translator: ", f"Last-Translator: {who}", text)
        text = re.sub(r"PO-Revision-Date: [\d-]+", f"PO-Revision-Date: {when}", text)
        text = text.replace("#. paragraph", f"# {who} looked at it.\n#. paragraph", 1)
        path.write_text(
            f"# Notes of {who}.\n" + text.replace('"X-Gen', '"X-Bookmarks: 1\\n"\n"X-Gen'), encoding="utf-8"
        )
    regrouped(root, "site")
    text = catalog(root, "a.md", "site").read_text(encoding="utf-8")
    notes = [f"# Notes of {who}.\n" for who in ("Ana <a@example.com>", "Rui <r@example.com>")]
    assert text.startswith("".join([*notes, "# Ana <a@example.com>\n# Rui <r@example.com>\n"]))
    assert "Last-Translator: Rui <r@example.com>" in text
    assert "PO-Revision-Date: 2099-03-04" in text
    assert "X-Bookmarks: 1" in text
    assert "# Ana <a@example.com> looked at it.\n# Rui <r@example.com> looked at it.\n#. paragraph\n" in text


def test_ledgers_move_along_whole(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    run(root, "draft", "--engine", "pseudo")
    run(root, "reject", "a.md", "--message", "Only the first.", "--by", ANA)
    write(root / "corpus/a.md", "Read more.\n")  # nothing tells of the rejected message any more
    run(root, "update")
    proof = catalog(root, "a.md", "article").with_suffix(".ledger.jsonl")
    proof.write_bytes(proof.read_bytes() + b"no event\n")
    before = events(root)
    for per in ("site", "article", "folder", "article"):
        regrouped(root, per)
        assert {(e.what, e.message, e.text, e.by) for e in events(root)} == {
            (e.what, e.message, e.text, e.by) for e in before
        }
        assert sum(path.read_bytes().count(b"no event\n") for path in root.rglob("*.jsonl")) == 1


def test_a_catalog_that_cannot_be_read_stops_its_locale_alone(tmp_path):
    root = make_project(
        tmp_path / "site", SHARED, locales=("pt_BR", "es"), settings='[catalogs]\nper = "article"\n'
    )
    run(root, "update")
    bad = catalog(root, "a.md", "article", "es")
    bad.write_text(bad.read_text() + "<<<<<<< ours\n")
    write(root / "l10n.toml", 'locales = ["pt_BR", "es"]\n[catalogs]\nper = "site"\n')
    out = run(root, "catalogs", "regroup", code=2)
    assert "locales/es/LC_MESSAGES/a.po" in out
    assert catalog(root, "a.md", "site").exists()
    assert not catalog(root, "a.md", "site", "es").exists()


def test_an_article_that_cannot_be_read_goes_along(tmp_path):
    root = updated(tmp_path / "site", "article", SHARED)
    run(root, "draft", "--engine", "pseudo")
    before = {name: texts(root, name) for name in SHARED}
    write(root / "corpus/news/b.md", b"\xff")
    write(root / "l10n.toml", 'locales = ["pt_BR"]\n[catalogs]\nper = "site"\n')
    run(root, "catalogs", "regroup", code=2)
    assert {name: texts(root, name) for name in SHARED} == before


# --- any texts ---------------------------------------------------------------------------------------------

MESSAGES = tuple(f"Message {number} of all." for number in range(5))
TEXTS = st.sampled_from(["", "um", "dois", "três"])
CATALOG = st.lists(
    st.tuples(st.sampled_from(MESSAGES), TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=5
)
"""Message, translation, is it fuzzy, does the article have it no more?"""
NAMES = ("a.md", "b.md", "x/a.md", "x/y/c.md")


@given(
    st.dictionaries(st.sampled_from(NAMES), CATALOG, min_size=1),
    st.lists(st.sampled_from(LAYOUTS), max_size=3),
)
@settings(max_examples=40)
def test_no_text_is_lost_on_any_way(catalogs, ways):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        texts = {
            name: "\n\n".join(dict.fromkeys(m for m, _, _, gone in found if not gone)) + "\n"
            for name, found in catalogs.items()
        }
        updated(root, "article", texts)
        for name, found in catalogs.items():
            _write_catalog(catalog(root, name, "article"), found)
        run(root, "update")
        before = {name: _of_article(root, name) for name in catalogs}
        for per in (*ways, "article"):
            regrouped(root, per)
            run(root, "update")
        for name, known in before.items():
            after = _of_article(root, name)
            for msgid, (text, fuzzy) in known.items():
                if text:
                    assert after[msgid][0] == text
                    assert fuzzy or not after[msgid][1]
        assert {text for known in before.values() for text, _ in known.values()} - {""} <= {
            entry.msgstr for entry in entries(root)
        }


def _write_catalog(path: Path, found: list[tuple[str, str, bool, bool]]) -> None:
    known = po.read(path, path.name)
    assert known
    made = {
        msgid: Entry(msgid=msgid, msgstr=text, flags=("fuzzy",) if fuzzy and text else ())
        for msgid, text, fuzzy, _ in found
    }
    write(path, po.render(replace(known.catalog, entries=tuple(made.values()))))


def _of_article(root: Path, name: str) -> dict[str, tuple[str, bool]]:
    known = po.read(catalog(root, name, "article"), name)
    assert known
    return {e.msgid: (e.msgstr, e.fuzzy) for e in known.catalog.entries if not e.obsolete}


# --- kills and saves ----------------------------------------------------------------------------------------


def names(root):
    """The files there are, also while others come and go."""
    return {os.path.join(folder, name) for folder, _, found in os.walk(root) for name in found}  # noqa: PTH118


def test_a_kill_loses_nothing(tmp_path):
    chance = random.Random(7)  # noqa: S311 - no secret
    articles = {f"f{n % 5}/a{n}.md": f"Read more.\n\nNumber {n} of all.\n" for n in range(60)}
    root = updated(tmp_path / "site", "article", articles)
    run(root, "draft", "--engine", "pseudo")
    for number, name in enumerate(articles):
        typed(root, name, "article", f"Number {number} of all.", f"Número {number}")
    run(root, "update")
    before = {name: texts(root, name) for name in articles}
    proofs = events(root)
    for number in range(KILLS):
        per = LAYOUTS[(number + 1) % 3]
        write(root / "l10n.toml", f'locales = ["pt_BR"]\n[catalogs]\nper = "{per}"\n')
        command = [sys.executable, "-m", "l10n", "catalogs", "regroup"]
        with subprocess.Popen(
            command, cwd=root, env=environment(tmp_path / "home"), stdout=subprocess.DEVNULL
        ) as process:
            seen = names(root)
            while process.poll() is None and names(root) == seen:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.02))
            process.kill()
        assert {entry.msgstr for entry in entries(root)} >= {
            t for known in before.values() for t, _ in known.values()
        }
        run(root, "catalogs", "regroup")
        assert "0 written" in run(root, "update")
        assert {name: texts(root, name) for name in articles} == before
        assert {(e.what, e.message, e.text) for e in events(root)} == {
            (e.what, e.message, e.text) for e in proofs
        }
        assert not [name for name in files(root) if ".l10n-" in name]


def test_what_a_person_saves_meanwhile_is_kept(tmp_path, monkeypatch):
    root = updated(tmp_path / "site", "article", SHARED)
    from l10n.pipeline import regrouping

    writing = regrouping._write

    def saved_meanwhile(*args):
        writing(*args)
        if catalog(root, "a.md", "article").exists():
            typed(root, "a.md", "article", "Only the first.", "Só o primeiro.")
            monkeypatch.setattr(regrouping, "_write", writing)

    monkeypatch.setattr(regrouping, "_write", saved_meanwhile)
    regrouped(root, "site")
    assert texts(root, "a.md")["Only the first."] == ("Só o primeiro.", State.REVIEWED)
    assert not catalog(root, "a.md", "article").exists()


# --- real articles ------------------------------------------------------------------------------------------


def _translated(root: Path, guides: Path) -> None:
    """Catalogs of the guides with the texts of the Portuguese ones, block by block where they are alike."""
    for path in sorted((guides / "en").glob("*.md")):
        files = [(guides / way / path.name).read_text(encoding="utf-8") for way in ("en", "pt")]
        pair = [FORMAT.parse(text, FormatSettings()).blocks for text in files]
        known: Mapping[str, str] = {
            en.msgid: pt.msgid for en, pt in zip(*pair, strict=False) if en.kind == pt.kind
        }
        at = catalog(root, f"{path.stem}.md", "article")
        found = po.read(at, at.name)
        assert found
        entries = tuple(replace(e, msgstr=known.get(e.msgid, "")) for e in found.catalog.entries)
        write(at, po.render(replace(found.catalog, entries=entries), found))


def test_real_articles_are_the_same_again(tmp_path):
    guides = data_file("opensource-guide")
    articles = {p.name: p.read_text(encoding="utf-8") for p in (guides / "en").glob("*.md")}
    root = updated(tmp_path / "site", "article", articles)
    _translated(root, guides)
    run(root, "update")
    before = files(root)
    told = regrouped(root, "site")
    regrouped(root, "folder")
    regrouped(root, "article")
    after = files(root)
    assert after.keys() == before.keys()
    different = [name for name in before if after[name] != before[name]]
    assert told.count("another translation") >= len(different)
