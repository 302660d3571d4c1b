"""`l10n compare`."""

import json
from pathlib import Path

import pytest
from processes import (
    StubEngine,
    called,
    catalog,
    contents,
    make_project,
    reviewed,
    unpacked_package,
    write,
)

from l10n import registry
from l10n.errors import EngineError
from l10n.ports import Engine, EngineFactory
from l10n.settings import DraftSettings


def answering(settings: DraftSettings) -> Engine:
    """Beam 1 and 2 give the same, a wider one another text; `stuck` gives nothing."""
    if settings.engine == "missing":
        raise EngineError("no model from en to pt_BR", hint="install one")
    how = {"stuck": lambda _: "", "loud": str.upper}
    wide = str.upper if settings.beam > 2 else str.lower
    beam = "" if settings.engine in how else f", beam {settings.beam}"
    signature = " ".join((settings.engine, *settings.models)) + beam
    return StubEngine(answer=how.get(settings.engine, wide), signature=signature)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    factory = EngineFactory(summary="", open=lambda _from, _to, s: answering(s), judged=False)
    monkeypatch.setattr(registry, "engine_named", lambda _: factory)
    made = make_project(
        tmp_path / "site", {"a.md": "# The old pier\n\nIt rained. It rained.\n", "b.md": "More.\n"}
    )
    called("update", cwd=made)
    reviewed(catalog(made), {"The old pier": "the old pier"})
    return made


def test_shows_sources_and_drafts_side_by_side(root: Path) -> None:
    ran = called("compare", "a.md", "--locale", "pt_BR", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    *shown, first, second, third = ran.out.splitlines()
    assert shown == [
        "corpus/a.md:1  The old pier",
        "  reviewed               the old pier",
        "  1 2       0.00  100.0  the old pier",
        "  3         0.00    0.0  THE OLD PIER",
        "",
        "corpus/a.md:3  It rained. It rained.",
        "  1 2       0.00         it rained. it rained.",
        "  3         0.00         IT RAINED. IT RAINED.",
        "",
        "VARIANT  ENGINE         SENTENCES  LEFT OUT  RISK   CHRF  SENTENCES/S",
    ]
    assert [line.split()[:8] for line in (first, second, third)] == [
        ["1", "argos,", "beam", "1", "2", "0", "0.00", "100.0"],
        ["2", "argos,", "beam", "2", "2", "0", "0.00", "100.0"],
        ["3", "argos,", "beam", "4", "2", "0", "0.00", "0.0"],
    ]
    assert all(float(line.split()[8].replace(",", "")) > 0 for line in (first, second, third))


def compared(root: Path, *args: str) -> dict[str, list[dict[str, object]]]:
    ran = called("compare", "a.md", "--locale", "pt_BR", "--json", *args, cwd=root)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, list[dict[str, object]]] = json.loads(ran.out)
    return found


def test_json_says_the_same(root: Path) -> None:
    found = compared(root, "--beam", "1", "--beam", "4")
    assert all(variant.pop("sentences_per_second") for variant in found["variants"])
    assert found["variants"] == [
        {"engine": "argos, beam 1", "sentences": 2, "risk": 0.0, "chrf": 100.0},
        {"engine": "argos, beam 4", "sentences": 2, "risk": 0.0, "chrf": 0.0},
    ]
    assert found["messages"][0] == {
        "place": "corpus/a.md:1",
        "source": "The old pier",
        "reviewed": "the old pier",
        "drafts": [
            {"text": "the old pier", "risk": 0.0, "notes": [], "chrf": 100.0},
            {"text": "THE OLD PIER", "risk": 0.0, "notes": [], "chrf": 0.0},
        ],
    }
    assert found["messages"][1]["reviewed"] is None


@pytest.mark.parametrize(
    ("args", "engines"),
    [
        ((), ["argos, beam 1", "argos, beam 2", "argos, beam 4"]),
        (("--beam", "3"), ["argos, beam 3"]),
        (("--engine", "argos", "--engine", "loud"), ["argos, beam 2", "loud"]),
        (
            ("--engine", "argos", "--engine", "loud", "--beam", "1", "--beam", "4"),
            ["argos, beam 1", "argos, beam 4", "loud"],
        ),
        (("--model", "old", "--model", "new"), ["argos old, beam 2", "argos new, beam 2"]),
        (("--beam", "2", "--beam", "2"), ["argos, beam 2"]),
    ],
    ids=" ".join,
)
def test_each_engine_goes_with_each_model_and_beam(
    args: tuple[str, ...], engines: list[str], root: Path
) -> None:
    assert [variant["engine"] for variant in compared(root, *args)["variants"]] == engines


def test_a_message_without_a_draft_is_said_and_counts_as_its_source(root: Path) -> None:
    ran = called("compare", "a.md", "--locale", "pt_BR", "--engine", "stuck", "--engine", "loud", cwd=root)
    assert "  1                      (no draft)" in ran.out.splitlines()
    stuck = ran.out.splitlines()[-2].split()
    assert stuck[:6] == ["1", "stuck", "2", "2", "85.9", stuck[5]]  # of its source, by 6 lengths: 9/10 to 4/5
    found = compared(root, "--engine", "stuck")
    assert (found["variants"][0]["risk"], found["messages"][0]["drafts"]) == (None, [None])


def test_an_engine_that_cannot_does_not_stop_the_others(root: Path) -> None:
    ran = called("compare", "a.md", "--locale", "pt_BR", "--engine", "missing", "--engine", "loud", cwd=root)
    assert (ran.code, ran.problems) == (2, ["no model from en to pt_BR; install one"])
    assert ran.out.splitlines()[-1].startswith("1        loud")


def test_without_a_review_there_is_no_chrf(root: Path) -> None:
    ran = called("compare", "b.md", "--locale", "pt_BR", cwd=root)
    assert ran.problems == ["no message of it is reviewed yet, so there is no chrF"]
    assert ran.out.splitlines()[-1].split()[:7] == ["3", "argos,", "beam", "4", "1", "0", "0.00"]


def test_nothing_is_written(root: Path) -> None:
    before = contents(root)
    called("compare", "a.md", "--locale", "pt_BR", cwd=root)
    assert contents(root) == before


def test_no_catalog_is_needed(root: Path) -> None:
    catalog(root).unlink()
    assert called("compare", "a.md", "--locale", "pt_BR", cwd=root).code == 0


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("corpus", "--locale", "pt_BR"), "'corpus' means 2 articles; name one: a.md, b.md"),
        (("nothing.md", "--locale", "pt_BR"), "no article 'nothing.md'; there are: b.md, a.md"),
        (
            ("a.md", "--locale", "es"),
            "locale es is not in this project; it has: pt_BR; add others to locales in l10n.toml",
        ),
        (("a.md",), "Missing option '--locale'."),
    ],
    ids=["a folder", "no article", "another locale", "no locale"],
)
def test_what_cannot_be_compared_is_one_line(args: tuple[str, ...], problem: str, root: Path) -> None:
    ran = called("compare", *args, cwd=root)
    assert (ran.code, ran.problems) == (2, [problem])


def test_a_broken_article_is_one_line(root: Path) -> None:
    write(root / "corpus" / "a.md", b"\xff")
    ran = called("compare", "a.md", "--locale", "pt_BR", cwd=root)
    assert (ran.code, ran.problems) == (2, ["corpus/a.md:1: not UTF-8: byte 0xff; save it as UTF-8"])


def test_models_are_known_by_their_folders(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Good morning.\n"})
    unpacked_package(tmp_path / "home/data/argos-translate/packages/translate-en_es-1_9")
    args = ("compare", "a.md", "--locale", "pt_BR", "--model", "translate-en_pt-1_9", "--model", "built-in")
    ran = called(*args, cwd=root)
    assert ran.code == 2
    assert ran.problems[0] == ("no model 'translate-en_pt-1_9'; there are: translate-en_es-1_9, built-in")
    assert "Bom dia." in ran.out
