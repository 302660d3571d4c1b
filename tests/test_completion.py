"""What shells offer while a person types a command."""

import fcntl
import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from processes import called, environment, make_project, unpacked_package, write

BIN = Path(sys.executable).parent
HOSTILE = "it's $(touch owned) & `touch owned`.md"
# A terminal of its own, as a window is: fish refuses to be interactive without one.
IN_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
DEADLINE = 60.0
"""Seconds after which a test has failed; it takes a fraction of one."""
RC = {
    "bash": ("home/.bashrc", "PS1='ready> '; eval \"$(l10n completion bash)\"\n"),
    "zsh": (
        "home/.zshrc",
        "PS1='ready> '; autoload -U compinit; compinit -u -D; eval \"$(l10n completion zsh)\"\n",
    ),
    "fish": (
        "home/config/fish/config.fish",
        "function fish_prompt; echo -n 'ready> '; end; set fish_greeting; l10n completion fish | source\n",
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    articles = dict.fromkeys(("hello.md", "news/flood.md", "news/flat.md", HOSTILE), "Text.\n")
    return make_project(tmp_path / "site", articles, locales=("pt_BR", "es"))


def offered(root: Path, *words: str, by: str = "bash") -> list[str]:
    ran = called(*words, cwd=root, home=root.parent / "home", _L10N_COMPLETE=by)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("dra",), ["draft"]),
        (("models", "li"), ["list"]),
        (("build", "--re"), ["--require"]),
        (("build", "hel"), ["hello.md"]),
        (("build", "hello.md", "news/"), ["news/flat.md", "news/flood.md"]),
        (("build", "corpus/news/flo"), ["corpus/news/flood.md"]),
        (("approve", "h"), ["hello.md"]),
        (("compare", "h"), ["hello.md"]),
        (("build", "--locale", ""), ["pt_BR", "es"]),
        (("build", "--locale", "=", "p"), ["pt_BR"]),
        (("export", "--to", "e"), ["es"]),
        (("draft", "--engine", "p"), ["pseudo"]),
        (("check", "--only", "mark"), ["markup"]),
        (("check", "--format", "s"), ["sarif"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
    ],
    ids=" ".join,
)
def test_offers_what_may_follow(words: tuple[str, ...], expected: list[str], root: Path) -> None:
    assert offered(root, *words) == expected


def test_offers_models_by_their_names(root: Path) -> None:
    unpacked_package(root.parent / "home/data/argos-translate/packages/translate-en_es-1_9")
    assert offered(root, "compare", "hello.md", "--model", "") == ["built-in", "translate-en_es-1_9"]


def test_works_in_the_folder_that_is_named(root: Path) -> None:
    assert offered(root.parent, "-C", "site", "build", "hel") == ["hello.md"]


@pytest.mark.parametrize(
    "words",
    [
        ("nope", ""),
        ("build", "nothing-like-it"),
        ("inspect", "he"),
        ("build", "'hel"),
        ("build", '"hel'),
    ],
    ids=" ".join,
)
def test_says_nothing_where_it_knows_nothing(words: tuple[str, ...], root: Path) -> None:
    assert offered(root, *words) == []


@pytest.mark.parametrize("settings", [None, "locales = [", 'locales = ["xx"]'], ids=["none", "broken", "bad"])
def test_says_nothing_in_a_project_that_is_broken(settings: str | None, root: Path) -> None:
    if settings is None:
        (root / "l10n.toml").unlink()
    else:
        write(root / "l10n.toml", settings)
    assert offered(root, "build", "") == []
    assert offered(root, "build", "--locale", "") == []
    assert offered(root, "bui") == ["build"]


def test_says_nothing_to_a_shell_that_it_does_not_know(root: Path) -> None:
    assert offered(root, "dra", by="csh") == []
    assert called("completion", "csh", cwd=root).code == 2


def test_zsh_and_fish_are_told_what_commands_do(root: Path) -> None:
    assert offered(root, "stat", by="zsh") == ["status:Show how far each article is in each locale."]
    assert offered(root, "stat", by="fish") == ["status\tShow how far each article is in each locale."]


def test_the_scripts_are_what_the_command_prints(root: Path) -> None:
    for shell in RC:
        ran = called("completion", shell, cwd=root)
        assert (ran.code, ran.err) == (0, "")
        assert f"_L10N_COMPLETE={shell}" in ran.out


def after(shell: str, root: Path, typed: str) -> str:
    """What a shell in a terminal shows after somebody has typed that."""
    path, text = RC[shell]
    write(root.parent / path, text)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 200, 0, 0))
    settings = environment(
        root.parent / "home",
        TERM="xterm",
        PATH=f"{BIN}:{os.environ['PATH']}",
        ZDOTDIR=str(root.parent / "home"),
    )
    with subprocess.Popen(
        [sys.executable, "-c", IN_TERMINAL, shell, "-i"],
        cwd=root,
        env=settings,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            seen = until(ours, "ready> ", "")
            os.write(ours, typed.encode())
            return until(ours, "<end>", seen)
        finally:
            process.kill()
            os.close(ours)


def until(terminal: int, mark: str, seen: str) -> str:
    os.set_blocking(terminal, False)
    end = time.monotonic() + DEADLINE
    while mark not in seen:
        assert time.monotonic() < end, f"it has not come: {seen!r}"
        try:
            seen += os.read(terminal, 65536).decode(errors="replace")
        except BlockingIOError:
            time.sleep(0.02)
    return seen


@pytest.mark.skipif(not (BIN / "l10n").exists(), reason="l10n is not installed as a command here")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("l10n dra\t", "<l10n><draft><end>"),
        ("l10n build --locale p\t", "<l10n><build><--locale><pt_BR><end>"),
        ("l10n build it\t", f"<l10n><build><{HOSTILE}><end>"),
        ("l10n inspect l10n.t\t", "<l10n><inspect><l10n.toml><end>"),
    ],
    ids=["command", "locale", "hostile article", "file"],
)
@pytest.mark.parametrize("shell", RC)
def test_the_tabulator_completes(shell: str, typed: str, expected: str, root: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    to_start, to_end = "\x01", "\x05"
    shown = after(shell, root, f"{typed}{to_start}printf '<%s>' {to_end} end\r")
    assert expected in shown
    assert not (root / "owned").exists()
    assert "rror" not in shown
