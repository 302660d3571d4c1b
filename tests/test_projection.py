"""Markup through translation: spans are found again by alignment, each once, or there is no draft."""

import re
from dataclasses import replace
from random import Random

import pytest

from l10n import registry
from l10n.drafting.projection import project
from l10n.model.article import Scope
from l10n.model.draft import CharRange, Hypothesis
from l10n.model.inline import Inline

MARKDOWN = registry.format_named("markdown")
Link = tuple[CharRange, CharRange]


def escaped(text: str) -> str:
    return MARKDOWN.escape(text, Scope())


def aligned(source: str, target: str, pairs: str) -> Hypothesis:
    """A translation whose words look at words of the source: `"the=a house=casa red=vermelha"`."""
    links: list[Link] = []
    for pair in pairs.split():
        left, right = pair.split("=")
        links.append((place(source, left), place(target, right)))
    return Hypothesis(text=target, links=tuple(sorted(links, key=lambda link: link[1])))


def place(text: str, word: str) -> CharRange:
    match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    assert match, f"no {word!r} in {text!r}"
    return match.span()


def draft(message: str, *sentences: tuple[str, str, str]) -> str | None:
    """The message's draft; each sentence as (source, target, pairs of words)."""
    inline = MARKDOWN.inline(message, Scope())
    translated, at = [], 0
    for source, target, pairs in sentences:
        start = inline.text.index(source, at)
        at = start + len(source)
        translated.append(((start, at), aligned(source, target, pairs)))
    found = project(inline, translated, escaped)
    return found and found.text


# --- readable cases -----------------------------------------------------------------------------------------

HOUSE = "the=a house=casa red=vermelha See=Veja now=agora"


@pytest.mark.parametrize(
    ("message", "source", "target", "pairs", "expected"),
    [
        ("See the red house now.", "See the red house now.", "Veja agora.", "", "Veja agora."),
        (
            "See [the red house](u) now.",
            "See the red house now.",
            "Agora veja a casa vermelha.",
            "the=a house=casa red=vermelha See=veja now=Agora",
            "Agora veja [a casa vermelha](u).",
        ),
        (
            "See the *red* house now.",
            "See the red house now.",
            "Veja a casa vermelha agora.",
            HOUSE,
            "Veja a casa *vermelha* agora.",
        ),
        (
            "See **the *red* house** now.",
            "See the red house now.",
            "Veja a casa vermelha agora.",
            HOUSE,
            "Veja **a casa *vermelha*** agora.",
        ),
        (
            "**See the [red house](u) now.**",
            "See the red house now.",
            "Veja a casa vermelha agora.",
            HOUSE,
            "**Veja a [casa vermelha](u) agora.**",
        ),
        (
            "**See the red house now**.",
            "See the red house now.",
            "Veja a casa vermelha agora.",
            "",
            "**Veja a casa vermelha agora**.",
        ),
        (
            "*See* the <b>house</b> now.",
            "See the house now.",
            "Agora veja a casa.",
            "See=veja the=a house=casa now=Agora",
            "Agora *veja* a <b>casa</b>.",
        ),
        ("Run `make` first.", "Run XQZ0 first.", "Primeiro execute XQZ0.", "", "Primeiro execute `make`."),
        (
            "Run **`make`** first.",
            "Run XQZ0 first.",
            "Primeiro execute XQZ0.",
            "first=Primeiro Run=execute XQZ0=XQZ0",
            "Primeiro execute **`make`**.",
        ),
        (
            "Copy `a` to `b`.",
            "Copy XQZ0 to XQZ1.",
            "Para XQZ1 copie XQZ0.",
            "",
            "Para `b` copie `a`.",
        ),
        (
            "See https://e.org or [it](u).",
            "See https://e.org or it.",
            "Veja isso ou https://e.org.",
            "it=isso See=Veja or=ou",
            "Veja [isso](u) ou https://e.org.",
        ),
        (
            "The lamp[^1] is red.",
            "The lamp is red.",
            "Vermelha é a lâmpada.",
            "The=a lamp=lâmpada is=é red=Vermelha",
            "Vermelha é a lâmpada[^1].",
        ),
        ("![Lamp](l.jpg) A lamp.", " A lamp.", " Uma lâmpada.", "", "![Lamp](l.jpg) Uma lâmpada."),
        (
            "A *lamp* here.",
            "A lamp here.",
            "2 * 3 [a](b) lâmpada",
            "lamp=lâmpada",
            "2 \\* 3 \\[a](b) *lâmpada*",
        ),
    ],
)
def test_one_sentence(message, source, target, pairs, expected):
    assert draft(message, (source, target, pairs)) == expected


def test_a_footnote_stays_behind_the_full_stop():
    assert (
        draft(
            "Lit in 1868.[^1] Then what?",
            ("Lit in 1868.", "Acesa em 1868.", "Lit=Acesa in=em 1868=1868"),
            ("Then what?", "E depois?", "Then=E what=depois"),
        )
        == "Acesa em 1868.[^1] E depois?"
    )


def test_a_span_over_two_sentences():
    assert (
        draft(
            "It *was lit. Then it* failed.",
            ("It was lit.", "Foi acesa.", "It=Foi was=Foi lit=acesa"),
            ("Then it failed.", "Depois falhou.", "Then=Depois it=falhou failed=falhou"),
        )
        == "*Foi acesa. Depois falhou*."
    )


def test_a_span_around_two_sentences():
    assert (
        draft("**It was lit. It failed.**", ("It was lit.", "Foi acesa.", ""), ("It failed.", "Falhou.", ""))
        == "**Foi acesa. Falhou.**"
    )


def test_line_breaks_between_sentences_stay():
    assert draft("*One.*\nTwo.", ("One.", "Um.", ""), ("Two.", "Dois.", "")) == "*Um.*\nDois."


def test_spaces_around_sentences_stay():
    inline = Inline(text="  One.   Two. ")
    translated = [((2, 6), Hypothesis(text="Um.")), ((9, 13), Hypothesis(text="Dois."))]
    assert project(inline, translated, str) == ("  Um.   Dois. ", False)


@pytest.mark.parametrize(
    ("message", "source", "target", "pairs"),
    [
        ("Run `make` first.", "Run XQZ0 first.", "Primeiro execute.", ""),
        ("Run `make` first.", "Run XQZ0 first.", "XQZ0 execute XQZ0.", ""),
        ("Run `make` first.", "Run XQZ0 first.", "Primeiro execute XQZ01.", ""),
        ("*A* *b* c.", "A b c.", "Um c.", "A=Um b=Um c=c"),
    ],
)
def test_no_draft_where_markup_has_no_place(message, source, target, pairs):
    assert draft(message, (source, target, pairs)) is None


def test_a_span_without_a_word_of_its_own_has_its_share_of_the_text():
    inline = MARKDOWN.inline("See the *red* house.", Scope())
    for pairs in ("See=Veja the=a house=casa", ""):
        target = aligned("See the red house.", "Veja a casa vermelha.", pairs)
        found = project(inline, [((0, 18), target)], escaped)
        assert found == ("Veja a *casa* vermelha.", True)


def test_a_weak_link_is_better_than_none():
    inline = MARKDOWN.inline("It was *not* in a crate.", Scope())
    target = aligned("It was not in a crate.", "Não estava numa caixa.", "was=estava in=numa crate=caixa")
    target = replace(target, weak=(((7, 10), (0, 3)),))
    assert project(inline, [((0, 22), target)], escaped) == ("*Não* estava numa caixa.", False)


# --- random trees, random alignments ------------------------------------------------------------------------

NEUTRAL = (
    ("<b>", "</b>"),
    ("<i>", "</i>"),
    ("[", "](u#N)"),
    ('<a href="#N">', "</a>"),
    ("<span>", "</span>"),
)
EMPHASIS = (("*", "*"), ("**", "**"), ("~~", "~~"), ("_", "_"))
POINTS = ("<br>", "<!-- #N -->", "<img src=#N>", "<wbr>")
ATOMS = ("`code #N`", "{name#N}", "https://e.org/#N", "<kbd>#N</kbd>")


class Tree:
    """A random message of words, spans, points and atoms, each with a number of its own."""

    def __init__(self, random: Random, spans: tuple[tuple[str, str], ...]) -> None:
        self.random, self.spans, self.number = random, spans, 0
        self.links = 0

    def next(self, pattern: str) -> str:
        self.number += 1
        return pattern.replace("{}", str(self.number)).replace("{{", "{").replace("}}", "}")

    def nodes(self, depth: int) -> str:
        return " ".join(self.node(depth) for _ in range(self.random.randint(1, 4)))

    def node(self, depth: int) -> str:
        kind = self.random.random()
        if kind < 0.35 and depth < 3:
            return self.span(depth)
        if kind < 0.45:
            return self.numbered(self.random.choice(POINTS))
        if kind < 0.6:
            return self.numbered(self.random.choice(ATOMS))
        return self.random.choice(["word", "two words", "longer", "end.", "a, b", "é", "it's"])

    def span(self, depth: int) -> str:
        start, end = self.random.choice(self.spans)
        if start == "[" and self.links:  # a link in a link is text
            return self.nodes(depth)
        self.links += start == "["
        inside = f"{start}{self.nodes(depth + 1)}{end}"
        self.links -= start == "["
        return self.numbered(inside)

    def numbered(self, pattern: str) -> str:
        self.number += 1
        return re.sub(r"#N", str(self.number), pattern)


def random_pieces(random: Random, text: str) -> list[CharRange]:
    """Ranges of sentences: the text cut at random spaces."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    pieces: list[CharRange] = []
    while words:
        count = random.randint(1, 6)
        pieces.append((words[0][0], words[min(count, len(words)) - 1][1]))
        words = words[count:]
    return pieces


def random_translation(random: Random, source: str) -> Hypothesis:
    """The sentence's words in another order, some of them other words, with wild links between both."""
    words = source.split()
    random.shuffle(words)
    words = [word if re.search(r"XQZ|://", word) or random.random() < 0.5 else "palavra," for word in words]
    if random.random() < 0.1:
        words = words[1:] or ["nada"]
    target = " ".join(words)
    if random.random() < 0.1:
        return Hypothesis(text=target, links=random.choice([None, ()]))
    from_, to = ([m.span() for m in re.finditer(r"\w+|\S", text)] for text in (source, target))
    links = [(random.choice(from_), token) for token in to if random.random() < 0.9] if from_ else []
    return Hypothesis(text=target, links=tuple(links))


def random_case(seed: int, spans: tuple[tuple[str, str], ...]) -> tuple[Inline, list, str | None]:
    random = Random(seed)  # noqa: S311 - no secret
    inline = MARKDOWN.inline(Tree(random, spans).nodes(0), Scope())
    pieces = random_pieces(random, inline.text)
    translated = [(piece, random_translation(random, inline.text[slice(*piece)])) for piece in pieces]
    found = project(inline, translated, escaped)
    return inline, translated, found and found.text


def letters(text: str) -> str:
    """The letters and digits, without the tokens of atoms: those count anew in the draft."""
    return re.sub(r"XQZ\d+|[\W_]", "", text)


def whole(translated: list[tuple[CharRange, Hypothesis]]) -> str:
    return "".join(hypothesis.text for _, hypothesis in translated)


def test_every_span_and_atom_is_there_once_or_there_is_no_draft():
    drafts = 0
    for seed in range(16_000):
        source, translated, result = random_case(seed, NEUTRAL)
        if result is not None:
            drafts += 1
            target = MARKDOWN.inline(result, Scope())
            assert target.markup() == source.markup(), f"seed {seed}: {result}"
            assert letters(target.text) == letters(whole(translated)), f"seed {seed}: {result}"
    assert drafts > 8000


def test_every_mark_of_emphasis_is_there_once_or_there_is_no_draft():
    drafts = 0
    for seed in range(4000):
        source, translated, result = random_case(seed, EMPHASIS)
        if result is not None:
            drafts += 1
            marks = "".join([whole(translated), *source.markup()])
            for atom in source.atoms:  # an address stands in both
                marks = marks.replace(source.text[atom.start : atom.end], "", 1)
            for mark in "*_~`<>":
                assert result.count(mark) == marks.count(mark), f"seed {seed}: {result}"
    assert drafts > 2000


def test_the_words_of_a_span_stand_in_it_again():
    for seed in range(300):
        random = Random(seed)  # noqa: S311 - no secret
        words = [f"w{number}" for number in range(8)]
        start = random.randint(0, 5)
        end = random.randint(start + 1, 8)
        message = " ".join([*words[:start], f"[{' '.join(words[start:end])}](u)", *words[end:]])
        source = " ".join(words)
        shift = random.randint(0, 7)
        order = words[shift:] + words[:shift]
        target = " ".join(order)
        result = draft(message, (source, target, " ".join(f"{w}={w}" for w in words)))
        found = re.search(r"\[(.*)\]\(u\)", result or "")
        inside = set(words[start:end])
        assert found
        assert set(found[1].split()) & inside, result
