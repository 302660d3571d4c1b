"""Files for translators are what the standards ask for, and come back whole from people's tools."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from conftest import golden_cases
from exchanging import (
    KINDS,
    corpus_project,
    emptied,
    exported,
    guides_project,
    schema,
    take_in,
    told,
    toolkit,
    translated,
)
from lxml import etree
from processes import called, contents, make_project

from l10n import registry
from l10n.catalog import po
from l10n.model.entry import Entry, State
from l10n.settings import FormatSettings

FUZZY = (State.DRAFT, State.STALE)
XLIFF = {"xliff12": "xliff-core-1.2-strict.xsd", "xliff21": "xliff-core-2.0.xsd"}
STORES = {"xliff12": "xliff.Xliff1File", "xliff21": "xliff2.Xliff2File"}
LOAD_AND_SAVE = """
import importlib, sys
module, name = sys.argv[2].split(".")
with open(sys.argv[1], "rb") as file:
    store = getattr(importlib.import_module(f"translate.storage.{module}"), name).parsestring(file.read())
assert store.units and all(unit.source for unit in store.units)
with open(sys.argv[1], "wb") as file:
    store.serialize(file)
"""


def golden_project(root: Path) -> Path:
    """Every case of the formats' golden files as an article; each message has a translation."""
    texts = {
        f"{name}/{number}{registry.format_named(name).suffixes[0]}": case.text
        for name in registry.names("formats")
        for number, case in enumerate(golden_cases(name))
    }
    make_project(root, {name: text.encode() for name, text in texts.items()})
    assert called("update", cwd=root).code in (0, 2)  # cases with problems are among them
    for name, text in texts.items():
        fmt = registry.format_named(name.split("/")[0])
        known = {
            block.msgid: Entry(
                msgid=block.msgid,
                msgstr=f"{block.msgid} é" if number % 4 else f"É {block.msgid}",
                flags=("fuzzy",) if number % 3 else (),
                comments=block.comments,
            )
            for number, block in enumerate(fmt.parse(text, FormatSettings()).blocks)
        }
        translated(root, known, str(Path(name).with_suffix("")))
    return root


PROJECTS = (corpus_project, golden_project, guides_project)
Project = Callable[[Path], Path]


@pytest.fixture(scope="module", params=PROJECTS, ids=lambda make: make.__name__.removesuffix("_project"))
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    make: Project = request.param
    return make(tmp_path_factory.mktemp("exchange") / "site")


# --- standards ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", XLIFF)
def test_files_are_valid(root: Path, kind: str) -> None:
    rules, file = schema(XLIFF[kind]), etree.parse(str(exported(root, kind)))
    assert rules.validate(file), rules.error_log
    assert len(file.findall(".//{*}source")) >= len(told(root))


def test_a_memory_opens_in_translate_toolkit_with_every_reviewed_text(root: Path) -> None:
    texts = {t[2:4] for t in told(root) if t[4] is State.REVIEWED}
    file = etree.parse(str(exported(root, "tmx")))
    pairs = {tuple("".join(seg.itertext()) for seg in tu.iterfind(".//seg")) for tu in file.iter("tu")}
    assert pairs == texts
    code = "import sys; from translate.storage import factory; assert factory.getobject(sys.argv[1]).units"
    toolkit("python", "-c", code, str(exported(root, "tmx")))


def test_xliff2po_of_translate_toolkit_finds_every_text_state_and_note(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.po"
    toolkit("xliff2po", "--progress=none", "--duplicates=msgctxt", str(exported(root, "xliff12")), str(out))
    known = po.understood(out.read_bytes(), out.name).catalog
    found = {(e.msgid, e.msgstr, e.fuzzy, "\n".join(e.comments).strip()) for e in known.entries}
    expected = {(t[2], t[3], t[4] in FUZZY, "\n".join(t[6]).strip()) for t in told(root)}
    assert found == expected


# --- round trips --------------------------------------------------------------------------------------------


def rewritten_as_it_is(path: Path) -> None:
    """No tool at all."""


def through_toolkit(path: Path) -> None:
    """Loaded, and saved."""
    kind = "xliff12" if path.suffix == ".xlf" else "xliff21"
    toolkit("python", "-c", LOAD_AND_SAVE, str(path), STORES[kind])


def through_lxml(path: Path) -> None:
    """Written anew by another library, pretty printed as far as that does no harm, in UTF-16."""
    etree.parse(str(path)).write(str(path), encoding="UTF-16", xml_declaration=True)


def through_openpyxl(path: Path) -> None:
    """Sorted by another column, with another column in between and one sheet more."""
    book = openpyxl.load_workbook(path)
    page = book.active
    assert page
    rows = [tuple(cell.value for cell in row) for row in page.iter_rows()]
    other = book.create_sheet("Sorted", 0)
    for row in (rows[0], *sorted(rows[1:], key=lambda row: row[-1])):
        other.append([row[-1], None, *row[:-1]])
        for cell in other[other.max_row]:
            cell.data_type = "s" if cell.value is not None else "n"
    book.remove(page)
    book.save(path)


def through_semicolons(path: Path) -> None:
    """As Excel saves CSV in most of Europe: semicolons, quotation marks only where they are needed."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows([rows[0], *reversed(rows[1:])])
    path.write_text(file.getvalue(), encoding="utf-8-sig", newline="")


def through_unicode_text(path: Path) -> None:
    """As Excel saves “Unicode text”: tabs and UTF-16."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    file = io.StringIO(newline="")
    csv.writer(file, delimiter="\t", lineterminator="\r\n").writerows(rows)
    path.write_text(file.getvalue(), encoding="utf-16", newline="")


TRIPS = [
    *((kind, rewritten_as_it_is) for kind in KINDS),
    *((kind, through) for kind in XLIFF for through in (through_toolkit, through_lxml)),
    ("xlsx", through_openpyxl),
    ("csv", through_semicolons),
    ("csv", through_unicode_text),
]


@pytest.mark.parametrize(("kind", "through"), TRIPS, ids=lambda x: x if isinstance(x, str) else x.__name__)
def test_a_round_trip_loses_nothing(root: Path, kind: str, through: Callable[[Path], None]) -> None:
    file = exported(root, kind)
    through(file)
    before = contents(root)
    ran = take_in(root, file)
    assert (ran.code, ran.err) == (0, "")
    assert contents(root) == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_fresh_copy_gets_everything(root: Path, kind: str, tmp_path: Path) -> None:
    file = exported(root, kind)
    copy = emptied(root, tmp_path / "copy")
    take_in(copy, file)
    assert told(copy) == told(root)
