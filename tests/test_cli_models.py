"""`l10n models`."""

import json
import zipfile
from pathlib import Path

import pytest
from processes import Ran, called, contents, make_package, run_l10n, unpacked_package, write

from l10n.packages.scan import STARTER

BUILT_IN = ["en", "pt", "1.0", "built-in"]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    return tmp_path / "here"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Where packages are when HOME is `tmp_path / "home"`."""
    return tmp_path / "home" / "data" / "argos-translate" / "packages"


def rows(out: str) -> list[list[str]]:
    head, *lines = out.splitlines()
    assert head.split() == ["FROM", "TO", "VERSION", "WHERE"]
    return [line.split() for line in lines]


def test_lists_the_built_in_model(here: Path, tmp_path: Path) -> None:
    ran = run_l10n("models", "list", cwd=here)
    assert (ran.code, ran.err) == (0, "")
    assert rows(ran.out) == [BUILT_IN]
    assert contents(tmp_path) == {}


def test_installs_a_package_and_lists_it(here: Path, installed: Path) -> None:
    make_package(here / "translate-en_es-1_9.argosmodel")
    ran = run_l10n("models", "install", "translate-en_es-1_9.argosmodel", cwd=here)
    folder = installed / "translate-en_es-1_9"
    assert (ran.code, ran.out, ran.err) == (0, f"installed {folder}\n", "")
    assert rows(called("models", "list", cwd=here).out) == [BUILT_IN, ["en", "es", "1.9", str(folder)]]


def test_lists_what_argos_translate_keeps_elsewhere(here: Path, tmp_path: Path) -> None:
    folder = unpacked_package(tmp_path / "mine" / "en_de", to_code="de")
    out = called("models", "list", cwd=here, ARGOS_PACKAGES_DIR=str(tmp_path / "mine")).out
    assert rows(out) == [BUILT_IN, ["en", "de", "1.9", str(folder)]]


def test_installs_where_argos_translate_looks(here: Path, tmp_path: Path) -> None:
    make_package(here / "p.argosmodel")
    ran = called("models", "install", "p.argosmodel", cwd=here, ARGOS_PACKAGES_DIR=str(tmp_path / "mine"))
    assert ran.out == f"installed {tmp_path / 'mine' / 'p'}\n"


def test_lists_what_an_index_offers(here: Path) -> None:
    offer = {"from_code": "en", "to_code": "ja", "package_version": "1.1", "links": ["https://example.com"]}
    write(here / "index.json", json.dumps([offer, {"type": "sbd", "package_version": "1"}, "junk", 3]))
    ran = called("models", "list", "--index", "index.json", cwd=here)
    assert (ran.code, ran.err) == (0, "")
    assert rows(ran.out) == [BUILT_IN, ["en", "ja", "1.1", "available"]]


def test_lists_the_index_that_argos_translate_keeps(here: Path, installed: Path) -> None:
    write(installed.parent / "index.json", json.dumps([{"from_code": "en", "to_code": "ja"}]))
    assert rows(called("models", "list", cwd=here).out) == [BUILT_IN, ["en", "ja", "available"]]


def test_stray_folders_and_broken_packages_are_passed_over(here: Path, installed: Path) -> None:
    good = unpacked_package(installed / "good")
    (installed / "stray").mkdir()
    write(installed / "file.txt", "no folder")
    write(unpacked_package(installed / "broken") / "metadata.json", "{")
    write(unpacked_package(installed / "binary") / "metadata.json", b"\xff\xfe")
    write(unpacked_package(installed / "list") / "metadata.json", "[1]")
    unpacked_package(installed / "codeless", from_code=None)
    unpacked_package(installed / "numbers", from_code=1)
    unpacked_package(installed / "splitter", type="sbd")
    (unpacked_package(installed / "modelless") / "model" / "model.bin").unlink()
    (unpacked_package(installed / "tokenless") / "sentencepiece.model").unlink()
    ran = called("models", "list", cwd=here)
    assert (ran.code, ran.err) == (0, "")
    assert rows(ran.out) == [BUILT_IN, ["en", "es", "1.9", str(good)]]


def test_of_two_versions_the_newer_stands_first(here: Path, installed: Path) -> None:
    for number, version in enumerate(["1.9", "1.10", "1.2.1"]):
        unpacked_package(installed / str(number), package_version=version)
    assert [row[2] for row in rows(called("models", "list", cwd=here).out)[1:]] == ["1.10", "1.9", "1.2.1"]


def test_what_a_package_says_cannot_steer_the_terminal(here: Path, installed: Path) -> None:
    unpacked_package(installed / "evil", package_version="\x1b[2J")
    assert "\x1b" not in called("models", "list", cwd=here).out


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("install", "nope.argosmodel"), "nope.argosmodel: no such file; name a .argosmodel file"),
        (("install", "."), ".: no such file; name a .argosmodel file"),
        (("install", "text.argosmodel"), "text.argosmodel: no package: File is not a zip file; get the pack"),
        (("install", "empty.argosmodel"), "empty.argosmodel: no package: File is not a zip file; get the pa"),
        (("list", "--index", "nope.json"), "nope.json: no such index; name an index.json of Argos Translate"),
        (("list", "--index", "text.argosmodel"), "text.argosmodel: no index of packages: "),
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_one_line(args: tuple[str, ...], expected: str, here: Path, installed: Path) -> None:
    write(here / "text.argosmodel", "no zip")
    write(here / "empty.argosmodel", "")
    ran = called("models", *args, cwd=here)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert problem.startswith(expected)
    assert not installed.exists()


@pytest.mark.parametrize("index", ["{}", "[]", "null", "3", '"text"', "[[[]]]"])
def test_an_index_of_another_kind_is_no_traceback(index: str, here: Path) -> None:
    write(here / "index.json", index)
    assert called("models", "list", "--index", "index.json", cwd=here).code in (0, 2)


def test_a_file_where_packages_belong_is_one_line(here: Path, installed: Path) -> None:
    write(installed, "in the way")
    assert rows(called("models", "list", cwd=here).out) == [BUILT_IN]
    make_package(here / "p.argosmodel")
    ran = called("models", "install", "p.argosmodel", cwd=here)
    assert ran.code == 2
    assert len(ran.problems) == 1


def good_morning(here: Path) -> Ran:
    return run_l10n("translate", "-", "--to", "pt_BR", "--format", "text", cwd=here, stdin=b"Good morning.\n")


def test_a_broken_model_of_an_installed_pair_is_one_line(here: Path, installed: Path) -> None:
    """The installed pair comes before the built-in one, and no other steps in unasked."""
    folder = unpacked_package(installed / "mine", to_code="pt")
    with zipfile.ZipFile(STARTER) as starter:
        write(folder / "sentencepiece.model", starter.read(f"{STARTER.stem}/sentencepiece.model"))
    ran = good_morning(here)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert "en→pt 1.9" in problem
    assert "`l10n models install FILE.argosmodel`" in problem


def test_a_broken_tokenizer_of_an_installed_pair_is_one_line(here: Path, installed: Path) -> None:
    unpacked_package(installed / "mine", to_code="pt")
    ran = good_morning(here)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert "en→pt 1.9" in problem
