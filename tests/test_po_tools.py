"""Catalogs of ours go through the tools that people use, and come back with their texts and states."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from babel.messages import pofile
from conftest import GOLDEN, ROOT
from test_po import STYLES, style

from l10n.catalog import layout, po
from l10n.model.entry import Catalog, Entry, State

TOOLKIT = ROOT / ".bench" / "translate-toolkit" / "bin" / "python"
PYPO = """
import sys
from translate.storage.pypo import pofile
with open(sys.argv[1], "rb") as file:
    store = pofile(file)
with open(sys.argv[1], "wb") as file:
    store.serialize(file)
"""
LONG = (
    'A sentence that is much longer than a line of a catalog, with «quotes», "quotes" and a [link](/u) in it.'
)
ENTRIES = (
    Entry(msgid="Not yet", extracted=("paragraph",), references=("a.md:1",)),
    Entry(
        msgid=LONG,
        msgstr=f"{LONG} Rascunho.",
        comments=("l10n: drafted by argos en→pt 1.0; risk 0.12; text 1a2b3c4d",),
        extracted=("paragraph", "for the front page"),
        references=("a.md:3", "\u2068old news.md\u2069:9"),
        flags=("fuzzy",),
    ),
    Entry(msgid="Changed", msgstr="Mudou", flags=("fuzzy",), previous=(None, LONG)),
    Entry(msgid="Changed", msgstr="Mudou", context="verb", flags=("fuzzy",), previous=("noun", "Change")),
    Entry(msgid="First\nsecond\n", msgstr="Primeira\nsegunda\n", comments=("Uma nota", "", "outra")),
    Entry(msgid="100% of {name} \\ \t<b>", msgstr="100% de {name} \\ \t<b>", flags=("no-wrap",)),
    Entry(msgid="Gone", msgstr="Foi-se", obsolete=True, comments=("Foi bom.",)),
    Entry(msgid="Gone", msgstr="Foi", context="verb", obsolete=True, flags=("fuzzy",)),
)
CATALOG = Catalog(header=layout.catalog_header("news/a", "2026-01-01 10:00+0000", "pt_BR"), entries=ENTRIES)


def gettext(program: str, path: Path, *options: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"needs {program} of GNU gettext")
    done = subprocess.run([program, *options], cwd=path.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def through_msgcat(path: Path) -> None:
    gettext("msgcat", path, path.name, "-o", path.name)


def through_msgattrib(path: Path) -> None:
    gettext("msgattrib", path, path.name, "-o", path.name)


def through_msgmerge(path: Path) -> None:
    messages = tuple(
        replace(e, msgstr="", flags=(), previous=None, comments=()) for e in ENTRIES if not e.obsolete
    )
    template = Catalog(header=layout.template_header("news/a", "2026-01-01 10:00+0000"), entries=messages)
    path.with_name("a.pot").write_text(po.render(template))
    gettext("msgmerge", path, "--previous", "--quiet", "--update", "--backup=none", path.name, "a.pot")


def through_msgfmt(path: Path) -> None:
    gettext("msgfmt", path, "-c", path.name, "-o", "a.mo")


def through_polib(path: Path) -> None:
    polib.pofile(str(path), encoding="utf-8").save()


def through_babel(path: Path) -> None:
    catalog = pofile.read_po(io.BytesIO(path.read_bytes()))
    with path.open("wb") as file:
        pofile.write_po(file, catalog)


def through_pypo(path: Path) -> None:
    if not TOOLKIT.exists():
        pytest.skip("needs `python -m benchmarks catalogs`, which installs translate-toolkit")
    done = subprocess.run([str(TOOLKIT), "-c", PYPO, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


TOOLS = (
    through_msgcat,
    through_msgattrib,
    through_msgmerge,
    through_msgfmt,
    through_polib,
    through_babel,
    through_pypo,
)
Told = tuple[str | None, str, str, bool, State]


def told(path: Path) -> set[Told]:
    """Texts and states, as we read them."""
    known = po.read(path, path.name)
    assert known is not None
    return {(e.context, e.msgid, e.msgstr, e.obsolete, e.state) for e in known.catalog.entries}


def expected(tool: Callable[[Path], None]) -> set[Told]:
    """Babel turns the previous text of a stale message into a note, and drops the flags of obsolete ones."""
    wanted = {(e.context, e.msgid, e.msgstr, e.obsolete, e.state) for e in ENTRIES}
    if tool is not through_babel:
        return wanted
    known = {True: State.REVIEWED, False: State.DRAFT}
    return {
        (*item[:4], known[item[3]] if item[4] in (State.DRAFT, State.STALE) else item[4]) for item in wanted
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.po"
    path.write_text(po.render(CATALOG), encoding="utf-8")
    return path


@pytest.mark.parametrize("tool", TOOLS)
def test_texts_and_states_come_back(path, tool):
    tool(path)
    assert told(path) == expected(tool)


@pytest.mark.parametrize("tool", TOOLS)
def test_what_a_tool_has_written_is_kept_but_for_one_entry(path, tool):
    tool(path)
    before = path.read_text(encoding="utf-8")
    known = po.read(path, "a.po")
    assert known is not None
    assert po.render(known.catalog, known) == before
    number = [entry.msgid for entry in known.catalog.entries].index("Not yet")
    entries = list(known.catalog.entries)
    entries[number] = replace(entries[number], msgstr="Agora")
    after = po.render(replace(known.catalog, entries=tuple(entries)), known)
    old, new = before.split("\n"), after.split("\n")
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [('msgstr ""', 'msgstr "Agora"')]


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool is not through_msgmerge])
@pytest.mark.parametrize("name", STYLES)
def test_files_of_other_tools_with_an_entry_of_ours_go_through_all_tools(tmp_path, name, tool):
    if tool is through_babel and name == "omegat":
        pytest.skip("Babel fails on the empty POT-Creation-Date that OmegaT writes")
    path = tmp_path / "a.po"
    path.write_text(style(name), encoding="utf-8")
    known = po.read(path, "a.po")
    assert known is not None
    new = Entry(msgid=LONG, msgstr=f"{LONG} Novo.", comments=("nota",), references=("a.md:1",))
    entries = (*known.catalog.entries, new)
    path.write_text(po.render(replace(known.catalog, entries=entries), known), encoding="utf-8")
    before = {item[:4] for item in told(path)}
    tool(path)
    assert {item[:4] for item in told(path)} == before


@pytest.mark.parametrize("name", ["poedit", "weblate", "lokalize"])
def test_what_we_add_is_wrapped_as_gnu_tools_wrap(tmp_path, name):
    path = tmp_path / "a.po"
    path.write_bytes((GOLDEN / "po" / f"{name}.po").read_bytes())
    through_msgcat(path)
    known = po.read(path, "a.po")
    assert known is not None
    new = Entry(msgid=LONG, msgstr=f"{LONG} — {LONG}", comments=("nota",), references=("a.md:1", "b.md:2"))
    live = [entry for entry in known.catalog.entries if not entry.obsolete]
    old = [entry for entry in known.catalog.entries if entry.obsolete]
    ours = po.render(replace(known.catalog, entries=(*live, new, *old)), known)
    path.write_text(ours, encoding="utf-8")
    through_msgcat(path)
    assert path.read_text(encoding="utf-8") == ours
