"""`l10n draft`."""

import re
import signal
from pathlib import Path

import polib
import pytest
from processes import (
    ARTICLE,
    StubEngine,
    called,
    catalog,
    contents,
    make_project,
    reviewed,
    run_l10n,
    run_python,
    untouched,
    use_engine,
    write,
)

from l10n.errors import EngineError
from l10n.stages.draft import BATCH

INTERRUPTED_AFTER_TWO_BATCHES = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background has it ignored
from l10n import registry
from l10n.cli.main import run
from l10n.engines.pseudo import PseudoEngine
from l10n.ports import EngineFactory

class Engine:
    signature = "interrupted 1"
    calls = 0

    knows = PseudoEngine().knows
    unreadable = PseudoEngine().unreadable

    def translate(self, sentences, *, align, other=False):
        self.calls += 1
        if self.calls == 3:
            os.kill(os.getpid(), signal.SIGINT)
        return PseudoEngine().translate(sentences, align=align)

registry.engine_named = lambda name: EngineFactory(summary="", open=lambda *_: Engine(), judged=False)
sys.argv = ["l10n", "draft"]
run()
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = make_project(tmp_path / "site")
    called("update", cwd=made)
    return made


def entries(root: Path, article: str = "a", locale: str = "pt_BR") -> polib.POFile:
    return polib.pofile(str(catalog(root, article, locale)), encoding="utf-8")


def entry(root: Path, msgid: str) -> polib.POEntry:
    found = entries(root).find(msgid)
    assert found is not None
    return found


def many(count: int) -> str:
    return "".join(f"Boat number {number} came home late.\n\n" for number in range(count))


def test_fills_empty_entries_with_fuzzy_signed_drafts(root: Path) -> None:
    ran = run_l10n("draft", "--engine", "pseudo", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "ARTICLE  LOCALE  DRAFTED  LEFT OUT",
        "a.md     pt_BR         4         0",
        "4 messages drafted",
    ]
    assert [e.fuzzy for e in entries(root)] == [True] * 4
    assert all(
        re.fullmatch(r"l10n: drafted by pseudo 1; risk 0\.00; text [0-9a-f]{8}", e.tcomment)
        for e in entries(root)
    )


def test_drafts_keep_the_markup_of_their_source(root: Path) -> None:
    called("draft", "--engine", "pseudo", cwd=root)
    draft = entry(
        root, "The *old* pier reopened. See the [timetable](https://example.com/t) and run `tide --now`."
    ).msgstr
    assert draft != ""
    assert [piece for piece in ("](https://example.com/t)", "`tide --now`") if draft.count(piece) != 1] == []
    assert draft.count("*") == 2


def test_draft_touches_no_file_the_second_time(root: Path) -> None:
    called("draft", "--engine", "pseudo", cwd=root)
    before = untouched(root)
    ran = called("draft", "--engine", "pseudo", cwd=root)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "0 messages drafted")
    assert untouched(root) == before


def test_the_engine_of_the_settings_is_used(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", settings='[draft]\nengine = "pseudo"\n')
    called("update", cwd=root)
    assert called("draft", cwd=root).out.endswith("4 messages drafted\n")


def test_drafts_only_the_article_and_locale_that_are_named(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "One.\n", "b.md": "Two.\n"}, locales=("pt_BR", "es"))
    called("update", cwd=root)
    before = contents(root)
    called("draft", "--engine", "pseudo", "--locale", "es", "b.md", cwd=root)
    after = contents(root)
    assert [name for name in after if after[name] != before.get(name)] == [
        "locales/es/LC_MESSAGES/b.ledger.jsonl",
        "locales/es/LC_MESSAGES/b.po",
    ]


def test_a_translation_by_a_person_is_never_touched(root: Path) -> None:
    reviewed(catalog(root), {"The old pier": "O velho cais"})
    before = catalog(root).read_text(encoding="utf-8").split("\n\n")
    called("draft", "--engine", "pseudo", cwd=root)
    after = catalog(root).read_text(encoding="utf-8").split("\n\n")
    assert [e for e in after if "velho cais" in e] == [e for e in before if "velho cais" in e]


@pytest.mark.parametrize("previous", ["", '#| msgid "The older pier"\n'], ids=["fuzzy", "stale"])
def test_fuzzy_and_stale_translations_are_never_touched(previous: str, root: Path) -> None:
    path = catalog(root)
    text = path.read_text(encoding="utf-8")
    old = 'msgid "The old pier"\nmsgstr ""\n'
    mine = f'#, fuzzy\n{previous}msgid "The old pier"\nmsgstr "cais, ver com a Ana"\n'
    assert old in text
    write(path, text.replace(old, mine))
    called("draft", "--engine", "pseudo", cwd=root)
    assert mine in path.read_text(encoding="utf-8")


def test_the_way_a_person_wraps_lines_is_kept(root: Path) -> None:
    path = catalog(root)
    wrapped = 'msgid ""\n"The ferry is "\n"late today."\nmsgstr ""\n"A balsa está "\n"atrasada hoje."\n'
    text = path.read_text(encoding="utf-8").replace('msgid "The ferry is late today."\nmsgstr ""\n', wrapped)
    assert wrapped in text
    write(path, text)
    called("draft", "--engine", "pseudo", cwd=root)
    assert wrapped in path.read_text(encoding="utf-8")


def test_identical_sentences_are_sent_to_the_engine_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = "It rained. The sea was calm.\n\nThe sea was calm. It *rained*.\n\n- It rained.\n"
    root = make_project(tmp_path / "site", {"a.md": twice, "b.txt": "The sea was calm.\n"})
    called("update", cwd=root)
    engine = StubEngine()
    use_engine(monkeypatch, engine)
    assert called("draft", cwd=root).code == 0
    assert sorted(engine.sentences) == ["It rained.", "The sea was calm."]


def test_what_has_no_letters_is_not_sent_to_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "2026\n\nhttps://example.com/a\n\nA word.\n"})
    called("update", cwd=root)
    engine = StubEngine()
    use_engine(monkeypatch, engine)
    called("draft", cwd=root)
    assert engine.sentences == ["A word."]


def person_writes(root: Path) -> StubEngine:
    """While it translates, a person saves a translation of their own."""
    return StubEngine(before=lambda _: reviewed(catalog(root), {"The old pier": "O velho cais"}))


def test_what_a_person_writes_meanwhile_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_engine(monkeypatch, person_writes(root))
    assert called("draft", cwd=root).code == 0
    person, machine = entry(root, "The old pier"), entry(root, "The ferry is late today.")
    assert (person.msgstr, person.fuzzy) == ("O velho cais", False)
    assert machine.fuzzy


def test_only_what_was_written_is_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engine(monkeypatch, person_writes(root))
    assert called("draft", cwd=root).out.endswith("3 messages drafted\n")


def test_a_catalog_that_breaks_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "One.\n", "b.md": "Two.\n"})
    called("update", cwd=root)
    before = catalog(root).read_text(encoding="utf-8")
    use_engine(monkeypatch, StubEngine(before=lambda _: write(catalog(root), "<<<<<<< mine\n" + before)))
    ran = called("draft", cwd=root)
    assert ran.code == 2
    assert ran.problems == ["locales/pt_BR/LC_MESSAGES/a.po:1: merge conflict; resolve it and run again"]
    assert catalog(root).read_text(encoding="utf-8") == "<<<<<<< mine\n" + before
    assert ran.out.splitlines()[1:] == ["b.md     pt_BR         1         0", "1 message drafted"]


def test_a_catalog_that_is_deleted_meanwhile_does_not_come_back_empty(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_engine(monkeypatch, StubEngine(before=lambda _: catalog(root).unlink(missing_ok=True)))
    assert called("draft", cwd=root).code in (0, 2)
    assert not catalog(root).exists()


def ctrl_c_in_the_second_batch(batches: int) -> None:
    if batches == 1:
        raise KeyboardInterrupt


def test_an_interrupt_keeps_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path / "site", {"a.md": many(BATCH + 10)})
    called("update", cwd=root)
    use_engine(monkeypatch, StubEngine(before=ctrl_c_in_the_second_batch))
    ran = called("draft", cwd=root)
    assert ran.code == 130
    assert ran.problems == ["interrupted; what was done is saved, run `l10n draft` again for the rest"]
    assert ran.out.endswith(f"{BATCH} messages drafted\n")
    assert sum(bool(e.msgstr) for e in entries(root)) == BATCH


def test_after_an_interrupt_only_the_rest_is_drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path / "site", {"a.md": many(BATCH + 10)})
    called("update", cwd=root)
    use_engine(monkeypatch, StubEngine(before=ctrl_c_in_the_second_batch))
    called("draft", cwd=root)
    engine = StubEngine()
    use_engine(monkeypatch, engine)
    assert called("draft", cwd=root).out.endswith("10 messages drafted\n")
    assert len(engine.sentences) == 10


def test_sigint_to_a_process_keeps_what_is_done(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": many(4 * BATCH)})
    called("update", cwd=root)
    ran = run_python("-c", INTERRUPTED_AFTER_TWO_BATCHES, cwd=root)
    assert ran.code == 128 + signal.SIGINT
    assert ran.problems == ["interrupted; what was done is saved, run `l10n draft` again for the rest"]
    assert sum(bool(e.msgstr) for e in entries(root)) == 2 * BATCH
    assert all(e.fuzzy for e in entries(root) if e.msgstr)
    assert [name for name in contents(root) if name.endswith(".tmp")] == []


def test_code_that_the_engine_loses_is_put_back_and_the_record_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Run `tide` now.\n\nPlain words.\n"})
    called("update", cwd=root)
    engine = StubEngine(answer=lambda text: text.replace("XQZ0", "nothing").upper())
    use_engine(monkeypatch, engine, judged=True)
    assert called("draft", cwd=root).out.splitlines()[1:] == [
        "a.md     pt_BR         2         0",
        "2 messages drafted",
    ]
    found = entry(root, "Run `tide` now.")
    assert found.msgstr == "RUN `tide` NOW."
    assert "; placed; " in found.tcomment


def test_what_no_engine_can_keep_is_left_out_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "The *old pier*.\n\nPlain words.\n"})
    called("update", cwd=root)
    use_engine(monkeypatch, StubEngine(answer=lambda text: "" if "pier" in text else text.upper()))
    ran = called("draft", cwd=root)
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == ["a.md     pt_BR         1         1", "1 message drafted"]
    assert ran.problems == [
        "1 message left untranslated: a draft would have been empty, or lost links, code or tags",
        "  The *old pier*.",
    ]
    assert (entry(root, "The *old pier*.").msgstr, entry(root, "Plain words.").msgstr) == ("", "PLAIN WORDS.")
    assert not entry(root, "The *old pier*.").fuzzy


def test_an_empty_answer_is_no_draft(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = untouched(root)
    use_engine(monkeypatch, StubEngine(answer=lambda _: " "))
    assert "0 messages drafted" in called("draft", cwd=root).out
    assert untouched(root) == before


def cannot_be_loaded(_: int) -> None:
    raise EngineError("model cannot be loaded", hint="install it anew")


def test_an_engine_that_fails_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = untouched(root)
    use_engine(monkeypatch, StubEngine(before=cannot_be_loaded))
    ran = called("draft", cwd=root)
    assert (ran.code, ran.problems) == (2, ["model cannot be loaded; install it anew"])
    assert untouched(root) == before


def fails_in_the_second_batch(batches: int) -> None:
    if batches == 1:
        raise EngineError("the model failed", hint="install it anew")


def test_an_engine_that_fails_in_between_keeps_what_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": many(BATCH + 10)})
    called("update", cwd=root)
    use_engine(monkeypatch, StubEngine(before=fails_in_the_second_batch))
    ran = called("draft", cwd=root)
    assert (ran.code, ran.problems) == (2, ["the model failed; install it anew"])
    assert sum(bool(e.msgstr) for e in entries(root)) == BATCH


def broken_model(home: Path, source: str, target: str) -> None:
    folder = home / "data" / "argos-translate" / "packages" / f"{source}_{target}"
    write(folder / "metadata.json", f'{{"from_code": "{source}", "to_code": "{target}"}}')
    write(folder / "sentencepiece.model", "no model")
    write(folder / "model" / "model.bin", "no model")


def test_a_locale_whose_model_is_broken_does_not_stop_the_others(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Good morning.\n"}, locales=("es", "pt_BR"))
    called("update", cwd=root)
    broken_model(tmp_path / "home", "en", "es")
    ran = run_l10n("draft", cwd=root, XDG_CACHE_HOME=str(tmp_path_factory.getbasetemp() / "models"))
    assert ran.code == 2
    assert len(ran.problems) == 1
    assert "a.md     pt_BR         1         0" in ran.out.splitlines()


def test_a_locale_without_a_model_does_not_stop_the_others(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Good morning.\n"}, locales=("ja", "pt_BR", "de"))
    called("update", cwd=root)
    ran = run_l10n("draft", cwd=root, XDG_CACHE_HOME=str(tmp_path_factory.getbasetemp() / "models"))
    assert ran.code == 2
    assert [problem.split(";")[0] for problem in ran.problems] == [
        "no model from en to ja",
        "no model from en to de",
    ]
    assert all("install a package" in problem and "en→pt" in problem for problem in ran.problems)
    assert "a.md     pt_BR         1         0" in ran.out.splitlines()
    assert entry(root, "Good morning.").msgstr == "Bom dia."


def test_without_catalogs_it_says_to_update_first(tmp_path: Path) -> None:
    ran = called("draft", "--engine", "pseudo", cwd=make_project(tmp_path / "site"))
    assert ran.code == 2
    assert ran.problems == ["locales/pt_BR/LC_MESSAGES/a.po: no catalog yet; make it with `l10n update`"]


def test_a_new_article_text_is_drafted_after_the_update(root: Path) -> None:
    called("draft", "--engine", "pseudo", cwd=root)
    write(root / "corpus" / "a.md", f"{ARTICLE}\nNobody saw the whale.\n")
    called("update", cwd=root)
    assert called("draft", "--engine", "pseudo", cwd=root).out.endswith("1 message drafted\n")


def test_a_stale_text_is_not_drafted_but_mentioned(root: Path) -> None:
    called("draft", "--engine", "pseudo", cwd=root)
    write(root / "corpus/a.md", ARTICLE.replace("The ferry is late today.", "The ferry is late again today."))
    called("update", cwd=root)
    ran = called("draft", "--engine", "pseudo", cwd=root)
    assert (ran.code, ran.out) == (0, "0 messages drafted\n")
    assert ran.problems == ["1 message translated for an earlier text; review it, or empty it for new drafts"]
