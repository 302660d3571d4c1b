"""The check `spelling`, by the program hunspell."""

import pytest
from checking import found, message

from l10n import registry
from l10n.checking import hunspell
from l10n.checking.message import Batch
from l10n.checking.rules import Rules, Term
from l10n.errors import EngineError

CHECK = next(check for check in registry.checks() if check.code == "spelling")
RULES = Rules(spelling=True)


def missing(locale):
    return CHECK.missing(Batch(messages=(), locale=locale, rules=RULES))


@pytest.fixture
def _portuguese():
    if why := missing("pt_BR"):
        pytest.skip(why)


@pytest.mark.usefixtures("_portuguese")
@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("The sea rose.", "O mar subio e a sidade alagou.", ["subio", "sidade"]),
        ("The sea rose.", "Omar subiu; omarr não.", ["omarr"]),
        ("Closed", "Fexado", ["Fexado"]),
        ("He said: closed.", "Ele disse: “Fexado”.", ["Fexado"]),
        ("Call her at dawn.", "Telefone-lhe de madrugada, à beira-mar, com um copo d’água.", []),
        ("Call her.", "Telefone-lhee.", ["Telefone-lhee"]),
        ("Ask Rosa Tennant.", "Pergunte a Rosa Tennant.", []),
        ("Ask her.", "Pergunte a Tennant.", []),
        ("the widgetry", "a widgetry", []),
        ("Run `subio`.", "Rode `subio` {subio} em https://subio.example.", []),
        ("NATO and iPhones", "OTAM e iFones", []),
        ("*", "^subiu *mar #mar !mar &mar @mar ~mar -mar +mar", []),
    ],
)
def test_words_that_are_not_in_the_dictionary(source, target, words):
    says = found(CHECK, message(source, target), rules=RULES)
    assert [what.split(" is not")[0] for what in says] == words


@pytest.mark.usefixtures("_portuguese")
def test_terms_and_what_is_kept_are_right():
    bad = message("The sea", "O marégrafoo e o tidebox")
    rules = Rules(spelling=True, keep=("Tidebox",), terms=(Term(source="gauge", targets=("marégrafoo",)),))
    assert len(found(CHECK, bad, rules=RULES)) == 2
    assert found(CHECK, bad, rules=rules) == []
    assert found(CHECK, bad) == []  # not asked for


def test_what_is_missing_is_said_where_spelling_is_wanted(monkeypatch):
    hunspell.dictionary.cache_clear()
    assert "install it" in missing("tlh")
    assert CHECK.missing(Batch(messages=(), locale="tlh")) == ""
    assert found(CHECK, message("a", "xyzzy", "tlh"), locale="tlh", rules=RULES) == []
    hunspell.dictionary.cache_clear()
    monkeypatch.setattr(hunspell, "program", lambda: "")
    assert hunspell.dictionary("pt_BR") == ""
    hunspell.dictionary.cache_clear()


@pytest.mark.usefixtures("_portuguese")
def test_a_program_that_ends_is_an_error_in_a_line():
    checker = hunspell.Speller(hunspell.dictionary("pt_BR"))
    checker.close()
    with pytest.raises(EngineError, match="hunspell ended"):
        checker.unknown(["mar"])
    with pytest.raises(EngineError, match="hunspell ended"):
        hunspell.Speller("/no/such/dictionary")
