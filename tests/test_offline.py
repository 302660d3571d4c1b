"""Offline means offline: with no network at all, the built-in model drafts."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from processes import called, catalog, contents, environment, make_project, write

# A process in a network of its own: nothing is there, not even a way to itself.
CUT_OFF = ("unshare", "--map-root-user", "--net")
REACHES_OUT = """
import socket
try:
    socket.create_connection(("192.0.2.1", 80), timeout=0.5)
except OSError as error:
    print(error.errno)
"""


def can_be_cut_off() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*CUT_OFF, "true"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(
    not can_be_cut_off(), reason="needs `unshare --net`, which does not work here"
)


def offline(*args: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CUT_OFF, sys.executable, *args],
        cwd=cwd,
        env=environment(cwd.parent / "home"),
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_network_is_off(tmp_path: Path) -> None:
    assert offline("-c", REACHES_OUT, cwd=tmp_path).stdout == "101\n"  # ENETUNREACH


def test_translate_on_the_built_in_model(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    args = ("-m", "l10n", "translate", "-", "--to", "pt_BR", "--format", "text")
    done = offline(*args, cwd=tmp_path / "here", stdin="Good morning.\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Bom dia.\n", "")


def test_draft_on_the_built_in_model(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Good *morning*. Read the report.\n"})
    called("update", cwd=root)
    done = offline("-m", "l10n", "draft", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    text = catalog(root).read_text(encoding="utf-8")
    assert "# l10n: drafted by argos en→pt 1.0, beam 2; risk 0." in text
    assert 'msgstr "Bom *dia*.' in text


def test_a_pair_without_a_model_is_an_error_and_no_download(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    write(tmp_path / "here" / "a.txt", "Good morning.\n")
    done = offline("-m", "l10n", "translate", "a.txt", "--to", "ja", cwd=tmp_path / "here")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("l10n: no model from en to ja; install a package")
    assert contents(tmp_path) == {"here/a.txt": b"Good morning.\n"}


def test_models_are_listed(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    done = offline("-m", "l10n", "models", "list", cwd=tmp_path / "here")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].split() == ["en", "pt", "1.0", "built-in"]
