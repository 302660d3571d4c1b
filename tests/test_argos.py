"""The Argos engine: on the built-in model, and on stand-ins for what that model does not show."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from processes import environment, unpacked_package, untouched

from l10n.engines import argos
from l10n.errors import EngineError
from l10n.model.draft import Hypothesis
from l10n.packages import scan
from l10n.packages.loaded import LoadedPackage
from l10n.packages.scan import ModelPackage
from l10n.settings import DraftSettings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which nothing is installed, and no model is unpacked yet."""
    for name, value in environment(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    return tmp_path / "home"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    base = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(base / "home", XDG_CACHE_HOME=str(base / "models")).items():
            patch.setenv(name, value)
        yield argos.ENGINE.open("en", "pt_BR", DraftSettings())


def words(sentence: str, found: Hypothesis) -> list[tuple[str, str]]:
    """The linked stretches, as they read."""
    assert found.links is not None
    return [(sentence[a:b], found.text[c:d]) for (a, b), (c, d) in found.links]


# The built-in model


def test_translates_portuguese(engine: Any) -> None:
    found = engine.translate(["Good morning.", "The ferry is late."], align=False)
    assert [h.text for h in found] == ["Bom dia.", "O ferry está atrasado."]


def test_underscores_survive_decoding(engine: Any) -> None:
    (found,) = engine.translate(["Call my_func_name() now."], align=False)
    assert "my_func_name()" in found.text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Read the full report today.", [("full", "completo"), ("report", "relatório"), ("today", "hoje")]),
        ("The red car stopped near the white house.", [("red", "vermelho"), ("white", "branca")]),
        ("Good morning.", [("Good", "Bom"), ("morning", "dia"), (".", ".")]),
    ],
)
def test_links_lead_to_what_a_word_became(
    sentence: str, expected: list[tuple[str, str]], engine: Any
) -> None:
    (found,) = engine.translate([sentence], align=True)
    assert [pair for pair in expected if pair not in words(sentence, found)] == []


def test_the_first_word_of_each_sentence_in_a_batch_is_linked_rightly(engine: Any) -> None:
    """CTranslate2 4.8.5 gives the first row of attention of another item where beam and batch exceed 1."""
    sentences = ["Today the report is late.", "Monday is a good day.", "Three boats came home."]
    first = [words(s, h)[0] for s, h in zip(sentences, engine.translate(sentences, align=True), strict=True)]
    assert first == [("Today", "Hoje"), ("Monday", "Segunda"), ("Three", "Três")]


def test_the_second_pass_for_alignment_is_still_needed(engine: Any) -> None:
    """Fails once CTranslate2 gives right attention in a beam: then `LoadedPackage._first` can go."""
    loaded = engine._packages[0]
    sentences = [
        "The mayor left the harbour.",
        "A red boat came home late.",
        "Two people saw it.",
        "Nobody paid.",
    ]
    tokens = [loaded._argos.tokenizer.encode(sentence) for sentence in sentences]

    def first_rows(batch: list[list[str]]) -> list[list[float]]:
        found = loaded._translator.translate_batch(batch, beam_size=2, return_attention=True)
        return [result.attention[0][0] for result in found]

    alone = [first_rows([item])[0] for item in tokens]
    wrong = [
        row != pytest.approx(right, abs=1e-3) for row, right in zip(first_rows(tokens), alone, strict=True)
    ]
    assert any(wrong)


def test_a_word_whose_translation_does_not_end_can_be_aligned(engine: Any) -> None:
    (found,) = engine.translate(["a" * 300], align=True)
    assert found.text != ""


@pytest.mark.parametrize("align", [False, True])
def test_a_sentence_of_any_length_is_translated_to_its_end(align: bool, engine: Any) -> None:
    long = "the bridge was closed and " * 200 + "we read the report."
    found, short = engine.translate([long, "Good morning."], align=align)
    assert "relatório" in found.text[-100:]
    assert short.text == "Bom dia."


def test_links_name_ranges_without_the_space_before_a_word(engine: Any) -> None:
    sentence = "Read the full report today."
    (found,) = engine.translate([sentence], align=True)
    assert [pair for pair in words(sentence, found) if pair != (pair[0].strip(), pair[1].strip())] == []


def test_the_signature_names_model_version_and_beam(home: Path) -> None:
    assert argos.ENGINE.open("en", "pt", DraftSettings(beam=3)).signature == "argos en→pt 1.0, beam 3"


def test_opening_an_engine_loads_and_unpacks_nothing(home: Path) -> None:
    argos.ENGINE.open("en", "pt", DraftSettings())
    assert not home.exists()


def test_the_built_in_model_is_unpacked_once_into_the_cache(home: Path) -> None:
    for _ in range(2):
        argos.ENGINE.open("en", "pt", DraftSettings()).translate(["Good morning."], align=False)
        folder = home / "cache" / "l10n" / "models"
        assert [path.name for path in folder.iterdir()] == [scan.STARTER.stem]
        first = untouched(folder)
    argos.ENGINE.open("en", "pt", DraftSettings()).translate(["Good morning."], align=False)
    assert untouched(folder) == first


def test_half_of_an_unpacked_model_is_replaced(home: Path) -> None:
    (home / "cache" / "l10n" / "models" / scan.STARTER.stem / "model").mkdir(parents=True)
    (found,) = argos.ENGINE.open("en", "pt", DraftSettings()).translate(["Good morning."], align=False)
    assert found.text == "Bom dia."


def test_no_route_is_an_error_when_the_engine_is_opened(home: Path) -> None:
    with pytest.raises(EngineError, match="no model from en to ja"):
        argos.ENGINE.open("en", "ja", DraftSettings())


@pytest.mark.parametrize("broken", ["tokenizer", "model", "metadata"])
def test_a_package_that_cannot_be_read_is_an_error(broken: str, home: Path) -> None:
    folder = unpacked_package(scan.installed_folder() / "mine", to_code="es")
    if broken != "tokenizer":
        with zipfile.ZipFile(scan.STARTER) as starter:
            name = f"{scan.STARTER.stem}/sentencepiece.model"
            (folder / "sentencepiece.model").write_bytes(starter.read(name))
    opened = argos.ENGINE.open("en", "es", DraftSettings())
    if broken == "metadata":
        (folder / "metadata.json").write_text("{")
    with pytest.raises(EngineError, match=r"en→es 1\.9"):
        opened.translate(["Good morning."], align=True)


# Stand-ins


class Pieces:
    """A SentencePiece model that knows white space only."""

    def encode(self, sentence: str) -> list[str]:
        return [f"\u2581{word}" for word in sentence.split()]

    def lazy_processor(self) -> "Pieces":
        return self

    def decode_pieces(self, tokens: Sequence[str]) -> str:
        return "".join(tokens).replace("\u2581", " ").strip()

    def encode_as_offset_mapping(self, sentence: str) -> dict[str, list[tuple[int, int]]]:
        offsets, at = [], 0
        for word in sentence.split():
            end = sentence.index(word, at) + len(word)
            offsets.append((at, end))
            at = end
        return {"offsets": offsets}


class Backwards:
    """A translator that gives the words in reverse order and in capitals, behind the prefix."""

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []

    def translate_batch(
        self, tokens: list[list[str]], prefixes: list[list[str]] | None = None, **options: Any
    ) -> list[SimpleNamespace]:
        self.calls.append({"tokens": tokens, "prefixes": prefixes, **options})
        marks = [p[:1] if p and p[0].startswith("__") else [] for p in prefixes or [[]] * len(tokens)]
        return [self.answer(words, mark) for words, mark in zip(tokens, marks, strict=True)]

    def answer(self, tokens: list[str], mark: list[str]) -> SimpleNamespace:
        order = range(len(tokens))[::-1]
        rows = [[1.0] + [0.0] * (len(tokens) - 1)] * len(mark) + [
            [float(column == row) for column in range(len(tokens))] for row in order
        ]
        output = [*mark, *(tokens[number].upper() for number in order)]
        return SimpleNamespace(hypotheses=[output], scores=[-0.5], attention=[rows])


def stand_in(folder: Path, prefix: str = "") -> tuple[Any, Backwards]:
    """A package whose tokenizer and translator are stand-ins."""
    folder.mkdir()
    (folder / "sentencepiece.model").touch()
    package = LoadedPackage(ModelPackage(source="en", target="xx", version="1", path=folder))
    translator = Backwards()
    package.__dict__["_argos"] = SimpleNamespace(
        package_path=folder, target_prefix=prefix, tokenizer=Pieces()
    )
    package.__dict__["_translator"] = translator
    return package, translator


def test_a_target_prefix_is_given_for_each_sentence_and_taken_off_each(tmp_path: Path) -> None:
    package, translator = stand_in(tmp_path / "p", "__xx__")
    found = package.translate(["one two", "three", "four five"], 2, align=False)
    assert translator.calls[0]["prefixes"] == [["__xx__"]] * 3
    assert [h.text for h in found] == ["TWO ONE", "THREE", "FIVE FOUR"]


def test_without_a_target_prefix_none_is_given(tmp_path: Path) -> None:
    package, translator = stand_in(tmp_path / "p")
    package.translate(["one two"], 2, align=False)
    assert translator.calls[0]["prefixes"] is None


@pytest.mark.parametrize("prefix", ["", "__xx__"])
def test_links_do_not_count_the_target_prefix(prefix: str, tmp_path: Path) -> None:
    package, _ = stand_in(tmp_path / "p", prefix)
    (found,) = package.translate(["one two six"], 2, align=True)
    assert words("one two six", found) == [("six", "SIX"), ("two", "TWO"), ("one", "ONE")]


def test_alignment_takes_a_second_pass_of_one_token(tmp_path: Path) -> None:
    package, translator = stand_in(tmp_path / "p")
    package.translate(["one two"], 2, align=True)
    first, second = translator.calls
    assert (first["beam_size"], first["return_attention"]) == (2, True)
    assert (second["beam_size"], second["return_attention"], second["max_decoding_length"]) == (1, True, 1)


@pytest.mark.parametrize(("prefix", "beam"), [("__xx__", 2), ("", 1)])
def test_without_a_beam_or_behind_a_prefix_alignment_takes_no_second_pass(
    prefix: str, beam: int, tmp_path: Path
) -> None:
    package, translator = stand_in(tmp_path / "p", prefix)
    package.translate(["one two"], beam, align=True)
    assert [call["return_attention"] for call in translator.calls] == [True]


def test_alignment_in_a_beam_is_that_of_a_pass_forced_to_the_same_words(engine: Any) -> None:
    loaded = engine._packages[0]
    sentences = ["The mayor left the harbour.", "A red boat came home late.", "Two people saw it."] * 4
    tokens = [loaded._argos.tokenizer.encode(sentence) for sentence in sentences]
    outputs = loaded._outputs(tokens, {"beam_size": 4}, attention=True)
    forced = loaded._translator.translate_batch(
        tokens, [output.tokens for output in outputs], beam_size=1, return_attention=True
    )
    for output, result in zip(outputs, forced, strict=True):
        for row, right in zip(output.rows, result.attention[0], strict=False):
            assert row.index(max(row)) == right.index(max(right))


@pytest.mark.parametrize("lexicon", [False, True])
def test_a_lexicon_of_the_package_is_used(lexicon: bool, tmp_path: Path) -> None:
    package, translator = stand_in(tmp_path / "p")
    (tmp_path / "p" / "model").mkdir()
    if lexicon:
        (tmp_path / "p" / "model" / "vmap.txt").touch()
    package.translate(["one"], 2, align=False)
    assert [call["use_vmap"] for call in translator.calls] == [lexicon]


def test_all_sentences_go_to_the_model_in_one_call(tmp_path: Path) -> None:
    package, translator = stand_in(tmp_path / "p")
    package.translate(["one two", "three"], 2, align=False)
    assert len(translator.calls) == 1
    assert translator.calls[0]["batch_type"] == "tokens"
    assert translator.calls[0]["max_batch_size"] > 32


def test_a_sentence_longer_than_models_can_take_is_cut_and_whole_again(tmp_path: Path) -> None:
    package, translator = stand_in(tmp_path / "p", "__xx__")
    long = " ".join(f"w{number}" for number in range(450))
    first, found, last = package.translate(["one two", long, "six"], 2, align=True)
    assert max(len(tokens) for call in translator.calls for tokens in call["tokens"]) <= 256
    assert sorted(found.text.split()) == sorted(long.upper().split())
    assert found.links is None
    assert words("one two", first) == [("two", "TWO"), ("one", "ONE")]
    assert words("six", last) == [("six", "SIX")]


def test_a_tokenizer_without_ranges_gives_no_links(tmp_path: Path) -> None:
    package, _ = stand_in(tmp_path / "p")
    package._argos.tokenizer.decode = lambda tokens: " ".join(t.strip("\u2581") for t in tokens)
    (tmp_path / "p" / "sentencepiece.model").unlink()
    (found,) = package.translate(["one two"], 2, align=True)
    assert (found.text, found.links) == ("TWO ONE", None)


def test_a_decoder_that_changes_pieces_gives_no_links(tmp_path: Path) -> None:
    package, _ = stand_in(tmp_path / "p")
    package._argos.tokenizer.decode_pieces = lambda _: "something else"
    (found,) = package.translate(["one two"], 2, align=True)
    assert (found.text, found.links) == ("something else", None)


def test_a_pivot_translates_what_the_first_package_gave(tmp_path: Path) -> None:
    (first, _), (second, translator) = stand_in(tmp_path / "a"), stand_in(tmp_path / "b")
    engine = argos.ArgosEngine([first, second], beam=2)
    (found,) = engine.translate(["one two six"], align=False)
    assert translator.calls[0]["tokens"] == [["\u2581SIX", "\u2581TWO", "\u2581ONE"]]
    assert (found.text, found.score, found.links) == ("ONE TWO SIX", -1.0, None)
    assert engine.signature == "argos en→xx 1, en→xx 1, beam 2"


def test_a_pivot_leads_links_through_the_middle(tmp_path: Path) -> None:
    links = [stand_in(tmp_path / name)[0] for name in ("a", "b", "c")]
    (found,) = argos.ArgosEngine(links, beam=2).translate(["one two six"], align=True)
    assert words("one two six", found) == [("six", "SIX"), ("two", "TWO"), ("one", "ONE")]


def test_links_through_the_middle_cover_all_that_meets_there() -> None:
    # "by train" → "mit dem Zug" → "en tren": the middle's "dem Zug" is one token of the second package
    first = Hypothesis(text="mit dem Zug", links=(((0, 2), (0, 3)), ((3, 8), (4, 7)), ((3, 8), (8, 11))))
    second = Hypothesis(text="en tren", links=(((0, 7), (0, 2)), ((8, 11), (3, 7))))
    found = argos._chained(first, second)
    assert found.links == (((0, 8), (0, 2)), ((3, 8), (3, 7)))


def test_links_through_a_middle_without_links_are_none() -> None:
    linked, bare = Hypothesis(text="a", links=(((0, 1), (0, 1)),)), Hypothesis(text="b")
    assert argos._chained(linked, bare).links is None
    assert argos._chained(bare, linked).links is None


def test_what_comes_from_nowhere_in_the_middle_has_no_link() -> None:
    first = Hypothesis(text="a b", links=(((0, 1), (0, 1)),))
    second = Hypothesis(text="x y", links=(((0, 1), (0, 1)), ((2, 3), (2, 3))))
    assert argos._chained(first, second).links == (((0, 1), (0, 1)),)
