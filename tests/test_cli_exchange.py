"""`l10n export` and `l10n import`: files go out to translators, and what they did comes back."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from exchanging import KINDS, SUFFIXES, entries, exported, take_in, told, translated
from processes import called, catalog, contents, make_project, run_l10n, untouched, write
from reviewing import ANA, acts, events

from l10n import registry
from l10n.catalog import po
from l10n.errors import ProjectError
from l10n.model.entry import State
from l10n.model.event import Act

ARTICLE = """\
Not yet

The *old* [pier](/p)

Now & then

<!-- i18n:context: verb -->

Run `tide` {name}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An article with a message in each state."""
    root = make_project(tmp_path / "site", {"a.md": ARTICLE})
    assert called("update", cwd=root).code == 0
    translated(root, {entry.msgid: entry for entry in entries()})
    assert called("update", cwd=root).code == 0
    return root


def edited(path: Path, old: str, new: str) -> Path:
    """A file in which a translator has written something else."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for row in book["Translations"].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and old in cell.value:
                    cell.value = cell.value.replace(old, new)
        book.save(path)
        return path
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
    return path


def texts(root: Path) -> dict[str, tuple[str, State]]:
    return {msgid: (msgstr, state) for _, _, msgid, msgstr, state, *_ in told(root)}


def texts_of(root: Path, domain: str) -> dict[str, tuple[str, State]]:
    known = po.read(catalog(root, domain), domain)
    assert known
    return {entry.msgid: (entry.msgstr, entry.state) for entry in known.catalog.entries}


# --- export -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SUFFIXES)
def test_a_file_tells_its_format_by_its_name(root: Path, kind: str) -> None:
    ran = called("export", "-o", f"../out{SUFFIXES[kind]}", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    count, words = ("1", "3") if kind == "tmx" else ("4", "11")
    assert ran.out.splitlines() == [
        "ARTICLE  LOCALE  MESSAGES  WORDS",
        f"a.md     pt_BR {count:>10} {words:>6}",
        f"wrote ../out{SUFFIXES[kind]}: {count} message{'s' if count != '1' else ''}",
    ]
    head = (root.parent / f"out{SUFFIXES[kind]}").read_bytes()[:4096]
    assert registry.exchange_named(kind).recognizes(head)


def test_a_file_that_is_there_is_never_overwritten(root: Path) -> None:
    out = edited(exported(root, "xliff12"), "Antes", "Agora")
    before = out.read_bytes()
    ran = called("export", "-o", str(out), cwd=root)
    assert (ran.code, out.read_bytes()) == (2, before)
    assert ran.problems == [f"{out}: is there already; import it and move it away, or choose another place"]
    out.unlink()
    assert called("export", "-o", str(out), cwd=root).code == 0
    assert called("export", "-o", str(out), cwd=root).code == 0


@pytest.mark.parametrize("place", ["corpus/a.md", "corpus/new.xlf", "locales/a.xlf", "l10n.toml"])
def test_nothing_of_the_project_is_overwritten(root: Path, place: str) -> None:
    before = contents(root)
    ran = called("export", "--format", "csv", "-o", place, cwd=root)
    assert (ran.code, contents(root)) == (2, before)
    assert "choose another place for -o" in ran.err


def test_only_the_articles_that_are_wanted_go_out(root: Path) -> None:
    write(root / "corpus" / "news" / "b.md", "Today\n")
    called("update", cwd=root)
    out = exported(root, "csv", "news")
    assert "Today" in out.read_text(encoding="utf-8")
    assert "Not yet" not in out.read_text(encoding="utf-8")


def test_json_says_what_went_out(root: Path) -> None:
    ran = called("export", "-o", "../a.csv", "--json", cwd=root)
    assert [(r["name"], r["locale"], r["messages"]) for r in json.loads(ran.out)] == [("a.md", "pt_BR", 4)]


def test_a_message_that_the_format_cannot_hold_is_left_out_and_named(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "Good\n\nBad \x01 one\n", "b.md": "a" * 40_000 + "\n"})
    called("update", cwd=root)
    why = "corpus/a.md:3: has a character that the format cannot hold (U+0001); left out: Bad \ufffd one"
    ran = called("export", "-o", "../a.xlf", cwd=root)
    assert (ran.code, ran.problems) == (1, [why])
    assert "Good" in (tmp_path / "a.xlf").read_text()
    ran = called("export", "-o", "../a.xlsx", cwd=root)
    assert ran.code == 1
    assert ran.problems[0].startswith(
        "corpus/b.md:1: has 40,000 characters, and a cell holds 32,767; left out"
    )


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("-o", "../a.doc"), "../a.doc tells no format; add --format: csv, tmx, xliff12, xliff21, xlsx"),
        (("-o", "../a.csv", "--format", "doc"), "unknown format 'doc'; known formats: csv, tmx, "),
        (("-o", "../a.csv", "--to", "fr"), "locale fr is not in this project; it has: pt_BR"),
        (("-o", "../a.csv", "nothing.md"), "no article 'nothing.md'"),
        ((), "Missing option '-o'"),
    ],
)
def test_what_is_asked_wrongly_is_told(root: Path, args: tuple[str, ...], problem: str) -> None:
    ran = called("export", *args, cwd=root)
    assert ran.code == 2
    assert ran.problems[0].startswith(problem)


def test_a_locale_has_to_be_named_where_there_are_several(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", locales=("pt_BR", "es"))
    ran = called("export", "-o", "../a.csv", cwd=root)
    assert (ran.code, ran.problems) == (2, ["--to is missing; there are: pt_BR, es"])


def test_nothing_to_write_is_no_file(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site")
    ran = called("export", "-o", "../a.xlf", cwd=root)
    assert ran.code == 2
    assert ran.problems[-1] == "../a.xlf: there is nothing to write; run `l10n update` first"
    assert not (tmp_path / "a.xlf").exists()


def test_messages_that_the_catalog_lacks_are_told_of(root: Path) -> None:
    write(root / "corpus" / "a.md", f"{ARTICLE}\nNew\n")
    ran = called("export", "-o", "../a.xlf", cwd=root)
    assert ran.problems == ["a.md: pt_BR: 1 message not in the catalog yet; run `l10n update`"]


def test_by_ledger_a_memory_has_only_what_someone_has_approved(root: Path) -> None:
    write(root / "l10n.toml", 'locales = ["pt_BR"]\n[review]\nevidence = "ledger"\n')
    assert called("export", "-o", "../a.tmx", cwd=root).code == 2
    called("approve", "a.md", "--by", ANA, cwd=root)
    assert called("export", "-o", "../a.tmx", cwd=root).code == 0
    assert "Rode " in (root.parent / "a.tmx").read_text(encoding="utf-8")


# --- import -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_translation_comes_back(root: Path, kind: str) -> None:
    file = edited(exported(root, kind), "Antes", "Então & agora")
    if kind.startswith("xliff"):
        file.write_text(file.read_text().replace("Então & agora", "Então &amp; agora"), encoding="utf-8")
    before = texts(root)
    ran = take_in(root, file)
    assert (ran.code, ran.problems) == (0, ["1 text taken as drafts; read, then `l10n approve`"])
    assert texts(root) == before | {"Now & then": ("Então & agora", State.STALE)}
    assert re.fullmatch(
        rf"FILE .*\n{re.escape(str(file))} +a\.md +pt_BR +1 +0 +3 +0 +0\n1 catalog: 1 written, 0 unchanged\n",
        ran.out,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_came_back_unchanged_touches_nothing(root: Path, kind: str) -> None:
    file = exported(root, kind)
    before = untouched(root)
    assert take_in(root, file).code == 0
    assert untouched(root) == before


def test_a_dry_run_writes_nothing(root: Path) -> None:
    file = edited(exported(root, "csv"), "Antes", "Agora")
    before = untouched(root)
    ran = take_in(root, file, args=["--dry-run"])
    assert "1 would change" in ran.out
    assert untouched(root) == before


def test_a_conflict_is_named_with_the_file_that_has_the_text(root: Path) -> None:
    file = edited(exported(root, "xliff12"), "Antes", "Agora")
    edited(catalog(root), "Antes", "Então")
    before = untouched(root)
    ran = take_in(root, file)
    before_it = file.read_text(encoding="utf-8").partition("Agora")[0]
    line = before_it[: before_it.rindex("<trans-unit")].count("\n") + 1
    assert (ran.code, untouched(root)) == (1, before)
    what = "its catalog has another text now; both stay where they are: Now & then"
    assert ran.problems == [f"{file}:{line}: pt_BR: {what}"]
    found = json.loads(take_in(root, file, args=["--json"]).out)[0]
    assert found["messages"] == {fate: int(fate == "conflict") for fate in found["messages"]} | {
        "unchanged": 3
    }
    assert found["findings"][0]["msgstr"] == "Agora"


def test_lost_markup_is_named_and_no_review(root: Path) -> None:
    file = edited(exported(root, "csv"), "Rode `tide` {name}", "Rode {name}")
    ran = take_in(root, file)
    assert ran.code == 1
    assert ran.problems[0] == f"{file}:7: pt_BR: taken as a draft: missing `tide`: Run `tide` {{name}}"
    assert texts(root)["Run `tide` {name}"] == ("Rode {name}", State.DRAFT)


def test_an_article_that_has_changed_since_keeps_the_translators_work(root: Path) -> None:
    file = edited(exported(root, "xlsx"), "Rode `tide` {name}", "Execute `tide` {name}")
    edited(root / "corpus" / "a.md", "Run `tide`", "Now run `tide`")
    assert called("update", cwd=root).code == 0
    ran = take_in(root, file)
    assert ran.code == 0
    assert texts(root)["Now run `tide` {name}"] == ("Execute `tide` {name}", State.STALE)


def test_a_message_that_is_gone_is_named(root: Path) -> None:
    file = edited(exported(root, "csv"), "Antes", "Agora")
    edited(root / "corpus" / "a.md", "Now & then\n", "\n")
    called("update", cwd=root)
    ran = take_in(root, file)
    assert ran.code == 1
    assert ran.problems == [
        f"{file}:6: pt_BR: the article has no such message any more; the text stands in this file only: "
        "Now & then"
    ]


def test_one_bad_file_stops_no_other(root: Path, tmp_path: Path) -> None:
    good = edited(exported(root, "csv"), "Antes", "Agora")
    bad = write(tmp_path / "bad.xlf", '<xliff version="1.2">\n<')
    none = write(tmp_path / "none.txt", "Hello.\n")
    ran = take_in(root, bad, tmp_path / "missing.csv", none, good, tmp_path)
    assert ran.code == 2
    assert [problem.partition("; ")[0] for problem in ran.problems[:4]] == [
        f"{bad}:2: not valid XML: unclosed token",
        f"{tmp_path / 'missing.csv'}: no such file",
        f"{none}: of no kind that is known",
        f"{tmp_path}: cannot be read: is a directory",
    ]
    assert texts(root)["Now & then"][0] == "Agora"


def test_several_files_are_taken_one_after_the_other(root: Path) -> None:
    first = edited(exported(root, "csv"), "Antes", "Agora")
    second = edited(exported(root, "xliff21"), "Antes", "Então")
    ran = take_in(root, first, second)
    assert ran.code == 1
    assert texts(root)["Now & then"][0] == "Agora"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("corpus/a.md\"", "../../etc/passwd\"", "no article '../../etc/passwd' here, so 4 of its texts are "),
        ("corpus/a.md\"", "/etc/passwd\"", "no article '/etc/passwd' here"),
        ('target-language="pt-BR"', 'target-language="fr"', "locale fr is not in this project"),
        ('target-language="pt-BR"', 'target-language="../x"', "unknown locale '../x'"),
        ('target-language="pt-BR"', "", "unknown locale ''"),
    ],
)  # fmt: skip
def test_a_file_reaches_only_what_the_project_has(root: Path, old: str, new: str, problem: str) -> None:
    file = edited(edited(exported(root, "xliff12"), "Antes", "Agora"), old, new)
    before = contents(root.parent)
    ran = take_in(root, file)
    assert (ran.code, contents(root.parent)) == (2, before)
    assert ran.problems[0].startswith(f"{file}:5: {problem}")


def test_a_catalog_has_to_be_there(root: Path) -> None:
    file = exported(root, "csv")
    catalog(root).unlink()
    ran = take_in(root, file)
    assert (ran.code, ran.problems[0]) == (
        2,
        "locales/pt_BR/LC_MESSAGES/a.po: no catalog yet; make it with `l10n update`",
    )


def test_an_unknown_kind_is_an_error_with_the_choices() -> None:
    with pytest.raises(ProjectError, match="known formats: csv, tmx, xliff12, xliff21, xlsx"):
        registry.exchange_named("doc")


def test_articles_that_share_a_catalog_come_back_together(tmp_path: Path) -> None:
    articles = {"a.md": "Both\n\nOne\n", "b.md": "Both\n\nOther\n"}
    root = make_project(tmp_path / "site", articles, settings='[catalogs]\nper = "site"\n')
    called("update", cwd=root)
    called("draft", "--engine", "pseudo", cwd=root)
    file = exported(root, "csv")
    before = untouched(root)
    ran = take_in(root, file)
    assert (ran.code, untouched(root)) == (0, before)
    rows = file.read_bytes().decode("utf-8-sig").split("\r\n")
    rows[1:] = [row.replace('","draft"', '!","reviewed"') for row in rows[1:]]
    rows[3] = rows[3].replace("!", "?")  # the other article's translation of the same message
    file.write_text("\r\n".join(rows), encoding="utf-8-sig", newline="")
    ran = take_in(root, file)
    assert ran.code == 1
    assert ran.out.splitlines()[1].split()[-5:] == ["3", "0", "0", "0", "1"]
    assert ran.problems == [
        f"{file}:5: pt_BR: its catalog has another text now; both stay where they are: Both"
    ]
    assert {state for _, state in texts_of(root, "messages").values()} == {State.REVIEWED}


def test_an_article_that_cannot_be_read_keeps_back_no_text_of_the_others(tmp_path: Path) -> None:
    articles = {"a.md": "The `tide`\n", "b.md": "Low\n\nRun `it`\n"}
    root = make_project(tmp_path / "site", articles, settings='[catalogs]\nper = "site"\n')
    called("update", cwd=root)
    file = exported(root, "csv")
    for source, text in (("The `tide`", "A `tide`"), ("Low", "Baixa"), ("Run `it`", "Rode `it`")):
        edited(file, f'"{source}","","untranslated"', f'"{source}","{text}","reviewed"')
    write(root / "corpus/b.md", b"\xff")
    ran = take_in(root, file)
    why = "taken as a draft: its article cannot be read"
    assert (ran.code, ran.problems[0]) == (1, f"{file}:4: pt_BR: {why}: Run `it`")
    assert texts_of(root, "messages") == {
        "The `tide`": ("A `tide`", State.REVIEWED),
        "Low": ("Baixa", State.REVIEWED),
        "Run `it`": ("Rode `it`", State.DRAFT),
    }


# --- ledger -------------------------------------------------------------------------------------------------


def test_the_ledger_says_no_more_than_is_known(root: Path) -> None:
    called("draft", "--engine", "pseudo", cwd=root)
    draft = texts(root)["Not yet"][0]
    file = edited(exported(root, "csv"), draft, "Ainda não")
    take_in(root, file)
    assert acts(root)[-1] == (Act.EDITED, "Not yet")
    assert {event.by for event in events(root) if event.what is Act.EDITED} == {""}
    called("approve", "a.md", "--all", "--by", ANA, cwd=root)
    assert texts(root)["Not yet"] == ("Ainda não", State.REVIEWED)


def test_a_rejected_draft_does_not_come_back(root: Path) -> None:
    called("draft", "--engine", "pseudo", cwd=root)
    file = exported(root, "xliff12")
    called("reject", "a.md", "--message", "Not yet", "--by", ANA, cwd=root)
    before = contents(root)
    assert take_in(root, file).code == 0
    assert contents(root) == before


def test_marks_that_a_tool_takes_away_at_once_are_told_of(tmp_path: Path) -> None:
    root = make_project(tmp_path / "site", {"a.md": "\n\n".join(f"Text {n} here." for n in range(12))})
    called("update", cwd=root)
    called("draft", "--engine", "pseudo", cwd=root)
    file = edited(exported(root, "csv"), '"draft"', '"reviewed"')
    ran = take_in(root, file)
    assert ran.code == 0
    assert "12 of 12 drafts have lost their fuzzy marks at once" in ran.err


# --- spreadsheets -------------------------------------------------------------------------------------------


def cell(root: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    """The exported workbook, changed by a person."""
    file = exported(root, "xlsx")
    book = openpyxl.load_workbook(file)
    change(book)
    book.save(file)
    return file


def test_what_people_write_into_cells_is_text(root: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        page = book["Translations"]
        page["B2"], page["B3"], page["B4"] = 2024, "=A1+1", True

    take_in(root, cell(root, change))
    assert {msgstr for msgstr, _ in texts(root).values()} >= {"2024", "=A1+1", "TRUE"}


def test_a_date_is_refused_with_its_row(root: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Translations"]["B3"] = datetime.date(2024, 1, 2)

    file = cell(root, change)
    ran = take_in(root, file)
    hint = "format it as text, and write the text again"
    assert (ran.code, ran.problems) == (2, [f"{file}:3: a cell was made a date; {hint}"])


def test_columns_of_people_may_have_anything_in_them(root: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        page = book["Translations"]
        page["B4"] = "Agora"
        page["M1"], page["M4"] = "Done on", datetime.date(2024, 1, 2)

    assert take_in(root, cell(root, change)).code == 0
    assert texts(root)["Now & then"][0] == "Agora"


def test_rows_may_go_and_columns_move(root: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        page = book["Translations"]
        page["B4"] = "Agora"
        page.delete_rows(2, 2)
        page.move_range("B1:B3", cols=20)
        page.insert_cols(1)

    ran = take_in(root, cell(root, change))
    assert ran.code == 0
    assert texts(root)["Now & then"][0] == "Agora"


def test_a_sheet_without_our_columns_is_refused(root: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Translations"].delete_rows(1)

    file = cell(root, change)
    assert take_in(root, file).problems[0].startswith(f"{file}:1: lacks columns; its first row must have ")


def test_other_sheets_and_what_openpyxl_leaves_out_are_no_matter(root: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Translations"]["B4"] = "Agora"
        book.create_sheet("Dates", 0)["A1"] = datetime.date(2024, 1, 2)

    file = cell(root, change)
    with zipfile.ZipFile(file) as book:
        part = book.read("xl/worksheets/sheet2.xml").decode()
    more = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    repacked(file, "xl/worksheets/sheet2.xml", part.replace("</worksheet>", more).encode())
    ran = run_l10n("import", str(file), cwd=root)
    assert (ran.code, ran.problems) == (0, ["1 text taken as drafts; read, then `l10n approve`"])
    assert texts(root)["Now & then"][0] == "Agora"


def repacked(file: Path, name: str, part: bytes) -> Path:
    """The workbook with another part in it."""
    data = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, part if info.filename == name else old.read(info))
        if name not in old.namelist():
            new.writestr(name, part)
    file.write_bytes(data.getvalue())
    return file


FAR = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    + "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ("Translation", "Article", "Locale"))
    + "</row>"
    + '<row><c r="XFD1"/></row>' * 1000
    + '<row r="2000000000"/></sheetData></worksheet>'
)
"""A sheet with billions of rows and cells that nobody has written."""


def test_cells_that_a_sheet_only_leaves_out_cost_nothing(root: Path) -> None:
    file = repacked(exported(root, "xlsx"), "xl/worksheets/sheet1.xml", FAR.encode())
    assert take_in(root, file).out == "0 catalogs: 0 written, 0 unchanged\n"


def test_a_workbook_that_does_not_unpack_is_refused(root: Path) -> None:
    file = exported(root, "xlsx")
    data = bytearray(file.read_bytes())
    data[data.index(name := b"[Content_Types].xml") + len(name)] = 0xFF
    file.write_bytes(data)
    ran = take_in(root, file)
    assert (ran.code, ran.problems) == (2, [f"{file}: is no whole XLSX file; save it as XLSX once more"])


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    ("name", "part", "problem"),
    [
        ("big", b"\0" * (257 << 20), "larger than 256 MB; split it"),
        ("xl/worksheets/sheet1.xml", BOMB, "has a DOCTYPE in it; save it as XLSX once more"),
        ("xl/worksheets/sheet1.xml", BOMB.decode().encode("utf-16"), "has a DOCTYPE in it; save it as XLSX "),
        ("xl/worksheets/sheet1.xml", b"<worksheet", "is no whole XLSX file; save it as XLSX once more"),
        ("xl/workbook.xml", b"", "is no whole XLSX file; save it as XLSX once more"),
        ("[Content_Types].xml", b"<a/>", "is no whole XLSX file; save it as XLSX once more"),
    ],
    ids=["bomb", "entities", "utf-16", "cut", "empty", "other"],
)
def test_a_hostile_workbook_is_refused(root: Path, name: str, part: bytes, problem: str) -> None:
    file = repacked(exported(root, "xlsx"), name, part)
    ran = take_in(root, file)
    assert ran.code == 2
    assert ran.problems[0].startswith(f"{file}: {problem}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_was_cut_is_told_of(root: Path, kind: str) -> None:
    file = exported(root, kind)
    data = file.read_bytes()
    before = untouched(root / "locales")
    for end in (len(data) // 2, len(data) - 5):
        file.write_bytes(data[:end])
        ran = take_in(root, file)
        assert (ran.code, len(ran.problems)) == (2, 1)
    assert untouched(root / "locales") == before


def test_a_process_of_its_own_says_the_same(root: Path) -> None:
    file = edited(exported(root, "xlsx"), "Antes", "Agora")
    ran = run_l10n("import", str(file), cwd=root)
    assert (ran.code, texts(root)["Now & then"][0]) == (0, "Agora")
