"""Each kind of file for translators: what is written is read again, and what others make of it, too."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest
from exchanging import KINDS, SUFFIXES, bundle, unit
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from l10n import registry
from l10n.errors import ExchangeError
from l10n.formats.markdown import FORMAT
from l10n.model.article import Scope
from l10n.model.entry import Entry, State
from l10n.model.unit import Code, Part, Unit
from l10n.text import xml_read
from l10n.text.codes import coded, joined
from l10n.text.sheet import COLUMNS

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    (
        "=1+1", "'=1+1", "''@x", "-5", "'Tis", "+", "\t=x", " lead and trail ", "_x0041_", "__x000D__",
        "a\r\nb", "\r", "1e5", "2024-01-01", "TRUE", "#N/A", "]]>", "<!-- a -->",
        "&amp;&#13;", '"quoted", and; more',
        "\ufeffmark", "\u2028line\u0085", "\x00nul\x01", "\ufffe", "a\nb\n", "00012", "＝x",
    )
)  # fmt: skip
STATES = st.sampled_from((State.DRAFT, State.STALE, State.REVIEWED))


def read(kind: str, data: bytes) -> list[Unit]:
    exchange = registry.exchange_named(kind)
    assert exchange.recognizes(data[:4096])
    others = [registry.exchange_named(name) for name in SUFFIXES if name != kind]
    assert not any(other.recognizes(data[:4096]) for other in others)
    return exchange.read(data, "file")


def written(kind: str, *units: Unit) -> bytes:
    return registry.exchange_named(kind).write(bundle(*units))


def meant(found: Unit) -> Unit:
    """A unit without what does not come back: places, the extractor's lines, codes."""
    return replace(found, extracted=(), references=(), source=(), target=(), line=0)


# --- any text -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@given(
    msgid=TEXT.filter(bool), msgstr=TEXT, context=st.none() | TEXT, notes=st.lists(TEXT, max_size=3),
    previous=TEXT, state=STATES,
)  # fmt: skip
def test_any_text_comes_back_or_is_refused(
    kind: str, msgid: str, msgstr: str, context: str | None, notes: list[str], previous: str, state: State
) -> None:
    lines = tuple("\n".join(notes).split("\n")) if any(notes) else ()
    stale = state is State.STALE
    made = unit(
        Entry(msgid=msgid, msgstr=msgstr, context=context),
        state=state if msgstr.strip() else State.UNTRANSLATED,
        notes=lines,
        previous=(previous or "before") if stale else "",
        exported="d0123-n4567",
        locale="pt_BR",
    )
    if why := registry.exchange_named(kind).refuses(made):
        assert "cannot hold" in why
        assert kind.startswith("xliff")
        return
    (found,) = read(kind, written(kind, made))
    expected = replace(meant(made), locale="pt-BR" if kind.startswith("xliff") else "pt_BR")
    if kind in ("csv", "xlsx"):  # no context and an empty one are the same cell
        expected = replace(expected, context=context or None)
    assert meant(found) == expected


@pytest.mark.parametrize("kind", ["xliff12", "xliff21"])
@given(text=st.text(st.sampled_from("ab *_`[](<>)\\&;!{}#\n\r"), max_size=60))
def test_messages_with_codes_come_back(kind: str, text: str) -> None:
    scope = Scope()
    source = coded(text, FORMAT.inline(text, scope))
    target = coded(text[::-1], FORMAT.inline(text[::-1], scope), source)
    assert (joined(source), joined(target)) == (text, text[::-1])
    made = unit(Entry(msgid=text, msgstr=text[::-1]), state=State.DRAFT, source=source, target=target)
    (found,) = read(kind, written(kind, made))
    assert (found.msgid, found.msgstr) == (text, text[::-1])


@pytest.mark.parametrize("kind", KINDS)
def test_equal_units_are_equal_files(kind: str) -> None:
    made = unit(Entry(msgid="One", msgstr="Um"))
    assert written(kind, made) == written(kind, made)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_text_that_a_cell_cannot_hold_is_refused(kind: str) -> None:
    refuses = registry.exchange_named(kind).refuses
    assert refuses(unit(Entry(msgid="a" * 32_767))) == ""
    assert refuses(unit(Entry(msgid="a" * 32_768))) == "has 32,768 characters, and a cell holds 32,767"
    assert refuses(unit(Entry(msgid="One", msgstr="\N{ROCKET}" * 16_384)))


@pytest.mark.parametrize("kind", ["xliff12", "tmx"])
def test_what_xml_cannot_hold_is_refused(kind: str) -> None:
    why = registry.exchange_named(kind).refuses(unit(Entry(msgid="a\x01b")))
    assert why == "has a character that the format cannot hold (U+0001)"


def test_xliff_2_has_code_points_for_what_xml_cannot_hold() -> None:
    data = written("xliff21", unit(Entry(msgid="a\x01b", msgstr="\ufffe")))
    assert b'a<cp hex="0001"/>b' in data
    assert [(u.msgid, u.msgstr) for u in read("xliff21", data)] == [("a\x01b", "\ufffe")]


# --- codes --------------------------------------------------------------------------------------------------


def pieces(text: str, source: str = "") -> list[str]:
    scope = Scope()
    known = coded(source, FORMAT.inline(source, scope))
    found = coded(text, FORMAT.inline(text, scope), known)
    return [f"{p.part.value} {p.id} {p.raw}" if isinstance(p, Code) else p for p in found]


def test_markup_is_codes() -> None:
    assert pieces("Run `tide` *now*, see [it](/u).") == [
        "Run ", "point 1 `tide`", " ", "open 2 *", "now", "close 2 *", ", see ", "open 3 [", "it",
        "close 3 ](/u)", ".",
    ]  # fmt: skip


def test_codes_of_a_translation_have_the_ids_of_the_source() -> None:
    source = "*One* `a` *two* [it](/u)"
    assert pieces("[ele](/u) `b` *dois* `a`", source) == [
        "open 4 [", "ele", "close 4 ](/u)", " ", "point 5 `b`", " ", "open 1 *", "dois", "close 1 *", " ",
        "point 2 `a`",
    ]  # fmt: skip


def test_escapes_and_entities_stay_text() -> None:
    assert pieces(r"a \* b &amp; c *d*") == [r"a \* b &amp; c ", "open 1 *", "d", "close 1 *"]


# --- what tools make of files -------------------------------------------------------------------------------


def xliff12(inner: str, **unit_attributes: str) -> bytes:
    more = "".join(f' {name}="{value}"' for name, value in unit_attributes.items())
    return (
        '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file original="a.md" source-language="en" target-language="pt-BR" datatype="plaintext"><body>'
        f'<trans-unit id="1"{more}>{inner}</trans-unit></body></file></xliff>'
    ).encode()


def xliff21(inner: str) -> bytes:
    return (
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="pt-BR">'
        f'<file id="f" original="a.md"><unit id="u">{inner}</unit></file></xliff>'
    ).encode()


@pytest.mark.parametrize(
    ("approved", "state", "expected"),
    [
        ("yes", "final", State.REVIEWED),
        ("yes", "translated", State.REVIEWED),
        ("yes", "", State.REVIEWED),
        ("", "signed-off", State.REVIEWED),
        ("", "final", State.REVIEWED),
        ("no", "final", State.DRAFT),
        ("yes", "needs-review-translation", State.DRAFT),
        ("yes", "new", State.DRAFT),
        ("", "translated", State.DRAFT),
        ("", "x-mine", State.DRAFT),
        ("no", "", State.DRAFT),
        ("", "", None),
    ],
)
def test_only_a_file_that_says_so_tells_of_a_review_in_1_2(
    approved: str, state: str, expected: State | None
) -> None:
    told = f' state="{state}"' if state else ""
    more = {"approved": approved} if approved else {}
    (found,) = read("xliff12", xliff12(f"<source>One</source><target{told}>Um</target>", **more))
    assert found.state is expected


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (("final",), State.REVIEWED),
        (("reviewed", "final"), State.REVIEWED),
        (("final", "translated"), State.DRAFT),
        (("translated",), State.DRAFT),
        (("initial",), State.DRAFT),
        (("",), None),
        (("final", ""), None),
    ],
)
def test_only_a_file_that_says_so_tells_of_a_review_in_2_1(
    states: tuple[str, ...], expected: State | None
) -> None:
    segments = "".join(
        f"<segment{f' state={s!r}' if s else ''}><source>One.</source><target>Um.</target></segment>"
        for s in states
    )
    (found,) = read("xliff21", xliff21(segments))
    assert found.state is expected


def test_segments_of_a_tool_are_one_text_again() -> None:
    inner = (
        "<segment state='final'><source>One.</source><target>Um.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment state='final'><source>Two.</source><target>Dois.</target></segment>"
    )
    assert [(u.msgid, u.msgstr) for u in read("xliff21", xliff21(inner))] == [("One. Two.", "Um. Dois.")]
    inner = (
        "<source>One. Two.</source>"
        "<seg-source><mrk mtype='seg' mid='1'>One.</mrk> <mrk mtype='seg' mid='2'>Two.</mrk></seg-source>"
        "<target><mrk mtype='seg' mid='1'>Um.</mrk> <mrk mtype='seg' mid='2'>Dois.</mrk></target>"
    )
    assert [(u.msgid, u.msgstr) for u in read("xliff12", xliff12(inner))] == [("One. Two.", "Um. Dois.")]


def test_codes_that_refer_to_the_source_are_looked_up() -> None:
    inner = (
        "<source><bpt id='1'>*</bpt>One<ept id='1'>*</ept> <ph id='2'>`a`</ph></source>"
        "<target><x id='2'/> <g id='1'>Um</g><ph id='9'/></target>"
    )
    assert [u.msgstr for u in read("xliff12", xliff12(inner))] == ["`a` *Um*"]
    inner = (
        "<originalData><data id='d1'>*</data><data id='d2'>`<cp hex='0001'/>`</data></originalData>"
        "<segment><source><pc id='1' dataRefStart='d1' dataRefEnd='d1'>One</pc> <ph id='2' dataRef='d2'/>"
        "</source><target><ph id='2'/> <sc id='1'/>Um<ec startRef='1'/><mrk id='m'>!</mrk></target></segment>"
    )
    assert [u.msgstr for u in read("xliff21", xliff21(inner))] == ["`\x01` *Um*!"]


def test_notes_of_a_tool_are_notes_and_those_of_the_extractor_are_none() -> None:
    inner = "<source>One</source><note from='developer'>paragraph</note><note>Why?</note><note>a\nb</note>"
    assert [u.notes for u in read("xliff12", xliff12(inner))] == [("Why?", "a", "b")]
    inner = (
        "<notes><note category='location'>a.md:1</note><note>Why?</note></notes>"
        "<segment><source>One</source></segment>"
    )
    assert [u.notes for u in read("xliff21", xliff21(inner))] == [("Why?",)]


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1", "UTF-8"])
def test_xml_in_another_encoding(encoding: str) -> None:
    tree = etree.fromstring(xliff12("<source>One</source><target>Não</target>"))
    data = etree.tostring(tree, encoding=encoding, xml_declaration=True)
    assert [u.msgstr for u in read("xliff12", data)] == ["Não"]


HEAD = "Translation;Article;Locale;ID;Source;Mine\r\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}Um;a.md;pt_BR;m1;One;x\r\n", ("One", "Um", None)),
        (f"sep=;\r\n{HEAD}Um;a.md;pt_BR;m1;One;x\r\n", ("One", "Um", None)),
        (f"{HEAD};;;;;\r\n\r\nUm;a.md;pt_BR\r\n", ("", "Um", None)),
        (
            'locale\tARTICLE\t translation \tstatus\npt_BR\ta.md\t"U\nm"\t Reviewed\n',
            ("", "U\nm", State.REVIEWED),
        ),
        ('Article,Locale,Translation\r\na.md,pt_BR,"U\r\nm"\r\n', ("", "U\nm", None)),
        ("Article,Locale,Translation,Status\na.md,pt_BR,Um,untranslated\n", ("", "Um", State.DRAFT)),
        ("Article,Locale,Translation,Status\na.md,pt_BR,,reviewed\n", ("", "", State.UNTRANSLATED)),
    ],
)
def test_csv_as_people_leave_it(text: str, expected: tuple[str, str, State | None]) -> None:
    (found,) = read("csv", text.encode())
    assert (found.msgid, found.msgstr, found.state) == expected
    assert (found.article, found.locale) == ("a.md", "pt_BR")


def test_no_cell_is_a_formula_and_an_apostrophe_of_the_text_stays() -> None:
    texts = ["=1+1", "@SUM(A1)", "+1", "-1", "'Tis", "'=x", "''-", "plain", "\t=x", "\n=x"]
    data = written("csv", *(unit(Entry(msgid=f"m{n}", msgstr=text)) for n, text in enumerate(texts)))
    assert [u.msgstr for u in read("csv", data)] == texts
    assert "\n".join(data.decode("utf-8-sig").split("\r\n")).count(',"=') == 0
    assert '"\'=1+1"' in data.decode("utf-8-sig")


# --- what is wrong with files -------------------------------------------------------------------------------

BOMB = '<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
LATER = xliff12("<source>One</source>").decode()


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        ("xliff12", LATER.replace("<xliff", f"{BOMB}\n<xliff"), "file:1: has a DOCTYPE or entities"),
        ("xliff12", LATER.replace("<xliff", '<!DOCTYPE x SYSTEM "file:///x"><xliff'), "has a DOCTYPE"),
        ("xliff12", LATER.replace("<body>", "\n\n<body><"), "file:3: not valid XML: not well-formed"),
        ("xliff12", LATER.replace("</xliff>", ""), "file:1: not valid XML: no element found"),
        ("xliff12", LATER.replace("One", "&nbsp;"), "file:1: not valid XML: undefined entity"),
        ("xliff12", LATER.replace("One", "\x01"), "file:1: not valid XML"),
        ("xliff12", LATER.replace("One", "<g id='1'>" * 200 + "</g>" * 200), "file:1: nested too deeply"),
        ("xliff12", LATER.replace('"1.0"', '"1.0" encoding="EBCDIC-9"'), "file:1: "),
        ("csv", f'{HEAD}"Um;a.md\r\n', "file:2: not valid CSV: unexpected end of data"),
        ("csv", f'{HEAD}"Um"x;a.md\r\n', "file:2: not valid CSV: "),
        ("csv", f"{HEAD}{'a' * 200_000};a.md\r\n", "file:2: not valid CSV: field larger than field limit"),
        ("csv", f"{HEAD.strip()};{'a' * 200_000}\r\n", "file:1: not valid CSV: field larger than field"),
        ("csv", "Article,Locale,Translation,Status\na,pt,Um,done\n", "file:2: 'done' is no status; write "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_a_line(kind: str, text: str, problem: str) -> None:
    with pytest.raises(ExchangeError) as raised:
        registry.exchange_named(kind).read(text.encode(), "file")
    assert str(raised.value).startswith(problem) or problem in str(raised.value)
    assert "\n" not in str(raised.value)


def test_markup_that_is_referred_to_again_and_again_is_no_text() -> None:
    long, problem = "a" * 2**20, "file:1: a text of more than 16,777,216 characters; export it anew"
    inner = f"<source><ph id='1'>{long}</ph>" + "<x id='1'/>" * 20 + "</source>"
    with pytest.raises(ExchangeError, match=problem):
        read("xliff12", xliff12(inner))
    inner = f"<originalData><data id='1'>{long}</data></originalData><segment><source>"
    inner += "<ph dataRef='1'/>" * 20 + "</source></segment>"
    with pytest.raises(ExchangeError, match=problem):
        read("xliff21", xliff21(inner))


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_read, "_MOST", 100)
    with pytest.raises(
        ExchangeError, match="file:1: more than 100 elements; export fewer articles into a fi"
    ):
        read("xliff12", xliff12("<source>One</source>" + "<note/>" * 100))


def test_a_unit_is_read_once_however_files_are_nested() -> None:
    nested = xliff12("<source>One</source>").decode()
    nested = nested.replace("<body>", "<body><file original='b.md'>").replace("</body>", "</file></body>")
    assert [u.article for u in read("xliff12", nested.encode())] == ["a.md"]
    nested = xliff21("<segment><source>One</source></segment>").decode()
    nested = nested.replace("<unit", "<file original='b.md'><unit").replace("</unit>", "</unit></file>")
    assert [u.article for u in read("xliff21", nested.encode())] == ["a.md"]


def test_half_a_character_is_none() -> None:
    (found,) = read("csv", b"Article,Locale,Translation\na,pt,_xD83D__x0041_\n")
    assert found.msgstr == "_xD83D_A"


@pytest.mark.parametrize("kind", KINDS)
@given(place=st.floats(0, 1), piece=st.binary(max_size=12), cut=st.integers(0, 40))
def test_whatever_happens_to_a_file_is_an_error_of_ours(
    kind: str, place: float, piece: bytes, cut: int
) -> None:
    data = written(kind, unit(Entry(msgid="One *two*", msgstr="Um", context="c"), notes=("Nota",)))
    at = int(place * len(data))
    spoilt = data[:at] + piece + data[at + cut :]
    with contextlib.suppress(ExchangeError):
        assert all(isinstance(u.msgstr, str) for u in registry.exchange_named(kind).read(spoilt, "file"))


def test_a_memory_does_not_come_back() -> None:
    made = unit(Entry(msgid="One", msgstr="Um"))
    data = registry.exchange_named("tmx").write(bundle(made, replace(made, article="corpus/b.md")))
    assert data.count(b"<tu>") == 1
    with pytest.raises(ExchangeError, match="file: is a memory"):
        read("tmx", data)


def test_columns_have_names_of_their_own() -> None:
    assert len({name.lower() for name in COLUMNS}) == len(COLUMNS)


def test_parts_of_codes_are_told_apart() -> None:
    assert len({part.value for part in Part}) == 3
