"""What is published: the wheel and the sdist, and that the wheel works alone."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from processes import environment

from l10n import __version__
from l10n.packages.scan import STARTER

ROOT = Path(__file__).parent.parent
MODEL = f"l10n/data/{STARTER.name}"
# What argostranslate names as needed and l10n does not need: they bring torch, over a gigabyte.
NOT_NEEDED = ("stanza", "spacy", "minisbd")

pytestmark = pytest.mark.skipif(shutil.which("uv") is None, reason="needs uv to build")


def uv(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return subprocess.run(["uv", *args], cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    done = uv("build", "--quiet", "--python", sys.executable, "--out-dir", str(folder), str(ROOT), cwd=folder)
    if done.returncode:
        if "hatchling" in done.stderr:
            pytest.skip(f"the build backend cannot be had: {done.stderr.strip().splitlines()[-1]}")
        pytest.fail(done.stderr)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def in_wheel(wheel: Path) -> dict[str, int]:
    """The files in the wheel, with their sizes."""
    with zipfile.ZipFile(wheel) as archive:
        return {info.filename: info.file_size for info in archive.infolist()}


@pytest.fixture(scope="module")
def in_sdist(built: Path) -> set[str]:
    (found,) = built.glob("*.tar.gz")
    with tarfile.open(found) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment in which only the wheel and what it needs are installed."""
    folder = tmp_path_factory.mktemp("alone")
    excludes = folder / "excludes.txt"
    excludes.write_text("\n".join(NOT_NEEDED))
    python = folder / "venv" / "bin" / "python"
    steps = [
        ("venv", "--quiet", "--python", sys.executable, str(folder / "venv")),
        ("pip", "install", "--quiet", "--python", str(python), "--excludes", str(excludes), str(wheel)),
    ]
    for step in steps:
        done = uv(*step, cwd=folder)
        if done.returncode:
            pytest.skip(f"the wheel's needs cannot be had here: {done.stderr.strip()[-200:]}")
    return python


def alone(installed: Path, *args: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The installed `l10n`, far from the repository."""
    return subprocess.run(
        [str(installed.parent / "l10n"), *args],
        cwd=cwd,
        env=environment(cwd / "home"),
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_holds_the_model_its_card_and_the_licenses(in_wheel: dict[str, int]) -> None:
    assert in_wheel[MODEL] == STARTER.stat().st_size
    assert in_wheel["l10n/data/MODEL_CARD.md"] > 0
    licenses = f"l10n_articles-{__version__}.dist-info/licenses"
    assert {f"{licenses}/LICENSE", f"{licenses}/l10n/data/MODEL_CARD.md"} <= set(in_wheel)


def test_the_wheel_holds_every_module_and_nothing_else(in_wheel: dict[str, int]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "l10n").rglob("*.py")}
    assert {name for name in in_wheel if name.endswith(".py")} == modules
    assert {name.split("/")[0] for name in in_wheel} == {"l10n", f"l10n_articles-{__version__}.dist-info"}


def test_the_wheel_is_hardly_larger_than_the_model(in_wheel: dict[str, int]) -> None:
    assert sum(in_wheel.values()) - in_wheel[MODEL] < 2**21


def test_the_sdist_holds_what_the_wheel_is_built_from(in_sdist: set[str], in_wheel: dict[str, int]) -> None:
    assert {"pyproject.toml", "README.md", "LICENSE", MODEL, "l10n/data/MODEL_CARD.md"} <= in_sdist
    assert {name for name in in_wheel if name.startswith("l10n/")} <= in_sdist


def test_the_sdist_holds_the_tests_and_what_they_read(in_sdist: set[str]) -> None:
    names = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").glob("*.py")}
    names |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "corpus").rglob("*.md")}
    assert names <= in_sdist


def test_the_sdist_holds_nothing_of_the_workshop(in_sdist: set[str]) -> None:
    hidden = (
        ".venv/",
        ".git/",
        ".bench/",
        ".mypy_cache/",
        ".ruff_cache/",
        ".pytest_cache/",
        "build/",
        "dist/",
    )
    assert [name for name in in_sdist if name.startswith(hidden) or "__pycache__" in name] == []


def test_the_wheel_works_alone(installed: Path, tmp_path: Path) -> None:
    version = alone(installed, "--version", cwd=tmp_path)
    assert (version.returncode, version.stdout, version.stderr) == (0, f"l10n {__version__}\n", "")
    args = ("translate", "-", "--to", "pt_BR", "--format", "markdown")
    done = alone(installed, *args, cwd=tmp_path, stdin="# Good morning\n\nRead the *full* report.\n")
    assert (done.returncode, done.stderr) == (0, "")
    heading, _, paragraph = done.stdout.splitlines()
    assert heading.startswith("# Bom dia")
    assert "*completo*" in paragraph


def test_the_wheel_does_a_whole_project_alone(installed: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "corpus").mkdir(parents=True)
    (root / "corpus" / "a.md").write_text("---\ntitle: T\nlang: en\n---\n\nThe ferry is late.\n")
    for args in (("init",), ("update",), ("draft", "--engine", "pseudo"), ("build", "--drafts")):
        done = alone(installed, *args, cwd=root)
        assert (done.returncode, done.stderr) == (0, "")
    assert "lang: pt-BR\n" in (root / "build" / "pt_BR" / "a.md").read_text(encoding="utf-8")


def test_it_runs_as_a_module_and_is_not_the_repository(installed: Path, tmp_path: Path) -> None:
    code = (
        "import l10n, sys; print(l10n.__file__); print([n for n in ('torch', 'stanza') if n in sys.modules])"
    )
    done = subprocess.run([installed, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    where, heavy = done.stdout.splitlines()
    assert Path(where).is_relative_to(installed.parent.parent)
    assert heavy == "[]"
