"""Ledgers: what is written is read, what is broken stops nothing, and the order of lines means nothing."""

import json
import os
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import ledger
from l10n.errors import OutputError
from l10n.model.entry import Entry
from l10n.model.event import Act, Event
from l10n.stages.history import History, text_hash
from l10n.stages.review import event

NAME = "a.ledger.jsonl"
ENTRY = Entry(msgid="The old pier.", msgstr="O velho cais.")
WHEN = "2026-11-24T06:46:26.120Z"
REVIEWED = event(Act.REVIEWED, ENTRY, WHEN, "Ana Souza <ana@example.com>")
LINE = (
    f'{{"by":"Ana Souza <ana@example.com>","message":"{REVIEWED.message}",'
    f'"source":"{REVIEWED.message}","text":"{REVIEWED.text}","what":"reviewed",'
    '"when":"2026-11-24T06:46:26.120Z"}'
)

hashes = st.sampled_from([text_hash(text) for text in "abc"])
events = st.builds(
    Event,
    what=st.sampled_from(Act),
    message=hashes,
    text=hashes,
    source=hashes,
    by=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    when=st.datetimes().map(
        lambda when: f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03}Z".zfill(24)
    ),
    risk=st.none() | st.integers(0, 100).map(lambda risk: risk / 100),
    notes=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=3).map(tuple),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


def problems(path: Path) -> list[str]:
    return [str(problem) for problem in ledger.read(path, NAME).problems]


# --- reading and writing ------------------------------------------------------------------------------------


def test_an_event_is_a_line_of_sorted_json(path: Path) -> None:
    ledger.append(path, [REVIEWED], NAME)
    assert path.read_text(encoding="utf-8") == f"{LINE}\n"


@given(st.lists(events, max_size=6))
def test_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, made: list[Event]) -> None:
    path = tmp_path_factory.mktemp("ledger") / NAME
    for item in made:
        ledger.append(path, [item], NAME)
    assert ledger.read(path, NAME) == ledger.Ledger(events=tuple(made))


def test_nothing_is_no_file(path: Path) -> None:
    ledger.append(path, [], NAME)
    assert not path.exists()
    assert ledger.read(path, NAME) == ledger.Ledger()


def test_lines_are_only_added(path: Path) -> None:
    path.write_text("something of another program\n")
    ledger.append(path, [REVIEWED], NAME)
    assert path.read_text(encoding="utf-8") == f"something of another program\n{LINE}\n"


def test_a_line_that_a_crash_has_cut_off_spoils_no_other(path: Path) -> None:
    path.write_text(LINE[:50])
    ledger.append(path, [REVIEWED], NAME)
    assert ledger.read(path, NAME).events == (REVIEWED,)
    assert problems(path) == [f"{NAME}:1: no event: not JSON; take the line out"]


def test_line_ends_of_windows_blank_lines_and_a_byte_order_mark_are_no_problem(path: Path) -> None:
    path.write_bytes(f"\ufeff{LINE}\r\n\r\n\n{LINE}\r\n".encode())
    assert ledger.read(path, NAME) == ledger.Ledger(events=(REVIEWED, REVIEWED))


def test_what_a_newer_version_adds_to_a_line_is_no_problem(path: Path) -> None:
    path.write_text(f'{LINE[:-1]},"colour":"blue"}}\n')
    assert ledger.read(path, NAME).events == (REVIEWED,)


def changed(**fields: object) -> str:
    return json.dumps(json.loads(LINE) | fields)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("<<<<<<< HEAD", "not JSON"),
        ("[" * 100_000, "longer than 64 kB"),
        ("[" * 60_000, "not JSON"),
        ("9" * 60_000, "not JSON"),
        ("[]", "not an object"),
        ("null", "not an object"),
        ("{}", "it says `what` in no way that this l10n knows"),
        (changed(what="admired"), "it says `what` in no way that this l10n knows"),
        (changed(what=["reviewed"]), "it says `what` in no way that this l10n knows"),
        (changed(message="0c6d1b0e"), "its `message` is not as l10n writes it"),
        (changed(text=None), "its `text` is not as l10n writes it"),
        (changed(source="G" * 32), "its `source` is not as l10n writes it"),
        (changed(by=7), "its `by` is no text"),
        (changed(by="\ud800"), "its `by` is no text"),
        (changed(when="yesterday"), "its `when` is not as l10n writes it"),
        (changed(when="2026-13-24T06:46:26.120Z"), "its `when` is no time"),
        (changed(risk="high"), "its risk is not from 0 to 1"),
        (changed(risk=True), "its risk is not from 0 to 1"),
        (changed(risk=7), "its risk is not from 0 to 1"),
        (changed(risk=float("nan")), "its risk is not from 0 to 1"),
        (changed(notes="loop"), "its notes are no list"),
        (changed(notes=[1]), "its `notes` is no text"),
        (changed(by="x" * 70_000), "longer than 64 kB"),
    ],
)
def test_a_broken_line_is_told_of_and_stops_nothing(line: str, why: str, path: Path) -> None:
    path.write_text(f"{LINE}\n{line}\n{LINE}\n")
    assert ledger.read(path, NAME).events == (REVIEWED, REVIEWED)
    assert problems(path) == [f"{NAME}:2: no event: {why}; take the line out"]


@given(st.binary(max_size=200))
def test_anything_can_be_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("ledger") / NAME
    path.write_bytes(data + b"\n" + LINE.encode())
    assert ledger.read(path, NAME).events[-1:] == (REVIEWED,)


def test_a_ledger_of_hostile_size_proves_nothing(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)
    assert ledger.read(path, NAME).events == ()
    assert problems(path) == [f"{NAME}: larger than 256 MB, so it proves nothing; split it"]


def test_a_long_line_is_not_held_in_memory(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
        file.seek(0, os.SEEK_END)
        file.write(f"\n{LINE}\n".encode())
    assert ledger.read(path, NAME).events == (REVIEWED,)
    assert problems(path) == [f"{NAME}:1: no event: longer than 64 kB; take the line out"]


def test_what_is_no_file_is_neither_read_nor_written(path: Path) -> None:
    os.mkfifo(path)
    assert problems(path) == [f"{NAME}: is no regular file; move it away"]
    with pytest.raises(OutputError, match="is no regular file; move it away"):
        ledger.append(path, [REVIEWED], NAME)


def test_a_ledger_moves_to_the_end_of_another(tmp_path: Path, path: Path) -> None:
    new = tmp_path / "news" / "b.ledger.jsonl"
    ledger.move(path, new, NAME)
    assert not new.exists()
    for _ in range(2):
        ledger.append(path, [REVIEWED], NAME)
        ledger.move(path, new, NAME)
        assert not path.exists()
    assert new.read_text(encoding="utf-8") == f"{LINE}\n{LINE}\n"


# --- what git makes of it -----------------------------------------------------------------------------------


def told(history: History, entries: list[Entry]) -> list[object]:
    """All that is asked of a history."""
    return [
        history.events,
        *(
            (history.of(e), history.review(e), history.draft(e), history.origin(e), history.stale_since(e))
            for e in entries
        ),
        *(sorted(history.rejected(entry.key)) for entry in entries),
    ]


ENTRIES = [
    Entry(msgid=msgid, msgstr=text, previous=previous)
    for msgid in "abc"
    for text in "abc"
    for previous in (None, (None, "a"))
]


@given(st.lists(events, max_size=8), st.randoms(use_true_random=False))
def test_a_union_merge_gives_the_same_in_any_order(made: list[Event], chance: object) -> None:
    shuffled = made + made[: len(made) // 2]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(History(shuffled), ENTRIES) == told(History(made), ENTRIES)


@pytest.mark.parametrize("other", [Act.REJECTED, Act.DROPPED])
def test_of_decisions_at_the_same_time_the_one_that_claims_less_counts(other: Act) -> None:
    against = replace(REVIEWED, what=other, by="Bo <bo@example.com>")
    for order in permutations([REVIEWED, against]):
        assert History(order).review(ENTRY) is None


def test_the_last_decision_counts() -> None:
    later = "2026-11-24T06:46:26.121Z"
    rejected = replace(REVIEWED, what=Act.REJECTED)
    again = replace(REVIEWED, when=later)
    assert History([rejected, again]).review(ENTRY) == again
    assert History([REVIEWED, replace(rejected, when=later)]).review(ENTRY) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(ENTRY, msgstr="O velho cais"),
        replace(ENTRY, msgid="The old pier"),
        replace(ENTRY, context="harbour"),
        replace(ENTRY, context=""),
    ],
)
def test_a_review_proves_one_text_of_one_message(other: Entry) -> None:
    history = History([REVIEWED])
    assert history.review(ENTRY) == REVIEWED
    assert history.review(other) is None


def test_a_review_goes_along_when_its_message_is_rewritten_but_not_when_it_changes() -> None:
    new = replace(ENTRY, msgid="The _old_ pier.")
    rewritten = event(Act.REWRITTEN, new, WHEN, "l10n", source=ENTRY.key)
    assert History([REVIEWED, rewritten]).review(new) == REVIEWED
    assert History([REVIEWED, replace(rewritten, what=Act.STALE)]).review(new) is None
    assert History([replace(rewritten, source=rewritten.message)]).review(new) is None
