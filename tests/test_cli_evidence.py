"""`l10n evidence`, `l10n status` on reviews, and that nothing is published or claimed that is not proven."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from processes import called, catalog, contents, make_project, reviewed, run_l10n, untouched, write
from reviewing import ANA, LEDGER, MSGIDS, THREE, acts, approve, clear, drafted, entries

from l10n.catalog import ledger
from l10n.model.entry import State
from l10n.model.event import Act
from l10n.stages.history import History

BY_LEDGER = '[review]\nevidence = "ledger"\n'
HOSTILE = '<script>alert("1")</script>.md'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return drafted(tmp_path / "site")


def evidence(root: Path, *args: str) -> list[dict[str, object]]:
    ran = called("evidence", "--json", *args, cwd=root)
    assert ran.code == 0
    found: list[dict[str, object]] = json.loads(ran.out)
    return found


# --- evidence -----------------------------------------------------------------------------------------------


def test_shows_what_is_proven_and_what_is_not(root: Path) -> None:
    approve(root, "--message", "The *old*")
    clear(root, "Nobody saw the whale.")
    ran = run_l10n("evidence", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    day = evidence(root)[0]["texts"][0]["reviewed_at"][:10]  # type: ignore[index]
    assert ran.out.splitlines() == [
        "ARTICLE  LOCALE  REVIEWED BY  LAST        DRAFTED BY  WORDS  REVIEWED  NOT PROVEN",
        f"a.md     pt_BR   Ana Souza    {day}  pseudo 1       12      25 %        33 %",
        "7 words marked as reviewed: a review is proven for 3, not proven for 4",
    ]


def test_json_has_every_text(root: Path) -> None:
    approve(root, "--message", "The *old*")
    clear(root, "Nobody saw the whale.")
    (article,) = evidence(root)
    first, second = article.pop("texts")  # type: ignore[misc]
    assert article == {
        "article": "a.md",
        "locale": "pt_BR",
        "words": {"all": 12, "reviewed": 3, "not_proven": 4},
        "reviewed_by": {ANA: 3},
        "drafted_by": {"pseudo 1": 7},
    }
    assert (first["source"], first["proven"], first["reviewed_by"]) == ("The *old* pier.", True, ANA)
    assert (first["drafted_by"], first["changed_since_draft"]) == ("pseudo 1", False)
    assert (second["source"], second["proven"], second["reviewed_by"]) == (
        "Nobody saw the whale.",
        False,
        None,
    )


def test_a_text_that_was_changed_after_its_review_is_not_proven(root: Path) -> None:
    approve(root, "--all")
    assert evidence(root)[0]["words"] == {"all": 12, "reviewed": 12, "not_proven": 0}
    text = catalog(root).read_text(encoding="utf-8")
    write(catalog(root), text.replace(entries(root)["The *old* pier."].msgstr, "O *velho* cais."))
    (article,) = evidence(root)
    assert article["words"] == {"all": 12, "reviewed": 9, "not_proven": 3}
    (changed,) = [text for text in article["texts"] if not text["proven"]]  # type: ignore[attr-defined]
    assert (changed["drafted_by"], changed["changed_since_draft"]) == ("pseudo 1", True)


def test_without_a_ledger_the_catalog_still_says_which_machine_it_was(root: Path) -> None:
    approve(root, "--all")
    (root / LEDGER).unlink()
    (article,) = evidence(root)
    assert article["words"] == {"all": 12, "reviewed": 0, "not_proven": 12}
    assert (article["drafted_by"], article["reviewed_by"]) == ({"pseudo 1": 12}, {})


def test_a_review_of_one_message_proves_none_of_another(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "It rained.\n\nIt poured.\n"})
    called("update", cwd=root)
    reviewed(catalog(root), {"It rained.": "Choveu."})
    approve(root)
    reviewed(catalog(root), {"It poured.": "Choveu."})
    assert evidence(root)[0]["words"] == {"all": 4, "reviewed": 2, "not_proven": 2}


def test_a_review_lasts_through_a_change_of_white_space_and_markup_only(root: Path) -> None:
    approve(root, "--all")
    write(root / "corpus" / "a.md", THREE.replace("*old*", "_old_").replace("late today", "late\ntoday"))
    called("update", cwd=root)
    assert "The _old_ pier." in entries(root)
    assert evidence(root)[0]["words"] == {"all": 12, "reviewed": 12, "not_proven": 0}
    assert acts(root)[-1] == (Act.REWRITTEN, "The _old_ pier.")


def test_a_review_does_not_last_through_a_change_of_words(root: Path) -> None:
    approve(root, "--all")
    write(root / "corpus" / "a.md", THREE.replace("late", "never"))
    called("update", cwd=root)
    clear(root, "The ferry is never today.")
    assert evidence(root)[0]["words"] == {"all": 12, "reviewed": 7, "not_proven": 5}


def test_articles_of_which_nothing_is_marked_are_left_out(root: Path) -> None:
    assert evidence(root) == []
    assert called("evidence", cwd=root).out == (
        "0 words marked as reviewed: a review is proven for 0, not proven for 0\n"
    )


def test_it_writes_nothing(root: Path) -> None:
    approve(root, "--all")
    before = untouched(root)
    called("evidence", cwd=root)
    assert untouched(root) == before


# --- what is published --------------------------------------------------------------------------------------


def test_by_the_ledger_only_what_is_proven_is_published(root: Path) -> None:
    write(root / "l10n.toml", (root / "l10n.toml").read_text() + BY_LEDGER)
    clear(root, *MSGIDS)
    source = (root / "corpus" / "a.md").read_bytes()
    assert "0 %" in called("build", cwd=root).out
    assert (root / "build" / "pt_BR" / "a.md").read_bytes() == source
    assert json.loads(called("status", "--json", cwd=root).out)[0]["messages"]["draft"] == 3
    assert len(json.loads(called("status", "--queue", "--json", cwd=root).out)) == 3
    assert approve(root, "--message", "Nobody").code == 0
    called("build", cwd=root)
    assert (root / "build" / "pt_BR" / "a.md").read_bytes() != source
    assert b"The ferry is late today." in (root / "build" / "pt_BR" / "a.md").read_bytes()
    before = contents(root / "locales")
    called("draft", "--redo", "--engine", "pseudo", cwd=root)
    assert contents(root / "locales") == before


def test_by_the_flag_what_is_cleared_is_published(root: Path) -> None:
    clear(root, *MSGIDS)
    assert "100 %" in called("build", cwd=root).out


@pytest.mark.parametrize("more", ["", BY_LEDGER], ids=["flag", "ledger"])
def test_marks_that_vanish_at_once_are_told_of_until_someone_vouches(more: str, tmp_path: Path) -> None:
    root = drafted(tmp_path / "site", "".join(f"Boat {n} came home.\n\n" for n in range(12)), settings=more)
    clear(root, *[f"Boat {number} came home." for number in range(11)])
    warning = (
        "locales/pt_BR/LC_MESSAGES/a.po: 11 of 12 drafts have lost their fuzzy marks at once, and no word has"
        " changed; if someone has read them: l10n approve corpus/a.md --locale pt_BR"
    )
    for command in ("status", "update", "update", "build", "status", "evidence"):
        ran = run_l10n(command, cwd=root)
        assert (ran.code, [p for p in ran.problems if "marks" in p]) == (0, [warning])
    assert called("approve", "corpus/a.md", "--locale", "pt_BR", "--by", ANA, cwd=root).code == 0
    for command in ("status", "update", "build"):
        assert not [p for p in called(command, cwd=root).problems if "marks" in p]


def test_an_ordinary_review_in_an_editor_is_told_of_by_nothing(root: Path) -> None:
    clear(root, *MSGIDS)
    assert called("update", cwd=root).err == ""
    assert acts(root)[3:] == [(Act.CLEARED, msgid) for msgid in MSGIDS]
    assert called("log", "a.md", cwd=root).out.count("cleared  a.md     pt_BR   -  ") == 3


# --- any order of things ------------------------------------------------------------------------------------

STEPS = (
    "draft",
    "update",
    "approve",
    "approve all",
    "reject",
    "drop",
    "clear",
    "edit",
    "change",
    "rewrite",
    "back",
)


def step(root: Path, name: str, msgid: str, approved: set[tuple[str, str]]) -> None:
    """One of the steps; `approved` is what a person has approved, as it is known without any ledger."""
    articles = {"change": ("late", "never"), "rewrite": ("*old*", "_old_"), "back": ("", "")}
    if name in articles:
        write(root / "corpus" / "a.md", THREE.replace(*articles[name]) if name != "back" else THREE)
        called("update", cwd=root)
        return
    known = entries(root)
    target = msgid if msgid in known else next(iter(known))
    if name in ("approve", "approve all"):
        called(
            "approve",
            "a.md",
            "--by",
            ANA,
            *(("--message", target) if name == "approve" else ("--all",)),
            cwd=root,
        )
        chosen = [known[target]] if name == "approve" else known.values()
        approved |= {(e.msgid.replace("_", "*"), e.msgstr) for e in chosen if e.msgstr and not e.obsolete}
    elif name in ("reject", "drop"):
        args = ("reject", "a.md", "--message", target) if name == "reject" else ("drop-drafts",)
        called(*args, "--by", ANA, cwd=root)
        after = entries(root)
        gone = {(m.replace("_", "*"), e.msgstr) for m, e in known.items() if e.msgstr and not after[m].msgstr}
        approved -= gone
    elif name == "edit":
        reviewed(catalog(root), {target: f"Uma pessoa escreveu: {len(target)}."})
    elif name == "clear" and known[target].msgstr:
        clear(root, target)
    elif name in ("draft", "update"):
        called(name, *(("--engine", "pseudo") if name == "draft" else ()), cwd=root)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(MSGIDS)), min_size=4, max_size=12))
def test_ledger_and_catalog_agree_whatever_is_done(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    root = make_project(tmp_path_factory.mktemp("any") / "site", {"a.md": THREE}, settings=BY_LEDGER)
    called("update", cwd=root)
    approved: set[tuple[str, str]] = set()
    for name, msgid in steps:
        step(root, name, msgid, approved)
    called("update", cwd=root)
    found = ledger.read(root / LEDGER, LEDGER)
    history = History(found.events)
    assert not found.problems
    live = {msgid: entry for msgid, entry in entries(root).items() if not entry.obsolete}
    for msgid, entry in live.items():
        if entry.msgstr and history.has_other(entry):
            assert history.of(entry), "the ledger knows each text of a message that it knows"
        if history.review(entry) and entry.msgstr:
            assert (msgid.replace("_", "*"), entry.msgstr) in approved, "claims no review that was none"
    proven = {
        (text["source"].replace("_", "*"), text["translation"])
        for article in evidence(root)
        for text in article["texts"]  # type: ignore[attr-defined]
        if text["proven"]
    }
    shown = {(m.replace("_", "*"), e.msgstr) for m, e in live.items() if e.state is State.REVIEWED}
    assert proven == approved & shown
    called("build", cwd=root)
    for piece, msgid in zip((root / "build/pt_BR/a.md").read_text().strip().split("\n\n"), live, strict=True):
        assert piece == msgid or (msgid.replace("_", "*"), live[msgid].msgstr) in proven


# --- status -------------------------------------------------------------------------------------------------


def test_status_shows_who_and_since_when(root: Path) -> None:
    approve(root, "--message", "The *old*")
    write(root / "corpus" / "a.md", THREE.replace("late", "never"))
    run_l10n("update", cwd=root, SOURCE_DATE_EPOCH="1700000000")
    ran = run_l10n("status", cwd=root, SOURCE_DATE_EPOCH=str(1_700_000_000 + 12 * 86_400))
    assert ran.out.splitlines()[:2] == [
        "ARTICLE  LOCALE  REVIEWED BY  STALE FOR  MESSAGES  WORDS  REVIEWED  DRAFT  STALE  UNTRANSLATED",
        "a.md     pt_BR   Ana Souza    12 days           3     12         3      4      5             0",
    ]
    (row,) = json.loads(called("status", "--json", cwd=root).out)
    assert (row["reviewed_by"], row["stale_since"]) == ([ANA], "2023-11-14T22:13:20.000Z")
    assert row["percent"] == 25.0


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("25", 0), ("25.1", 1), ("100", 1)])
def test_fail_under(least: str, code: int, root: Path) -> None:
    approve(root, "--message", "The *old*")
    ran = called("status", "--fail-under", least, cwd=root)
    assert ran.code == code
    assert ran.problems == ([f"a.md: pt_BR: 25 % reviewed, less than {least} %"] if code else [])


def test_fail_under_looks_only_at_what_is_chosen(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "A.\n", "b.md": "B.\n"}, locales=("pt_BR", "es"))
    called("update", cwd=root)
    reviewed(catalog(root), {"A.": "Á."})
    assert called("status", "--fail-under", "100", "--locale", "pt_BR", "a.md", cwd=root).code == 0
    assert len(called("status", "--fail-under", "100", cwd=root).problems) == 3
    write(root / "corpus" / "c.md", b"\xff")
    assert called("status", "--fail-under", "100", cwd=root).code == 2


def test_an_article_without_words_is_reviewed(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "\n"})
    assert called("status", "--fail-under", "100", "--html", "s.html", cwd=root).code == 0


# --- pages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["status", "evidence"])
def test_a_page_is_self_contained_and_hostile_text_is_text(command: str, tmp_path: Path) -> None:
    try:
        root = make_project(tmp_path / "site", {HOSTILE: f"{HOSTILE}\n\n*A* <b>bold</b> & text.\n"})
    except OSError:
        pytest.skip("no such file names here")
    called("update", cwd=root)
    path = next(root.rglob("*.po"))
    text = path.read_text(encoding="utf-8")
    write(
        path, re.sub(r'^(msgid "\*A.*\n)msgstr ""', r'\1msgstr "<script>alert(2)</script>"', text, flags=re.M)
    )
    ran = run_l10n(command, "--html", "out/page.html", cwd=root)
    assert (ran.code, ran.out, ran.err) == (0, "wrote out/page.html\n", "")
    page = (root / "out" / "page.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"""\b(?:src|href|style|on\w+)=|url\(|@import|https?:""", page)
    assert "default-src 'none'" in page


def test_the_page_of_the_status_has_a_bar_for_each_article_and_locale(tmp_path: Path) -> None:
    root = make_project(
        tmp_path / "site", {"a.md": "One word.\n\nTwo.\n", "b.md": "B.\n"}, locales=("pt_BR", "es")
    )
    called("update", cwd=root)
    reviewed(catalog(root), {"One word.": "Uma palavra."})
    called("status", "--html", "s.html", cwd=root)
    page = (root / "s.html").read_text(encoding="utf-8")
    assert page.count('<svg class="bar"') == 2 * (1 + 2)
    assert "Portuguese (Brazil)" in page
    assert 'aria-label="reviewed 66 %, untranslated 33 %"' in page
    assert 'class="reviewed" x="0.000%" width="66.667%"' in page


def test_the_page_of_the_evidence_names_what_is_not_proven(root: Path) -> None:
    approve(root, "--message", "The *old*")
    clear(root, "Nobody saw the whale.")
    called("evidence", "--html", "e.html", cwd=root)
    page = (root / "e.html").read_text(encoding="utf-8")
    assert "a.md: 1 not proven" in page
    assert "Nobody saw the whale." in page
    assert "The *old* pier." not in page
    assert "Texts without proof are published" in page
    write(root / "l10n.toml", (root / "l10n.toml").read_text() + BY_LEDGER)
    called("evidence", "--html", "e.html", cwd=root)
    page = (root / "e.html").read_text(encoding="utf-8")
    assert "Texts without proof are not published" in page
    assert "a.md: 1 not proven" in page


def test_json_and_a_page_at_once(root: Path) -> None:
    for command in ("status", "evidence"):
        ran = called(command, "--html", f"{command}.html", "--json", cwd=root)
        assert isinstance(json.loads(ran.out), list)
        assert (root / f"{command}.html").exists()


@pytest.mark.parametrize("command", ["status", "evidence"])
@pytest.mark.parametrize("place", ["corpus/a.md", "locales/s.html", "l10n.toml", "corpus"])
def test_a_page_overwrites_nothing_of_the_project(command: str, place: str, root: Path) -> None:
    before = untouched(root)
    ran = called(command, "--html", place, cwd=root)
    assert (ran.code, len(ran.problems)) == (2, 1)
    assert ran.problems[0].endswith("; choose another place for --html")
    assert untouched(root) == before
