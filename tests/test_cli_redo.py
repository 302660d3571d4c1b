"""`l10n draft --redo` and `--estimate`, and that nothing is translated twice."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from processes import (
    StubEngine,
    called,
    catalog,
    contents,
    make_project,
    reviewed,
    untouched,
    use_engine,
    write,
)

from l10n.catalog import po
from l10n.model.draft import Hypothesis
from l10n.model.entry import Entry
from l10n.pipeline import drafting

THREE = "The ferry is late today.\n\nThe old pier.\n\nNobody saw the whale.\n"


def shouting(before: Callable[[int], object] = int) -> StubEngine:
    """A better model: it gives other texts, and has another signature."""
    return StubEngine(before=before, answer=str.upper, signature="shouting 2")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = make_project(tmp_path / "site", {"a.md": THREE})
    called("update", cwd=made)
    called("draft", "--engine", "pseudo", cwd=made)
    return made


def entries(root: Path, article: str = "a", locale: str = "pt_BR") -> dict[str, Entry]:
    found = po.read(catalog(root, article, locale), article)
    assert found
    return {entry.msgid: entry for entry in found.catalog.entries}


def edit(root: Path, old: str, new: str) -> None:
    text = catalog(root).read_text(encoding="utf-8")
    assert old in text
    write(catalog(root), text.replace(old, new))


# --- redo ---------------------------------------------------------------------------------------------------


def test_redo_makes_drafts_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engine(monkeypatch, shouting())
    ran = called("draft", "--redo", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == ["a.md     pt_BR         3         0", "3 messages drafted"]
    assert [e.msgstr for e in entries(root).values()] == [t.upper() for t in THREE.strip().split("\n\n")]
    assert all(
        e.fuzzy and e.comments[0].startswith("l10n: drafted by shouting 2; ") for e in entries(root).values()
    )
    assert all(len(e.comments) == 1 for e in entries(root).values())


def test_without_redo_drafts_stay(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = untouched(root)
    engine = shouting()
    use_engine(monkeypatch, engine)
    assert called("draft", cwd=root).out == "0 messages drafted\n"
    assert untouched(root) == before
    assert engine.sentences == []


def test_redo_never_touches_what_a_person_changed_approved_or_wrote(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = entries(root)
    changed, approved = drafts["The old pier."].msgstr, drafts["Nobody saw the whale."].msgstr
    edit(root, changed, "O velho cais, ver com a Ana")
    reviewed(catalog(root), {"Nobody saw the whale.": approved})
    write(root / "corpus" / "a.md", f"{THREE}\nA person wrote this.\n")
    called("update", cwd=root)
    reviewed(catalog(root), {"A person wrote this.": "Uma pessoa escreveu isto."})
    before = entries(root)
    use_engine(monkeypatch, shouting())
    assert called("draft", "--redo", cwd=root).out.endswith("1 message drafted\n")
    after = entries(root)
    assert [msgid for msgid in after if after[msgid] != before[msgid]] == ["The ferry is late today."]


@pytest.mark.parametrize("mark", ["#, fuzzy\n", '#, fuzzy\n#| msgid "The older pier."\n', ""])
def test_redo_never_touches_a_text_without_a_record(
    mark: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = entries(root)["The old pier."]
    edit(root, f"# {made.comments[0]}\n", "")
    edit(root, '#, fuzzy\nmsgid "The old pier."', f'{mark}msgid "The old pier."')
    use_engine(monkeypatch, shouting())
    assert called("draft", "--redo", cwd=root).out.endswith("2 messages drafted\n")
    assert entries(root)["The old pier."].msgstr == made.msgstr


def test_redo_keeps_a_persons_comment_and_flags(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(root, '#, fuzzy\nmsgid "The old pier."', '#, fuzzy, no-wrap\nmsgid "The old pier."')
    record = entries(root)["The old pier."].comments[0]
    edit(root, "#: corpus/a.md:3", "# Ana: which pier?\n#\n# the old one?\n#: corpus/a.md:3")
    use_engine(monkeypatch, shouting())
    called("draft", "--redo", cwd=root)
    entry = entries(root)["The old pier."]
    assert (entry.msgstr, entry.flags) == ("THE OLD PIER.", ("fuzzy", "no-wrap"))
    assert [line for line in entry.comments if line not in entry.comments[-1:]] == [
        "Ana: which pier?",
        "",
        "the old one?",
    ]
    assert record not in entry.comments


def test_what_a_person_writes_during_a_redo_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_engine(monkeypatch, shouting(lambda _: reviewed(catalog(root), {"The old pier.": "O velho cais."})))
    assert called("draft", "--redo", cwd=root).out.endswith("2 messages drafted\n")
    assert entries(root)["The old pier."].msgstr == "O velho cais."


def test_an_interrupted_redo_says_how_to_go_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    before = untouched(root)
    use_engine(monkeypatch, shouting(stop))
    ran = called("draft", "--redo", cwd=root)
    assert (ran.code, untouched(root)) == (130, before)
    assert ran.problems == ["interrupted; what was done is saved, run `l10n draft --redo` again for the rest"]


def test_redo_with_the_same_engine_asks_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": THREE})
    called("update", cwd=root)
    engine = StubEngine()
    use_engine(monkeypatch, engine)
    called("draft", cwd=root)
    before, asked = untouched(root), len(engine.sentences)
    assert called("draft", "--redo", cwd=root).out == "0 messages drafted\n"
    assert untouched(root) == before
    assert (asked, len(engine.sentences)) == (3, 3)


def test_a_draft_that_cannot_be_made_anew_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = entries(root)
    use_engine(monkeypatch, StubEngine(answer=lambda _: ""))
    ran = called("draft", "--redo", cwd=root)
    assert (ran.code, entries(root)) == (0, before)
    assert ran.problems[0] == (
        "3 messages left as they are: a draft would have been empty, or lost links, code or tags"
    )


# --- nothing twice ------------------------------------------------------------------------------------------


class Asked(StubEngine):
    """Knows what it was asked, with alignment or without."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[tuple[str, bool]] = []

    def translate(self, sentences: Sequence[str], *, align: bool, other: bool = False) -> list[Hypothesis]:
        self.questions += [(sentence, align) for sentence in sentences]
        return super().translate(sentences, align=align, other=other)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    engine = Asked()
    use_engine(monkeypatch, engine)
    return engine


def test_a_sentence_that_is_wanted_aligned_and_not_is_asked_once(tmp_path: Path, asked: Asked) -> None:
    text = "It rained. The sea was calm.\n\nThe sea was *calm*.\n\nThe sea was calm.\n"
    root = make_project(tmp_path / "site", {"a.md": text, "b.md": "**It** rained.\n"})
    called("update", cwd=root)
    called("draft", cwd=root)
    assert sorted(asked.questions) == [("It rained.", True), ("The sea was calm.", True)]


def test_a_sentence_of_several_windows_is_asked_once(
    tmp_path: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "_WINDOW", 1)
    root = make_project(tmp_path / "site", {f"{name}.md": "It rained.\n\nCalm.\n" for name in "abc"})
    called("update", cwd=root)
    called("draft", cwd=root)
    assert sorted(asked.questions) == [("Calm.", False), ("It rained.", False)]


def test_a_second_run_asks_nothing_even_if_its_catalogs_are_new(tmp_path: Path, asked: Asked) -> None:
    root = make_project(tmp_path / "site")
    called("update", cwd=root)
    called("draft", cwd=root)
    first, before = list(asked.questions), contents(root)
    catalog(root).unlink()
    called("update", cwd=root)
    called("draft", cwd=root)
    assert asked.questions == first
    assert contents(root) == before


def test_what_was_asked_to_mend_faults_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "The committee of the harbour met in 1984 again.\n"})
    called("update", cwd=root)
    engine = StubEngine(answer=lambda _: "Sim sim sim sim.")
    use_engine(monkeypatch, engine, judged=True)
    called("draft", cwd=root)
    first = list(engine.sentences)
    assert len(first) > 1
    called("draft", "--redo", cwd=root)
    assert engine.sentences == first


def test_a_new_sentence_is_all_that_is_asked_of_a_changed_article(tmp_path: Path, asked: Asked) -> None:
    root = make_project(tmp_path / "site", {"a.md": "It rained. The sea was calm.\n"})
    called("update", cwd=root)
    called("draft", cwd=root)
    asked.questions.clear()
    write(root / "corpus" / "b.md", "It rained. Nobody saw the whale. The sea was calm.\n")
    called("update", cwd=root)
    called("draft", cwd=root)
    assert asked.questions == [("Nobody saw the whale.", False)]


# --- estimate -----------------------------------------------------------------------------------------------


def estimated(root: Path, *args: str) -> dict[str, object]:
    ran = called("draft", "--estimate", "--json", *args, cwd=root)
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert all(row.pop("minutes") >= 0 for row in (*found["locales"], found["total"]))
    return found


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    many = "".join(f"Boat number {number} came home late.\n\n" for number in range(40))
    articles = {"a.md": many, "b.md": "It *rained*. The sea was calm.\n\n2026\n", "c.md": "It rained.\n"}
    made = make_project(tmp_path / "site", articles, locales=("pt_BR", "es"))
    called("update", cwd=made)
    return made


def test_estimate_drafts_nothing(waiting: Path, asked: Asked) -> None:
    before = untouched(waiting)
    ran = called("draft", "--estimate", cwd=waiting)
    assert ran.code == 0
    assert untouched(waiting) == before


def test_estimate_says_sentences_words_and_minutes(waiting: Path, asked: Asked) -> None:
    ran = called("draft", "--estimate", cwd=waiting)
    head, *rows = [line.split() for line in ran.out.splitlines()]
    assert head == ["LOCALE", "MESSAGES", "SENTENCES", "WORDS", "REMEMBERED", "MINUTES"]
    assert [row[:-1] for row in rows] == [
        ["pt_BR", "43", "42", "246", "0"],
        ["es", "43", "26", "152", "16"],
        ["all", "2", "86", "68", "398", "16"],
    ]
    assert all(float(row[-1]) >= 0 for row in rows)
    assert len({len(line) for line in ran.out.splitlines()}) == 1
    assert ran.problems == ["32 sentences translated to measure the speed, and remembered"]


def test_what_is_translated_to_measure_is_not_lost(waiting: Path, asked: Asked) -> None:
    called("draft", "--estimate", "--locale", "es", cwd=waiting)
    sampled = set(asked.questions)
    assert len(sampled) == len(asked.questions) == 16
    called("draft", "--locale", "es", cwd=waiting)
    assert len(set(asked.questions)) == len(asked.questions) == 42


def test_a_second_estimate_tells_what_the_first_has_translated(waiting: Path, asked: Asked) -> None:
    total = estimated(waiting, "--locale", "es")["total"]
    assert total == {"messages": 43, "sentences": 42, "words": 246, "remembered": 0}
    total = estimated(waiting, "--locale", "es", "a.md", "b.md")["total"]
    assert total == {"messages": 42, "sentences": 26, "words": 152, "remembered": 16}


def test_what_is_drafted_is_estimated_only_with_redo(waiting: Path, asked: Asked) -> None:
    called("draft", cwd=waiting)
    nothing = {"messages": 0, "sentences": 0, "words": 0, "remembered": 0}
    assert estimated(waiting)["total"] == nothing
    again = {"locale": "es", "messages": 43, "sentences": 0, "words": 0, "remembered": 42}
    assert estimated(waiting, "--redo", "--locale", "es")["locales"] == [again]


def test_a_locale_without_a_model_does_not_stop_the_estimate_of_others(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Good morning.\n"}, locales=("ja", "pt_BR"))
    called("update", cwd=root)
    ran = called("draft", "--estimate", cwd=root)
    assert ran.code == 2
    assert ran.problems[0].startswith("no model from en to ja; ")
    assert ran.out.splitlines()[1].split()[:4] == ["pt_BR", "1", "1", "2"]


def test_json_is_for_estimates() -> None:
    ran = called("draft", "--json", cwd=Path.cwd())
    assert (ran.code, ran.problems) == (2, ["--json goes with --estimate"])
