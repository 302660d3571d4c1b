"""PO files: nothing that is read is lost, what did not change keeps its bytes, what is broken is named."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import GOLDEN
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.catalog import layout, po
from l10n.errors import CatalogError
from l10n.model.entry import Catalog, Entry, State

STYLES = ["poedit", "gnu", "omegat", "weblate", "l10n"]
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
    assert (plural.plural, boats.plural, boats.obsolete) == (True, True, True)
    assert new.comments == (" indented comment",)
    assert new.extracted == ("extracted", "on two lines")
    assert new.flags == ("fuzzy", "no-wrap")
    assert new.previous == ("old", 'An old "quoted" message')
    assert new.msgid.startswith('A "quoted" message, with a tab\t, a backslash \\ and')
    assert old.fuzzy
    assert dict(known.header)["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


@pytest.mark.xfail(
    strict=True, reason="polib, which reads files with plural forms, cuts references at spaces"
)
def test_references_to_names_with_spaces_beside_plural_forms(folder):
    assert read(folder, style("gnu")).catalog.entries[1].references == ("a.md:2", "\u2068a b.md\u2069:3")


def test_the_previous_message_of_an_obsolete_entry_beside_plural_forms(folder):
    assert read(folder, style("gnu")).catalog.entries[3].previous == (None, "Older")


def test_our_own_files_are_understood(folder):
    _, draft, broken, old = read(folder, style("l10n")).catalog.entries
    assert draft.comments == ("l10n: drafted by argos en→pt 1.0",)
    assert broken.references == ("\u2068corpus/old news.md\u2069:4",)
    assert old.previous == (None, "Older")


def test_a_byte_order_mark_is_no_part_of_the_file(folder):
    known = read(folder, "\ufeff" + style("poedit"))
    assert known.catalog == read(folder, style("poedit")).catalog
    assert po.render(known.catalog, known).removeprefix("\ufeff") == style("poedit")


@pytest.mark.parametrize("name", STYLES)
def test_a_last_line_without_its_end(folder, name):
    known = read(folder, style(name).rstrip("\n"))
    assert po.render(known.catalog, known) == style(name)


def with_comment(comment: str) -> str:
    return f'{HEAD}{comment}\nmsgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    "comment", ["#,fuzzy", "#, fuzzy,no-wrap", "#:a.md:1", "## two", "#", "# ", "#\tx", "#:", "#,"]
)
def test_comments_that_are_written_in_other_ways_are_kept(folder, comment):
    known = read(folder, with_comment(comment))
    assert po.render(known.catalog, known) == with_comment(comment)


@pytest.mark.xfail(strict=True, reason="polib takes it for a syntax error; GNU tools do not")
@pytest.mark.parametrize("comment", ["#= sticky", "#no space", "#.extracted", "#! anything"])
def test_comments_that_polib_refuses_are_kept(folder, comment):
    known = read(folder, with_comment(comment))
    assert po.render(known.catalog, known) == with_comment(comment)


def test_a_comment_at_the_end_is_kept(folder):
    text = style("poedit") + "\n# Falta a segunda parte.\n"
    known = read(folder, text)
    assert "# Falta a segunda parte." in changed(known, 0, msgstr="Novo")


@pytest.mark.xfail(strict=True, reason="render joins entries by one blank line each")
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
def test_both_readers_agree(folder, items):
    plain = [
        replace(item, previous=None, references=(), comments=(), extracted=())
        for item in items
        if item.context is None
    ]
    text = po.render(Catalog(header=HEADER, entries=tuple(plain)))
    fast, slow = read(folder, text), by_polib.read(text, NAME)
    assert fast.catalog.entries == slow.catalog.entries == tuple(plain)
    assert list(fast.chunks.values()) == list(slow.chunks.values())


@given(st.text(alphabet=st.sampled_from('msgidtrx "\\n#~|,:.\n[0]é'), max_size=60))
@example('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n# end')
@example('#~ msgid "a"\n#~ msgstr "b"\n#~ msgid "c"\n#~ msgstr "d"')
def test_any_text_is_read_or_refused(folder, text):
    try:
        known = read(folder, text)
    except CatalogError:
        return
    again = read(folder, po.render(known.catalog, known))
    assert [e.msgstr for e in again.catalog.entries] == [e.msgstr for e in known.catalog.entries]


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
        (f'{HEAD}domain "x"\nmsgid "a"\nmsgstr "b"\n', 5),
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
