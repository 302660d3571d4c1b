"""`l10n approve`, `reject`, `drop-drafts` and `log`: what people decide is done, and recorded."""

import json
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from processes import (
    StubEngine,
    called,
    catalog,
    contents,
    environment,
    make_project,
    reviewed,
    run_l10n,
    untouched,
    use_engine,
    write,
)
from reviewing import ANA, LEDGER, MSGIDS, THREE, acts, approve, drafted, entries, events

from l10n.catalog import ledger
from l10n.model.draft import Hypothesis
from l10n.model.entry import State
from l10n.model.event import Act
from l10n.stages.history import message_hash


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return drafted(tmp_path / "site")


# --- drafts -------------------------------------------------------------------------------------------------


def test_a_draft_is_recorded(root: Path) -> None:
    assert acts(root) == [(Act.DRAFTED, msgid) for msgid in MSGIDS]
    assert {(event.by, event.risk, event.source) for event in events(root)} == {
        ("pseudo 1", 0.0, message_hash((None, msgid))) for msgid in MSGIDS
    }


def test_the_time_is_that_of_the_build_where_it_is_set(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    called("update", cwd=root)
    run_l10n("draft", "--engine", "pseudo", cwd=root, SOURCE_DATE_EPOCH="1700000000")
    assert {event.when for event in events(root)} == {"2023-11-14T22:13:20.000Z"}


def test_a_ledger_that_could_not_be_written_is_healed(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": THREE})
    called("update", cwd=root)
    (root / LEDGER).mkdir()
    ran = called("draft", "--engine", "pseudo", cwd=root)
    assert (ran.code, ran.problems) == (2, [f"{LEDGER}: is no regular file; move it away"])
    assert all(entry.state is State.DRAFT for entry in entries(root).values())
    (root / LEDGER).rmdir()
    assert called("update", cwd=root).code == 0
    assert [(act, msgid) for act, msgid in acts(root)] == [(Act.DRAFTED, msgid) for msgid in MSGIDS]
    before = untouched(root / "locales")
    called("update", cwd=root)
    assert untouched(root / "locales") == before


# --- approve ------------------------------------------------------------------------------------------------


def test_approve_takes_what_was_cleared_in_an_editor(root: Path) -> None:
    reviewed(catalog(root), {"Nobody saw the whale.": "Ninguém viu a baleia."})
    before = catalog(root).read_bytes()
    ran = run_l10n("approve", "a.md", "--by", ANA, cwd=root)
    assert (ran.code, ran.out.splitlines()) == (0, [
        "ARTICLE  LOCALE  APPROVED  WORDS",
        "a.md     pt_BR          1      4",
        f"1 message approved by {ANA}",
    ])  # fmt: skip
    assert ran.problems == ["2 messages marked fuzzy; --all approves them too"]
    assert acts(root)[3:] == [(Act.EDITED, "Nobody saw the whale."), (Act.REVIEWED, "Nobody saw the whale.")]
    assert [event.by for event in events(root)[3:]] == ["", ANA]
    text = catalog(root).read_bytes()
    assert text.replace(b"; reviewed\n", b"; text ") != text
    assert before.split(b"\n\n")[:-1] == text.split(b"\n\n")[:-1]


def test_approve_all_takes_drafts_and_stale_texts(root: Path) -> None:
    write(root / "corpus" / "a.md", THREE.replace("late today", "late again today"))
    called("update", cwd=root)
    assert approve(root, "--all").out.splitlines()[1:] == [
        "a.md     pt_BR          3     13",
        f"3 messages approved by {ANA}",
    ]
    assert {entry.state for entry in entries(root).values()} == {State.REVIEWED}
    assert not any(entry.previous for entry in entries(root).values())
    assert approve(root, "--all").out == f"0 messages approved by {ANA}\n"


@pytest.mark.parametrize(
    "text",
    ["The *old* pier.", "The *old*", message_hash((None, "The *old* pier."))[:7], " The  *old* pier. "],
)
def test_approve_takes_the_message_that_is_named(text: str, root: Path) -> None:
    before = catalog(root).read_text(encoding="utf-8").split("\n\n")
    assert approve(root, "--message", text).code == 0
    after = catalog(root).read_text(encoding="utf-8").split("\n\n")
    (changed,) = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert "#, fuzzy\n" in changed[0]
    assert re.sub(r"; text \w{8}", "; reviewed", changed[0]).replace("#, fuzzy\n", "") == changed[1]
    assert acts(root)[3:] == [(Act.REVIEWED, "The *old* pier.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The", "'The' means 2 messages; give more of it, or a hash: "),
        ("Something else", "no message 'Something else' in these articles; give its text, or its hash, "),
        ("0000000", "no message '0000000' in these articles; "),
        ("", "no message '' in these articles; "),
    ],
)
def test_a_message_that_is_not_clear_is_a_mistake(text: str, expected: str, root: Path) -> None:
    before = untouched(root)
    ran = approve(root, "--message", text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.problems[0].startswith(expected)
    assert untouched(root) == before


@pytest.mark.parametrize(
    "command", [("approve", "a.md", "--all"), ("reject", "a.md", "--all"), ("drop-drafts",)]
)
def test_a_dry_run_writes_nothing_and_tells_what_would_be_done(command: tuple[str, ...], root: Path) -> None:
    before = untouched(root)
    ran = called(*command, "--by", ANA, "--dry-run", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(rf"3 messages would be \w+ by {ANA}", ran.out.splitlines()[-1])
    assert untouched(root) == before
    done = called(*command, "--by", ANA, cwd=root).out
    assert done.splitlines()[:-1] == ran.out.splitlines()[:-1]
    assert done.splitlines()[-1] == ran.out.splitlines()[-1].replace("would be ", "")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_who_approves_is_known_by_git(root: Path) -> None:
    ran = called("approve", "a.md", "--all", cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.problems == [
        'nobody knows who you are; add --by "Name <mail>", or set user.name and user.email in git'
    ]
    git(root, "init", "-q")
    git(root, "config", "user.name", "Bo")
    git(root, "config", "user.email", "bo@example.com")
    assert run_l10n("approve", "a.md", "--all", cwd=root).code == 0
    assert {event.by for event in events(root)} == {"pseudo 1", "Bo <bo@example.com>"}


@pytest.mark.parametrize("by", ["Ana", "", "<ana@example.com>", "Ana <ana@example.com> x", "A\nB <a@b>"])
def test_who_approves_is_a_name_and_an_address(by: str, root: Path) -> None:
    before = untouched(root)
    ran = called("approve", "a.md", "--all", "--by", by, cwd=root)
    assert (ran.code, len(ran.problems)) == (2, 1)
    assert 'names nobody; write "Name <mail>"' in ran.problems[0]
    assert untouched(root) == before


def test_a_broken_line_of_the_ledger_is_told_of_and_stops_nothing(root: Path) -> None:
    write(root / LEDGER, "<<<<<<< HEAD\n" * 7 + (root / LEDGER).read_text(encoding="utf-8"))
    for command in (("update",), ("build",), ("status",), ("log", "a.md"), ("approve", "a.md", "--by", ANA)):
        ran = called(*command, cwd=root)
        assert ran.code == 0
        told = [problem for problem in ran.problems if problem.startswith(LEDGER)]
        assert told[0] == f"{LEDGER}:1: no event: not JSON; take the line out"
        assert told[-1] == f"{LEDGER}: 2 more lines are no events"
        assert len(told) == 6


def test_an_article_without_a_catalog_does_not_stop_the_others(root: Path) -> None:
    write(root / "corpus" / "0.md", "New.\n")
    ran = called("approve", "0.md", "a.md", "--all", "--by", ANA, cwd=root)
    assert (ran.code, len(ran.problems)) == (2, 1)
    assert ran.problems[0].endswith("0.po: no catalog yet; make it with `l10n update`")
    assert ran.out.endswith(f"3 messages approved by {ANA}\n")


def test_a_crash_before_the_ledger_is_written_proves_nothing_and_is_mended(root: Path) -> None:
    known = (root / LEDGER).read_bytes()
    (root / LEDGER).unlink()
    (root / LEDGER).mkdir()
    assert approve(root, "--all").code == 2
    assert {entry.state for entry in entries(root).values()} == {State.REVIEWED}
    (root / LEDGER).rmdir()
    write(root / LEDGER, known)
    assert {act for act, _ in acts(root)} == {Act.DRAFTED}
    assert approve(root).out.endswith(f"3 messages approved by {ANA}\n")
    assert acts(root)[3:] == [(Act.REVIEWED, msgid) for msgid in MSGIDS]


# --- reject and drop-drafts ---------------------------------------------------------------------------------


class TwoMinds(StubEngine):
    """Gives another translation by its other settings."""

    def translate(
        self,
        sentences: Sequence[str],
        *,
        align: bool,  # noqa: ARG002 - the protocol's
        other: bool = False,
    ) -> list[Hypothesis]:
        return [Hypothesis(text=f"{'Talvez' if other else 'Sim'}, {text}") for text in sentences]


def test_a_rejected_text_is_not_drafted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path / "site", {"a.md": "It rained.\n\nIt snowed.\n"})
    use_engine(monkeypatch, TwoMinds())
    called("update", cwd=root)
    seen = []
    for _ in range(3):
        called("draft", cwd=root)
        seen.append([entry.msgstr for entry in entries(root).values()])
        called("reject", "a.md", "--message", "It rained.", "--by", ANA, cwd=root)
    assert seen == [
        ["Sim, It rained.", "Sim, It snowed."],
        ["Talvez, It rained.", "Sim, It snowed."],
        ["", "Sim, It snowed."],
    ]
    ran = called("draft", cwd=root)
    assert ran.out == "0 messages drafted\n"
    assert ran.problems == ["1 message not drafted: the draft was rejected, and the engine has no other"]
    assert called("draft", "--redo", cwd=root).code == 0
    assert [entry.msgstr for entry in entries(root).values()] == seen[-1]


@pytest.mark.parametrize(("command", "act"), [("reject", Act.REJECTED), ("drop-drafts", Act.DROPPED)])
def test_words_of_people_stay(command: str, act: Act, root: Path) -> None:
    text = catalog(root).read_text(encoding="utf-8")
    mine = entries(root)["The *old* pier."].msgstr
    write(catalog(root), text.replace(mine, "O *velho* cais, ver com a Ana"))
    approve(root, "--message", "Nobody")
    before = entries(root)
    args = ("--all", "a.md") if command == "reject" else ()
    ran = run_l10n(command, *args, "--by", ANA, cwd=root)
    assert (ran.code, ran.problems) == (0, ["1 text left untouched: changed or approved by a person"])
    after = entries(root)
    assert [msgid for msgid in MSGIDS if after[msgid] != before[msgid]] == ["The ferry is late today."]
    emptied = after["The ferry is late today."]
    assert (emptied.state, emptied.flags, emptied.comments) == (State.UNTRANSLATED, (), ())
    assert acts(root)[-1] == (act, "The ferry is late today.")


def test_dropped_drafts_are_made_again(root: Path) -> None:
    before = catalog(root).read_bytes()
    write(root / "corpus" / "a.md", THREE.replace("late today", "late again today"))
    called("update", cwd=root)
    assert called("drop-drafts", "--by", ANA, cwd=root).out.endswith(f"3 messages dropped by {ANA}\n")
    assert {entry.state for entry in entries(root).values()} == {State.UNTRANSLATED}
    write(root / "corpus" / "a.md", THREE)
    called("update", cwd=root)
    called("draft", "--engine", "pseudo", cwd=root)
    assert [line for line in catalog(root).read_bytes().split(b"\n") if b"POT-" not in line] == [
        line for line in before.split(b"\n") if b"POT-" not in line
    ]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("reject", "a.md"), "say which: --message TEXT, or --all"),
        (("reject", "a.md", "--all", "--message", "x"), "say which: --message TEXT, or --all"),
        (("approve", "a.md", "--all", "--message", "x"), "--all does not go with --message"),
        (("approve", "--all"), "Missing argument 'ARTICLE...'."),
        (("log",), "Missing argument 'ARTICLE...'."),
        (("log", "b.md"), "no article 'b.md'; there are: a.md"),
    ],
)
def test_a_wrong_command_line(args: tuple[str, ...], expected: str, root: Path) -> None:
    ran = called(*args, cwd=root)
    assert (ran.code, ran.out, ran.problems) == (2, "", [expected])


# --- log ----------------------------------------------------------------------------------------------------


def test_log_shows_the_newest_first(root: Path) -> None:
    approve(root, "--message", "The *old*")
    ran = run_l10n("log", "a.md", "--locale", "pt_BR", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    head, first, *others, last = ran.out.splitlines()
    assert head.split() == ["WHEN", "WHAT", "ARTICLE", "LOCALE", "BY", "MESSAGE"]
    assert first[18:] == f"reviewed  a.md     pt_BR   {ANA}  The *old* pier."
    assert [line.split()[2] for line in others] == ["drafted"] * 3
    assert last == "4 events"


def test_log_in_json_has_all_of_it(root: Path) -> None:
    approve(root, "--message", "The *old*")
    first, *others = json.loads(run_l10n("log", "a.md", "--json", cwd=root).out)
    assert first.pop("when").endswith("Z")
    assert first.pop("text") == events(root)[-1].text
    assert first == {
        "article": "a.md",
        "locale": "pt_BR",
        "what": "reviewed",
        "by": ANA,
        "message": message_hash((None, "The *old* pier.")),
        "msgid": "The *old* pier.",
        "source": message_hash((None, "The *old* pier.")),
        "risk": None,
        "notes": [],
    }
    assert len(others) == 3


def test_log_shows_messages_that_have_gone_by_their_hash(root: Path) -> None:
    gone = entries(root)["The *old* pier."]
    catalog(root).unlink()
    assert message_hash(gone.key)[:12] in called("log", "a.md", cwd=root).out


def test_log_shows_messages_that_were_written_differently_as_they_are_now(root: Path) -> None:
    approve(root, "--all")
    article = root / "corpus" / "a.md"
    for now in ("The _old_ pier.", "The _old_  pier."):
        write(article, re.sub(r"The [*_]old[*_] pier\.", now, article.read_text(encoding="utf-8")))
        assert "1 rewritten" in called("update", cwd=root).out
    lines = [line for line in called("log", "a.md", cwd=root).out.splitlines() if "_old_" in line]
    assert sorted(line.split()[2] for line in lines) == ["drafted", "reviewed", "rewritten", "rewritten"]
    assert all(line.endswith("  The _old_ pier.") for line in lines)


def test_log_of_nothing(tmp_path: Path) -> None:
    assert called("log", "a.md", cwd=make_project(tmp_path / "site")).out == "0 events\n"


# --- ledgers and catalogs -----------------------------------------------------------------------------------


def test_a_ledger_goes_along_when_its_article_moves(root: Path) -> None:
    approve(root, "--all")
    before = (root / LEDGER).read_bytes()
    (root / "corpus" / "news").mkdir()
    (root / "corpus" / "a.md").rename(root / "corpus" / "news" / "b.md")
    assert called("update", cwd=root).out.splitlines()[1].endswith("moved from a")
    assert list(contents(root / "locales" / "pt_BR")) == [
        "LC_MESSAGES/news/b.ledger.jsonl",
        "LC_MESSAGES/news/b.po",
    ]
    assert contents(root / "locales" / "pt_BR")["LC_MESSAGES/news/b.ledger.jsonl"] == before


def test_a_ledger_is_no_catalog_without_an_article(root: Path) -> None:
    (root / "corpus" / "a.md").rename(root / "corpus" / "b.md")
    write(root / "corpus" / "b.md", "Something else.\n")
    ran = called("update", cwd=root)
    assert [line for line in ran.problems if "has gone" in line] == [
        "locales/pt_BR/LC_MESSAGES/a.po: its article has gone; delete it when you need its texts no longer"
    ]


def git(root: Path, *args: str) -> None:
    names = ("-c", "user.name=Bo", "-c", "user.email=bo@example.com")
    subprocess.run(["git", *names, *args], cwd=root, env=environment(root.parent / "home"), check=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_branches_of_a_ledger_merge_without_a_conflict(root: Path) -> None:
    write(root / ".gitattributes", "*.ledger.jsonl merge=union\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "drafts")
    for branch, message in (("one", MSGIDS[0]), ("two", MSGIDS[2])):
        git(root, "checkout", "-q", "-b", branch, "main")
        approve(root, "--message", message)
        git(root, "commit", "-q", "-a", "-m", branch)
    git(root, "merge", "-q", "-m", "both", "one")
    assert set(acts(root)[3:]) == {(Act.REVIEWED, MSGIDS[0]), (Act.REVIEWED, MSGIDS[2])}
    assert [entry.state for entry in entries(root).values()] == [State.REVIEWED, State.DRAFT, State.REVIEWED]
    assert approve(root).out == f"0 messages approved by {ANA}\n"


# --- killed -------------------------------------------------------------------------------------------------


def killed_while_approving(root: Path, seconds: float) -> bool:
    """Kill `l10n approve --all` after so long; was it still running?"""
    with subprocess.Popen(
        [sys.executable, "-m", "l10n", "approve", "a.md", "--all", "--by", ANA],
        cwd=root,
        env=environment(root.parent / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    return process.returncode == -signal.SIGKILL


def check_killed(root: Path, seconds: float) -> bool:
    """After a kill no text is lost, the ledger claims no more than the catalog, and a second run mends it."""
    before = entries(root)
    stopped = killed_while_approving(root, seconds)
    after = entries(root)
    assert [entry.msgstr for entry in after.values()] == [entry.msgstr for entry in before.values()]
    marked = {message_hash(entry.key) for entry in after.values() if not entry.fuzzy}
    known = ledger.read(root / LEDGER, LEDGER)
    vouched = {event.message for event in known.events if event.what is Act.REVIEWED}
    assert vouched <= marked
    assert not known.problems
    assert approve(root, "--all").code == 0
    assert {entry.state for entry in entries(root).values()} == {State.REVIEWED}
    reviews = [event for event in events(root) if event.what is Act.REVIEWED]
    assert len(reviews) == len({event.message for event in reviews}) == len(before)
    return stopped


def test_a_kill_at_any_moment_loses_nothing_and_claims_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    root = drafted(tmp_path / "site", "".join(f"Boat {n} came home.\n\n" for n in range(400)))
    fresh = contents(root)
    for _ in range(4):
        check_killed(root, chance.uniform(0.02, 0.5))
        for name, data in fresh.items():
            write(root / name, data)
        for path in root.rglob(".l10n-*"):
            path.unlink()
