"""The check `untranslated`."""

import pytest
from checking import found, message

from l10n import registry
from l10n.checking.rules import Rules

CHECK = next(check for check in registry.checks() if check.code == "untranslated")
SAME = "same as the source"


@pytest.mark.parametrize(
    ("text", "locale", "kind", "finding"),
    [
        ("The harbour stays closed.", "pt_BR", "paragraph", SAME),
        ("The harbour stays closed.", "ru", "paragraph", SAME),
        ("The harbour stays closed.", "zh_Hans", "paragraph", SAME),
        ("The harbour stays closed.", "ar", "paragraph", SAME),
        ("It rained.", "pt_BR", "paragraph", SAME),
        ("sea level rise", "pt_BR", "list item", SAME),
        ("How to Build a Sensor", "pt_BR", "heading 1", SAME),
        ("“Nobody told us anything.”", "pt_BR", "paragraph", SAME),
        ("“The cat has more sense”", "pt_BR", "heading 2", SAME),
        ("**Bold** words [are read](/u) too", "pt_BR", "paragraph", SAME),
        ("Harbour Times", "pt_BR", "paragraph", ""),
        ("The Guardian of the Sea", "pt_BR", "paragraph", ""),
        ("newsletter", "pt_BR", "paragraph", ""),
        ("Open source", "pt_BR", "heading 2", ""),
        ("3.5 km", "pt_BR", "table cell", ""),
        ("`make install`", "pt_BR", "paragraph", ""),
        ("https://tides.example/how-to-read-the-map", "pt_BR", "paragraph", ""),
        ('— @rosa, ["Why I love the sea and its tides"](/why)', "pt_BR", "paragraph", ""),
        ("The harbour stays closed.", "en_GB", "paragraph", ""),
        ("???", "pt_BR", "paragraph", ""),
    ],
)
def test_a_text_that_was_copied(text, locale, kind, finding):
    says = found(CHECK, message(text, text, locale, kind), locale=locale)
    assert says == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("source", "target", "locale", "left"),
    [
        ("It rained. Nobody came.", "Choveu. Nobody came.", "pt_BR", "Nobody came"),
        ("It rained. Nobody came.", "Шёл дождь. Nobody came.", "ru", "Nobody came"),
        (
            "The sea rose and the town was flooded.",
            "O mar subiu and the town was flooded.",
            "pt_BR",
            "and the town was flooded",
        ),
        ("Read [the full report](/r) today.", "Leia hoje [the full report](/r).", "pt_BR", "the full report"),
        (
            "He told us: “The cat has left us.”",
            "Ele disse: “The cat has left us.”",
            "pt_BR",
            "The cat has left us",
        ),
        ("The sea rose.", "海面上升。The sea rose.", "zh_Hans", "The sea rose"),
        ("He wrote “The Turn of the Tide”.", "Ele escreveu “The Turn of the Tide”.", "pt_BR", ""),
        ("It follows the Citizen Code of Conduct.", "Segue o Citizen Code of Conduct.", "pt_BR", ""),
        ("Let’s talk about status and data.", "Falemos de status e data.", "pt_BR", ""),
        ("Run `go to the end` now.", "Rode `go to the end` agora.", "pt_BR", ""),
        ("The sea rose. — Rosa, who saw it", "O mar subiu. — Rosa, who saw it", "pt_BR", ""),
    ],
)
def test_sentences_that_are_left(source, target, locale, left):
    says = found(CHECK, message(source, target, locale), locale=locale)
    assert says == ([f"left in the source language: {left}"] if left else [])


def test_words_that_other_messages_translate_are_no_names():
    tides = message("The tides and the sea level", "As marés e o nível do mar")
    kept = message("Open source is a status", "Open source é um status")
    for text, finding in [("Tides", [SAME]), ("Sea level", [SAME]), ("Status", []), ("Tides Ellery", [])]:
        assert found(CHECK, tides, kept, message(text, text)) == finding


def test_words_that_a_project_keeps_are_no_fault():
    text = message("pull request", "pull request")
    other = message("The pull and the request", "A puxada e o pedido")
    assert found(CHECK, other, text) == [SAME]
    assert found(CHECK, other, text, rules=Rules(keep=("Pull request",))) == []
