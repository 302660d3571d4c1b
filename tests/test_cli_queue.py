"""`l10n status --queue`."""

import json
from pathlib import Path

import pytest
from processes import StubEngine, called, catalog, make_project, reviewed, untouched, use_engine, write
from test_cli_status import in_terminal

from l10n.model.draft import Hypothesis
from l10n.stages.history import message_hash

SCORES = {"The ferry is late today.": -0.2, "The old pier.": -0.02, "Nobody saw the whale.": -0.5}


def unsure(text: str) -> Hypothesis:
    return Hypothesis(text=f"Sim, {text}", score=SCORES.get(text, 0.0))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    articles = {
        "a.md": "The ferry is late today.\n\nThe old pier.\n",
        "news/b.md": "# Nobody saw the whale.\n",
    }
    made = make_project(tmp_path / "site", articles, locales=("pt_BR", "es"))
    called("update", cwd=made)
    use_engine(monkeypatch, StubEngine(answer=unsure))
    called("draft", cwd=made)
    return made


def queue(root: Path, *args: str) -> list[dict[str, object]]:
    ran = called("status", "--queue", "--json", *args, cwd=root)
    assert (ran.code, ran.err) == (0, "")
    found: list[dict[str, object]] = json.loads(ran.out)
    return found


def test_the_riskiest_come_first(root: Path) -> None:
    ran = called("status", "--queue", "--locale", "es", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "ARTICLE             LOCALE  RISK  NOTES  SOURCE",
        "corpus/news/b.md:1  es      0.78         Nobody saw the whale.",
        "corpus/a.md:1       es      0.45         The ferry is late today.",
        "corpus/a.md:3       es      0.06         The old pier.",
        "3 drafts to review",
    ]


def test_json_has_the_whole_text(root: Path) -> None:
    first, *others = queue(root, "--locale", "pt_BR")
    assert first == {
        "article": "news/b.md",
        "place": "corpus/news/b.md:1",
        "locale": "pt_BR",
        "risk": 0.78,
        "notes": [],
        "message": message_hash((None, "Nobody saw the whale.")),
        "source": "Nobody saw the whale.",
        "draft": "Sim, Nobody saw the whale.",
    }
    assert len(others) == 2


def test_shows_only_what_is_named(root: Path) -> None:
    assert [(d["place"], d["locale"]) for d in queue(root, "--locale", "es", "news")] == [
        ("corpus/news/b.md:1", "es")
    ]


def test_what_is_reviewed_or_untranslated_or_stale_waits_no_more(root: Path) -> None:
    reviewed(catalog(root), {"The old pier.": "O velho cais."})
    write(root / "corpus" / "a.md", "The ferry is late again today.\n\nThe old pier.\n\nMore.\n")
    called("update", cwd=root)
    assert [d["source"] for d in queue(root, "--locale", "pt_BR")] == ["Nobody saw the whale."]


def test_a_draft_that_a_person_has_changed_comes_first_as_unknown(root: Path) -> None:
    text = catalog(root).read_text(encoding="utf-8")
    write(catalog(root), text.replace('msgstr "Sim, The old pier."', 'msgstr "O cais, ver com a Ana"'))
    assert [(d["risk"], d["source"]) for d in queue(root, "--locale", "pt_BR")] == [
        (None, "The old pier."),
        (0.78, "Nobody saw the whale."),
        (0.45, "The ferry is late today."),
    ]
    assert "corpus/a.md:3       pt_BR      ?" in called("status", "--queue", cwd=root).out


def test_notes_say_what_is_wrong(root: Path) -> None:
    text = catalog(root).read_text(encoding="utf-8")
    write(catalog(root), text.replace("; risk 0.06; text", "; risk 0.95; loop; name; text"))
    assert queue(root, "--locale", "pt_BR")[0]["notes"] == ["loop", "name"]
    assert "0.95  loop, name  The old pier." in called("status", "--queue", cwd=root).out


def test_a_terminal_is_not_flooded(tmp_path: Path) -> None:
    many = "".join(f"Boat number {number} came home late.\n\n" for number in range(40))
    root = make_project(tmp_path / "site", {"a.md": many})
    called("update", cwd=root)
    called("draft", "--engine", "pseudo", cwd=root)
    shown = in_terminal(root, "status", "--queue", LINES="20", COLUMNS="70").splitlines()
    assert shown[-1] == "40 drafts to review, 25 more than shown; --json has all"
    assert len(shown) == 17
    assert max(map(len, shown[1:])) <= 70
    assert len(called("status", "--queue", cwd=root).out.splitlines()) == 42


def test_with_nothing_to_review_it_says_so(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    assert called("status", "--queue", cwd=root).out == "0 drafts to review\n"


def test_a_broken_catalog_does_not_hide_the_others(root: Path) -> None:
    write(catalog(root), "<<<<<<< mine\n")
    ran = called("status", "--queue", "--locale", "pt_BR", cwd=root)
    assert (ran.code, len(ran.problems)) == (2, 1)
    assert ran.out.splitlines()[-1] == "1 draft to review"


def test_it_writes_nothing_and_reads_no_article(root: Path) -> None:
    write(root / "corpus" / "a.md", b"\xff")
    before = untouched(root)
    assert len(queue(root)) == 6
    assert untouched(root) == before


def test_the_queue_is_not_verbose(root: Path) -> None:
    ran = called("status", "--queue", "-v", cwd=root)
    assert (ran.code, ran.problems) == (2, ["--queue goes with --json, --locale and articles only"])
