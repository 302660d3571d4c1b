"""A text that is only written differently keeps its translation and its state."""

from dataclasses import replace
from pathlib import Path

import pytest
from processes import called, catalog, make_project, reviewed

from l10n import registry
from l10n.catalog import layout, po
from l10n.model.draft import Draft
from l10n.model.entry import Entry, State
from l10n.settings import FormatSettings
from l10n.stages.edited import edited
from l10n.stages.extract import messages
from l10n.stages.matching import Kind
from l10n.stages.merge import Merge, merge
from l10n.stages.record import Record, record, recorded
from l10n.stages.rewritten import by_form, readings
from l10n.text.rules import VERSION


def merged(article: str, *old: Entry, name: str = "markdown") -> Merge:
    fmt = registry.format_named(name)
    document = fmt.parse(article, FormatSettings())
    return merge(messages(document, "a"), old, [by_form(readings([(document, fmt)])), edited])


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
        ('It\'s "high" tide', "It’s “high” tide"),
        ("«High tide»", "“High tide”"),
        ("Wait... and see", "Wait… and see"),
        ("Low tide - high tide", "Low tide — high tide"),
        ("Low tide--high tide", "Low tide – high tide"),
        ("From 10-20 metres", "From 10–20 metres"),
        ('A *high-tide... mark* "here"', "A *high‑tide… mark* “here”"),
        ("Tide\u00adtable", "Tidetable"),
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
        ("The tide is hihg", "The tide is high"),
        ("A well-known tide", "A well—known tide"),
        ("At -3 degrees it is", "At 3 degrees it is"),
        ("![Low tide](/u.png) ahead", "![High tide](/u.png) ahead"),
        ('The [tide](/u "Low") is high', 'The [tide](/u "High") is high'),
        ('The <img alt="low" src="/u.png"> tide', 'The <img alt="high" src="/u.png"> tide'),
        ("The [tide][u] is high", "The [tide][v] is high"),
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


# --- links that lead elsewhere ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "msgstr", "expected"),
    [
        ("The [tide](/u) is high", "The [tide](/v) is high", "A [maré](/u) subiu", "A [maré](/v) subiu"),
        ("[One](/u), [two](/v)", "[One](/v), [two](/u)", "[Dois](/v), [um](/u)", "[Dois](/u), [um](/v)"),
        ("[One](/u), [two](/u)", "[One](/v), [two](/v)", "[Um](/u), [dois](/u)", "[Um](/v), [dois](/v)"),
        ("[A](/u), [b](/u/x)", "[A](/w), [b](/u/x)", "[Á](/u), [bê](/u/x)", "[Á](/w), [bê](/u/x)"),
        ("![Tide](/u.png) now", "![Tide](/v.png) now", "![Maré](/u.png) já", "![Maré](/v.png) já"),
        ('[Tide](/u "Now") on', '[Tide](/v "Now") on', '[Maré](/u "Já") sobe', '[Maré](/v "Já") sobe'),
        ('<a href="/u">On</a> it', '<a href="/v">On</a> it', '<a href="/u">Em</a>', '<a href="/v">Em</a>'),
        ("See https://a.org/u.", "See https://a.org/v.", "Ver https://a.org/u.", "Ver https://a.org/v."),
        ("See <https://a.org/u>", "See <https://a.org/v>", "Ver <https://a.org/u>", "Ver <https://a.org/v>"),
        ('It\'s [a](/u) "tide"', "It’s [a](/v) “tide”", "É [uma](/u) maré", "É [uma](/v) maré"),
    ],
)  # fmt: skip
def test_the_translation_of_a_link_that_leads_elsewhere_does_too(old, new, msgstr, expected):
    result = merged(f"{new}\n", Entry(msgid=old, msgstr=msgstr, comments=("nota",)))
    (entry,) = result.entries
    assert (entry.msgstr, entry.comments, entry.state) == (expected, ("nota",), State.REVIEWED)
    assert result.counts() == {Kind.REWRITTEN: 1}


@pytest.mark.parametrize(
    ("old", "new", "msgstr"),
    [
        ("The [tide](/u) is high", "The [tide](/v) is high", "A [maré](/pt/u) está alta"),
        ("The [tide](/u) is high", "The [tide](/v) is high", "A [maré](/u) está [alta](/u)"),
        ("[One](/u), [two](/u)", "[One](/v), [two](/u)", "[Um](/u), [dois](/u)"),
        ("[One](/u), [two](/u)", "[One](/v), [two](/w)", "[Um](/u), [dois](/u)"),
        ("The [tide](/u) is high", "The [tide](/a b) is high", "A [maré](/u) está alta"),
        ("Run `tide /u` at [it](/u)", "Run `tide /v` at [it](/v)", "Rode `tide /u` em [x](/u)"),
    ],
)
def test_where_targets_cannot_be_exchanged_the_translation_is_stale(old, new, msgstr):
    result = merged(f"{new}\n", Entry(msgid=old, msgstr=msgstr))
    (entry,) = result.entries
    assert (entry.msgstr, entry.state, entry.previous) == (msgstr, State.STALE, (None, old))


def test_a_draft_whose_link_leads_elsewhere_stays_a_draft():
    old = Entry(msgid="The [tide](/u)", msgstr="A [maré](/u)", flags=("fuzzy",))
    (entry,) = merged("The [tide](/v)\n", old).entries
    assert (entry.msgstr, entry.state) == ("A [maré](/v)", State.DRAFT)


def test_a_draft_whose_link_leads_elsewhere_is_still_the_machines():
    made = recorded(("nota",), Draft(text="A [maré](/u)", risk=0.4, notes=("name",)), "pseudo 1")
    old = Entry(msgid="The [tide](/u)", msgstr="A [maré](/u)", flags=("fuzzy",), comments=made)
    (entry,) = merged("The [tide](/v)\n", old).entries
    assert entry.comments[0] == "nota"
    assert record(entry) == Record(signature="pseudo 1", risk=0.4, notes=("name",))


@pytest.mark.parametrize("change", [{"flags": ()}, {"msgstr": "Uma [maré](/u)"}], ids=str)
def test_what_a_person_has_read_or_changed_is_not_the_machines_in_another_link(change):
    made = recorded((), Draft(text="A [maré](/u)", risk=0.4), "pseudo 1")
    old = Entry(msgid="The [tide](/u)", msgstr="A [maré](/u)", flags=("fuzzy",), comments=made)
    result = merged("The [tide](/v)\n", replace(old, **change))
    (entry,) = result.entries
    assert (result.counts(), record(entry), entry.comments) == ({Kind.REWRITTEN: 1}, None, made)


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
