"""What people really have on their disks: each problem is one line that says what, where and what to do.

Everything that is not broken goes through, and no file is lost or changed that should not be.
"""

import os
from pathlib import Path

import pytest
from processes import (
    ARTICLE,
    Ran,
    called,
    catalog,
    contents,
    make_project,
    reviewed,
    run_l10n,
    untouched,
    write,
)

from l10n import registry

COMMANDS = ("extract", "update", "draft", "build", "status")
OTHER = "Another article.\n\nIt is fine.\n"


def run(command: str, root: Path, *args: str) -> Ran:
    engine = ("--engine", "pseudo") if command == "draft" else ()
    return called(command, *engine, *args, cwd=root)


def with_other(root: Path, articles: dict[str, str | bytes], **more: object) -> Path:
    """A project with those articles and a good one, half of which is reviewed."""
    made = make_project(root / "site", {"other.txt": OTHER}, **more)  # type: ignore[arg-type]
    called("update", cwd=made)
    reviewed(catalog(made, "other"), {"Another article.": "Outro artigo."})
    for name, text in articles.items():
        write(made / "corpus" / name, text)
    return made


def went_through(root: Path) -> bool:
    """Did the good article make its way?"""
    called("draft", "--engine", "pseudo", cwd=root)
    called("build", "--drafts", cwd=root)
    text = (root / "build" / "pt_BR" / "other.txt").read_text(encoding="utf-8")
    return text.startswith("Outro artigo.\n\n[Îţ ")


# Articles


@pytest.mark.parametrize("command", ["extract", "update", "build", "status"])
def test_an_article_that_is_not_utf8(command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {"bad.md": "Fine.\n\nCafé\n".encode("latin-1")})
    before = contents(root / "corpus")
    ran = run(command, root)
    assert ran.code == 2
    assert ran.problems == ["corpus/bad.md:3: not UTF-8: byte 0xe9; save it as UTF-8"]
    assert went_through(root)
    assert contents(root / "corpus") == before


@pytest.mark.parametrize("command", ["draft", "status"])
def test_an_article_that_is_not_utf8_is_said_once_for_all_locales(command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {"bad.md": "Text.\n"}, locales=("pt_BR", "es"))
    called("update", cwd=root)
    write(root / "corpus" / "bad.md", b"\xff")
    assert run(command, root).problems == ["corpus/bad.md:1: not UTF-8: byte 0xff; save it as UTF-8"]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_article(command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    write(root / "corpus" / "empty.md", "")
    called("update", cwd=root)
    assert run(command, root).code == 0
    assert went_through(root)
    assert (root / "build" / "pt_BR" / "empty.md").read_bytes() == b""


@pytest.mark.parametrize("text", ["\n\n\n", "   ", "---\n---\n", "<!-- only a comment -->\n", "\x00", "\r"])
def test_an_article_without_a_message(text: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {"void.md": text})
    assert all(run(command, root).code == 0 for command in ("extract", "update", "draft", "build", "status"))
    assert (root / "build" / "pt_BR" / "void.md").read_bytes() == text.encode()


@pytest.mark.parametrize("command", ["extract", "update", "build"])
def test_broken_front_matter(command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {"bad.md": "---\ntitle: [a\nlang: en\n---\n\nText.\n"})
    ran = run(command, root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("corpus/bad.md:3: front matter is broken: ")
    assert problem.endswith("; mend it; until then its values are kept untranslated")
    assert went_through(root)


def test_the_body_behind_broken_front_matter_is_translated(tmp_path: Path) -> None:
    root = with_other(tmp_path, {"bad.md": "---\ntitle: [a\n---\n\nText.\n"})
    called("update", cwd=root)
    reviewed(catalog(root, "bad"), {"Text.": "Texto."})
    called("build", cwd=root)
    assert (root / "build" / "pt_BR" / "bad.md").read_text() == "---\ntitle: [a\n---\n\nTexto.\n"


def test_an_article_of_20_megabytes(tmp_path: Path) -> None:
    paragraph = "The boats came home late in the evening, as they had done for years. " * 60
    text = "".join(f"Day {number}. {paragraph}\n\n" for number in range(20_000_000 // len(paragraph)))
    root = with_other(tmp_path, {"big.md": text})
    extracted = run("extract", root)
    assert (extracted.code, extracted.err) == (0, "")
    assert extracted.out.startswith(f"big.md: {text.count('Day'):,} messages\n")
    assert run("build", root).code == 0
    assert (root / "build" / "pt_BR" / "big.md").read_text() == text


@pytest.mark.parametrize("command", COMMANDS)
def test_an_article_that_links_out_of_the_project(command: str, tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.md", "Secret.\n")
    root = with_other(tmp_path, {})
    (root / "corpus" / "link.md").symlink_to(secret)
    ran = run(command, root)
    assert ran.code == 2
    assert ran.problems == ["corpus/link.md: links out of the project; copy the file here"]
    assert went_through(root)
    assert not [name for name, data in contents(root).items() if b"Secret" in data and "corpus" not in name]


def test_an_article_that_links_to_another_in_the_project(tmp_path: Path) -> None:
    root = with_other(tmp_path, {"a.md": "Text.\n"})
    (root / "corpus" / "b.md").symlink_to("a.md")
    assert run("build", root).code == 0
    assert (root / "build" / "pt_BR" / "b.md").read_text() == "Text.\n"


def test_an_article_that_links_to_nothing(tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    (root / "corpus" / "gone.md").symlink_to("nothing.md")
    ran = run("build", root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("corpus/gone.md: ")
    assert went_through(root)


def test_an_article_that_links_to_itself(tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    (root / "corpus" / "loop.md").symlink_to("loop.md")
    ran = run("build", root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("corpus/loop.md: ")


def test_a_folder_named_like_an_article(tmp_path: Path) -> None:
    root = with_other(tmp_path, {"folder.md/inside.md": "Text.\n"})
    assert run("build", root).code == 0
    assert (root / "build" / "pt_BR" / "folder.md" / "inside.md").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_no_article(tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    os.mkfifo(root / "corpus" / "pipe.md")
    keep = os.open(root / "corpus" / "pipe.md", os.O_RDWR)
    os.set_blocking(keep, False)
    os.write(keep, b"Text from a pipe.\n")
    try:
        from l10n.config import find_project
        from l10n.pipeline.articles import find

        assert [article.name for article in find(find_project(root))[0]] == ["other.txt"]
    finally:
        os.close(keep)


@pytest.mark.parametrize("command", COMMANDS)
def test_two_articles_that_share_a_catalog(command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {"a.md": "One.\n", "a.txt": "Two.\n"})
    ran = run(command, root)
    assert ran.code == 2
    assert ran.problems == [
        "corpus/a.md: shares its catalog with a.txt; rename one, or exclude it in l10n.toml"
    ]
    assert went_through(root)
    assert not catalog(root).exists()


def test_one_of_two_articles_that_share_a_catalog_can_be_excluded(tmp_path: Path) -> None:
    settings = '[articles]\nexclude = ["**/*.txt"]\n'
    root = make_project(tmp_path / "site", {"a.md": "One.\n", "a.txt": "Two.\n"}, settings=settings)
    assert run("build", root).out.endswith("1 output: 1 written, 0 unchanged\n")


NAMES = ["two words.md", "ünïcödé 漢字.md", "quote'\"s.md", "a:b#c%d.md", "-dash.md", "{locale}.md", "#1.md"]


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_go_through(name: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {name: "The ferry is late.\n"})
    called("update", cwd=root)
    reviewed(catalog(root, name.removesuffix(".md")), {"The ferry is late.": "A balsa está atrasada."})
    ran = run("build", root)
    assert (ran.code, ran.err) == (0, "")
    assert (root / "build" / "pt_BR" / name).read_text(encoding="utf-8") == "A balsa está atrasada.\n"
    before = untouched(root)
    called("update", cwd=root)
    assert untouched(root) == before


@pytest.mark.parametrize(
    "name", ["می\u200cروم.md", "👩\u200d🌾.md", "9.41\u202fAM.md", "soft\u00adhyphen.md"]
)
def test_names_with_joiners_and_no_break_spaces_go_through(name: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {name: "The ferry is late.\n"})
    assert run("update", root).err == ""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "name", [b"new\nline.md", b"esc\x1b[31m.md", b"tab\t.md", b"caf\xe9.md", b"c1\xc2\x9b.md"]
)
def test_names_that_no_catalog_can_hold(name: bytes, command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {os.fsdecode(name): "Text.\n"})
    ran = run(command, root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("corpus/")
    assert problem.endswith(": its name has characters that cannot be written; rename it")
    assert problem.isprintable()
    assert went_through(root)


def test_a_name_that_is_not_utf8_as_a_process(tmp_path: Path) -> None:
    root = with_other(tmp_path, {os.fsdecode(b"caf\xe9.md"): "Text.\n"})
    ran = run_l10n("update", cwd=root)
    assert ran.code == 2
    assert len(ran.problems) == 1


def test_terminal_escapes_in_names_and_texts_do_not_reach_the_terminal(tmp_path: Path) -> None:
    text = "---\ntitle: [\x1b[31m\n---\n\n\x1b]0;owned\x07\n"
    root = with_other(tmp_path, {"\x1b]0;owned\x07.md": b"\xff", "\x9b31m.md": "Text.\n", "a.md": text})
    for command in COMMANDS:
        ran = run(command, root)
        assert not set("\x1b\x07\x9b") & set(ran.out + ran.err)


# Catalogs

HEADER = 'msgid ""\nmsgstr "Language: pt_BR\\n"\n\n'
SYNTAX = HEADER + 'msgid "a"\nmsgstr "a "b" c"\n'
CONFLICT = '<<<<<<< HEAD\nmsgid "a"\n=======\nmsgid "b"\n>>>>>>> other\nmsgstr ""\n'
TWICE = HEADER + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n'
BROKEN = {
    "syntax": (SYNTAX.encode(), ":5: syntax error"),
    "conflict": (CONFLICT.encode(), ":1: merge conflict; resolve it and run again"),
    "duplicate": (TWICE.encode(), ":7: the message of line 4 stands here again; keep one of the two"),
    "latin-1": ('msgid "a"\nmsgstr "é"\n'.encode("latin-1"), ":2: not UTF-8: byte 0xe9; save it as UTF-8"),
    "no PO": (b"PK\x03\x04", "syntax error"),
}


@pytest.mark.parametrize("command", ["update", "draft", "build", "status"])
@pytest.mark.parametrize("kind", BROKEN)
def test_a_catalog_that_is_broken(kind: str, command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {"a.md": ARTICLE})
    called("update", cwd=root)
    text, expected = BROKEN[kind]
    write(catalog(root), text)
    ran = run(command, root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("locales/pt_BR/LC_MESSAGES/a.po")
    assert expected in problem
    assert catalog(root).read_bytes() == text
    assert went_through(root)


@pytest.mark.parametrize("text", ['"A balsa', 'A balsa"', "A balsa"])
def test_a_string_without_its_quotes_is_a_syntax_error(text: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {"a.md": "The ferry is late.\n"})
    called("update", cwd=root)
    written = write(catalog(root), f'{HEADER}msgid "The ferry is late."\nmsgstr {text}\n').read_bytes()
    ran = run("draft", root)
    assert catalog(root).read_bytes() == written
    (problem,) = ran.problems
    assert problem.startswith("locales/pt_BR/LC_MESSAGES/a.po:5: syntax error")


def test_the_output_of_a_broken_catalog_stays_as_it_was(tmp_path: Path) -> None:
    root = with_other(tmp_path, {"a.md": ARTICLE})
    called("update", cwd=root)
    reviewed(catalog(root), {"The ferry is late today.": "A balsa está atrasada hoje."})
    called("build", cwd=root)
    before = untouched(root / "build")
    write(catalog(root), CONFLICT)
    called("build", cwd=root)
    assert untouched(root / "build") == before


def test_a_folder_where_a_catalog_belongs(tmp_path: Path) -> None:
    root = with_other(tmp_path, {"a.md": ARTICLE})
    catalog(root).mkdir(parents=True)
    for command in ("update", "draft", "build", "status"):
        (problem,) = run(command, root).problems
        assert problem.startswith("locales/pt_BR/LC_MESSAGES/a.po: cannot be read: is a directory")
    assert went_through(root)


# Outputs


def test_a_file_where_the_output_folder_belongs(tmp_path: Path) -> None:
    root = with_other(tmp_path, {}, locales=("pt_BR", "es"))
    reviewed(catalog(root, "other", "es"), {"Another article.": "Otro artículo."})
    write(root / "build" / "pt_BR", "in the way")
    ran = run("build", root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("build/pt_BR/other.txt: pt_BR is a file, not a folder")
    assert (root / "build" / "pt_BR").read_text() == "in the way"
    assert (root / "build" / "es" / "other.txt").read_text() == "Otro artículo.\n\nIt is fine.\n"


def test_a_file_where_the_folder_of_catalogs_belongs(tmp_path: Path) -> None:
    root = make_project(
        tmp_path / "site", {"a.md": "A.\n", "b.md": "B.\n"}, settings='[catalogs]\nfolder = "po"\n'
    )
    write(root / "po", "in the way")
    before = contents(root)
    ran = run("update", root)
    assert ran.code == 2
    assert [p.split(":")[0] for p in ran.problems] == ["po/templates/a.pot", "po/templates/b.pot"]
    assert contents(root) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not hold for root")
def test_an_output_folder_that_is_read_only(tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    (root / "build").mkdir(mode=0o555)
    ran = run("build", root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith(
        "build/pt_BR/other.txt: pt_BR is a file, not a folderpermission denied; check the permis"
    )


def test_an_output_folder_that_links_out_of_the_project(tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    (tmp_path / "elsewhere").mkdir()
    (root / "build").symlink_to(tmp_path / "elsewhere")
    ran = run("build", root)
    assert ran.code == 2
    assert ran.problems == ["build/pt_BR/other.txt: a link leads out of the project; remove the link"]
    assert contents(tmp_path / "elsewhere") == {}


@pytest.mark.parametrize(
    "pattern",
    ["../{locale}/{path}", "/tmp/{locale}/{path}", "a/../../{locale}/{path}", "..\\\\{locale}\\\\{path}", "",  # noqa: S108
     "{locale}", "{path}", "build/{path}", "{locale}/{path}/{x}", "{locale}/{path}/{", "{locale!r}/{path}"],
)  # fmt: skip
def test_an_output_pattern_that_is_none(pattern: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", settings=f'[build]\noutput = "{pattern}"\n')
    before = contents(tmp_path)
    ran = run("build", root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("l10n.toml:3: build.output: ")
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("folder", "pattern"), [("corpus", "corpus/{locale}/{path}"), ("pt_BR", "{locale}/{path}")]
)
def test_an_output_never_overwrites_an_article(folder: str, pattern: str, tmp_path: Path) -> None:
    settings = f'[articles]\nfolder = "{folder}"\n[build]\noutput = "{pattern}"\n'
    root = make_project(tmp_path / "site", {}, settings=settings)
    write(root / folder / "a.md", "The ferry is late.\n")
    write(root / folder / "pt_BR" / "a.md", "A text of ours.\n")
    called("update", cwd=root)
    called("draft", "--engine", "pseudo", cwd=root)
    before = contents(root / folder)
    called("build", "--drafts", cwd=root)
    after = contents(root / folder)
    assert {name: after[name] for name in before} == before


def test_a_null_byte_in_the_output_pattern(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", settings='[build]\noutput = "b\\u0000/{locale}/{path}"\n')
    assert run("build", root).code == 2


# Names on the command line


@pytest.mark.parametrize("command", COMMANDS)
def test_an_article_that_is_not_there(command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    before = contents(root)
    ran = run(command, root, "othr.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.problems == ["no article 'othr.txt'; there are: other.txt"]
    assert contents(root) == before


@pytest.mark.parametrize("command", ["update", "draft", "build", "status"])
@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("xx", "unknown locale 'xx'; write a language and, if it matters, a territory: pt_BR, es, zh_Hant"),
        ("de", "locale de is not in this project; it has: pt_BR; add others to locales in l10n.toml"),
        ("../x", "unknown locale '../x'; write"),
    ],
)
def test_a_locale_that_is_not_there(locale: str, expected: str, command: str, tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    before = contents(root)
    ran = run(command, root, "--locale", locale)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith(expected)
    assert contents(root) == before


def test_an_engine_that_is_not_there(tmp_path: Path) -> None:
    root = with_other(tmp_path, {})
    before = contents(root)
    ran = called("draft", "--engine", "google", cwd=root)
    assert ran.code == 2
    assert ran.problems == [f"unknown engine 'google'; known engines: {', '.join(registry.names('engines'))}"]
    assert contents(root) == before


@pytest.mark.parametrize("folder", ["nowhere", "file"])
def test_a_folder_that_is_not_there(folder: str, tmp_path: Path) -> None:
    write(tmp_path / "file", "")
    ran = called("-C", folder, "status", cwd=tmp_path)
    assert (ran.code, ran.problems) == (2, [f"{folder}: no such folder; name an existing one"])


# Settings


@pytest.mark.parametrize("command", COMMANDS)
def test_no_project(command: str, tmp_path: Path) -> None:
    ran = run(command, tmp_path)
    assert ran.code == 2
    assert ran.problems == [
        f"{tmp_path.resolve()}: no l10n.toml here or in any folder above; make one with `l10n init`"
    ]
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('locales = ["es"\n[articles]\n', "l10n.toml:2: not valid TOML: Unclosed array"),
        ("locales = [\n", "l10n.toml"),
        ('locale = ["es"]\n', "l10n.toml:1: locale: unknown key; known keys: source, locales, articles, cat"),
        ('\n[articles]\nfoldr = "a"\n', "l10n.toml:3: articles.foldr: unknown key; known keys: folder, incl"),
        ("[nothing]\n", "l10n.toml:1: nothing: unknown key"),
        ('locales = "es"\n', "l10n.toml:1: locales: is a string in quotes; it takes a list of strings"),
        ("locales = [1]\n", "l10n.toml:1: locales: is a list; it takes a list of strings"),
        ("source = 1\n", "l10n.toml:1: source: is a whole number; it takes a string in quotes"),
        ('articles = "corpus"\n', "l10n.toml:1: articles: is a string in quotes; it takes a table"),
        ("[[articles]]\n", "articles: is a list; it takes a table"),
        (
            "[draft]\nbeam = 2.5\n",
            "l10n.toml:2: draft.beam: is a number with a point; it takes a whole number",
        ),
        ("[draft]\nbeam = true\n", "l10n.toml:2: draft.beam: is a true or false; it takes a whole number"),
        ("[draft]\nbeam = 0\n", "l10n.toml:2: draft.beam: 0 is out of range; choose 1 to 16"),
        ('locales = ["xx"]\n', "l10n.toml:1: locales: unknown locale 'xx'; write a language"),
        ('source = "xx"\n', "l10n.toml:1: source: unknown locale 'xx'; write a language"),
        ('locales = ["en"]\n', "l10n.toml:1: locales: 'en' is the source locale too; take it out"),
        (
            '[articles]\nfolder = "../x"\n',
            "l10n.toml:2: articles.folder: '../x' leaves the project; name a f",
        ),
        (
            '[catalogs]\nfolder = "/x"\n',
            "l10n.toml:2: catalogs.folder: '/x' leaves the project; name a folder",
        ),
        ("", "l10n.toml: no target locales; write them: locales = "),
        ('locales = ["es"]\n[articles]\nfolder = "nope"\n', "nope: no folder with articles; make it, or set"),
        ('locales = ["es"]\n[articles]\ninclude = []\n', "corpus: no articles; put articles there: files th"),
    ],
)
def test_settings_that_are_wrong(text: str, expected: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    write(root / "l10n.toml", text)
    before = contents(root)
    ran = run("update", root)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert expected in problem
    assert contents(root) == before


def test_settings_that_are_not_utf8(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    write(root / "l10n.toml", 'locales = ["es"] # café\n'.encode("latin-1"))
    ran = run("status", root)
    assert ran.code == 2
    (problem,) = ran.problems
    assert problem.startswith("l10n.toml")


def test_settings_that_are_not_utf8_are_told_as_articles_are(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    write(root / "l10n.toml", 'locales = ["es"] # café\n'.encode("latin-1"))
    assert run("status", root).problems == ["l10n.toml:1: not UTF-8: byte 0xe9; save it as UTF-8"]


def test_settings_saved_by_an_editor_on_windows(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    write(root / "l10n.toml", b"\xef\xbb\xbf" + b'locales = ["es"]\r\n')
    assert run("status", root).code == 0


def test_settings_nested_too_deeply(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    write(root / "l10n.toml", "source = " + "[" * 10_000)
    assert run("status", root).code == 2


def test_both_of_two_articles_that_share_a_catalog_know_it(tmp_path: Path) -> None:
    root = with_other(tmp_path, {"a.md": "One.\n", "a.txt": "Two.\n"})
    for name in ("corpus/a.md", "corpus/a.txt"):
        assert called("update", name, cwd=root).code == 2


def test_a_section_that_stands_twice_in_the_settings_is_to_be_joined(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", settings="[formats]\n[formats]\n")
    (problem,) = called("update", cwd=root).problems
    assert problem == "l10n.toml:3: not valid TOML: Cannot declare ('formats',) twice; join the two"


def test_globs_that_take_no_article_are_named(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", settings='[articles]\ninclude = ["*.nothing"]\n')
    (problem,) = called("update", cwd=root).problems
    assert problem.endswith("or let include and exclude in l10n.toml take more")


def test_a_colon_in_front_matter_that_needs_quotes(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "---\ntitle: A: b\n---\nText.\n"})
    (problem,) = called("update", cwd=root).problems
    assert problem.startswith("corpus/a.md:2: front matter is broken: ")
    assert "put the value in quotes" in problem
