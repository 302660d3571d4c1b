"""Marks, dashes and ellipses: what the engine reads instead, and each of them in the translation again."""

import re
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting import marks
from l10n.drafting.alignment import Alignment
from l10n.drafting.edits import Edit, applied, edited
from l10n.model.draft import CharRange, Hypothesis
from l10n.text.dashes import dashes, ellipses
from l10n.text.quotes import quotes, style
from l10n.text.ranges import Taken

# --- edits --------------------------------------------------------------------------------------------------


@st.composite
def edits(draw, text: str) -> list[Edit]:
    """Edits of a text, in order, that do not overlap."""
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(ends[::2], ends[1::2], strict=False))
    found = [Edit(start, end, draw(st.text(alphabet="XYZ", max_size=3))) for start, end in pairs]
    return [e for n, e in enumerate(found) if n == 0 or found[n - 1].end < e.start or e.start < e.end]


@given(st.data())
def test_offsets_lead_back_to_what_was_there(data):
    text = data.draw(st.text(alphabet="abc ", max_size=30))
    found = data.draw(edits(text))
    new, places = applied(text, found)
    taken = Taken((e.start, e.end) for e in found if e.start < e.end)
    for at in range(len(new)):
        start, end = places.back((at, at + 1))
        assert 0 <= start <= end <= len(text)
        if new[at] not in "XYZ":
            assert text[start:end] == new[at]
            assert not taken.meets(start, end)
        else:
            assert (start, end) in [(e.start, e.end) for e in found]


@given(st.data())
def test_links_are_led_to_the_same_words_behind_edits(data):
    text = data.draw(st.text(alphabet="abc ", max_size=30))
    found = data.draw(edits(text))
    words = [match.span() for match in re.finditer(r"\w+", text)]
    moved = edited(Hypothesis(text=text, links=tuple((w, w) for w in words)), found)
    taken = Taken((e.start, e.end) for e in found if e.start < e.end)
    assert moved.text == applied(text, found)[0]
    for source, (start, end) in moved.links:
        assert 0 <= start <= end <= len(moved.text)
        if not taken.meets(*source):
            kept = moved.text[start:end].translate(dict.fromkeys(map(ord, "XYZ")))
            assert kept == text[slice(*source)]


def test_insertions_at_one_place_stay_in_order():
    assert edited(Hypothesis(text="ab"), [Edit(1, 1, "z"), Edit(1, 1, "y")]).text == "azyb"


def test_a_word_does_not_grow_by_what_is_put_beside_it():
    found = edited(Hypothesis(text="um dois", links=(((0, 3), (3, 7)),)), [Edit(3, 3, "“"), Edit(7, 7, "”")])
    assert (found.text, found.links) == ("um “dois”", (((0, 3), (4, 8)),))


@given(st.lists(st.integers(0, 40), max_size=12), st.integers(0, 40), st.integers(0, 5))
def test_ranges_that_meet(ends, start, length):
    ends = sorted(set(ends))
    ranges = list(zip(ends[::2], ends[1::2], strict=False))
    expected = [(a, b) for a, b in ranges if a < start + length and start < b] if length else []
    assert Taken(ranges).meeting(start, start + length) == expected or not length
    inside = any(a < start < b for a, b in ranges) if not length else bool(expected)
    assert Taken(ranges).meets(start, start + length) == inside


# --- what the engine reads ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("“Go,” she said.", '"Go," she said.'),
        ("„Geh“, sagte sie.", '"Geh", sagte sie.'),
        ("‘I don’t know,’ he said.", '"I don\'t know," he said.'),
        ("“She said, ‘Go.’”", '"She said, "Go.""'),
        ("The owners’ boats", "The owners’ boats"),
        ("– Are you going?", "- Are you going?"),
        ("—Are you going?", "- Are you going?"),
        ("The bridge—the oldest—is closed.", "The bridge - the oldest - is closed."),
        ("The bridge – the oldest – is closed.", "The bridge - the oldest - is closed."),
        ("The bridge--the oldest--is closed.", "The bridge - the oldest - is closed."),
        ("A well-known man", "A well-known man"),
        ("From 2019–2024, pages 6–12", "From 2019-2024, pages 6-12"),
        ("See https://e.org/a--b…c — now", "See https://e.org/a--b…c - now"),
        ("And then…", "And then…"),
    ],
)
def test_what_the_engine_reads(source, read):
    assert applied(source, marks.plain(source, quotes(source)))[0] == read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("– Yes – he said.", ["–", "–"]),
        ("-Yes.", ["-"]),
        ("a - b -- c --- d", ["-", "--", "---"]),
        ("a—b–c--d", ["—", "–", "--"]),
        ("“I meant—”", ["—"]),
        ('"I meant –"', ["–"]),
        ("2019–2024, well-known, -7.5, e-mail", []),
        ("1987—the year", ["—"]),
    ],
)
def test_dashes(text, found):
    assert [mark.text for mark in dashes(text)] == found


@pytest.mark.parametrize(
    ("text", "found"), [("a… b... c.... d.. e.", ["…", "...", "...."]), ("https://e.org/a...b", [])]
)
def test_ellipses(text, found):
    assert [mark.text for mark in ellipses(text)] == found


# --- and what comes back ------------------------------------------------------------------------------------


def restored(source: str, target: str, locale: str = "pt_BR", pairs: str = "") -> str:
    links = [(place(source, a), place(target, b)) for a, b in (pair.split("=") for pair in pairs.split())]
    found = Hypothesis(text=target, links=tuple(sorted(links, key=lambda link: link[1])))
    return marks.restored(source, quotes(source), found, style(locale)).text


def place(text: str, word: str) -> CharRange:
    start = text.index(word)
    return start, start + len(word)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("“Go,” she said.", '"Vá", disse ela.', "“Vá”, disse ela."),
        ("'Go,' she said.", '"Vá", disse ela.', "'Vá', disse ela."),
        ("“She said, ‘Go.’”", '"Ela disse: "Vá.""', "“Ela disse: ‘Vá.’”"),
        ("“She said, ‘Go.’”", "\"Ela disse: 'Vá.'\"", "“Ela disse: ‘Vá.’”"),
        ("– Yes – he said.", "- Sim - disse ele.", "– Sim – disse ele."),
        ("The bridge—the old one—is closed.", "A ponte - a velha - fechou.", "A ponte — a velha — fechou."),
        ("“I meant—”", '"Eu queria - "', "“Eu queria—”"),
        ("And then… nothing.", "E depois... nada.", "E depois… nada."),
        ("“I had known …” she said.", '"Eu sabia"... disse ela.', "“Eu sabia…” disse ela."),
        ("“It rained,", '" Choveu,', "“Choveu,"),
        ("“It rained.”", '" Choveu."', "“Choveu.”"),
        ("Open 2019–2024.", "Aberto 2019-2024.", "Aberto 2019–2024."),
        ("Open 2019-2024, 6–12.", "Aberto 2019-2024, 6-12.", "Aberto 2019-2024, 6–12."),
        ("Don’t lose d’Artagnan.", "Não perca d'Artagnan.", "Não perca d’Artagnan."),
        ("“Go,” she said.", '"Vá, disse ela.', "“Vá”, disse ela."),
        ("“Go,” she said.", "Vá, disse ela.", "“Vá”, disse ela."),
        ("“No money for bridges.”", '"Sem dinheiro.', "“Sem dinheiro.”"),
        ("He left — alone.", "Ele saiu sozinho.", "Ele saiu — sozinho."),
    ],
)
def test_marks_in_the_style_of_the_locale(source, target, expected):
    pairs = {"Go": "Vá", "left": "saiu"}
    found = " ".join(f"{a}={b}" for a, b in pairs.items() if a in source and b in target)
    assert restored(source, target, pairs=found) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("de", "„A ‚B‘ C“"),
        ("sv", "”A ’B’ C”"),
        ("fr", "«\u00a0A «\u00a0B\u00a0» C\u00a0»"),
        ("pt_PT", "«A “B” C»"),
        ("en_GB", "“A ‘B’ C”"),
    ],
)
def test_nested_marks_in_the_styles_of_locales(locale, expected):
    assert restored("“A ‘B’ C”", '"A "B" C"', locale) == expected


def test_without_a_style_marks_stay_those_of_the_source():
    source = "„Go,“ she said."
    found = marks.restored(source, quotes(source), Hypothesis(text='"Vá", disse ela.'), None)
    assert found.text == "„Vá“, disse ela."


def test_marks_go_with_their_words():
    found = restored(
        "The “old” bridge is closed.", "A ponte velha fechou.", pairs="bridge=ponte old=velha closed=fechou"
    )
    assert found == "A ponte “velha” fechou."


MARKS = [
    "“{}”",
    "‘{}’",
    "„{}“",
    '"{}"',
    "{} — {}",
    "{} – {}",
    "{}—{}",
    "{}…",
    "{}...",
    "{}, {}",
    "{}? {}",
    "– {}",
]
FOUND_QUOTE, FOUND_DASH = re.compile('[“”„«»‹›"]'), re.compile("[–—]")


def wild(random: Random, source: str) -> Hypothesis:
    """A translation with some, too many or none of the marks, and links from anywhere to anywhere."""
    words = [*re.findall(r"\w+", source), *random.choices(['"', "-", "...", "“", "»", "nada", "—", "…"], k=4)]
    random.shuffle(words)
    text = random.choice(["", " "]).join(words[: random.randint(1, len(words))]) or "x"
    from_, to = ([match.span() for match in re.finditer(r"\w+|\S", part)] for part in (source, text))
    links = tuple((random.choice(from_), token) for token in to if random.random() < 0.8)
    return Hypothesis(text=text, links=random.choice([links, links, (), None]))


def test_each_mark_is_there_once_whatever_the_engine_and_the_alignment_say():
    for seed in range(3000):
        random = Random(seed)  # noqa: S311 - no secret
        source = "word"
        for _ in range(random.randint(1, 4)):
            pattern = random.choice(MARKS)
            source = (
                pattern.format(source, "more words") if pattern.count("{}") == 2 else pattern.format(source)
            )
        target = wild(random, source)
        found = marks.restored(source, quotes(source), target, style("pt_BR")).text
        wanted = Counter(style("pt_BR").mark(quote) for quote in quotes(source))
        doubles = Counter({mark: number for mark, number in wanted.items() if FOUND_QUOTE.match(mark)})
        assert Counter(FOUND_QUOTE.findall(found)) == doubles, f"seed {seed}: {source!r} {target} {found!r}"
        if dashes(source):
            assert len(FOUND_DASH.findall(found)) == len(dashes(source)), (
                f"seed {seed}: {source!r} {target} {found!r}"
            )
        if ellipses(source):
            dots = ["".join(mark.text for mark in ellipses(text)) for text in (found, source)]
            assert dots[0] == dots[1], f"seed {seed}: {source!r} {target} {found!r}"
        letters = "".join(re.findall(r"\w", target.text))
        assert "".join(re.findall(r"\w", found)) == letters, f"seed {seed}: {found!r}"


def test_a_mark_never_comes_before_one_that_stands_before_it_in_the_source():
    source, target = "“A” b “C”", Hypothesis(text="c b a", links=(((1, 2), (4, 5)), ((7, 8), (0, 1))))
    found = marks.restored(source, quotes(source), target, style("pt_BR")).text
    assert [mark for mark in found if mark in "“”"] == ["“", "”", "“", "”"]


# --- alignment ----------------------------------------------------------------------------------------------

TARGET = Hypothesis(text="a casa vermelha", links=(((0, 3), (0, 1)), ((8, 13), (2, 6)), ((4, 7), (7, 15))))


@pytest.mark.parametrize(("offset", "behind", "before"), [(3, 1, 7), (7, 15, 2), (13, 6, 15), (0, 0, 0)])
def test_places_beside_words(offset, behind, before):
    """Of `the red house`, whose words went to `a`, `vermelha` and `casa`."""
    found = Alignment(TARGET, 13)
    assert (found.behind(offset), found.before(offset)) == (behind, before)


def test_stretches_that_look_at_words():
    found = Alignment(TARGET, 13)
    assert found.seen_by(4, 13) == [(2, 6), (7, 15)]
    assert found.seen_by(3, 4) == []
    assert (found.is_seen(0, 3), found.is_seen(3, 4)) == (True, False)


@pytest.mark.parametrize("links", [None, ()])
def test_without_links_the_share_of_the_text_tells(links):
    found = Alignment(Hypothesis(text="abcd efgh", links=links), 18)
    assert (found.behind(8), found.before(8), found.behind(18)) == (4, 4, 9)
