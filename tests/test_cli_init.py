"""`l10n init`."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from processes import called, contents, run_l10n, write

from l10n.config import find_project
from l10n.settings import Settings


def test_makes_the_folder_a_project(tmp_path: Path) -> None:
    ran = run_l10n("init", "--source", "en", "--to", "pt_BR", "--to", "es", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("wrote l10n.toml: from en to pt_BR, es\nnext: ")
    assert find_project(tmp_path).settings == Settings(locales=("pt_BR", "es"))
    assert list(contents(tmp_path)) == ["l10n.toml"]


def test_says_what_to_do_next_and_that_works(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    said = called("init", cwd=root).out
    write(root / "corpus" / "a.md", "A text.\n")
    for command in re.findall(r"`l10n (\w+)`", said):
        more = ["--engine", "pseudo"] if command == "draft" else []
        assert called(command, *more, cwd=root).code == 0


def test_works_in_the_folder_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert called("-C", "site", "init", cwd=tmp_path).code == 0
    assert list(contents(tmp_path)) == ["site/l10n.toml"]


def test_commented_settings_show_the_defaults(tmp_path: Path) -> None:
    called("init", "--to", "pt_BR", cwd=tmp_path)
    path = tmp_path / "l10n.toml"
    text = path.read_text(encoding="utf-8")
    shown = re.sub(r"^# (?=\w+ = )", "", text, flags=re.MULTILINE)
    assert shown != text
    path.write_text(shown.replace('["drafts/**"]', "[]"), encoding="utf-8")
    assert find_project(tmp_path).settings == Settings(locales=("pt_BR",))


def test_names_every_setting_that_there_is(tmp_path: Path) -> None:
    called("init", cwd=tmp_path)
    text = (tmp_path / "l10n.toml").read_text(encoding="utf-8")
    assert [
        name for name in setting_names(Settings()) if not re.search(rf"^(# )?{name} = ", text, re.M)
    ] == []


def setting_names(settings: Any) -> list[str]:
    names = []
    for field in fields(settings):
        value = getattr(settings, field.name)
        names += setting_names(value) if is_dataclass(value) else [field.name]
    return names


def test_spells_locales_as_cldr_does(tmp_path: Path) -> None:
    called("init", "--source", "EN", "--to", "pt-br", "--to", "PT_BR", "--to", "zh-hant", cwd=tmp_path)
    settings = find_project(tmp_path).settings
    assert (settings.source, settings.locales) == ("en", ("pt_BR", "zh_Hant"))


@pytest.mark.parametrize("name", ["l10n.toml", "l10n.toml/inside"])
def test_leaves_a_project_as_it_is(name: str, tmp_path: Path) -> None:
    write(tmp_path / name, "mine")
    before = contents(tmp_path)
    ran = called("init", cwd=tmp_path)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem == "l10n.toml: there is a project here already; edit it, or remove it first"
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("--to", "xx"), "unknown locale 'xx'; write a language"),
        (("--to", "pt_BR", "--to", "../x"), "unknown locale '../x'"),
        (("--to", ""), "unknown locale ''"),
        (("--source", "klingon"), "unknown locale 'klingon'"),
        (("--to", "en"), "en is the source locale too; choose another for --to"),
    ],
)
def test_writes_nothing_for_a_locale_that_is_none(
    args: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    ran = called("init", *args, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert expected in problem
    assert contents(tmp_path) == {}
