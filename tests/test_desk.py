"""A message at the engine's door: what is asked for it, what is asked again, and what is taken."""

from collections.abc import Sequence

import pytest

from l10n import registry
from l10n.drafting.door import Door, segments
from l10n.engines.pseudo import PseudoEngine
from l10n.model.article import Scope
from l10n.model.draft import CharRange, Draft, Hypothesis
from l10n.stages import draft as stage
from l10n.stages.desk import Desk

MARKDOWN = registry.format_named("markdown")
LETTERS = "ŁłęąŞ£×🎉"


def unreadable(text: str) -> list[CharRange]:
    return [(at, at + 1) for at, char in enumerate(text) if char in LETTERS]


class Scripted:
    """An engine that answers from a script, and with the sentence itself where that has none.

    `!` stands before a sentence that is asked for by other settings.
    """

    signature = "scripted"

    def __init__(self, script: dict[str, str]) -> None:
        self.script = script
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str], *, align: bool, other: bool = False) -> list[Hypothesis]:
        return [self.answer(f"!{sentence}" if other else sentence, align=align) for sentence in sentences]

    def answer(self, sentence: str, *, align: bool) -> Hypothesis:
        self.asked.append(sentence)
        text = self.script.get(sentence, sentence.removeprefix("!"))
        return Hypothesis(text=text, score=-0.1, links=() if align else None)

    def knows(self, word: str) -> bool:
        return not word.istitle()

    def unreadable(self, text: str) -> list[CharRange]:
        return unreadable(text)


def door(**more: object) -> Door:
    return Door(**{"source": "en", "target": "pt_BR", "unreadable": unreadable, "knows": str.isdigit} | more)


def drafted(message: str, script: dict[str, str], **more: object) -> tuple[Draft, list[str]]:
    """The draft of a message, and what the engine was asked for it."""
    engine = Scripted(script)
    desk = Desk((None, message), MARKDOWN, Scope(), door(knows=engine.knows, **more))
    for _ in stage.work([desk], engine, lambda _: None):
        pass
    stage.settle([desk])
    found = desk.draft()
    assert found is not None
    return found, engine.asked


def read(message: str, **more: object) -> list[str]:
    """What the engine reads of a message."""
    return [segment.text for segment in segments(message, door(**more))]


# --- what the engine reads ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("“One.” Two.", ['"One."', "Two."]),
        ("Ask @ellery_harbour or #LateBus now.", ["Ask XQZ0 or XQZ1 now."]),
        ("See https://e.org/a?b=1 now.", ["See https://e.org/a?b=1 now."]),
        ("From Łódź by bus to Şırnak.", ["From XQZ0 by bus to XQZ1."]),
        ("It lost £0.8 billion, 5×3 metres.", ["It lost XQZ0 billion, XQZ1 metres."]),
        ("We won 🎉 today.", ["We won XQZ0 today."]),
        ("Run XQZ0 in Łódź with XQZ1.", ["Run XQZ0 in XQZ2 with XQZ1."]),
        ("At 6:30 p.m. we left.", ["At 6:30pm we left."]),
        ("BREAKING: The mayor left.", ["Breaking:", "The mayor left."]),
        ("MAYOR RESIGNS TODAY", ["Mayor resigns today"]),
        ("(Coastline) - The mayor left.", ["(Coastline) -", "The mayor left."]),
        ("", []),
    ],
)
def test_what_the_engine_reads(message, expected):
    assert read(message) == expected


def test_terms_that_are_kept_are_not_shown():
    assert read("The Tide Watch app, a Tide Watcher.", keep=("Tide Watch",)) == [
        "The XQZ0 app, a Tide Watcher."
    ]


def test_of_terms_within_one_another_the_longer_is_kept():
    for keep in (("Tide", "Tide Watch"), ("Tide Watch", "Tide")):
        (segment,) = segments("The Tide Watch app, a Tide.", door(keep=keep))
        assert segment.text == "The XQZ0 app, a XQZ1."
        assert [stand.target for stand in segment.stands] == ["Tide Watch", "Tide"]


def test_marks_are_read_in_the_light_of_the_whole_message():
    """Alone, the second sentence would be one with a plural possessive and no quotation mark."""
    quotes = [s.quotes for s in segments("‘We left.\nThe owners’ wives stayed,’ he said.", door())]
    assert [[(q.at, q.opens) for q in found] for found in quotes] == [[(0, True)], [(25, False)]]


def test_offsets_of_segments_lead_into_the_message():
    message = "(Coastline) - “Łódź is far.” BREAKING NEWS: The mayor left."
    assert [message[s.start : s.end] for s in segments(message, door())] == [
        s.source for s in segments(message, door())
    ]


# --- what is asked again ------------------------------------------------------------------------------------


def test_a_good_answer_is_taken_at_once():
    found, asked = drafted("The bridge is closed.", {"The bridge is closed.": "A ponte está fechada."})
    assert (found.text, found.notes, asked) == ("A ponte está fechada.", (), ["The bridge is closed."])


def test_a_sentence_of_marks_alone_is_no_fault():
    found, asked = drafted("Who left?!\n…", {"Who left?!": "Quem saiu?!"})
    assert (found.text, found.notes) == ("Quem saiu?!\n…", ())
    assert asked == ["Who left?!"]


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        ("loop", "A ponte a ponte a ponte a ponte"),
        ("empty", ""),
        ("untranslated", "The old bridge is closed today."),
        (
            "length",
            "A ponte velha que fica perto do rio e da cidade, com seus muitos arcos, está hoje fechada",
        ),
    ],
)
def test_a_faulty_answer_is_asked_for_by_other_settings(fault, answer):
    message = "The old bridge is closed today."
    good = "A ponte velha está fechada hoje."
    found, asked = drafted(message, {message: answer, f"!{message}": good})
    assert (found.text, found.notes) == (good, ())
    assert asked == [message, f"!{message}"]
    if answer:
        left, _ = drafted(message, {message: answer, f"!{message}": answer})
        assert fault in left.notes


def test_the_better_of_two_answers_is_taken():
    message = "The old bridge is closed today, he said."
    worse = "A ponte a ponte a ponte a ponte a ponte"
    found, _ = drafted(message, {message: "A ponte.", f"!{message}": worse})
    assert (found.text, found.notes) == ("A ponte.", ("length",))


def test_a_cut_name_is_asked_for_behind_a_token():
    found, asked = drafted(
        "The Hargeisa Herald wrote.",
        {
            "The Hargeisa Herald wrote.": "O Harge Herald escreveu.",
            "The XQZ0 Herald wrote.": "O XQZ0 Herald escreveu.",
        },
    )
    assert found.text == "O Hargeisa Herald escreveu."
    assert asked == ["The Hargeisa Herald wrote.", "The XQZ0 Herald wrote."]


def test_a_lost_figure_is_asked_for_behind_a_token():
    found, asked = drafted(
        "It rose by 1,250.5 points.",
        {"It rose by 1,250.5 points.": "Subiu 125 pontos.", "It rose by XQZ0 points.": "Subiu XQZ0 pontos."},
    )
    assert (found.text, found.notes) == ("Subiu 1.250,5 pontos.", ())
    assert asked == ["It rose by 1,250.5 points.", "It rose by XQZ0 points."]


def test_a_figure_that_never_comes_is_put_where_it_belongs():
    found, _ = drafted(
        "It rose by 12 points.",
        {"It rose by 12 points.": "Subiu dez pontos.", "It rose by XQZ0 points.": "Subiu dez pontos."},
    )
    assert (sorted(found.text.split()), found.notes) == (["12", "Subiu", "dez", "pontos."], ("garbled",))


def test_a_token_that_was_lost_is_put_back_and_told():
    script = {"Ask XQZ0 now.": "Pergunte logo.", "Ask now.": "Pergunte agora."}
    found, asked = drafted("Ask @ellery now.", script)
    assert found.text.count("@ellery") == 1
    assert found.notes == ("placed",)
    assert asked == list(script)


def test_a_token_that_came_twice_or_from_nowhere_goes():
    found, _ = drafted("Ask @ellery now.", {"Ask XQZ0 now.": "Pergunte a XQZ0 XQZ0 agora XQZ7."})
    assert found.text == "Pergunte a @ellery agora."


def test_names_have_one_form_through_an_article():
    engine = Scripted(
        {
            "He left Moscow.": "Ele deixou Moscou.",
            "We like Moscow.": "Gostamos de Moscou.",
            "In old Moscow it rains.": "Na velha Moscova chove.",
        }
    )
    desks = [Desk((None, message), MARKDOWN, Scope(), door(knows=engine.knows)) for message in engine.script]
    for _ in stage.work(desks, engine, lambda _: None):
        pass
    stage.settle(desks)
    assert desks[2].draft().text == "Na velha Moscou chove."


def test_names_that_people_have_translated_are_taken_from_them():
    found, _ = drafted("He knows Łódź.", {"He knows XQZ0.": "Ele conhece XQZ0."}, exonyms={"Łódź": "Lodz"})
    assert found.text == "Ele conhece Lodz."


def test_markup_stays_with_its_words_around_marks_and_tokens():
    found, _ = drafted("*“Go,”* she said in `Łódź`.", {'"Go," she said in XQZ0.': '"Vá", disse ela em XQZ0.'})
    assert found.text.count("*") == 2
    assert "“" in found.text
    assert "`Łódź`" in found.text


def test_nothing_is_asked_more_often_than_there_are_rounds():
    message = "The old bridge of Hargeisa is 12 metres long."
    _, asked = drafted(message, {})
    assert len(asked) == len(set(asked)) <= stage.ROUNDS


# --- engines that do not translate --------------------------------------------------------------------------

UNJUDGED = [
    "“The bridge is closed,” she said — at 6:30 p.m.",
    "MAYOR RESIGNS AFTER NIGHT OF PROTESTS",
    "The Old Pier Opens Again After the Storm",
    "BREAKING: The mayor said ‘no’…",
    "PORT ELLERY, Nov. 3 (Coastline) - It cost $1,250.75.",
    "The boats' crews, the owners’ wives -- and 2019–2024.",
]


@pytest.mark.parametrize("message", UNJUDGED)
def test_the_pseudo_engine_reads_texts_as_they_are_and_nothing_is_made_of_its_answer(message):
    assert registry.engine_named("pseudo").judged is False
    engine = PseudoEngine()
    usual = {"old": "old", "pier": "pier", "opens": "opens", "storm": "storm"}
    plain = Door(source="en", target="fr", typography=False, judged=False, usual=usual, knows=engine.knows)
    desk = Desk((None, message), registry.format_named("text"), Scope(), plain)
    for _ in stage.work([desk], engine, lambda _: None):
        pass
    stage.settle([desk])
    found = desk.draft()
    sentences = [segment.source for segment in segments(message, plain)]
    assert found.notes == ()
    assert found.text == " ".join(hypothesis.text for hypothesis in engine.translate(sentences, align=False))


@pytest.mark.parametrize("message", UNJUDGED)
def test_an_engine_that_does_not_translate_is_never_asked_twice(message):
    _, asked = drafted(message, {}, judged=False, typography=False)
    assert asked == [segment.source for segment in segments(message, door(judged=False))]


# --- long and hostile ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pattern",
    [
        '"',
        "‘s’ a ",
        "a—",
        "… ",
        "6:30 p.m. ",
        "1,",
        "@a ",
        "£1 ",
        "Łódź Abc ",
        "AB, ",
        "1. Dr. ",
        "*a* `b` ",
        ".)!",
    ],
)
def test_a_long_message_of_anything_is_drafted(pattern):
    """Where a step of the way compared every character with every other, this would take minutes."""
    message = f"Ła {pattern * (10_000 // len(pattern))} łb"
    found, _ = drafted(message, {})
    assert "Ła" in found.text
    assert found.text.count("łb") == 1
