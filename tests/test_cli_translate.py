"""`l10n translate`."""

from pathlib import Path

import pytest
from processes import ARTICLE, StubEngine, called, contents, run_l10n, run_python, use_engine, write

from l10n import registry

FORMATS = ", ".join(registry.names("formats"))
ENGINES = ", ".join(registry.names("engines"))


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write(tmp_path / "here" / "post.md", ARTICLE)
    return tmp_path / "here"


@pytest.fixture
def models(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache in which the built-in model is unpacked once for all tests."""
    return str(tmp_path_factory.getbasetemp() / "models")


def test_drafts_an_article_to_stdout(here: Path, models: str) -> None:
    ran = run_l10n("translate", "post.md", "--to", "pt_BR", cwd=here, XDG_CACHE_HOME=models)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:1] + lines[2:5] == ["---", "lang: pt-BR", "---", ""]
    assert len(lines) == len(ARTICLE.splitlines())
    assert "porto" in lines[1]
    assert "](https://example.com/t)" in ran.out
    assert "`tide --now`" in ran.out
    assert not (here.parent / "home").exists()
    assert lines[-1] == "O ferry está atrasado hoje."


def test_drafts_what_comes_from_stdin(here: Path, models: str) -> None:
    args = ("translate", "-", "--to", "pt_BR", "--format", "text")
    ran = run_l10n(*args, cwd=here, stdin=b"Good morning.\n", XDG_CACHE_HOME=models)
    assert (ran.code, ran.out, ran.err) == (0, "Bom dia.\n", "")


def test_writes_the_file_that_is_named(here: Path) -> None:
    ran = called("translate", "post.md", "--to", "es", "--engine", "pseudo", "-o", "out/es.md", cwd=here)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    stdout = called("translate", "post.md", "--to", "es", "--engine", "pseudo", cwd=here).out
    assert contents(here) == {"out/es.md": stdout.encode(), "post.md": ARTICLE.encode()}


def test_needs_no_project_and_leaves_nothing_behind(here: Path) -> None:
    called("translate", "post.md", "--to", "es", "--engine", "pseudo", cwd=here)
    assert contents(here) == {"post.md": ARTICLE.encode()}


def test_line_ends_and_white_space_stay(here: Path) -> None:
    args = ("translate", "-", "--to", "es", "--engine", "pseudo", "--format", "text")
    out = called(*args, cwd=here, stdin=b"\r\n  Good.\r\n\r\n\r\n\tBad.  \r\nend").out
    assert out == "\r\n  [Ĝöööð.]\r\n\r\n\r\n\t[Båð.]  \r\n[éñð]"


def test_an_empty_article_is_an_empty_answer(here: Path) -> None:
    args = ("translate", "-", "--to", "es", "--engine", "pseudo", "--format", "markdown")
    ran = called(*args, cwd=here)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_format_wins_over_the_suffix(here: Path) -> None:
    write(here / "notes.md", "# No heading\n")
    out = called(
        "translate", "notes.md", "--to", "es", "--engine", "pseudo", "--format", "text", cwd=here
    ).out
    assert out.startswith("[# ")


def test_suffixes_are_read_in_capitals_too(here: Path) -> None:
    write(here / "POST.MD", "# Heading\n")
    assert called("translate", "POST.MD", "--to", "es", "--engine", "pseudo", cwd=here).out.startswith("# [")


def test_says_how_much_stayed_in_the_source_language(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engine(monkeypatch, StubEngine(answer=lambda text: "" if "pier" in text else text))
    write(here / "b.md", "The *old pier*.\n\nPlain words.\n")
    ran = called("translate", "b.md", "--to", "es", cwd=here)
    assert (ran.code, ran.out) == (0, "The *old pier*.\n\nPlain words.\n")
    assert ran.problems == [
        "1 of 2 messages left in the source language: a draft would have lost links, code or tags"
    ]


def test_identical_sentences_are_sent_to_the_engine_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = StubEngine()
    use_engine(monkeypatch, engine)
    write(here / "b.md", "It rained. It rained.\n\n- It rained.\n- It *rained*.\n")
    called("translate", "b.md", "--to", "es", cwd=here)
    assert engine.sentences == ["It rained."]


INTERRUPTED = """
import os, signal, sys
from l10n import registry
from l10n.cli.main import run
from l10n.ports import EngineFactory

class Engine:
    signature = "interrupted 1"

    def knows(self, word):
        return False

    def unreadable(self, text):
        return []

    def translate(self, sentences, *, align, other=False):
        os.kill(os.getpid(), signal.SIGINT)

registry.engine_named = lambda name: EngineFactory(summary="", open=lambda *_: Engine())
sys.argv = ["l10n", "translate", "post.md", "--to", "es", "-o", "out.md"]
run()
"""


def test_sigint_ends_it_with_130_and_no_half_file(here: Path) -> None:
    ran = run_python("-c", INTERRUPTED, cwd=here)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.lstrip("\n") == "l10n: interrupted\n"  # click ends the line of the terminal's ^C
    assert list(contents(here)) == ["post.md"]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("nope.md", "--to", "es"), "nope.md: cannot be read: no such file or directory"),
        ((".", "--to", "es", "--format", "text"), ".: cannot be read: is a directory"),
        (("post.doc", "--to", "es"), "post.doc: no format for this name; add --format; known formats: "),
        (("-", "--to", "es"), f"stdin has no suffix; add --format; known formats: {FORMATS}"),
        (("post.md", "--to", "es", "--format", "doc"), f"unknown format 'doc'; known formats: {FORMATS}"),
        (("post.md", "--to", "es", "--engine", "x"), f"unknown engine 'x'; known engines: {ENGINES}"),
        (("post.md", "--to", "xx"), "unknown locale 'xx'"),
        (("post.md", "--to", "es", "--from", "xx"), "unknown locale 'xx'"),
        (("post.md", "--to", "ja"), "no model from en to ja; install a package with `l10n models install"),
        (("post.md", "--to", "es", "-o", "post.md"), "post.md: would overwrite the article; choose another"),
        (("post.md", "--to", "es", "-o", "./here/../post.md"), "would overwrite the article"),
        (("post.md", "--to", "es", "-o", "folder"), "folder: is no regular file; choose another place"),
        (
            ("post.md", "--to", "es", "-o", "post.md/x"),
            "post.md/x: post.md is a file, not a folder; move it away",
        ),
        (("latin.md", "--to", "es"), "latin.md:3: not UTF-8: byte 0xe9; save it as UTF-8"),
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_one_line(args: tuple[str, ...], expected: str, here: Path) -> None:
    write(here / "latin.md", "One\n\ncafé\n".encode("latin-1"))
    (here / "folder").mkdir()
    before = contents(here)
    engine = () if "--engine" in args or "ja" in args else ("--engine", "pseudo")
    ran = called("translate", *args, *engine, cwd=here)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert expected in problem
    assert contents(here) == before


def test_stdin_that_is_not_utf8_is_one_line(here: Path) -> None:
    args = ("translate", "-", "--to", "es", "--engine", "pseudo", "--format", "text")
    ran = called(*args, cwd=here, stdin=b"caf\xe9")
    assert (ran.code, ran.out, ran.problems) == (2, "", ["stdin: not UTF-8; convert it to UTF-8"])


def test_broken_front_matter_is_said(here: Path) -> None:
    write(here / "b.md", "---\ntitle: [a\n---\n\nText.\n")
    ran = called("translate", "b.md", "--to", "es", "--engine", "pseudo", cwd=here)
    assert "b.md:3: front matter is broken" in ran.err


@pytest.mark.parametrize("name", ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"])
def test_a_home_that_cannot_be_written_is_no_traceback(name: str, here: Path, models: str) -> None:
    args = ("translate", "post.md", "--to", "pt_BR")
    ran = run_l10n(*args, cwd=here, **{"XDG_CACHE_HOME": models, name: "/dev/null/x"})
    assert ran.code == (2 if name == "XDG_CACHE_HOME" else 0)


def test_a_sentence_longer_than_the_model_can_take_is_no_traceback(here: Path, models: str) -> None:
    write(here / "long.txt", "the bridge was closed and " * 200 + "open.\n\nGood morning.\n")
    ran = run_l10n("translate", "long.txt", "--to", "pt_BR", cwd=here, XDG_CACHE_HOME=models)
    assert ran.code == 0
    assert ran.out.endswith("\n\nBom dia.\n")


def test_an_article_in_its_own_language(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "Text.\n")
    ran = called("translate", "a.md", "--to", "en", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.problems == ["the article is in en already; choose another locale for --to or --from"]
