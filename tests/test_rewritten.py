"""A text that is only written differently keeps its translation and its state."""

from dataclasses import replace
from pathlib import Path

import pytest
from processes import called, catalog, make_project, reviewed

from l10n import registry
from l10n.catalog import layout, po
from l10n.model.entry import Entry, State
from l10n.settings import FormatSettings
from l10n.stages.extract import messages
from l10n.stages.edited import edited
from l10n.stages.matching import Kind
from l10n.stages.merge import Merge, merge
from l10n.stages.rewritten import by_form
from l10n.text.rules import VERSION


def merged(article: str, *old: Entry, name: str = "markdown") -> Merge:
    fmt = registry.format_named(name)
    document = fmt.parse(article, FormatSettings())
    return merge(messages(document, "a"), old, [by_form(document, fmt), edited])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tide  and time", "Tide and time"),
        ("Tide\nand time", "Tide and time"),
        ("Tide\u00a0and time", "Tide and time"),
        ("Tide \\& time\\!", "Tide & time!"),
        ("Tide &amp; time", "Tide & time"),
        ("The _tide_ is __high__", "The *tide* is **high**"),
        ("The [tide](</u>) is high", "The [tide](/u) is high"),
    ],
)
def test_another_way_to_write_the_same_text(old, new):
    before = Entry(msgid=old, msgstr="tradução", comments=("nota",))
    result = merged(f"{new}\n", before)
    (entry,) = result.entries
    assert (entry.msgid, entry.msgstr, entry.comments) == (new, "tradução", ("nota",))
    assert (entry.state, entry.previous) == (State.REVIEWED, None)
    assert result.counts() == {Kind.REWRITTEN: 1}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The *tide* is high", "The tide is high"),
        ("The *tide* is high", "The **tide** is high"),
        ("The *tide* is high", "The tide is *high*"),
        ("The [tide](/u) is high", "The [tide](/v) is high"),
        ("Run `tide -h` now", "Run `tide -v` now"),
        ("The tide is high", "The Tide is high"),
        ("Low tide ahead", "Lowtide ahead"),
    ],
)
def test_another_text_is_stale(old, new):
    result = merged(f"{new}\n", Entry(msgid=old, msgstr="tradução"))
    assert [entry.state for entry in result.entries if not entry.obsolete] == [State.STALE]
    assert result.counts() == {Kind.CHANGED: 1}


def test_attributes_that_a_msgid_no_longer_shows():
    old = Entry(msgid='See <a class="btn" href="/x" rel="nofollow">the tables</a>.', msgstr="Veja.")
    result = merged('<p>See <a class="btn" href="/x">the tables</a>.</p>', old, name="html")
    assert [(e.msgid, e.state) for e in result.entries] == [
        ('See <a href="/x">the tables</a>.', State.REVIEWED)
    ]


def test_drafts_and_stale_texts_stay_what_they_are():
    for old in (
        Entry(msgid="The _tide_", msgstr="A maré", flags=("fuzzy",)),
        Entry(msgid="The _tide_", msgstr="A maré", flags=("fuzzy",), previous=(None, "The ebb")),
    ):
        (entry,) = merged("The *tide*\n", old).entries
        assert entry == replace(old, msgid="The *tide*", extracted=("paragraph",), references=("a:1",))


def test_an_obsolete_translation_comes_back_too_but_a_live_one_is_better():
    obsolete = Entry(msgid="The _tide_", msgstr="velha", obsolete=True)
    result = merged("The *tide*\n", obsolete)
    assert [(e.msgstr, e.obsolete) for e in result.entries] == [("velha", False)]
    result = merged("The *tide*\n", obsolete, Entry(msgid="The *tide*  ", msgstr="nova"))
    assert [(e.msgstr, e.obsolete) for e in result.entries] == [("nova", False), ("velha", True)]


def test_a_translation_serves_one_message():
    result = merged(
        "The *tide*\n\n> The **tide**\n\n# The _tide_\n", Entry(msgid="The  *tide*", msgstr="A maré")
    )
    assert [(e.msgid, e.msgstr, e.fuzzy) for e in result.entries] == [
        ("The *tide*", "A maré", False), ("The **tide**", "", False), ("The _tide_", "", False),
    ]  # fmt: skip


def test_other_contexts_are_other_messages():
    result = merged("The *tide*\n", Entry(msgid="The _tide_", msgstr="A maré", context="ebb"))
    assert Kind.REWRITTEN not in result.counts()


# --- the version in the header ------------------------------------------------------------------------------


def with_rules(path: Path, version: str | None) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if layout.RULES in line)
    lines[at : at + 1] = [f'"{layout.RULES}: {version}\\n"'] if version else []
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "site", {"a.md": "The *tide* is high.\n\nTwo.\n"})
    called("update", cwd=root)
    reviewed(catalog(root), {"The *tide* is high.": "A *maré* está alta.", "Two.": "Dois."})
    return root


def header(path: Path) -> dict[str, str]:
    known = po.read(path, path.name)
    assert known
    return dict(known.catalog.header)


def test_templates_and_catalogs_say_which_rules_they_follow(root):
    assert header(catalog(root))[layout.RULES] == str(VERSION)
    assert header(root / "locales/templates/a.pot")[layout.RULES] == str(VERSION)


def test_a_catalog_of_older_rules_is_brought_up_to_date(root):
    path = catalog(root)
    with_rules(path, None)
    path.write_text(path.read_text().replace("The *tide* is", "The _tide_ is"))
    ran = called("update", cwd=root)
    assert f"rules 1 → {VERSION}, 1 rewritten" in ran.out
    assert header(path)[layout.RULES] == str(VERSION)
    assert 'msgid "The *tide* is high."\nmsgstr "A *maré* está alta."' in path.read_text()
    assert "fuzzy" not in path.read_text()
    assert "0 written, 1 unchanged" in called("update", cwd=root).out


def test_a_catalog_of_newer_rules_is_left_alone(root):
    path = catalog(root)
    with_rules(path, str(VERSION + 1))
    before = path.read_bytes()
    ran = called("update", cwd=root)
    assert ran.code == 2
    assert ran.err == (
        f"l10n: locales/pt_BR/LC_MESSAGES/a.po: made by rules {VERSION + 1} of a newer l10n,"
        f" this one knows rules {VERSION}; upgrade l10n\n"
    )
    assert path.read_bytes() == before
