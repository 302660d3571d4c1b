"""`l10n draft`, killed at any moment: nothing is damaged or lost, and nothing is translated twice."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import called, catalog, contents, environment, make_project, reviewed, run_python

from l10n.catalog import po
from l10n.model.entry import State
from l10n.stages.record import is_untouched

KILLS = 5
"""Each takes about a second."""
MINE = "Boat 0 of fleet {} came home late."
LOGGING = """
import json, os, sys, time
from pathlib import Path
from l10n import registry
from l10n.cli.main import run
from l10n.engines.pseudo import PseudoEngine
from l10n.pipeline import drafting
from l10n.ports import EngineFactory
from l10n.stages import draft

log = Path(sys.argv.pop(1))

class Engine:
    signature = "logging 1"
    knows = PseudoEngine().knows
    unreadable = PseudoEngine().unreadable

    def translate(self, sentences, *, align, other=False):
        with log.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps([os.getpid(), *sentences]) + "\\n")
        time.sleep(0.005)
        return PseudoEngine().translate(sentences, align=align)

registry.engine_named = lambda name: EngineFactory(summary="", open=lambda *_: Engine(), judged=False)
drafting._WINDOW, draft.BATCH = 20, 8  # so that much is saved
run()
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with more to draft than will be drafted before the last kill."""
    names = [f"fleet-{number}" for number in range(4 * KILLS)]
    articles = {
        f"{name}.md": "".join(f"Boat {number} of fleet {name} came home late.\n\n" for number in range(40))
        for name in names
    }
    made = make_project(tmp_path / "site", articles)
    called("update", cwd=made)
    for name in names:
        reviewed(catalog(made, name), {MINE.format(name): "O barco\\n chegou — tarde."})
    return made


def killed(root: Path, log: Path, chance: random.Random) -> int:
    """Kill a run some batches after it has begun to translate, at any moment of one; its exit code."""
    begun = lines(log)
    process = subprocess.Popen(
        [sys.executable, "-c", LOGGING, str(log), "draft"],
        cwd=root,
        env=environment(root.parent / "home"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wanted = begun + chance.randint(1, 12)
    while lines(log) < wanted and process.poll() is None:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.03))
    process.kill()
    return process.wait()


def lines(log: Path) -> int:
    return log.read_bytes().count(b"\n") if log.exists() else 0


def assert_sound(root: Path) -> None:
    """Every catalog can be read by us and by GNU gettext, and holds what the person wrote."""
    for path in sorted(root.rglob("*.po")):
        found = po.read(path, path.name)
        assert found
        entries = {entry.msgid: entry for entry in found.catalog.entries}
        assert len(entries) == 40
        mine = entries.pop(MINE.format(path.stem))
        assert (mine.msgstr, mine.state) == ("O barco\n chegou — tarde.", State.REVIEWED)
        assert all(entry.state is State.UNTRANSLATED or is_untouched(entry) for entry in entries.values())
        if shutil.which("msgfmt"):
            subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True)


def asked_again(log: Path) -> set[str]:
    """Sentences that were translated, and asked again; the last batch of a run may not have been done."""
    runs: dict[int, list[list[str]]] = {}
    for line in log.read_text(encoding="utf-8").splitlines():
        process, *sentences = json.loads(line)
        runs.setdefault(process, []).append(sentences)
    done: set[str] = set()
    again: set[str] = set()
    for batches in runs.values():
        for number, batch in enumerate(batches):
            again |= done & set(batch)
            done |= set(batch) if number < len(batches) - 1 else set()
    return again


def test_a_kill_loses_nothing_and_leaves_nothing_behind(root: Path) -> None:
    log, chance = root.parent / "log", random.Random(7)  # noqa: S311 - no secret
    for _ in range(KILLS):
        assert killed(root, log, chance) == -9
        assert_sound(root)
    ran = run_python("-c", LOGGING, str(log), "draft", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert_sound(root)
    assert asked_again(log) == set()
    states = [row["messages"] for row in json.loads(called("status", "--json", cwd=root).out)]
    assert states == [{"untranslated": 0, "draft": 39, "stale": 0, "reviewed": 1}] * len(states)
    left = [
        Path(name).name for name in contents(root / "locales") if not name.endswith((".po", ".pot", ".jsonl"))
    ]
    assert all(
        name.startswith(".l10n-") for name in left
    )  # a write in that folder removes them after an hour
