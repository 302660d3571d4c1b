"""Nothing that a person saves in a catalog is lost, whoever writes at the same time and whoever is killed.

`L10N_STRESS=200 pytest tests/test_saving.py` does it longer.
"""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import polib
import pytest
from processes import catalog, environment, make_project, run_l10n

from l10n.catalog import po

ROUNDS = int(os.environ.get("L10N_STRESS", "10"))
KILLS = max(2, ROUNDS // 4)
CHANCE = random.Random(7)  # noqa: S311 - no secret
WORDS = "harbour tide ferry lamp quay storm keeper table rope gull winter bridge market letter".split()
COMMANDS = {"update": ["update"], "draft": ["draft", "--engine", "pseudo"]}
# Commands again and again in one process, the article edited before each `update`.
WORKER = """
import contextlib, io, json, random, sys
from pathlib import Path
from l10n.cli.main import run

rounds, commands, words = json.loads(sys.argv[1])
article = Path("corpus/a.md")

def edit(number):
    blocks = article.read_text().split("\\n\\n")
    at = random.randrange(len(blocks))
    new = " ".join(random.choices(words, k=9)) + f" {random.random()}."
    blocks[at] = new if number % 2 else blocks[at].replace(".", " again.", 1)
    fresh = Path("corpus/a.md~")
    fresh.write_text("\\n\\n".join(blocks))
    fresh.replace(article)  # killed while it writes, it would leave an empty article

for number in range(rounds):
    for command in commands:
        if command == ["update"]:
            edit(number)
        sys.argv[1:] = command
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as errors:
            try:
                run()
            except SystemExit as ended:
                if ended.code:
                    sys.exit(errors.getvalue())
"""


def paragraph(number: int) -> str:
    return f"Paragraph {number}: {' '.join(CHANCE.choices(WORDS, k=9))}."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "site", {"a.md": "\n\n".join(paragraph(number) for number in range(40))})
    assert run_l10n("update", cwd=root).code == 0
    return root


@contextmanager
def worker(root: Path, rounds: int, *commands: str) -> Iterator[subprocess.Popen[bytes]]:
    """Is killed at the end, if it still runs."""
    settings = json.dumps([rounds, [COMMANDS[command] for command in commands], WORDS])
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, settings],
        cwd=root,
        env=environment(root.parent / "home"),
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@dataclass
class Person:
    """Edits a catalog with another program than ours, now in one step, now in place as some editors save."""

    path: Path
    texts: set[str] = field(default_factory=set)
    """What should be in the catalog."""
    count: int = 0

    def look(self) -> polib.POFile:
        """The catalog; it is whole, and has everything that was typed."""
        data = self.path.read_bytes()
        known = po.understood(data, self.path.name)
        assert {entry.msgstr for entry in known.catalog.entries} >= self.texts
        return polib.pofile(data.decode(), wrapwidth=0)

    def edit(self) -> None:
        """Type a translation into one of the entries."""
        file = self.look()
        entry = CHANCE.choice([entry for entry in file if not entry.obsolete])
        self.count += 1
        old, entry.msgstr = entry.msgstr, f"Texto humano {self.count}"
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        self.save(str(file))
        self.texts = (self.texts - {old}) | {entry.msgstr}

    def save(self, text: str) -> None:
        if CHANCE.random() < 0.5:
            other = self.path.with_name("editor~")
            other.write_text(text)
            other.replace(self.path)
            return
        with self.path.open("w") as opened:
            half = CHANCE.randrange(len(text))
            for part in (text[:half], text[half:]):
                time.sleep(CHANCE.random() / 100)
                opened.write(part)
                opened.flush()


def test_a_person_two_commands_and_one_catalog(root):
    person = Person(catalog(root))
    with worker(root, ROUNDS, "update") as first, worker(root, ROUNDS, "draft") as second:
        while first.poll() is None or second.poll() is None:
            person.edit()
            time.sleep(CHANCE.random() / 50)
        assert [process.stderr.read().decode() for process in (first, second)] == ["", ""]
    assert person.count > ROUNDS / 2
    assert run_l10n("update", cwd=root).code == 0
    person.look()
    assert {path.name for path in catalog(root).parent.iterdir()} <= {"a.po", "a.ledger.jsonl"}


@pytest.mark.parametrize("commands", [("update",), ("update", "draft")])
def test_a_command_that_is_killed_leaves_a_catalog_with_everything(root, commands):
    person = Person(catalog(root))
    for _ in range(KILLS):
        person.edit()
        with worker(root, 1_000, *commands):
            time.sleep(0.4 + CHANCE.random() / 2)
        person.look()
    for command in COMMANDS.values():
        assert run_l10n(*command, cwd=root).code == 0
    person.look()
    assert {path.name for path in catalog(root).parent.iterdir()} <= {"a.po", "a.ledger.jsonl"}
