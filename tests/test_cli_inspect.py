"""`l10n inspect`."""

import json
from pathlib import Path

import pytest
from processes import called, contents, make_project, run_l10n, untouched, write

from l10n import registry

FORMATS = ", ".join(registry.names("formats"))
ARTICLE = """\
---
title: The old pier
lang: en
---

# The *old* pier

<!-- i18n:context: harbour -->
<!-- i18n:comment: Pronounced “peer”. -->
It reopened\\
today.

```sh
tide --now
```

| Day | Ferry |
|-----|-------|
| Sun | late  |
"""
TABLE = """\
LINE  KIND                 SPAN     MSGID
   2  front matter: title  11:23    The old pier
   3  locale: lang         30:32    en
   6  heading 1            40:54    The *old* pier
  10  paragraph            129:148  It reopened ⏎ today.
        context                     harbour
        comment                     Pronounced “peer”.
  14  kept                 156:166  tide --now
  17  table header         174:177  Day
  17  table header         180:185  Ferry
  19  table cell           206:209  Sun
  19  table cell           212:216  late
"""
SUMMARY = "markdown; 7 messages; 85 % of the visible text is in messages\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write(tmp_path / "here" / "post.md", ARTICLE)
    return tmp_path / "here"


# --- what it prints -----------------------------------------------------------------------------------------


def test_shows_every_message_and_what_is_kept(here: Path) -> None:
    ran = run_l10n("inspect", "post.md", cwd=here)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{TABLE}post.md: {SUMMARY}"


def test_spans_are_those_of_the_file(here: Path) -> None:
    found = json.loads(called("inspect", "post.md", "--json", cwd=here).out)
    for message in found["messages"]:
        raw = ARTICLE[message["start"] : message["end"]]
        assert raw.replace("\\\n", "\n") == message["msgid"]
        assert ARTICLE[: message["start"]].count("\n") + 1 == message["line"]


def test_json_says_all_of_it(here: Path) -> None:
    ran = run_l10n("inspect", "post.md", "--json", cwd=here)
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    messages = found.pop("messages")
    assert found == {
        "article": "post.md",
        "format": "markdown",
        "reading": "markdown",
        "visible": {"characters": 47, "in_messages": 40, "percent": 85.1},
        "locale": [{"line": 3, "start": 30, "end": 32, "role": "lang", "text": "en"}],
        "kept": [{"line": 14, "start": 156, "end": 166, "text": "tide --now"}],
        "problems": [],
    }
    assert messages[2] == {
        "line": 10,
        "start": 129,
        "end": 148,
        "kind": "paragraph",
        "msgid": "It reopened\ntoday.",
        "context": "harbour",
        "comments": ["Pronounced “peer”."],
        "place": "Paragraph",
    }


def test_long_messages_fit_the_terminal_and_are_whole_in_json(here: Path) -> None:
    write(here / "long.md", "word " * 100)
    rows = called("inspect", "long.md", cwd=here, COLUMNS="60").out.splitlines()
    assert len(rows[1]) == 60
    assert rows[1].endswith(" word …")
    (message,) = json.loads(called("inspect", "long.md", "--json", cwd=here).out)["messages"]
    assert message["msgid"] == ("word " * 100).strip()


def test_what_would_steer_a_terminal_is_not_printed(here: Path) -> None:
    write(here / "b.txt", "Red \x1b[31malert\x07 and \u202eback\n")
    ran = called("inspect", "b.txt", cwd=here)
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out)


@pytest.mark.parametrize("name", ["empty.md", "code.md"])
def test_an_article_without_messages(name: str, here: Path) -> None:
    write(here / "empty.md", "")
    write(here / "code.md", "---\n\n***\n")
    ran = called("inspect", name, cwd=here)
    assert (ran.code, ran.out) == (
        0,
        f"LINE  KIND  SPAN  MSGID\n{name}: markdown; 0 messages; no visible text\n",
    )
    assert json.loads(called("inspect", name, "--json", cwd=here).out)["visible"]["percent"] is None


def test_says_what_was_guessed(here: Path) -> None:
    write(here / "b.txt", "One\nTwo\n")
    assert "b.txt: text, a message a line; 2 messages; 100 %" in called("inspect", "b.txt", cwd=here).out


def test_places_for_a_locale_that_is_not_named_are_shown(here: Path) -> None:
    write(here / "b.html", "<html>\n<p>Text")
    found = json.loads(called("inspect", "b.html", "--json", cwd=here).out)
    assert found["locale"] == [{"line": 1, "start": 5, "end": 5, "role": "new lang dir", "text": ""}]


def test_problems_are_said_and_the_article_goes_through(here: Path) -> None:
    write(here / "b.md", "Text.\n\n<!-- i18n:skp -->\n")
    ran = called("inspect", "b.md", "--json", cwd=here)
    assert ran.code == 2
    assert [problem.partition(";")[0] for problem in ran.problems] == ["b.md:3: unknown directive i18n:skp"]
    found = json.loads(ran.out)
    assert [message["msgid"] for message in found["messages"]] == ["Text."]
    assert [(p["line"], p["what"]) for p in found["problems"]] == [(3, "unknown directive i18n:skp")]


# --- which article ------------------------------------------------------------------------------------------


def test_reads_stdin(here: Path) -> None:
    ran = run_l10n("inspect", "-", "--format", "html", "--json", cwd=here, stdin="<p>Über".encode())
    assert (ran.code, ran.err) == (0, "")
    assert [m["msgid"] for m in json.loads(ran.out)["messages"]] == ["Über"]


def test_the_format_wins_over_the_suffix(here: Path) -> None:
    write(here / "b.md", "# No heading\n")
    out = called("inspect", "b.md", "--format", "text", "--json", cwd=here).out
    assert [m["msgid"] for m in json.loads(out)["messages"]] == ["# No heading"]


@pytest.mark.parametrize("name", ["news/a.md", "news/a", "corpus/news/a.md", "news"])
def test_finds_an_article_of_the_project_as_other_commands_do(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"news/a.md": ARTICLE, "b.md": "B.\n"})
    ran = run_l10n("inspect", name, cwd=root)
    assert (ran.code, ran.err, ran.out) == (0, "", f"{TABLE}corpus/news/a.md: {SUMMARY}")


def test_settings_of_the_project_count(tmp_path: Path) -> None:
    settings = '[formats]\nfront_matter = ["teaser"]\n'
    article = "---\ntitle: A\nteaser: B\n---\n"
    root = make_project(tmp_path / "site", {"a.md": article}, settings=settings)
    write(root / "notes.md", article)
    for name in ("a.md", "notes.md"):
        found = json.loads(called("inspect", name, "--json", cwd=root).out)
        assert [m["kind"] for m in found["messages"]] == ["front matter: teaser"]


def test_a_file_that_is_no_article_of_the_project_is_shown_and_that_is_said(tmp_path: Path) -> None:
    settings = '[articles]\nexclude = ["drafts/**"]\n'
    root = make_project(tmp_path / "site", {"a.md": "A.\n", "drafts/b.md": "B.\n"}, settings=settings)
    ran = called("inspect", "corpus/drafts/b.md", cwd=root)
    assert ran.code == 0
    assert "paragraph" in ran.out
    assert ran.problems == [
        "corpus/drafts/b.md is no article of this project; `articles` in l10n.toml says which files are"
    ]


def test_several_articles_are_too_many(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {f"{name}.md": "Text.\n" for name in "abcd"})
    ran = called("inspect", "corpus", cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.problems == ["'corpus' means 4 articles; name one: a.md, b.md, c.md …"]


# --- the page -----------------------------------------------------------------------------------------------


def test_writes_a_page(here: Path) -> None:
    ran = run_l10n("inspect", "post.md", "--html", "out/page.html", cwd=here)
    assert (ran.code, ran.out, ran.err) == (0, "wrote out/page.html\n", "")
    assert list(contents(here)) == ["out/page.html", "post.md"]
    page = (here / "out" / "page.html").read_text(encoding="utf-8")
    assert "85 % of the visible text" in page


def test_page_and_json_together(here: Path) -> None:
    ran = called("inspect", "post.md", "--html", "page.html", "--json", cwd=here)
    assert json.loads(ran.out)["article"] == "post.md"
    assert (here / "page.html").exists()


def test_the_same_page_is_not_written_again(here: Path) -> None:
    called("inspect", "post.md", "--html", "page.html", cwd=here)
    before = untouched(here)
    called("inspect", "post.md", "--html", "page.html", cwd=here)
    assert untouched(here) == before


def test_writes_nothing_else(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    before = untouched(root)
    called("inspect", "a.md", cwd=root)
    assert untouched(root) == before


def test_a_text_that_stands_twice_is_one_message_as_in_a_catalog(here: Path) -> None:
    write(here / "twice.md", "# Tides\n\nEbb\n\nTides\n")
    ran = run_l10n("inspect", "twice.md", cwd=here)
    assert ran.out.splitlines()[-1].startswith("twice.md: markdown; 2 messages in 3 places; 100 %")


# --- errors -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("nope.md",), "nope.md: cannot be read: no such file or directory"),
        ((".", "--format", "text"), ".: cannot be read: is a directory"),
        (("post.doc",), "post.doc: no format for this name; add --format; known formats: "),
        (("-",), f"stdin has no suffix; add --format; known formats: {FORMATS}"),
        (("post.md", "--format", "doc"), f"unknown format 'doc'; known formats: {FORMATS}"),
        (("latin.md",), "latin.md:3: not UTF-8: byte 0xe9; save it as UTF-8"),
        (("post.md", "--html", "post.md"), "post.md: would overwrite the article; choose another file"),
        (("post.md", "--html", "post.md/x"), "post.md is a file, not a folder; move it away"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_wrong_is_one_line(args: tuple[str, ...], expected: str, here: Path) -> None:
    write(here / "latin.md", "One\n\ncafé\n".encode("latin-1"))
    before = contents(here)
    ran = run_l10n("inspect", *args, cwd=here)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert expected in problem
    assert contents(here) == before


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("nope.md",), "no article 'nope.md'; there are: "),
        (("bad.md",), "corpus/bad.md:1: not UTF-8: byte 0xff; save it as UTF-8"),
        (("lost.md",), "corpus/lost.md: links to a file that is not there; remove the link"),
        (("a", "--html", "corpus/a.md"), "corpus/a.md: would overwrite the article; choose another file"),
    ],
    ids=" ".join,
)
def test_what_is_wrong_in_a_project_is_one_line(args: tuple[str, ...], expected: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": ARTICLE, "bad.md": b"\xff"})
    (root / "corpus" / "lost.md").symlink_to("nowhere.md")
    ran = called("inspect", *args, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    (problem,) = ran.problems
    assert expected in problem
    assert (root / "corpus" / "a.md").read_text(encoding="utf-8") == ARTICLE
