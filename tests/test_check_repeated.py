"""The checks `inconsistent` and `reused`, which look at all messages of a locale."""

from dataclasses import replace

import pytest
from checking import found, message

from l10n import registry

INCONSISTENT, REUSED = (
    next(check for check in registry.checks() if check.code == code) for code in ("inconsistent", "reused")
)


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        (("Port closed", "Porto fechado"), ("Port closed!", "Fechou o porto"), "Porto fechado"),
        (("Port  closed.", "Porto fechado."), ("port closed", "Fechou o porto"), "Porto fechado."),
        (("It’s late", "É tarde"), ("It's late", "Está tarde"), "É tarde"),
        (("Port closed", "Porto fechado"), ("Port closed!", "porto  fechado!"), ""),
        (("Closed?", "¿Cerrado?"), ("Closed", "Cerrado"), ""),
        (("May", "Maio"), ("may", "pode"), ""),
        (("Port closed", "港口关闭"), ("Port closed.", "港口关闭。"), ""),
        (("…", "…"), ("—", "-"), ""),
    ],
)
def test_the_same_text_is_translated_in_one_way(one, other, finding):
    messages = [message(*one), message(*other)]
    says = [f"elsewhere it is “{finding}”"] if finding else []
    assert found(INCONSISTENT, *messages) == says
    assert bool(found(INCONSISTENT, *reversed(messages))) == bool(finding)


def test_what_most_messages_say_is_right():
    usual, odd = message("Read on", "Leia mais"), message("Read on!", "Siga lendo")
    other = replace(message("Read on.", "Leia mais."), article="news/flood.md")
    assert found(INCONSISTENT, usual, odd, other) == []
    assert found(INCONSISTENT, usual, other, odd) == ["elsewhere it is “Leia mais”"]
    assert found(INCONSISTENT, other, usual, odd) == ["elsewhere it is “Leia mais.” in news/flood.md"]


def test_a_context_may_ask_for_another_translation():
    button, title = message("Read on", "Leia"), message("Read on", "Leitura")
    title = replace(title, entry=replace(title.entry, context="title"))
    assert found(INCONSISTENT, button, title) == []


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("The tide comes at noon.", "Nobody knows the captain.", True),
        ("The harbour is open.", "The harbour is closed.", True),
        ("Storm surge", "The tide comes at noon.", True),
        ("The harbour is closed.", "Harbour closed", False),
        ("The harbour is closed.", "A harbour was closed!", False),
        ("Grey harbours in the rain", "Gray harbour in the rain", False),
        ("Do not run here.", "Don't run here!", False),
        ("Learn more", "Read more", False),
        ("OK", "Okay", False),
    ],
)
def test_one_translation_for_messages_that_say_different_things(one, other, named):
    target = "O porto está fechado."
    for pair in [(one, other), (other, one)]:
        says = [f"it also stands for “{pair[0]}”"] if named else []
        assert found(REUSED, *(message(source, target) for source in pair)) == says


def test_what_stands_for_more_messages_is_right():
    closed = [message(text, "Fechado por hoje") for text in ("Closed for today", "Closed for today!")]
    pasted = message("The tide comes at noon", "Fechado por hoje")
    assert found(REUSED, *closed, pasted) == ["it also stands for “Closed for today”"]
    assert found(REUSED, pasted, *closed) == []
