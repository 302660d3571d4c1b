"""`l10n watch`, as a process that runs while people save files."""

import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from processes import ARTICLE, called, catalog, environment, make_project, reviewed, untouched, write

DEADLINE = 60.0
"""Seconds after which a test has failed; it takes a fraction of one."""
QUIET = 1.5
"""Seconds in which a watcher that reacts to its own files would have done so again."""
# A shell in the background starts programs with this signal ignored.
WATCH = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from l10n.cli.main import run
run()
"""


class Watcher:
    """A running `l10n watch`, and what it has printed."""

    def __init__(self, root: Path, *args: str, **env: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WATCH, "watch", *args],
            cwd=root,
            env=environment(root.parent / "home", **env),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout
        assert self.process.stderr
        self.out: list[str] = []
        self.err: list[str] = []
        self.readers = [
            threading.Thread(target=collect, args=(stream, lines))
            for stream, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err))
        ]
        for reader in self.readers:
            reader.start()

    def wait_for(self, what: Callable[[], object]) -> None:
        end = time.monotonic() + DEADLINE
        while not what():
            assert self.process.poll() is None, f"it has ended: {self.err}"
            assert time.monotonic() < end, f"it has not come: {self.out} {self.err}"
            time.sleep(0.02)

    def wait_for_line(self, pattern: str) -> None:
        self.wait_for(lambda: any(re.search(pattern, line) for line in [*self.out, *self.err]))

    def ended(self, by: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(by)
        code = self.process.wait(DEADLINE)
        for reader in self.readers:
            reader.join(DEADLINE)
        return code


def collect(stream: IO[str], lines: list[str]) -> None:
    with stream:
        lines.extend(line.rstrip("\n") for line in iter(stream.readline, ""))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    articles = {"a.md": ARTICLE, "news/b.txt": "A brief.\n"}
    return make_project(tmp_path / "site", articles, locales=("pt_BR", "es"))


Start = Callable[..., Watcher]


@pytest.fixture
def start(root: Path) -> Iterator[Start]:
    """Starts watchers that are ready, and ends them."""
    started: list[Watcher] = []

    def start(*args: str, **env: str) -> Watcher:
        watcher = Watcher(root, *args, **env)
        started.append(watcher)
        watcher.wait_for_line("^watching corpus/, locales/ and l10n.toml; Ctrl-C ends$")
        return watcher

    yield start
    for watcher in started:
        watcher.ended(signal.SIGKILL)


def test_starts_with_everything_and_ends_by_an_interrupt(root: Path, start: Start) -> None:
    watcher = start()
    assert watcher.ended() == 0
    assert [re.sub(r"^\d\d:\d\d:\d\d ", "TIME ", line) for line in watcher.out] == [
        "TIME  a.md        es     4 new; written, 0 % reviewed",
        "TIME  a.md        pt_BR  4 new; written, 0 % reviewed",
        "TIME  news/b.txt  es     1 new; written, 0 % reviewed",
        "TIME  news/b.txt  pt_BR  1 new; written, 0 % reviewed",
        "watching corpus/, locales/ and l10n.toml; Ctrl-C ends",
    ]
    assert watcher.err == ["l10n: stopped"]


def test_says_nothing_of_files_that_are_up_to_date(root: Path, start: Start) -> None:
    for command in ("update", "build"):
        called(command, cwd=root)
    watcher = start()
    assert watcher.ended() == 0
    assert len(watcher.out) == 1


@pytest.mark.parametrize("polling", ["", "1"], ids=["by the system", "by polling"])
def test_saves_of_an_article_and_of_a_catalog_arrive(polling: str, root: Path, start: Start) -> None:
    watcher = start(WATCHFILES_FORCE_POLLING=polling)
    write(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    watcher.wait_for_line(r"a\.md  pt_BR  1 new; written, 0 % reviewed")
    assert "early today" in catalog(root).read_text()
    reviewed(catalog(root, locale="es"), {"The ferry is early today.": "El transbordador llega temprano."})
    watcher.wait_for_line(r"a\.md  es  written, \d+ % reviewed")
    assert "temprano" in (root / "build" / "es" / "a.md").read_text()
    assert (watcher.ended(), watcher.err) == (0, ["l10n: stopped"])


def test_does_nothing_after_what_it_wrote_itself(root: Path, start: Start) -> None:
    watcher = start()
    write(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    watcher.wait_for_line(r"a\.md  pt_BR  1 new")
    before, lines = untouched(root), len(watcher.out)
    time.sleep(QUIET)
    assert untouched(root) == before
    assert watcher.ended() == 0
    assert len(watcher.out) == lines


def test_a_catalog_that_an_editor_replaces_arrives(root: Path, start: Start) -> None:
    watcher = start()
    path = catalog(root, "news/b")
    backup, fresh = path.with_name("b.po~"), path.with_name("b.po.new")
    text = path.read_text().replace('msgid "A brief."\nmsgstr ""', 'msgid "A brief."\nmsgstr "Breve."')
    fresh.write_text(text)
    fresh.rename(path)
    watcher.wait_for_line(r"news/b\.txt  pt_BR  written, 100 % reviewed")
    path.rename(backup)
    path.write_text(text.replace("Breve.", "Uma nota."))
    watcher.wait_for(lambda: "Uma nota." in (root / "build" / "pt_BR" / "news" / "b.txt").read_text())
    assert path.read_text() == text.replace("Breve.", "Uma nota.")


def test_articles_come_and_go(root: Path, start: Start) -> None:
    watcher = start("--locale", "es")
    write(root / "corpus" / "deep" / "er" / "c.md", "New.\n")
    watcher.wait_for_line(r"deep/er/c\.md  es  1 new; written")
    (root / "corpus" / "deep").rename(root / "corpus" / "flat")
    watcher.wait_for_line(r"flat/er/c\.md  es  moved from deep/er/c; written")
    (root / "corpus" / "a.md").unlink()
    watcher.wait_for_line(r"^l10n: locales/es/LC_MESSAGES/a\.po: its article has gone; ")
    assert not any("nothing to write" in line for line in watcher.out)


def test_mistakes_are_said_and_watching_goes_on(root: Path, start: Start) -> None:
    watcher = start()
    write(root / "corpus" / "a.md", b"fine\n\xff\n")
    watcher.wait_for_line(r"^l10n: corpus/a\.md:2: not UTF-8: byte 0xff; save it as UTF-8$")
    write(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    watcher.wait_for_line(r"a\.md  es  ")
    good = catalog(root).read_bytes()
    write(catalog(root), good + b'\nmsgid "oops\n')
    watcher.wait_for_line(r"^l10n: locales/pt_BR/LC_MESSAGES/a\.po:\d+: ")
    write(catalog(root), good)
    write(root / "l10n.toml", "locales = [")
    watcher.wait_for_line(r"^l10n: l10n\.toml:1: not valid TOML")
    write(root / "l10n.toml", 'locales = ["pt_BR", "es", "fr"]')
    watcher.wait_for_line(r"a\.md +fr +4 new; written")
    assert watcher.ended() == 0
    assert all(line.startswith("l10n: ") for line in watcher.err)


def test_a_folder_that_is_replaced_is_watched_again(root: Path, start: Start) -> None:
    watcher = start()
    (root / "corpus").rename(root / "before")
    watcher.wait_for_line("^l10n: corpus: no folder with articles; ")
    write(root / "corpus" / "a.md", ARTICLE.replace("late", "early"))
    watcher.wait_for_line(r"a\.md  es +1 new; ")
    write(root / "corpus" / "a.md", ARTICLE.replace("late", "punctual"))
    watcher.wait_for(lambda: "punctual" in (root / "build" / "es" / "a.md").read_text())


def test_an_interrupt_in_the_middle_of_a_round_is_an_end_too(root: Path) -> None:
    for number in range(300):
        write(root / "corpus" / f"{number}.md", f"Text {number}.\n\n# Title {number}\n" * 20)
    watcher = Watcher(root)
    watcher.wait_for(lambda: catalog(root, "0").exists())
    assert watcher.ended() == 0
    assert watcher.err == ["l10n: stopped"]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("nope.md",), "no article 'nope.md'; there are: "),
        (("--locale", "fr"), "locale fr is not in this project; "),
        (("--require", "101"), "--require"),
    ],
    ids=" ".join,
)
def test_a_start_that_makes_no_sense_is_one_line_and_code_2(
    args: tuple[str, ...], expected: str, root: Path
) -> None:
    ran = called("watch", *args, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert expected in problem


def test_without_a_project_there_is_nothing_to_watch(tmp_path: Path) -> None:
    assert called("watch", cwd=tmp_path).code == 2
