"""A model package at work: Argos Translate reads it, CTranslate2 runs it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from l10n.model.draft import CharRange, Hypothesis
from l10n.packages import scan
from l10n.packages.install import install
from l10n.packages.links import SPACE, Links, Output, Rows, links

_BATCH_TOKENS = 2048
"""Argos Translate's own 32 costs a factor of 1.7; above 2,048 nothing is gained."""
_MAX_TOKENS = 200
"""Models know 512 positions, and translate no sentence of over 200 tokens well: longer ones are cut."""
_NO_LOOPS = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}


class LoadedPackage:
    """A package; tokenizer and translator are loaded when they are first needed."""

    def __init__(self, package: scan.ModelPackage) -> None:
        self.package = package

    @cached_property
    def _argos(self) -> Any:
        with _xdg_folders_elsewhere():
            from argostranslate.package import Package

        return Package(_folder(self.package))

    @cached_property
    def _translator(self) -> Any:
        import ctranslate2

        return ctranslate2.Translator(
            str(self._path("model")), device="cpu", intra_threads=os.cpu_count() or 1
        )

    @cached_property
    def _pieces(self) -> Any:
        """The SentencePiece model; None for the few old packages with BPE."""
        found = self._path("sentencepiece.model").is_file()
        return self._argos.tokenizer.lazy_processor() if found else None

    @cached_property
    def _options(self) -> dict[str, Any]:
        vmap = self._path("model", "vmap.txt").is_file()
        return {"max_batch_size": _BATCH_TOKENS, "batch_type": "tokens", "use_vmap": vmap}

    def _path(self, *parts: str) -> Path:
        return Path(self._argos.package_path).joinpath(*parts)

    def knows(self, word: str) -> bool:
        """Is the word one token of the vocabulary?"""
        pieces = self._pieces
        return pieces is not None and pieces.piece_to_id(f"{SPACE}{word}") != pieces.unk_id()

    @cached_property
    def _letters(self) -> frozenset[str]:
        """The characters of ASCII that the vocabulary has tokens for, as most texts have no others."""
        unknown = self._pieces.unk_id()
        return frozenset(c for c in map(chr, range(128)) if self._pieces.piece_to_id(c) != unknown) | {" "}

    def unreadable(self, text: str) -> list[CharRange]:
        """Ranges of what the vocabulary has no token for."""
        if not self._pieces or self._letters.issuperset(text):
            return []
        unknown = self._pieces.unk_id()
        found = self._pieces.encode_as_offset_mapping(text)
        pairs = zip(found["ids"], found["offsets"], strict=True)
        return [place for number, place in pairs if number == unknown and text[slice(*place)].strip()]

    def translate(
        self, sentences: Sequence[str], beam: int, *, align: bool, other: bool = False
    ) -> list[Hypothesis]:
        """A hypothesis a sentence; `align` adds the links where the tokenizer tells offsets.

        `other`: a wider beam, in which nothing of three tokens stands twice and repeating costs.
        """
        tokens = [self._argos.tokenizer.encode(sentence) for sentence in sentences]
        cuts = [[t[i : i + _MAX_TOKENS] for i in range(0, len(t), _MAX_TOKENS)] or [[]] for t in tokens]
        flat = [cut for pieces in cuts for cut in pieces]
        settings = {"beam_size": max(beam, 4), **_NO_LOOPS} if other else {"beam_size": beam}
        outputs = iter(self._outputs(flat, settings, attention=align and self._pieces is not None))
        return [
            self._hypothesis(sentence, [next(outputs) for _ in pieces])
            for sentence, pieces in zip(sentences, cuts, strict=True)
        ]

    def _hypothesis(self, sentence: str, parts: Sequence[Output]) -> Hypothesis:
        """Of one sentence; one that had to be cut has no links."""
        texts = [self._decode(part.tokens) for part in parts]
        found: Links | None = None
        if parts[0].rows and len(parts) == 1:
            mapping = self._pieces.encode_as_offset_mapping(sentence)["offsets"]
            offsets = [(a + (sentence[a : a + 1] == " "), b) for a, b in mapping]
            found = links(offsets, parts[0], texts[0])
        score = sum(part.score for part in parts) / len(parts)
        return Hypothesis(
            text=" ".join(texts), score=score, links=found and found[0], weak=found[1] if found else ()
        )

    def _outputs(
        self, tokens: list[list[str]], settings: Mapping[str, Any], *, attention: bool
    ) -> list[Output]:
        """A package's target prefix is set before each output and cut off again."""
        prefix = [self._argos.target_prefix] if self._argos.target_prefix else []
        results = self._translator.translate_batch(
            tokens,
            [prefix] * len(tokens) if prefix else None,
            return_scores=True,
            return_attention=attention,
            **self._options,
            **settings,
        )
        rows = [result.attention[0][len(prefix) :] for result in results] if attention else [()] * len(tokens)
        if attention and not prefix and settings["beam_size"] > 1:
            rows = [[*first, *found[1:]] for first, found in zip(self._first(tokens), rows, strict=True)]
        return [
            Output(result.hypotheses[0][len(prefix) :], result.scores[0], found)
            for result, found in zip(results, rows, strict=True)
        ]

    def _first(self, tokens: list[list[str]]) -> Iterator[Rows]:
        """The attention of the first target tokens: in a beam, CTranslate2 4.8.5 gives another sentence's."""
        settings = {"beam_size": 1, "max_decoding_length": 1, "return_attention": True}
        results = self._translator.translate_batch(tokens, **self._options, **settings)
        return (result.attention[0][:1] for result in results)

    def _decode(self, tokens: list[str]) -> str:
        """The text of tokens. Argos Translate's own decode turns every `_` into a space."""
        if self._pieces:
            return str(self._pieces.decode_pieces(tokens)).replace(SPACE, " ").strip()
        return str(self._argos.tokenizer.decode(tokens)).strip()


@contextmanager
def _xdg_folders_elsewhere() -> Iterator[None]:
    """Importing argostranslate makes folders in the user's home, or fails there: let it, elsewhere."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory(prefix="l10n-") as folder:
        os.environ.update(dict.fromkeys(names, folder))
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def _folder(package: scan.ModelPackage) -> Path:
    """The package's folder; the built-in one is unpacked once, under the name of its archive."""
    if package.path and not package.builtin:
        return package.path
    folder = scan.cache_folder() / scan.STARTER.stem
    return folder if (folder / "metadata.json").is_file() else install(scan.STARTER, scan.cache_folder())
