"""Answers that are kept: nothing is asked twice, and no store, however broken, stops a run."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from processes import Ran, StubEngine, run_python, write

from l10n.memory import store
from l10n.memory.answers import Remembered
from l10n.model.draft import Hypothesis

TWO = ["The sea was calm.", "It rained."]
BOTH_AT_ONCE = """
from pathlib import Path
from l10n.engines.pseudo import PseudoEngine
from l10n.memory.answers import Remembered

for number in range(60):
    engine = Remembered(PseudoEngine(), Path("answers.sqlite3"))
    sentences = [f"Boat {number}.", f"Boat {number + 1}."]
    found = engine.translate(sentences, align=number % 2 == 0)
    assert [h.text for h in found] == [h.text for h in PseudoEngine().translate(sentences, align=False)]
print(len(engine.remembers([f"Boat {number}." for number in range(61)], align=False)))
"""


def answering(hypothesis: Hypothesis, signature: str = "stub 1") -> StubEngine:
    """Gives the same hypothesis for everything."""
    return StubEngine(answer=lambda _: hypothesis, signature=signature)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "answers.sqlite3"


def asked(path: Path, sentences: list[str] = TWO, *, align: bool = False, other: bool = False) -> list[str]:
    """What the engine is asked for; what it answers is the same in any case."""
    engine = StubEngine()
    found = Remembered(engine, path).translate(sentences, align=align, other=other)
    right = StubEngine().translate(sentences, align=align)
    assert [h.text for h in found] == [h.text for h in right]
    assert not align or [h.links for h in found] == [h.links for h in right]
    return engine.sentences


# --- nothing is asked twice ---------------------------------------------------------------------------------


def test_a_sentence_is_asked_once(path: Path) -> None:
    assert asked(path, ["It rained.", "It rained."]) == ["It rained."]
    assert asked(path, ["It rained.", "The sea was calm."]) == ["The sea was calm."]


def test_what_was_asked_without_alignment_is_asked_again_where_it_is_wanted(path: Path) -> None:
    asked(path)
    assert asked(path, align=True) == TWO
    assert asked(path, align=True) == []
    assert asked(path) == []


def test_an_engine_without_alignment_is_not_asked_for_it_again_and_again(path: Path) -> None:
    made = Hypothesis(text="Choveu.", score=-0.1)
    engine = answering(made)
    for _ in range(2):
        (found,) = Remembered(engine, path).translate(["It rained."], align=True)
        assert found == made
    assert engine.sentences == ["It rained."]


def test_other_settings_are_another_question(path: Path) -> None:
    asked(path)
    assert asked(path, other=True) == TWO
    assert asked(path, other=True) == []


@pytest.mark.parametrize("signature", ["stub 2", "stub 1 ", "stub 1, beam 2", ""])
def test_another_engine_does_not_get_the_answers(signature: str, path: Path) -> None:
    Remembered(answering(Hypothesis(text="Choveu.")), path).translate(["It rained."], align=False)
    other = answering(Hypothesis(text="Llovió."), signature)
    assert Remembered(other, path).remembers(["It rained."], align=False) == set()
    (found,) = Remembered(other, path).translate(["It rained."], align=False)
    assert (found.text, other.sentences) == ("Llovió.", ["It rained."])


def test_it_tells_what_it_remembers_without_asking(path: Path) -> None:
    engine = StubEngine()
    remembered = Remembered(engine, path)
    remembered.translate(["It rained."], align=False)
    assert remembered.remembers(TWO, align=False) == {"It rained."}
    assert remembered.remembers(TWO, align=True) == set()
    assert engine.sentences == ["It rained."]


def test_what_was_answered_before_an_error_is_kept(path: Path) -> None:
    def fail(batches: int) -> None:
        if batches:
            raise RuntimeError

    remembered = Remembered(StubEngine(before=fail), path)
    remembered.translate(["It rained."], align=False)
    with pytest.raises(RuntimeError):
        remembered.translate(TWO, align=False)
    assert asked(path) == ["The sea was calm."]


RANGES = st.tuples(st.integers(0, 500), st.integers(0, 500))
LINKS = st.lists(st.tuples(RANGES, RANGES)).map(tuple)
HYPOTHESES = st.builds(
    Hypothesis,
    text=st.text(),
    score=st.floats(max_value=0, allow_nan=False),
    links=st.none() | LINKS,
    weak=LINKS,
)


@given(st.text(), HYPOTHESES, st.booleans())
def test_an_answer_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, sentence: str, made: Hypothesis, other: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip.sqlite3"
    path.unlink(missing_ok=True)
    engine = answering(made)
    for _ in range(2):
        assert Remembered(engine, path).translate([sentence], align=True, other=other) == [made]
    assert engine.sentences == [sentence]


# --- a store that cannot be used ----------------------------------------------------------------------------


def damaged(path: Path, start: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:start] + b"\xff" * (len(data) - start))


@pytest.mark.parametrize("start", [0, 16, 100, 4096])
def test_a_damaged_store_is_made_anew(start: int, path: Path) -> None:
    asked(path)
    damaged(path, start)
    asked(path)
    asked(path)
    assert asked(path) == []


@pytest.mark.parametrize("content", [b"", b"no store at all, and longer than a header of SQLite is" * 9])
def test_a_file_that_is_no_store_is_made_one(content: bytes, path: Path) -> None:
    write(path, content)
    assert asked(path) == TWO
    assert asked(path) == []


def test_a_store_that_is_deleted_meanwhile_is_made_anew(path: Path) -> None:
    remembered = Remembered(StubEngine(), path)
    remembered.translate(["It rained."], align=False)
    path.unlink()
    remembered.translate(["It rained."], align=False)
    assert asked(path) == ["The sea was calm."]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "[",
        "{}",
        "null",
        "[1]",
        '["a", 0, null, 1]',
        '["a", "b", null, []]',
        '["a", 0, [[1]], []]',
        '["a", 0, 5, []]',
        '["a", null, null, []]',
    ],
)
def test_an_answer_that_is_none_is_asked_anew(value: str, path: Path) -> None:
    asked(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE kept SET value = ?", (value,))
    assert asked(path) == TWO
    assert asked(path) == []


def test_a_table_of_another_kind_is_done_without(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE kept (something TEXT)")
    assert asked(path) == TWO
    assert asked(path) == TWO


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process has the store for itself."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.rollback()


def test_a_store_that_another_process_holds_is_done_without(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(path)
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    with held(path):
        assert asked(path) == TWO
    assert asked(path) == []


def test_a_store_that_becomes_held_is_waited_for_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = Remembered(StubEngine(), path)
    waits: list[float] = []
    connect = sqlite3.connect

    def connected(name: Path, timeout: float) -> sqlite3.Connection:
        waits.append(timeout)
        return connect(name, timeout=0.01)

    monkeypatch.setattr(store.sqlite3, "connect", connected)
    with closing(connect(path)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        for number in range(4):
            remembered.translate([f"Boat {number}."], align=False)
        connection.rollback()
    assert len(waits) == 1


def test_a_store_that_cannot_be_written_still_answers(path: Path) -> None:
    asked(path, ["It rained."])
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert asked(path) in (["The sea was calm."], [])  # root can write it all the same
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize("place", ["folder", "below a file", "below a device"])
def test_where_there_can_be_no_store_there_is_none(place: str, tmp_path: Path) -> None:
    write(tmp_path / "file", "x")
    (tmp_path / "folder").mkdir()
    path = {
        "folder": tmp_path / "folder",
        "below a file": tmp_path / "file" / "answers.sqlite3",
        "below a device": Path("/dev/null/answers.sqlite3"),
    }[place]
    assert asked(path) == TWO
    assert asked(path) == TWO
    assert (tmp_path / "file").read_text() == "x"


def test_two_processes_share_it_from_the_first_moment_on(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    with ThreadPoolExecutor(2) as pool:
        ran = list(pool.map(lambda _: run_python("-c", BOTH_AT_ONCE, cwd=tmp_path / "here"), range(2)))
    assert ran == [Ran(0, "61\n", "")] * 2


def test_the_older_half_goes_when_there_are_too_many(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_ROWS", 10)
    sentences = [f"Boat {number}." for number in range(20)]
    for sentence in sentences:
        asked(path, [sentence])
    left = Remembered(StubEngine(), path).remembers(sentences, align=False)
    assert sentences[-1] in left
    assert sentences[0] not in left
    assert 5 <= len(left) <= 12
