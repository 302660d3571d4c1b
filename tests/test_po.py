"""PO files: nothing that is read is lost, what did not change keeps its bytes, what is broken is named."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import GOLDEN
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.catalog import layout, po, thorough
from l10n.catalog.parse import parse
from l10n.errors import CatalogError
from l10n.model.entry import Catalog, Entry, State

STYLES = ["poedit", "gnu", "omegat", "weblate", "lokalize", "l10n"]
NAME = "locales/pt_BR/LC_MESSAGES/a.po"
HEADER = layout.catalog_header("news/a", "2026-01-01 10:00+0000", "pt_BR")
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def style(name: str) -> str:
    return (GOLDEN / "po" / f"{name}.po").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("po")


def read(folder: Path, text: str | bytes) -> po.PoFile:
    path = folder / "a.po"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    found = po.read(path, NAME)
    assert found is not None
    return found


def changed(known: po.PoFile, number: int, **values: object) -> str:
    """The file where one entry has other values."""
    entries = list(known.catalog.entries)
    entries[number] = replace(entries[number], **values)
    return po.render(replace(known.catalog, entries=tuple(entries)), known)


# --- files of other tools -----------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", STYLES)
def test_a_file_that_did_not_change_keeps_its_bytes(folder, name, newline):
    text = style(name).replace("\n", newline)
    known = read(folder, text)
    assert po.render(known.catalog, known) == text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", STYLES)
def test_changing_an_entry_changes_its_lines_alone(folder, name, newline):
    text = style(name).replace("\n", newline)
    known = read(folder, text)
    before = text.split(newline * 2)
    for number, entry in enumerate(known.catalog.entries):
        if not entry.plural:
            after = changed(known, number, msgstr="Novo").split(newline * 2)
            differing = [at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
            assert differing == [number + 1]


@pytest.mark.parametrize("name", STYLES)
def test_new_comments_keep_the_wrapped_texts(folder, name):
    text = style(name)
    known = read(folder, text)
    for number, entry in enumerate(known.catalog.entries):
        if not entry.obsolete:
            after = changed(known, number, references=("new.md:1",))
            body = text.split("\n\n")[number + 1].rstrip("\n")
            lines = [line for line in body.split("\n") if not line.startswith("#")]
            assert "\n".join(["#: new.md:1"]) in after
            assert "\n".join(lines) in after


@pytest.mark.parametrize("name", STYLES)
def test_a_new_header_keeps_the_entries(folder, name):
    text = style(name)
    known = read(folder, text)
    header = layout.with_field(known.catalog.header, layout.CREATED, "2027-01-01 10:00+0000")
    built = po.render(replace(known.catalog, header=header), known)
    assert built.partition("\n\n")[2] == text.partition("\n\n")[2]
    assert '"POT-Creation-Date: 2027-01-01 10:00+0000\\n"' in built
    assert read(folder, built).catalog.header == header


@pytest.mark.parametrize("name", STYLES)
def test_an_entry_that_is_added_or_taken_away_leaves_the_others(folder, name):
    text = style(name)
    known = read(folder, text)
    entries = known.catalog.entries
    grown = po.render(replace(known.catalog, entries=(*entries, Entry(msgid="New", msgstr="Novo"))), known)
    assert grown == text + '\nmsgid "New"\nmsgstr "Novo"\n'
    shorter = po.render(replace(known.catalog, entries=entries[1:]), known)
    assert shorter.split("\n\n") == [part for at, part in enumerate(text.split("\n\n")) if at != 1]


def test_what_poedit_writes_is_understood(folder):
    first, second, third, fourth, fifth, gone, noun = read(folder, style("poedit")).catalog.entries
    assert (first.msgstr, first.state) == ("Tempestade ameaça a orla", State.REVIEWED)
    assert second.state is State.STALE
    assert second.comments == ("Falta confirmar o nome da rua.",)
    assert second.references == ("corpus/news/harbour-flood.md:3", "corpus/news/harbour-flood.md:9")
    assert second.previous == (
        None,
        "Residents were told to leave Quay Street, Chandler's Row and Lower Fish Street.",
    )
    assert second.msgstr.endswith("a Chandler's Row e a Lower Fish Street.")
    assert third.key == ("verb", "Leave")
    assert fourth.msgid == "First line\nsecond line\n"
    assert fifth.state is State.UNTRANSLATED
    assert gone.obsolete
    assert (noun.context, noun.obsolete) == ("noun", True)


def test_what_gnu_tools_write_is_understood(folder):
    known = read(folder, style("gnu")).catalog
    plural, new, _, old, boats = known.entries
    assert [keyword for keyword, _ in plural.plural] == ["msgid_plural", "msgstr[0]", "msgstr[1]"]
    assert boats.plural
    assert boats.obsolete
    assert new.comments == (" indented comment",)
    assert new.extracted == ("extracted", "on two lines")
    assert new.flags == ("fuzzy", "no-wrap")
    assert new.previous == ("old", 'An old "quoted" message')
    assert new.msgid.startswith('A "quoted" message, with a tab\t, a backslash \\ and')
    assert old.fuzzy
    assert dict(known.header)["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


def test_references_to_names_with_spaces_beside_plural_forms(folder):
    assert read(folder, style("gnu")).catalog.entries[1].references == ("a.md:2", "\u2068a b.md\u2069:3")


def test_the_previous_message_of_an_obsolete_entry_beside_plural_forms(folder):
    assert read(folder, style("gnu")).catalog.entries[3].previous == (None, "Older")


def test_our_own_files_are_understood(folder):
    _, draft, broken, old = read(folder, style("l10n")).catalog.entries
    assert draft.comments == ("l10n: drafted by argos en→pt 1.0",)
    assert broken.references == ("\u2068corpus/old news.md\u2069:4",)
    assert old.previous == (None, "Older")


def test_a_byte_order_mark_is_no_part_of_the_catalog(folder):
    known = read(folder, "\ufeff" + style("poedit"))
    assert known.catalog == read(folder, style("poedit")).catalog
    assert po.render(known.catalog, known) == "\ufeff" + style("poedit")
    assert changed(known, 0, msgstr="Novo").startswith("\ufeff# Portuguese")


@pytest.mark.parametrize("end", ["", "\n\n", "\n \n", "\n\n\n# Fim."])
@pytest.mark.parametrize("name", STYLES)
def test_the_end_of_a_file_stays(folder, name, end):
    text = style(name).rstrip("\n") + end
    known = read(folder, text)
    assert po.render(known.catalog, known) == text
    assert changed(known, 0, references=("new.md:1",)).endswith(text[-40:])
    grown = po.render(replace(known.catalog, entries=(*known.catalog.entries, Entry(msgid="New"))), known)
    assert grown == f'{style(name)}\nmsgid "New"\nmsgstr ""\n{end.removeprefix(chr(10))}'


def with_comment(comment: str) -> str:
    return f'{HEAD}{comment}\nmsgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    "comment",
    [
        *("#,fuzzy", "#, fuzzy,no-wrap", "#, range: 0..9, my-flag", "#:a.md:1", "## two", "#", "# ", "#\tx"),
        *(
            "#:",
            "#,",
            "#= sticky",
            "#no space",
            "#.extracted",
            "#! anything",
            "#~ # old note",
            "#~",
            "  # in",
        ),
        *(
            '#| msgid "y"\n#| msgid_plural "z"',
            "#| nonsense",
            "# a\n\n# b\n",
            'domain "messages"',
            "#-#-#-# x",
        ),
    ],
)
def test_comments_that_are_written_in_other_ways_are_kept(folder, comment):
    text = with_comment(comment) + '\nmsgid "c"\nmsgstr "d"\n'
    known = read(folder, text)
    assert po.render(known.catalog, known) == text
    assert changed(known, 1, msgstr="e") == text.replace('"d"', '"e"')
    assert changed(known, 0, msgstr="e") == text.replace('"b"', '"e"')
    noted = changed(known, 0, comments=(*known.catalog.entries[0].comments, "new"))
    assert [line for line in noted.split("\n") if line != "# new"] == text.split("\n")


ODD = [
    'msgid"a"msgstr"b"\nmsgid "c" msgstr "d"',
    '  msgid "a"\n\t"b"\n  msgstr "c"',
    'msgid "a" "b"\nmsgstr ""\n\n"b"\n"c" "d"',
    'msgid "a"   \nmsgstr "b"\t\n\t\n\n \nmsgid "c"\nmsgstr "d"',
    'msgid "a\\x41\\101\\a"\nmsgstr "\\q"',
    'msgctxt ""\nmsgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"',
    'msgid "a"\nmsgid_plural "b"\nmsgstr [ 0 ] "c"\nmsgstr[1]\n"d"',
    '#~msgid "a"\n#~ \n#~   msgstr ""\n#~ "b"\n#~ msgid "c"\n#~ msgid_plural "d"\n#~ msgstr[0] "e"',
    'msgid "a"\n# inside\nmsgstr "b"',
    '#~| msgid "old"\n#~ msgid "a"\n#~ msgstr "b"\n\n#~| msgid "stray"',
    'msgid "a"\r\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\r\n',
    'msgid "a"\nmsgstr "b"\n\ndomain "other"\n\nmsgid ""\nmsgstr "x"\n\nmsgid "a"\nmsgstr "b"\n',
]
"""Files as nobody writes them, and as PO allows them."""


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("head", [HEAD, "", "\n\n" + HEAD, HEAD.replace("\n", "\r\n")])
def test_odd_files_keep_their_bytes(folder, head, text):
    known = read(folder, head + text)
    assert po.render(known.catalog, known) == head + text
    grown = po.render(replace(known.catalog, entries=(*known.catalog.entries, Entry(msgid="New"))), known)
    again = read(folder, grown)
    assert again.catalog.entries == (*known.catalog.entries, Entry(msgid="New"))
    assert (
        po.render(replace(again.catalog, entries=known.catalog.entries), again).split()
        == (head + text).split()
    )


@pytest.mark.parametrize("text", ODD)
def test_a_changed_entry_of_an_odd_file_reads_as_what_was_meant(folder, text):
    known = read(folder, HEAD + text)
    for number, entry in enumerate(known.catalog.entries):
        for values in ({"msgstr": "é\nf"}, {"obsolete": not entry.obsolete}, {"comments": ("new",)}):
            if not entry.plural or "msgstr" not in values:
                entries = list(known.catalog.entries)
                entries[number] = replace(entry, **values)
                assert read(folder, changed(known, number, **values)).catalog.entries == tuple(entries)


def test_entries_of_another_domain_are_kept_and_are_none_of_ours(folder):
    text = HEAD + ODD[-1]
    known = read(folder, text)
    assert [entry.msgid for entry in known.catalog.entries] == ["a"]
    assert changed(known, 0, msgstr="new") == text.replace('"b"', '"new"', 1)


def test_a_header_in_the_middle_stays_there(folder):
    text = f'msgid "a"\nmsgstr "b"\n\n{HEAD}msgid "c"\nmsgstr "d"\n'
    known = read(folder, text)
    assert changed(known, 1, msgstr="new") == text.replace('"d"', '"new"')
    assert known.catalog.header == (("Content-Type", "text/plain; charset=UTF-8"),)


@pytest.mark.parametrize("name", STYLES)
def test_fields_of_other_tools_keep_their_lines(folder, name):
    text = style(name)
    known = read(folder, text)
    header = layout.with_field(known.catalog.header, layout.CREATED, "2027-01-01 10:00+0000")
    header = layout.with_field(header, layout.RULES, "2")
    built = po.render(replace(known.catalog, header=header), known)
    old, new = text.split("\n"), built.split("\n")
    added = '"X-L10n-Rules: 2\\n"'
    assert [line for line in old if "POT-Creation" not in line] == [
        line for line in new if "POT-Creation" not in line and line != added
    ]


# --- the style of a file ------------------------------------------------------------------------------------

LONG = (
    "One word after another, and all of them together are much longer than a line of any file can be — ainda."
)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "poedit",
            [
                'msgstr ""',
                '"One word after another, and all of them together are much longer than a line "',
                '"of any file can be — ainda."',
            ],
        ),
        ("gnu", [f'msgstr "{LONG}"']),
        ("omegat", [f'msgstr "{LONG}"']),
    ],
)
def test_new_texts_are_wrapped_as_the_others_are(folder, name, lines):
    known = read(folder, style(name))
    number = next(at for at, entry in enumerate(known.catalog.entries) if not entry.plural)
    assert "\n".join(lines) in changed(known, number, msgstr=LONG)
    unwrapped = changed(known, number, msgstr=LONG, flags=("no-wrap",))
    assert f'msgstr "{LONG}"\n' in unwrapped


def test_new_lines_end_as_the_others_do(folder):
    known = read(folder, style("poedit").replace("\n", "\r\n"))
    new = Entry(msgid="New", msgstr=LONG, comments=("note",), previous=(None, "was"), flags=("fuzzy",))
    built = po.render(replace(known.catalog, entries=(new, *known.catalog.entries)), known)
    assert built.count("\n") == built.count("\r\n")
    assert read(folder, built).catalog.entries[0] == new


def test_comments_of_a_new_entry_stand_as_in_the_others(folder):
    entry = '#: a.md:1 b.md:2\n#. kind\n#, fuzzy\n# note\nmsgid "a"\nmsgstr "b"\n'
    known = read(folder, HEAD + entry)
    new = replace(known.catalog.entries[0], msgid="New", previous=(None, "old"))
    built = po.render(replace(known.catalog, entries=(*known.catalog.entries, new)), known)
    assert built == f"{HEAD}{entry}\n{entry.replace(chr(34) + 'a', chr(34) + 'New')}".replace(
        '#, fuzzy\n# note\nmsgid "New"', '#, fuzzy\n# note\n#| msgid "old"\nmsgid "New"'
    )


def test_files_without_blank_lines_get_none(folder):
    text = 'msgid ""\nmsgstr ""\n' + "".join(f'msgid "{n}"\nmsgstr "{n}"\n' for n in range(3))
    known = read(folder, text)
    built = po.render(replace(known.catalog, entries=(*known.catalog.entries, Entry(msgid="New"))), known)
    assert built == text + 'msgid "New"\nmsgstr ""\n'


def test_a_message_that_goes_or_comes_back_keeps_its_lines(folder):
    known = read(folder, style("poedit"))
    entry = known.catalog.entries[1]
    gone = changed(known, 1, obsolete=True)
    lines = [line for line in style("poedit").split("\n\n")[2].split("\n") if not line.startswith("#")]
    assert "\n".join(f"#~ {line}" for line in lines) in gone
    assert '#~| msgid "Residents were told to leave Quay Street' in gone
    again = read(folder, gone)
    assert again.catalog.entries[1] == replace(entry, obsolete=True)
    assert changed(again, 1, obsolete=False) == style("poedit")


def test_a_translation_of_an_edited_source_keeps_its_lines(folder):
    known = read(folder, style("poedit"))
    after = changed(known, 1, msgid="Another source.").split("\n")
    before = style("poedit").split("\n")
    assert [line for line in before if line not in after] == [
        '"Residents were told on Monday to leave Quay Street, Chandler\'s Row and Lower "',
        '"Fish Street."',
    ]


def test_a_comment_at_the_end_is_kept(folder):
    text = style("poedit") + "\n# Falta a segunda parte.\n"
    known = read(folder, text)
    assert "# Falta a segunda parte." in changed(known, 0, msgstr="Novo")


def test_blank_lines_between_entries_stay(folder):
    text = style("poedit").replace("\n\n#. list item", "\n\n\n#. list item")
    known = read(folder, text)
    assert po.render(known.catalog, known) == text


@pytest.mark.parametrize("line", ["# a\u2028b", "#. a\u2028b", '#| msgid "a\u2028b"', 'msgctxt "a\u2028b"'])
def test_separators_of_unicode_beside_plural_forms(folder, line):
    text = with_comment(line) + '\nmsgid "x"\nmsgid_plural "y"\nmsgstr[0] "z"\n'
    assert line in changed(read(folder, text), 0, msgstr="c")


# --- round trips --------------------------------------------------------------------------------------------

STRINGS = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "word",
                " ",
                "\n",
                "\n\n",
                "\t",
                "\r",
                "\r\n",
                '"',
                "\\",
                "\\n",
                '\\"',
                "\\t",
                "\\\\n",
                "\\x41",
                "'",
            ),
            *(
                "\v",
                "\f",
                "\b",
                "\x00",
                "\x07",
                "\x1b",
                "\x1c",
                "\x1e",
                "\x7f",
                "\x85",
                "\u2028",
                "\u2029",
                "\ufeff",
            ),
            *(
                "é",
                "😀",
                "日本",
                "#",
                "#~ ",
                "#, fuzzy",
                "msgid ",
                'msgid "a"',
                "%s",
                "|",
                "~",
                "\u00a0",
                '"\n"',
            ),
        ]
    ),
    max_size=6,
).map("".join)
COMMENTS = st.lists(
    st.sampled_from(["a note", " indented", "l10n: drafted by x", "é # ~ |", '"quoted"', "", "a\u2028b"]),
    max_size=2,
)
KEYS = st.tuples(st.none() | STRINGS, STRINGS.filter(bool))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    context, msgid = draw(KEYS)
    obsolete = draw(st.booleans())
    return Entry(
        msgid=msgid,
        context=context,
        msgstr=draw(STRINGS),
        comments=tuple(draw(COMMENTS)),
        extracted=() if obsolete else tuple(line for line in draw(COMMENTS) if line.strip() == line),
        references=()
        if obsolete
        else tuple(draw(st.lists(st.sampled_from(["a.md:1", "\u2068a b.md\u2069:2", "c"]), max_size=2))),
        flags=tuple(draw(st.lists(st.sampled_from(["fuzzy", "no-wrap", "c-format"]), unique=True))),
        previous=draw(st.none() | KEYS),
        obsolete=obsolete,
    )


CATALOGS = st.lists(entries(), max_size=4, unique_by=lambda entry: (entry.obsolete, entry.key)).map(tuple)


@settings(max_examples=100)
@given(CATALOGS)
def test_what_is_written_is_read_back(folder, items):
    text = po.render(Catalog(header=HEADER, entries=items))
    known = read(folder, text)
    assert known.catalog == Catalog(header=HEADER, entries=items)
    assert po.render(known.catalog, known) == text


@settings(max_examples=60)
@given(CATALOGS, CATALOGS)
def test_a_file_that_is_changed_reads_as_what_was_meant(folder, before, after):
    known = read(folder, po.render(Catalog(header=HEADER, entries=before)))
    meant = Catalog(header=HEADER, entries=after)
    assert read(folder, po.render(meant, known)).catalog == meant


@settings(max_examples=60)
@given(CATALOGS)
def test_both_ways_of_reading_agree(folder, items):
    text = po.render(Catalog(header=HEADER, entries=items))
    fast = parse(text, NAME)[0]
    at, slow = 0, []
    while chunk := thorough.read(text, at, NAME):
        slow.append(chunk)
        at += len(chunk.lead) + len(chunk.body)
    assert fast == slow


@given(st.text(alphabet=st.sampled_from('msgidtrx "\\n#~|,:.\n[0]é'), max_size=60))
@example('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n# end')
@example('#~ msgid "a"\n#~ msgstr "b"\n#~ msgid "c"\n#~ msgstr "d"')
def test_any_text_is_read_or_refused(folder, text):
    try:
        known = read(folder, text)
    except CatalogError:
        return
    assert po.render(known.catalog, known) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("plain", ['msgstr "plain"']),
        ("", ['msgstr ""']),
        ("one\ntwo", ['msgstr ""', '"one\\n"', '"two"']),
        ("one\n", ['msgstr "one\\n"']),
        ('"quoted" \\ \t', ['msgstr "\\"quoted\\" \\\\ \\t"']),
        ("x" * 300, [f'msgstr "{"x" * 300}"']),
    ],
)
def test_new_entries_are_not_wrapped(text, lines):
    assert po.render(Catalog(entries=(Entry(msgid="a", msgstr=text),))).endswith(
        "\n".join(['msgid "a"', *lines, ""])
    )


def test_comments_stand_in_the_order_of_gnu_tools():
    entry = Entry(
        msgid="a",
        msgstr="b",
        context="c",
        comments=("note",),
        extracted=("paragraph",),
        references=("a.md:1", "a.md:9"),
        flags=("fuzzy",),
        previous=(None, "old"),
    )
    assert po.render(Catalog(entries=(entry,))).partition("\n\n")[2] == (
        "# note\n#. paragraph\n#: a.md:1\n#: a.md:9\n#, fuzzy\n"
        '#| msgid "old"\nmsgctxt "c"\nmsgid "a"\nmsgstr "b"\n'
    )


def test_obsolete_entries_are_marked_on_every_line():
    entry = Entry(msgid="a\nb", msgstr="c", context="d", previous=("e", "f"), flags=("fuzzy",), obsolete=True)
    assert po.render(Catalog(entries=(entry,))).partition("\n\n")[2] == (
        '#, fuzzy\n#~| msgctxt "e"\n#~| msgid "f"\n'
        '#~ msgctxt "d"\n#~ msgid ""\n#~ "a\\n"\n#~ "b"\n#~ msgstr "c"\n'
    )


# --- errors -------------------------------------------------------------------------------------------------


def refused(folder: Path, text: str | bytes) -> CatalogError:
    with pytest.raises(CatalogError) as caught:
        read(folder, text)
    assert caught.value.hint
    return caught.value


def test_no_file_is_none(folder):
    assert po.read(folder / "missing.po", NAME) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{HEAD}nonsense\n", 5),
        (f'{HEAD}msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 5),
        (f'{HEAD}msgid "a\nmsgstr "b"\n', 5),
        (f'{HEAD}msgid "a"\nmsgstr "b\n', 6),
        (f'{HEAD}msgid "a"\nmsgstr b"\n', 6),
        (f'{HEAD}msgid "a"\nmsgstr b\n', 6),
        (f'{HEAD}msgid "a" b\nmsgstr ""\n', 5),
        (f'{HEAD}msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 7),
        (f'{HEAD}msgid "a"\nmsgstr ""\n"b\n', 7),
        (f'{HEAD}domain x\nmsgid "a"\nmsgstr "b"\n', 5),
        (f'{HEAD}# b\n"a"\n', 6),
        (f'{HEAD}msgstr "a"\n', 5),
        (f'{HEAD}msgctxt "a"\nmsgstr "a"\n', 6),
        (f'{HEAD}msgctxt "a"\n', 5),
        (f'{HEAD}msgid\nmsgstr "a"\n', 5),
        (f'{HEAD}msgid "a"\nmsgstr\n', 6),
        (f'{HEAD}msgid "a"\nmsgstr[0] "b"\n', 6),
        (f'{HEAD}msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 7),
        (f'{HEAD}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[0] "d"\n', 8),
        (f'{HEAD}#~ msgid "a"\nmsgstr "b"\n', 6),
        (f'{HEAD}msgid "a"\n#~ msgstr "b"\n', 6),
        (f'{HEAD}msgid "a"\nmsgstr "b"\n#~ "c"\n', 7),
        (f'{HEAD}msgid "a "b" c"\nmsgstr ""\n', 5),
        (f'{HEAD}msgid "a"\nmsgstr "b"\n#~ msgid "c"\n#~ msgstr "d\n', 8),
    ],
)
def test_syntax_errors_name_the_line(folder, text, line):
    error = refused(folder, text)
    assert error.where == f"{NAME}:{line}"
    assert "syntax error" in error.what


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs"])
def test_conflict_marks_name_the_line(folder, mark):
    text = f'{HEAD}<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\nmsgid "a"\nmsgstr "c"\n>>>>>>> theirs\n'
    error = refused(folder, text)
    assert error.where == f"{NAME}:5"
    assert error.what == "merge conflict"
    alone = refused(folder, f'{HEAD}msgid "a"\nmsgstr "b"\n{mark}\n')
    assert alone.where == f"{NAME}:7"


def test_marks_of_conflicts_inside_a_text_are_text(folder):
    known = read(folder, f'{HEAD}msgid "a"\nmsgstr "<<<<<<< HEAD ======= >>>>>>> b"\n')
    assert known.catalog.entries[0].msgstr == "<<<<<<< HEAD ======= >>>>>>> b"


@pytest.mark.parametrize("context", ["", 'msgctxt "c"\n'])
def test_a_message_that_stands_twice_names_both_lines(folder, context):
    entry = f'{context}msgid "a"\nmsgstr "b"\n'
    error = refused(folder, f"{HEAD}{entry}\n{entry}")
    lines = context.count("\n")
    assert error.where == f"{NAME}:{8 + lines}"
    assert "line 5" in error.what


def test_the_same_message_in_two_contexts_or_obsolete_is_none(folder):
    text = (
        f'{HEAD}msgid "a"\nmsgstr "b"\n\nmsgctxt "c"\nmsgid "a"\nmsgstr "d"\n\n#~ msgid "a"\n#~ msgstr "e"\n'
    )
    assert len(read(folder, text).catalog.entries) == 3


def test_a_file_that_is_not_utf_8(folder):
    error = refused(folder, HEAD.encode() + b'msgid "a"\nmsgstr "\xe9"\n')
    assert error.where.startswith(NAME)
    assert error.what.startswith("not UTF-8")


def test_a_file_that_is_not_utf_8_names_the_line(folder):
    assert refused(folder, HEAD.encode() + b'msgid "a"\nmsgstr "\xe9"\n').where == f"{NAME}:6"


@pytest.mark.parametrize("charset", ["ISO-8859-1", "us-ascii", "KOI8-R"])
def test_a_file_in_another_charset_is_refused(folder, charset):
    error = refused(folder, HEAD.replace("UTF-8", charset))
    assert (error.what, error.where) == (f"charset {charset}, not UTF-8", f"{NAME}:3")
    assert refused(folder, HEAD.replace("UTF-8", charset).encode() + b'msgid "\xe9"').where == f"{NAME}:3"


@pytest.mark.parametrize("charset", ["UTF-8", "utf-8", "utf8", "CHARSET"])
def test_names_of_utf_8(folder, charset):
    assert read(folder, HEAD.replace("UTF-8", charset)).catalog.header


def test_a_folder_in_place_of_a_file(tmp_path):
    with pytest.raises(CatalogError) as caught:
        po.read(tmp_path, NAME)
    assert caught.value.where == NAME


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", "# only a comment\n", "\ufeff"])
def test_an_empty_file_has_no_entries(folder, text):
    assert read(folder, text).catalog.entries == ()


PLURAL = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "um"\n# note\nmsgstr[1] "dois"\n'


@pytest.mark.parametrize("text", [PLURAL, PLURAL.replace("# note\n", "") + '\nmsgid "c"\n'])
def test_plural_forms_in_an_odd_file_are_kept_or_the_file_is_refused(folder, text):
    assert kept_or_refused(folder, HEAD + text, "dois")


def test_an_entry_before_a_stray_previous_message_is_kept_or_the_file_is_refused(folder):
    assert kept_or_refused(folder, f'{HEAD}msgid "a"\nmsgstr "dois"\n#~| msgid "b"\n', "dois")


def test_a_comment_at_the_end_beside_plural_forms_is_kept(folder):
    text = PLURAL.replace("# note\n", "") + "\n# Falta o resto.\n"
    assert kept_or_refused(folder, HEAD + text, "Falta o resto")


def kept_or_refused(folder: Path, text: str, words: str) -> bool:
    try:
        known = read(folder, text)
    except CatalogError:
        return True
    entries = (*known.catalog.entries, Entry(msgid="new"))
    return words in po.render(replace(known.catalog, entries=entries), known)


# --- other tools --------------------------------------------------------------------------------------------


def msgfmt(path: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("msgfmt")
    if not program:
        pytest.skip("needs msgfmt of GNU gettext")
    return subprocess.run(
        [program, "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", STYLES)
def test_msgfmt_accepts_what_we_write(folder, name):
    known = read(folder, style(name))
    for number, entry in enumerate(known.catalog.entries):
        if not entry.plural:
            text = changed(known, number, msgstr=f"{entry.msgid}", comments=("Uma nota", "", "outra"))
            path = folder / "checked.po"
            path.write_text(text, encoding="utf-8")
            result = msgfmt(path)
            assert result.returncode == 0, result.stderr


def test_msgfmt_accepts_a_new_catalog(folder):
    items = [
        Entry(
            msgid=f"{number} {text}",
            msgstr=f"x {text}",
            comments=("note",),
            references=("\u2068a b.md\u2069:1",),
        )
        for number, text in enumerate(
            ['"quoted"', "back\\slash", "tab\t", "\x07", "a\nb", "%s {x}", "é😀", "a\u2028b"]
        )
    ]
    gone = replace(items[0], obsolete=True, references=(), msgid="gone", previous=("c", "p\nq"))
    path = folder / "checked.po"
    path.write_text(po.render(Catalog(header=HEADER, entries=(*items, gone))), encoding="utf-8")
    result = msgfmt(path)
    assert result.returncode == 0, result.stderr


def test_headers_are_complete(folder):
    fields = dict(HEADER)
    assert fields["Language"] == "pt_BR"
    assert fields["Plural-Forms"].startswith("nplurals=")
    assert fields["Content-Type"] == "text/plain; charset=UTF-8"
    assert fields["POT-Creation-Date"] == "2026-01-01 10:00+0000"
    assert dict(layout.template_header("a", "x")).keys() < {*fields, "Plural-Forms"}


def test_stamps_are_in_utc():
    assert layout.stamp(0) == "1970-01-01 00:00+0000"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\n\n#. q\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n', 5),
        ('msgid "a"\n\nmsgctxt "c"\nmsgid "b"\nmsgstr "B"\n', 5),
        ('msgid "b"\nmsgstr "B"\n\nmsgid "a"\n', 8),
        ('#~ msgid "a"\n\n#~ msgid "b"\n#~ msgstr "B"\n', 5),
    ],
)
def test_a_message_without_its_translation_line_is_refused_with_its_line(folder, text, line):
    assert HEAD.count("\n") == 4
    error = refused(folder, HEAD + text)
    assert (error.what, error.where) == ("syntax error: a msgid without its msgstr", f"{NAME}:{line}")


@pytest.mark.parametrize(
    "text",
    [
        "#: " + "\u2068 " * 200_000 + '\nmsgid "a"\nmsgstr "b"\n',
        "".join(f"# {number}\n" for number in range(50_000)) + 'msgid "a"\nmsgstr "b"\n',
        'msgid "a"\nmsgstr ""\n' + '"aa bb "\n' * 50_000,
        '#| msgid ""\n' + '#| "x"\n' * 50_000 + 'msgid "a"\nmsgstr "b"\n',
    ],
)
def test_hostile_files_are_changed_in_linear_time(folder, text):
    known = read(folder, HEAD + text)
    again = read(folder, changed(known, 0, comments=("new",), references=("a.md:1",), msgstr="Novo"))
    assert again.catalog.entries[0].msgstr == "Novo"
