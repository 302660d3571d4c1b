"""Messages taken apart: plain text, spans and atoms; and plain text written so that it stays plain."""

import re

import pytest
from conftest import real_articles
from hypothesis import example, given
from hypothesis import strategies as st

from l10n import registry
from l10n.model.article import Scope
from l10n.model.inline import Atom, Inline, Span
from l10n.settings import FormatSettings
from l10n.text.atoms import plain, protect, token
from l10n.text.inline_builder import Builder

MARKDOWN = registry.format_named("markdown")


def parsed(message: str, *labels: str) -> Inline:
    return MARKDOWN.inline(message, Scope(labels=frozenset(labels)))


def spans(inline: Inline) -> list[tuple[str, str, str]]:
    """Each span: what opens it, the text in it, what closes it."""
    return [(span.open, inline.text[span.start : span.end], span.close) for span in inline.spans]


def atoms(inline: Inline) -> list[tuple[str, str]]:
    return [(inline.text[atom.start : atom.end], atom.raw) for atom in inline.atoms]


def restored(inline: Inline, escapes: str = r"(?!)") -> str:
    """The text with the atoms as they stood, but for `escapes` in them."""
    pieces, at = [], 0
    for atom in inline.atoms:
        pieces += [inline.text[at : atom.start], re.sub(escapes, "", atom.raw)]
        at = atom.end
    return "".join([*pieces, inline.text[at:]])


# --- spans --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "text", "expected"),
    [
        ("a *b* c", "a b c", [("*", "b", "*")]),
        ("a _b_ c", "a b c", [("_", "b", "_")]),
        ("a **b** c", "a b c", [("**", "b", "**")]),
        ("a __b__ c", "a b c", [("__", "b", "__")]),
        ("***b***", "b", [("*", "b", "*"), ("**", "b", "**")]),
        ("~~b~~", "b", [("~~", "b", "~~")]),
        ("~b~", "b", [("~", "b", "~")]),
        ("*a **b** c*", "a b c", [("*", "a b c", "*"), ("**", "b", "**")]),
        ("**a** **b**", "a b", [("**", "a", "**"), ("**", "b", "**")]),
        ("[a](u) b", "a b", [("[", "a", "](u)")]),
        ('[a](<u v> "t") b', "a b", [("[", "a", '](<u v> "t")')]),
        ("[**a** b](u)", "a b", [("[", "a b", "](u)"), ("**", "a", "**")]),
        ("**[a](u)**", "a", [("**", "a", "**"), ("[", "a", "](u)")]),
        ("<b>a</b> c", "a c", [("<b>", "a", "</b>")]),
        ('<a href="x">a</a>', "a", [('<a href="x">', "a", "</a>")]),
        ("<B>a</B>", "a", [("<B>", "a", "</B>")]),
        ("<b>**x**</b>", "x", [("<b>", "x", "</b>"), ("**", "x", "**")]),
        ("**a\nb**", "a\nb", [("**", "a\nb", "**")]),
        ("*é 😀* b", "é 😀 b", [("*", "é 😀", "*")]),
        ("[a \\[b\\]](u)", "a [b]", [("[", "a [b]", "](u)")]),
    ],
)
def test_spans(message, text, expected):
    inline = parsed(message)
    assert inline.text == text
    assert spans(inline) == expected
    assert inline.atoms == ()


@pytest.mark.parametrize(
    ("message", "text", "at", "raw"),
    [
        ("a ![b](c) d", "a  d", 2, "![b](c)"),
        ("a[^1] b", "a b", 1, "[^1]"),
        ("a<br>b", "ab", 1, "<br>"),
        ("a<br/>b", "ab", 1, "<br/>"),
        ("a<img src='x'>b", "ab", 1, "<img src='x'>"),
        ("a<!-- c -->b", "ab", 1, "<!-- c -->"),
        ("a</b> c", "a c", 1, "</b>"),
        ("a <b>c", "a c", 2, "<b>"),
        ("<b></b>a", "a", 0, "<b></b>"),
        ("a [![b](c)](d)", "a ", 2, "[![b](c)](d)"),
        ("a<?php b ?>c", "ac", 1, "<?php b ?>"),
    ],
)
def test_points(message, text, at, raw):
    inline = parsed(message)
    assert inline.text == text
    assert [(span.start, span.end, span.open, span.close) for span in inline.spans] == [(at, at, raw, "")]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("[a][ref] b", ("[", "a", "][ref]")),
        ("[a][REF] b", ("[", "a", "][REF]")),
        ("[ref][] b", ("[", "ref", "][ref]")),
        ("[ref] b", ("[", "ref", "][ref]")),
        ("[*ref*] b", ("[", "ref", "][*ref*]")),
    ],
)
def test_links_by_reference_keep_their_label(message, expected):
    assert spans(parsed(message, "ref", "*ref*"))[0] == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("**see <https://e.org>**", [("**", "see https://e.org", "**")]),
        ("[more ![x](p)](u)", [("[", "more ", "](u)"), ("![x](p)", "", "")]),
        ("<b>see ![x](p) a</b>", [("<b>", "see  a", "</b>"), ("![x](p)", "", "")]),
        ("<b>see <https://e.org> a</b>", [("<b>", "see https://e.org a", "</b>")]),
        ("[a <https://e.org> b](u)", [("[", "a https://e.org b", "](u)")]),
    ],
)
def test_spans_around_autolinks_and_images(message, expected):
    assert spans(parsed(message)) == expected


def test_labels_that_the_article_does_not_define_are_text():
    assert parsed("[a][ref] [ref]", "other") == Inline(text="[a][ref] [ref]")


@pytest.mark.parametrize(
    "message",
    [
        *(
            "# a",
            "a #",
            "1. a",
            "- a",
            "> a",
            "| a | b |",
            "    a",
            "---",
            "a | b",
            "[ ] a",
            "{#id}",
            "a {#id}",
            ": a",
        ),
        *(
            "5 * 6 * 7",
            "snake_case_name",
            "**bold",
            "a*",
            "[x](y",
            "![x]",
            "`",
            "<",
            "<b",
            "a < b",
            "&",
            "&x",
            "$5, $6",
        ),
        *("'a' \"b\"", "--- ... --", "a^b^", "\u00a0a\u2028b"),
    ],
)
def test_what_is_no_inline_markup_is_text(message):
    assert parsed(message).text.strip() == message.strip()
    assert parsed(message).markup() == []


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("a\\*b\\*", "a*b*"),
        ("\\# a", "# a"),
        ("&amp; &copy; &#42;a&#42; &hellip;", "& © *a* …"),
        ("a\\\\b", "a\\b"),
        ("a\nb", "a\nb"),
    ],
)
def test_escapes_and_entities_are_what_they_stand_for(message, text):
    assert parsed(message) == Inline(text=text)


# --- atoms --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "text", "raws"),
    [
        ("run `a *b*` now", "run XQZ0 now", ["`a *b*`"]),
        ("run ``a`b`` now", "run XQZ0 now", ["``a`b``"]),
        ("$x^2$ is", "XQZ0 is", ["$x^2$"]),
        ("$$x$$", "XQZ0", ["$$x$$"]),
        ("<code>a *b*</code> c", "XQZ0 c", ["<code>a *b*</code>"]),
        ("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "XQZ0+XQZ1", ["<kbd>Ctrl</kbd>", "<kbd>C</kbd>"]),
        ("`a` and `b`", "XQZ0 and XQZ1", ["`a`", "`b`"]),
        ("Hi {name}!", "Hi XQZ0!", ["{name}"]),
        ("{{ page.title }} %s %(n)s", "XQZ0 XQZ1 XQZ2", ["{{ page.title }}", "%s", "%(n)s"]),
        ("<https://e.org> a", "https://e.org a", ["<https://e.org>"]),
        ("<a@b.org> a", "XQZ0 a", ["<a@b.org>"]),
        ("See https://e.org/a_b. Now", "See https://e.org/a_b. Now", ["https://e.org/a_b"]),
        (
            "See (www.e.org/a?b=c#d), a@b.org",
            "See (www.e.org/a?b=c#d), XQZ0",
            ["www.e.org/a?b=c#d", "a@b.org"],
        ),
    ],
)
def test_atoms(message, text, raws):
    inline = parsed(message)
    assert inline.text == text
    assert [atom.raw for atom in inline.atoms] == raws
    assert restored(inline) == message
    assert inline.spans == ()


def test_atoms_inside_spans():
    inline = parsed("**`a`** [`b`](u) [https://e.org](https://e.org)")
    assert spans(inline) == [
        ("**", "XQZ0", "**"),
        ("[", "XQZ1", "](u)"),
        ("[", "https://e.org", "](https://e.org)"),
    ]
    assert atoms(inline) == [("XQZ0", "`a`"), ("XQZ1", "`b`"), ("https://e.org", "https://e.org")]


@pytest.mark.parametrize(
    "raw",
    [
        "${user}",
        "{{ page['title'] }}",
        "https://e.org/x[1]y",
        "https://e.org/Foo_(bar)s",
        "https://e.org/$a_b",
    ],
)
def test_atoms_that_pyromark_cuts_in_two(raw):
    assert [atom.raw for atom in parsed(f"See {raw} a").atoms] == [raw]


@pytest.mark.parametrize("raw", ["https://e.org/?a=1&amp;b=2", "https://e.org/a\\_b"])
def test_addresses_with_escapes_and_entities(raw):
    assert [atom.raw for atom in parsed(f"See {raw} a").atoms] == [raw]


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("https://e.org", ["https://e.org"]),
        ("https://e.org/.", ["https://e.org/"]),
        ("https://e.org/a,b), c", ["https://e.org/a,b"]),
        ("“https://e.org/a”", ["https://e.org/a"]),
        ("ftp://e.org/a http://b", ["ftp://e.org/a", "http://b"]),
        ("www.e.org", ["www.e.org"]),
        ("a.b+c@d-e.org.", ["a.b+c@d-e.org"]),
        ("a @ b.org", []),
        ("{a} {a.b} {a:c} {0}", ["{a}", "{a.b}", "{a:c}", "{0}"]),
        ("{} {a b} { a }", []),
        ("${a} {{ a }} {{a}}", ["${a}", "{{ a }}", "{{a}}"]),
        ("%s %d %(a)s %(a)05d", ["%s", "%d", "%(a)s", "%(a)05d"]),
        ("100% of 5%so", []),
        ("e.g. this.That", []),
    ],
)
def test_addresses_and_placeholders(text, raws):
    assert [raw for _, raw in protect(text) if raw] == raws


@given(st.text(alphabet=st.sampled_from("ab{}%s$()@./: htpw\n"), max_size=30))
@example("https://a.b {c} %s a@b.c")
def test_pieces_of_protected_text_join_back(text):
    assert "".join(raw or piece for piece, raw in protect(text)) == text
    found, marks = plain(text)
    assert restored(Inline(text=found, atoms=marks)) == text


def test_tokens_count_from_the_number_given():
    assert [piece for piece, raw in protect("{a} {b}", 3) if raw] == [token(3), token(4)] == ["XQZ3", "XQZ4"]


# --- escape -------------------------------------------------------------------------------------------------

ESCAPABLE = st.lists(
    st.sampled_from(
        [
            *(
                "word",
                "é",
                "😀",
                " ",
                "*",
                "**",
                "`",
                "``",
                "[",
                "]",
                "(",
                ")",
                "](",
                "][",
                "![",
                "[^1]",
                "<",
                "<b>",
            ),
            *(
                "</b>",
                "<!--",
                "!",
                "&",
                "&amp;",
                "&#42;",
                "$",
                "$$",
                "\\",
                "\\*",
                "^",
                "|",
                "{",
                "}",
                ":",
                "#",
                "-",
            ),
            *(
                "1.",
                "{name}",
                "%s",
                "https://e.org",
                "a@b.org",
                "<https://e.org>",
                "'",
                '"',
                "~~",
                " _",
                "_ ",
            ),
        ]
    ),
    max_size=8,
).map("".join)


@given(ESCAPABLE)
def test_escaped_text_is_plain(text):
    inline = parsed(MARKDOWN.escape(text, Scope()))
    assert inline.spans == ()
    assert restored(inline, r"\\(?=[!-/:-@\[-`{-~])").split() == text.split()


@given(st.text(max_size=30).filter(lambda text: not re.search(r"[\x00\r]", text)))
def test_any_escaped_text_is_plain(text):
    inline = parsed(MARKDOWN.escape(text, Scope()))
    assert inline.spans == ()
    assert restored(inline, r"\\(?=[!-/:-@\[-`{-~])").split() == text.split()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Plain text, with (marks) - and 100% more!", "Plain text, with (marks) - and 100% more!"),
        ("snake_case [x] C# a|b 5 < 6 & 7", "snake_case [x] C# a|b 5 < 6 & 7"),
        ("*a*", "\\*a\\*"),
        ("_a_", "\\_a\\_"),
        ("`a`", "\\`a\\`"),
        ("[a](b)", "\\[a](b)"),
        ("![a](b)", "!\\[a](b)"),
        ("<b>", "\\<b>"),
        ("&amp;", "\\&amp;"),
        ("$x$", "\\$x$"),
        ("\\*", "\\\\\\*"),
        ("C:\\dir", "C:\\dir"),
    ],
)
def test_escape_adds_what_is_needed_and_no_more(text, escaped):
    assert MARKDOWN.escape(text, Scope()) == escaped


@pytest.mark.parametrize("text", ["~~a~~", "~a~", "__init__", "the __name__ is", "5~6~7"])
def test_escape_of_tildes_and_double_underscores(text):
    assert parsed(MARKDOWN.escape(text, Scope())) == Inline(text=text)


# --- invariants ---------------------------------------------------------------------------------------------


def test_messages_of_real_articles_are_sound():
    for path in real_articles():
        if path.suffix == ".md":
            document = MARKDOWN.parse(path.read_text(encoding="utf-8"), FormatSettings())
            for block in document.blocks:
                assert_sound(MARKDOWN.inline(block.msgid, document.scope(block)))


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "word",
                    " ",
                    "*",
                    "**",
                    "_",
                    "~~",
                    "`",
                    "`c`",
                    "[",
                    "](u)",
                    "][r]",
                    "[r]",
                    "![a](b)",
                    "<b>",
                    "</b>",
                ),
                *(
                    "<br>",
                    "<code>",
                    "</code>",
                    "<!-- c -->",
                    "$",
                    "$x$",
                    "[^1]",
                    "\\",
                    "&amp;",
                    "{n}",
                    "\n",
                    "é",
                    "😀",
                ),
                *("https://e.org", "<https://e.org>", "XQZ0", "\t", "# ", "|", "- "),
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_any_message_is_taken_apart(message):
    assert_sound(parsed(message, "r"))


def assert_sound(inline: Inline) -> None:
    length = len(inline.text)
    order = [(span.start, -span.end) for span in inline.spans]
    assert order == sorted(order)
    at = 0
    for atom in inline.atoms:
        assert at <= atom.start < atom.end <= length
        at = atom.end
    for number, span in enumerate(inline.spans):
        assert 0 <= span.start <= span.end <= length
        for other in inline.spans[number + 1 :]:
            assert other.start >= span.end or other.end <= span.end


# --- nesting ------------------------------------------------------------------------------------------------


def test_what_is_replaced_is_never_cut_from_the_source():
    cut = []

    def raw(begin: int, end: int) -> str:
        cut.append(end - begin)
        return "x" * (end - begin)

    builder = Builder(raw)
    for depth in range(1000):  # <b></b>, then <b><b></b></b> around it, and so on
        mark = builder.mark()._replace(at=0, spans=0)
        builder.whole(mark, 1000 - depth, 1001 + depth, "<b>")
    assert [span.identity for span in builder.inline().spans] == ["<b>" * 1000]
    assert cut == [2 * 999 + 1]


@pytest.mark.parametrize("place", ["prose", "html"])
@pytest.mark.parametrize("element", ["b", "span"])
def test_tags_nested_deeply_keep_their_order(place, element):
    opened, closed = f"<{element}>", f"</{element}>"
    inline = MARKDOWN.inline(f"a {opened * 3000}b{closed * 3000} c", Scope(place=place))
    assert spans(inline) == [(opened, "b", closed)] * 3000


@pytest.mark.parametrize("place", ["prose", "html"])
def test_empty_tags_nested_deeply_are_one_point(place):
    inline = MARKDOWN.inline(f"a {'<b>' * 3000}{'</b>' * 3000} c", Scope(place=place))
    assert spans(inline) == [("<b>" * 3000 + "</b>" * 3000, "", "")]


@pytest.mark.parametrize("place", ["prose", "html"])
def test_code_nested_deeply_is_one_atom(place):
    inline = MARKDOWN.inline(f"a {'<code>' * 3000}b{'</code>' * 3000} c", Scope(place=place))
    assert atoms(inline) == [("XQZ0", "<code>" * 3000 + "b" + "</code>" * 3000)]


# --- what a translation must keep ---------------------------------------------------------------------------


def test_markup_counts_each_span_and_atom():
    assert parsed("**a** **b** `c` `c` ![d](e)").markup() == sorted(["****", "****", "`c`", "`c`", "!(e)"])


def test_markup_of_a_link_is_its_target():
    assert parsed("[a](u 'title')").markup() == parsed("[b](u)").markup() == ["(u)"]
    assert parsed("[a][Ref]", "ref").markup() == parsed("[ref]", "ref").markup() == ["[ref]"]
    assert parsed("[a](u)").markup() != parsed("[a](v)").markup()


def test_markup_of_data():
    inline = Inline(
        text="ab",
        spans=(
            Span(start=0, end=1, open="<", close=">"),
            Span(start=0, end=1, open="(", close=")", identity="x"),
        ),
        atoms=(Atom(start=1, end=2, raw="`b`"),),
    )
    assert inline.markup() == ["<>", "`b`", "x"]


def test_two_prices_are_no_formula():
    inline = MARKDOWN.inline("From $5-$10 a day, or $x^2$.", Scope())
    assert [atom.raw for atom in inline.atoms] == ["$x^2$"]
    assert inline.text.startswith("From $5-$10 a day, or ")


def test_one_dollar_needs_no_escape():
    assert MARKDOWN.escape("costs $5", Scope()) == "costs $5"


# --- wikilinks ----------------------------------------------------------------------------------------------


def test_wikilinks_are_links_where_they_are_switched_on():
    assert MARKDOWN.inline("[[A page]] x", Scope()).spans == ()
    document = MARKDOWN.parse("[[A page]] x\n", FormatSettings(wikilinks=True))
    (span,) = MARKDOWN.inline("[[A page]] x", document.scope(document.blocks[0])).spans
    assert (span.open, span.close, span.identity) == ("[[A page|", "]]", "(A page)")


def test_a_wikilink_with_a_text_of_its_own():
    inline = MARKDOWN.inline("[[page|Some *text*]]", Scope(wikilinks=True))
    assert inline.text == "Some text"
    assert [(s.open, s.close) for s in inline.spans] == [("[[page|", "]]"), ("*", "*")]
