"""`l10n status`, and what the output of every command looks like."""

import html
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pyromark
import pytest
from processes import (
    Ran,
    called,
    catalog,
    environment,
    make_project,
    reviewed,
    run_l10n,
    run_python,
    untouched,
    write,
)

from l10n.text.markdown_syntax import OPTIONS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    articles = {"a.md": "One word.\n\nTwo words.\n\nThree words now.\n", "b.txt": "A brief.\n"}
    made = make_project(tmp_path / "site", articles)
    called("update", cwd=made)
    return made


def in_each_state(root: Path) -> None:
    """Of the article's three messages one is a draft, one is stale and one is reviewed."""
    called("draft", "--engine", "pseudo", "a.md", cwd=root)
    reviewed(catalog(root), {"One word.": "Uma palavra.", "Two words.": "Duas palavras."})
    write(root / "corpus" / "a.md", "One word.\n\nTwo long words.\n\nThree words now.\n")
    called("update", cwd=root)


def test_counts_words_by_state(root: Path) -> None:
    in_each_state(root)
    ran = run_l10n("status", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "ARTICLE  LOCALE  STALE FOR  MESSAGES  WORDS  REVIEWED  DRAFT  STALE  UNTRANSLATED",
        "a.md     pt_BR   0 days            3      8         2      3      3             0",
        "b.txt    pt_BR                     1      2         0      0      0             2",
        "all 2    pt_BR                     4     10         2      3      3             2",
    ]


def test_json_says_the_same(root: Path) -> None:
    in_each_state(root)
    ran = run_l10n("status", "--json", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    first, second = json.loads(ran.out)
    assert first.pop("stale_since").startswith("20")
    assert first == {
        "article": "a.md",
        "locale": "pt_BR",
        "reading": "markdown",
        "messages": {"untranslated": 0, "draft": 1, "stale": 1, "reviewed": 1},
        "words": {"untranslated": 0, "draft": 3, "stale": 3, "reviewed": 2},
        "percent": 25.0,
        "reviewed_by": [],
    }
    assert second["stale_since"] is None
    assert second["messages"]["untranslated"] == 1


def test_json_is_json_even_if_an_article_is_broken(root: Path) -> None:
    write(root / "corpus" / "c.md", b"\xff")
    ran = called("status", "--json", cwd=root)
    assert ran.code == 2
    assert [row["article"] for row in json.loads(ran.out)] == ["a.md", "b.txt"]
    assert len(ran.problems) == 1


def test_markdown_is_the_same_table(root: Path) -> None:
    in_each_state(root)
    ran = run_l10n("status", "--markdown", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "| Article | Locale | Stale for | Messages | Words | Reviewed | Draft | Stale | Untranslated |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        r"| a.md | pt\_BR | 0 days | 3 | 8 | 2 | 3 | 3 | 0 |",
        r"| b.txt | pt\_BR |  | 1 | 2 | 0 | 0 | 0 | 2 |",
        r"| all 2 | pt\_BR |  | 4 | 10 | 2 | 3 | 3 | 2 |",
    ]


@pytest.mark.parametrize("name", ["a|b.md", "`c`.md", "_d_ *e*.md", "<b>f.md", "[g](h).md", "é&amp;.md"])
def test_no_name_of_an_article_is_markup(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {name: "One word.\n"})
    shown = pyromark.html(called("status", "--markdown", cwd=root).out, options=OPTIONS)
    assert f"<td>{html.escape(name, quote=False)}</td><td>pt_BR</td>" in shown


def test_one_form_at_a_time(root: Path) -> None:
    assert called("status", "--json", "--markdown", cwd=root).problems == ["choose --json or --markdown"]
    assert called("status", "--queue", "--markdown", cwd=root).code == 2


def test_without_catalogs_all_is_untranslated(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "One word.\n"}, locales=("pt_BR", "es"))
    rows = json.loads(called("status", "--json", cwd=root).out)
    assert [(r["locale"], r["messages"]["untranslated"]) for r in rows] == [("pt_BR", 1), ("es", 1)]


def test_columns_are_aligned_whatever_the_script_of_a_name(tmp_path: Path) -> None:
    root = make_project(tmp_path, dict.fromkeys(("a.md", "e\u0301te\u0301.md", "新闻.md"), "Text.\n"))
    assert called("status", cwd=root).out == (
        "ARTICLE  LOCALE  MESSAGES  WORDS  REVIEWED  DRAFT  STALE  UNTRANSLATED\n"
        "a.md     pt_BR          1      1         0      0      0             1\n"
        "e\u0301te\u0301.md   pt_BR          1      1         0      0      0             1\n"
        "新闻.md  pt_BR          1      1         0      0      0             1\n"
        "all 3    pt_BR          3      3         0      0      0             3\n"
    )


def test_shows_only_what_is_named(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "A.\n", "b.md": "B.\n"}, locales=("pt_BR", "es"))
    rows = json.loads(called("status", "--json", "--locale", "es", "b.md", cwd=root).out)
    assert [(row["article"], row["locale"]) for row in rows] == [("b.md", "es")]


def test_status_writes_nothing(root: Path) -> None:
    before = untouched(root)
    called("status", cwd=root)
    assert untouched(root) == before


def in_terminal(root: Path, *args: str, **env: str) -> str:
    """What `l10n ARGS` shows in a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "l10n", *args]
    settings = environment(root.parent / "home", TERM="xterm", **env)
    with subprocess.Popen(command, cwd=root, env=settings, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        shown = b""
        while data := read(ours):
            shown += data
    os.close(ours)
    return shown.decode()


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux says when the other end is closed
        return b""


def test_a_terminal_sees_colours(root: Path) -> None:
    assert "\x1b[1mARTICLE" in in_terminal(root, "status")
    assert "\x1b[31m\x1b[1ml10n:" in in_terminal(root, "status", "nothing.md")


def test_no_color_turns_them_off(root: Path) -> None:
    assert "\x1b" not in in_terminal(root, "status", NO_COLOR="1")
    assert "\x1b" not in in_terminal(root, "status", "nothing.md", NO_COLOR="1")


def test_a_pipe_sees_no_colours(root: Path) -> None:
    for args in (("status",), ("status", "nothing.md"), ("--help",)):
        ran = run_l10n(*args, cwd=root, TERM="xterm", COLORTERM="truecolor")
        assert "\x1b" not in ran.out + ran.err


def test_a_terminal_sees_progress_and_no_trace_of_it_stays(root: Path) -> None:
    shown = in_terminal(root, "draft", "--engine", "pseudo")
    assert "drafting 4/4 messages" in shown
    assert shown.rpartition("4/4 messages")[2].startswith(", ")
    assert "\r\x1b[K" in shown.partition("ARTICLE")[0]


@pytest.mark.parametrize("command", ["status", "watch"])
def test_a_reader_that_goes_away_is_no_error(command: str, root: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", command],
        cwd=root,
        env=environment(root.parent / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "args",
    [("status",), ("translate", "corpus/a.md", "--to", "es", "--engine", "pseudo")],
    ids=["status", "translate"],
)
def test_a_full_disk_behind_stdout_is_one_line(args: tuple[str, ...], root: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "l10n", *args],
            cwd=root, env=environment(root.parent / "home"), stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


CLOSED = (
    "import os, sys; os.close(int(sys.argv[1])); os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
)


def with_closed(stream: int, root: Path, *args: str) -> Ran:
    """`l10n ARGS` with stdin, stdout or stderr closed, as some services start programs."""
    return run_python("-c", CLOSED, str(stream), "-m", "l10n", *args, cwd=root)


def test_a_closed_stdout_is_no_traceback(root: Path) -> None:
    assert with_closed(1, root, "status").code in (0, 2)


def test_a_closed_stderr_is_no_traceback(root: Path) -> None:
    assert with_closed(2, root, "status", "nothing.md").code == 2


def test_a_closed_stdin_is_no_traceback(root: Path) -> None:
    args = ("translate", "-", "--to", "es", "--format", "text", "--engine", "pseudo")
    assert with_closed(0, root, *args).code in (0, 2)


def test_output_without_unicode_is_no_traceback(root: Path) -> None:
    write(root / "corpus" / "ü.md", "Text.\n")
    assert run_l10n("status", cwd=root, PYTHONIOENCODING="ascii:backslashreplace").code == 0


def test_verbose_shows_how_articles_are_read(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "One\n", "b.txt": "Two\n", "c.html": "<p>Three"})
    lines = called("status", "-v", cwd=root).out.splitlines()
    assert lines[-4:] == [
        "ARTICLE  READ AS",
        "a.md     markdown",
        "b.txt    text, a message a line",
        "c.html   html",
    ]
