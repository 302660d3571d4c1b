"""`l10n.toml`: what is right is read, what is wrong is named with its line and what to write instead."""

import dataclasses
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from l10n.config import find_project
from l10n.errors import ProjectError
from l10n.settings import Settings

FULL = """\
source = "en_GB"
locales = ["pt-br", "es", "pt_BR"]

[articles]
folder = "content/posts"
include = ["**/*.md"]
exclude = ["drafts/**"]

[catalogs]
folder = "po"
per = "site"

[build]
output = "site/{locale}/{path}"

[formats]
front_matter = ["title", "teaser"]
lines = "wrapped"
wikilinks = true
json_ld = true

[draft]
engine = "pseudo"
beam = 4
models = ["translate-en_pt-1_9"]
keep = ["Port Ellery"]
typography = false

[review]
evidence = "ledger"

[check]
skip = ["names"]
errors = ["numbers"]
warnings = ["markup"]
title = 70
description = 0
terms = "words/terms.csv"
spelling = true
"""


def settings(folder: Path, text: str | bytes) -> Settings:
    (folder / "l10n.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return find_project(folder).settings


def refused(folder: Path, text: str | bytes) -> ProjectError:
    with pytest.raises(ProjectError) as caught:
        settings(folder, text)
    return caught.value


# --- what is right ------------------------------------------------------------------------------------------


def test_an_empty_file_has_every_default(tmp_path):
    found = settings(tmp_path, "")
    assert found == Settings()
    assert (found.source, found.locales) == ("en", ())
    assert (found.articles.folder, found.articles.include, found.articles.exclude) == (
        "corpus",
        ("**/*",),
        (),
    )
    assert found.catalogs.folder == "locales"
    assert found.build.output == "build/{locale}/{path}"
    assert (found.draft.engine, found.draft.beam) == ("argos", 2)
    assert "title" in found.formats.front_matter


def test_every_key_is_read(tmp_path):
    found = settings(tmp_path, FULL)
    assert (found.source, found.locales) == ("en_GB", ("pt_BR", "es"))
    assert found.articles.folder == "content/posts"
    assert (found.articles.include, found.articles.exclude) == (("**/*.md",), ("drafts/**",))
    assert (found.catalogs.folder, found.catalogs.per) == ("po", "site")
    assert found.build.output == "site/{locale}/{path}"
    assert found.formats.front_matter == ("title", "teaser")
    assert (found.formats.lines, found.formats.wikilinks, found.formats.json_ld) == ("wrapped", True, True)
    assert (found.draft.engine, found.draft.beam) == ("pseudo", 4)
    assert found.review.evidence == "ledger"


def test_the_file_above_names_every_key(tmp_path):
    found = settings(tmp_path, FULL)
    for field in dataclasses.fields(Settings):
        value, default = getattr(found, field.name), getattr(Settings(), field.name)
        assert value != default, field.name
        if dataclasses.is_dataclass(value):
            for inner in dataclasses.fields(value):
                assert getattr(value, inner.name) != getattr(default, inner.name), inner.name


@pytest.mark.parametrize(
    "change", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t.strip()]
)
def test_other_ways_to_save_the_file(tmp_path, change):
    assert settings(tmp_path, change(FULL)) == settings(tmp_path, FULL)


def test_settings_cannot_be_changed(tmp_path):
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings(tmp_path, FULL).source = "fr"  # type: ignore[misc]


def test_the_project_is_found_from_below(small_project, tmp_path):
    project = small_project({"news/deep/a.md": "# A\n"})
    assert find_project(tmp_path / "corpus" / "news" / "deep") == project
    assert project.root == tmp_path.resolve()


def test_the_nearest_project_is_taken(tmp_path):
    (tmp_path / "inner").mkdir()
    settings(tmp_path, "")
    settings(tmp_path / "inner", 'locales = ["es"]')
    assert find_project(tmp_path / "inner").root == (tmp_path / "inner").resolve()


def test_no_project_says_how_to_make_one(tmp_path):
    with pytest.raises(ProjectError, match="no l10n\\.toml here or in any folder above") as caught:
        find_project(tmp_path)
    assert "l10n init" in caught.value.hint


def test_a_folder_of_that_name_is_no_project(tmp_path):
    (tmp_path / "l10n.toml").mkdir()
    with pytest.raises(ProjectError):
        find_project(tmp_path)


def test_this_repository_is_a_project():
    assert find_project(ROOT).settings.locales


# --- what is wrong ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("sauce = 1\n", 1, "sauce: unknown key", "source, locales, articles"),
        ("\n\n[artikel]\n", 3, "artikel: unknown key", "articles"),
        (
            '[articles]\nfolder = "a"\nfolders = "b"\n',
            3,
            "articles.folders: unknown key",
            "folder, include, exclude",
        ),
        ("[build]\nout = 1\n", 2, "build.out: unknown key", "output"),
        ("[draft]\n\nbeam = 0\n", 3, "draft.beam: 0 is out of range", "1 to 16"),
        ('[draft]\nkeep = ["Port Ellery", " "]\n', 2, "draft.keep: has an empty name", "take it out"),
        ("[draft]\nbeam = 17\n", 2, "draft.beam: 17 is out of range", "1 to 16"),
        ('[formats]\nlines = "x"\n', 2, "formats.lines: 'x' is no choice", "guess, wrapped, paragraphs"),
        ('[draft]\nbeam = "2"\n', 2, "draft.beam: is a string in quotes", "a whole number"),
        ("[draft]\nbeam = 2.0\n", 2, "draft.beam: is a number with a point", "a whole number"),
        ("[draft]\nbeam = true\n", 2, "draft.beam: is a true or false", "a whole number"),
        ("source = 1\n", 1, "source: is a whole number", "a string in quotes"),
        ('locales = "es"\n', 1, "locales: is a string in quotes", "a list of strings"),
        ("locales = [1]\n", 1, "locales: is a list", "a list of strings"),
        ('# comment\narticles = "corpus"\n', 2, "articles: is a string in quotes", "a table"),
        ('[articles]\ninclude = "*.md"\n', 2, "articles.include: is a string in quotes", "a list of strings"),
        ('source = "xx"\n', 1, "source: unknown locale 'xx'", "pt_BR"),
        ('source = "en"\nlocales = ["es", "qq"]\n', 2, "locales: unknown locale 'qq'", "pt_BR"),
        ('locales = ["es", "en"]\n', 1, "locales: 'en' is the source locale too", "take it out"),
        ('source = "pt-br"\nlocales = ["pt_BR"]\n', 2, "'pt_BR' is the source locale too", "take it out"),
        ("[articles]\n'folder' = ''\n", 2, "articles.folder: ''", "name a folder"),
        ('[ catalogs ]\nfolder="../x"\n', 2, "catalogs.folder: '../x' leaves the project", "name a folder"),
    ],
)
def test_errors_name_the_line_and_the_choices(tmp_path, text, line, what, hint):
    error = refused(tmp_path, text)
    assert error.where == f"l10n.toml:{line}"
    assert what in error.what
    assert hint in error.hint
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("source = en\n", 1),
        ('source = "en"\nlocales = ["es"\n\n', 2),
        ('source = "en\n', 1),
        ("[articles\n", 1),
        ("a = 1\n\n\na = 2\n", 4),
        ("=\n", 1),
    ],
)
def test_files_that_are_no_toml_name_the_line(tmp_path, text, line):
    error = refused(tmp_path, text)
    assert error.what.startswith("not valid TOML: ")
    assert error.where in (f"l10n.toml:{line}", f"l10n.toml:{line + 1}")


def test_a_file_that_is_not_utf_8_names_the_line(tmp_path):
    error = refused(tmp_path, b'source = "en"\nlocales = ["\xff"]\n')
    assert (error.where, error.what) == ("l10n.toml:2", "not UTF-8: byte 0xff")
    assert error.hint


def test_a_file_that_is_nested_too_deeply(tmp_path):
    assert "deep" in refused(tmp_path, f"a = {'[' * 20000}").what


@pytest.mark.parametrize("text", ["\narticles = { folders = 1 }\n", "\narticles.folders = 1\n"])
def test_errors_in_inline_tables_and_dotted_keys_name_the_line(tmp_path, text):
    assert refused(tmp_path, text).where == "l10n.toml:2"


# --- where things may be ------------------------------------------------------------------------------------

HOSTILE = [
    "",
    "/etc",
    "..",
    "../x",
    "a/../../b",
    "a/..",
    "a\\b",
    "..\\x",
    "a\x00b",
    "a\nb",
    "/",
    "//x",
    "a/../b",
]


def quoted(text: str) -> str:
    return '"' + "".join(f"\\u{ord(char):04x}" for char in text) + '"'


@pytest.mark.parametrize("path", HOSTILE)
@pytest.mark.parametrize("table", ["articles", "catalogs"])
def test_folders_that_leave_the_project(tmp_path, table, path):
    error = refused(tmp_path, f"[{table}]\nfolder = {quoted(path)}\n")
    assert error.where == "l10n.toml:2"
    assert error.what.startswith(f"{table}.folder: {path!r}")


@pytest.mark.parametrize("path", [path for path in HOSTILE if path])
def test_outputs_that_leave_the_project(tmp_path, path):
    for pattern in (f"{path}/{{locale}}/{{path}}", f"{{locale}}/{{path}}/{path}"):
        if pattern.startswith("{locale}/{path}//"):
            continue
        error = refused(tmp_path, f"[build]\noutput = {quoted(pattern)}\n")
        assert error.where == "l10n.toml:2"


@pytest.mark.parametrize("path", ["corpus", "a/b", "a b", "été", "a.b", ".hidden", "a/", "..a", "a..b"])
def test_folders_inside_the_project(tmp_path, path):
    assert settings(tmp_path, f"[articles]\nfolder = {quoted(path)}\n").articles.folder == path


@pytest.mark.parametrize(
    "pattern",
    [
        "build",
        "build/{locale}",
        "build/{path}",
        "{locale}/{path}/{name}",
        "{locale}/{path}}",
        "{{locale}/{path}",
        "{LOCALE}/{path}",
    ],
)
def test_patterns_without_both_places_are_refused(tmp_path, pattern):
    error = refused(tmp_path, f"[build]\noutput = {quoted(pattern)}\n")
    assert "is no output pattern" in error.what
    assert "{locale} and {path}" in error.hint


@pytest.mark.parametrize(
    "pattern", ["{locale}/{path}", "a/{locale}/b/{path}", "{locale}-{path}", "{locale}/{locale}/{path}"]
)
def test_patterns(tmp_path, pattern):
    assert settings(tmp_path, f"[build]\noutput = {quoted(pattern)}\n").build.output == pattern


@pytest.mark.parametrize(
    "text",
    [
        'locales = ["es"]\n[build]\noutput = "corpus/{locale}/{path}"\n',
        'locales = ["es"]\n[articles]\nfolder = "es"\n[build]\noutput = "{locale}/{path}"\n',
        'locales = ["es"]\n[articles]\nfolder = "a"\n[build]\noutput = "a//{locale}/{path}"\n',
    ],
)
def test_articles_never_take_the_place_of_articles(tmp_path, text):
    error = refused(tmp_path, text)
    assert "lies in the articles folder" in error.what
    assert error.where.startswith("l10n.toml:")


@given(st.text(max_size=60) | st.lists(st.sampled_from(FULL.split("\n")), max_size=12).map("\n".join))
def test_any_file_is_read_or_refused_in_one_line(tmp_path_factory, text):
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    try:
        settings(folder, text.encode("utf-8", "surrogatepass"))
    except ProjectError as error:
        message = str(error)
    else:
        message = "l10n.toml"
    assert message.startswith("l10n.toml")
    assert "\n" not in message
