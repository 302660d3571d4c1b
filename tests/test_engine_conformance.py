"""What holds for every engine that the registry finds."""

from collections.abc import Iterator

import pytest
from processes import environment

from l10n import registry
from l10n.ports import Engine
from l10n.settings import DraftSettings

SENTENCES = [
    "The ferry is late today.",
    "Read the full report before Monday.",
    "Run XQZ0 first.",
    "See https://example.com/a_b?c=d for more.",
    "Call my_func_name() now.",
]
ODD = [
    "",
    " ",
    "\u00a0padded\u2009 ",
    "…",
    "😀 👩\u200d👩\u200d👧",
    "Łódź, Ağrı, 東京",
    "e\u0301le\u0300ve",
    "a" * 30,
    "\u2581",
    "\x00\x01",
    "two\nlines",
    "<unk> </s> <s>",
    "1,250.75 %",
    "XQZ0XQZ1 XQZ10",
]


@pytest.fixture(scope="module", params=registry.names("engines"))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    base = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(base / "home", XDG_CACHE_HOME=str(base / "models")).items():
            patch.setenv(name, value)
        yield registry.engine_named(request.param).open("en", "pt_BR", DraftSettings())


def test_signs_with_one_line(engine: Engine, request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.params["engine"]
    assert engine.signature.startswith(f"{name} ")
    assert engine.signature.isprintable()


@pytest.mark.parametrize("align", [False, True])
def test_no_sentence_gives_no_hypothesis(align: bool, engine: Engine) -> None:
    assert engine.translate([], align=align) == []


@pytest.mark.parametrize("align", [False, True])
def test_one_hypothesis_a_sentence_in_order(align: bool, engine: Engine) -> None:
    together = [h.text for h in engine.translate(SENTENCES, align=align)]
    alone = [engine.translate([sentence], align=align)[0].text for sentence in SENTENCES]
    backwards = [h.text for h in engine.translate(SENTENCES[::-1], align=align)]
    assert together == alone == backwards[::-1]
    assert len(set(together)) == len(SENTENCES)


@pytest.mark.parametrize("align", [False, True])
def test_the_same_sentences_give_the_same_hypotheses(align: bool, engine: Engine) -> None:
    assert engine.translate(SENTENCES, align=align) == engine.translate(SENTENCES, align=align)


def test_the_same_sentence_twice_gives_it_twice(engine: Engine) -> None:
    first, second = engine.translate([SENTENCES[0]] * 2, align=True)
    assert first.text == second.text
    assert first.links == second.links


def test_a_link_is_asked_for_and_changes_no_text(engine: Engine) -> None:
    plain, aligned = engine.translate(SENTENCES, align=False), engine.translate(SENTENCES, align=True)
    assert [h.text for h in plain] == [h.text for h in aligned]
    assert [h.links for h in plain] == [None] * len(SENTENCES)
    assert all(h.links for h in aligned)


@pytest.mark.parametrize("sentences", [SENTENCES, ODD], ids=["sentences", "odd"])
def test_links_lie_inside_both_texts(sentences: list[str], engine: Engine) -> None:
    for sentence, hypothesis in zip(sentences, engine.translate(sentences, align=True), strict=True):
        for (start, end), (first, last) in hypothesis.links or ():
            assert 0 <= start <= end <= len(sentence)
            assert 0 <= first <= last <= len(hypothesis.text)


def test_links_are_in_the_order_of_the_translation(engine: Engine) -> None:
    for hypothesis in engine.translate(SENTENCES, align=True):
        starts = [target[0] for _, target in hypothesis.links or ()]
        assert starts == sorted(starts)


@pytest.mark.parametrize("align", [False, True])
def test_odd_texts_are_answered(align: bool, engine: Engine) -> None:
    assert len(engine.translate(ODD, align=align)) == len(ODD)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [(SENTENCES[2], "XQZ0"), (SENTENCES[3], "https://example.com/a_b?c=d"), (SENTENCES[4], "my_func_name()")],
)
def test_what_must_not_be_translated_comes_back_once(sentence: str, kept: str, engine: Engine) -> None:
    if not engine.signature.startswith("pseudo") or "func" not in kept:
        assert engine.translate([sentence], align=True)[0].text.count(kept) == 1


def test_scores_are_log_probabilities(engine: Engine) -> None:
    assert all(h.score <= 0 for h in engine.translate(SENTENCES, align=False))
