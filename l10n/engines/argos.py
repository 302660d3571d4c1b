"""Argos Translate packages on CTranslate2: offline machine translation."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from l10n.config import DraftSettings
from l10n.errors import EngineError
from l10n.model.draft import CharRange, Hypothesis
from l10n.packages import scan
from l10n.packages.install import install
from l10n.packages.route import find_route
from l10n.ports import Engine, EngineFactory

_BATCH_TOKENS = 1024
"""Argos Translate's own 32 costs a factor of 1.7; above 1,024 nothing is gained."""
_SPACE = "\u2581"


class ArgosEngine:
    """A chain of packages, each with one translator that is loaded when it is first needed."""

    def __init__(self, links: Sequence[_Package], beam: int) -> None:
        self._links = links
        self._beam = beam

    @property
    def signature(self) -> str:
        return f"argos {', '.join(link.package.name for link in self._links)}, beam {self._beam}"

    def translate(self, sentences: Sequence[str], *, align: bool) -> list[Hypothesis]:
        try:
            return self._translate(sentences, align=align)
        except (RuntimeError, OSError, ValueError, LookupError) as error:  # what the libraries raise
            hint = "install the model anew: `l10n models install FILE.argosmodel`"
            what = str(error).strip().split("\n")[0]
            raise EngineError(f"the model failed: {what}", where=self.signature, hint=hint) from error

    def _translate(self, sentences: Sequence[str], *, align: bool) -> list[Hypothesis]:
        found = self._links[0].translate(sentences, self._beam, align=align)
        for link in self._links[1:]:
            onward = link.translate([h.text for h in found], self._beam, align=align)
            found = [_chained(first, second) for first, second in zip(found, onward, strict=True)]
        return found


class _Package:
    """One package: Argos Translate reads it, CTranslate2 runs it."""

    def __init__(self, package: scan.ModelPackage) -> None:
        self.package = package

    @cached_property
    def argos(self) -> Any:
        from argostranslate.package import Package

        return Package(_folder(self.package))

    @cached_property
    def translator(self) -> Any:
        import ctranslate2

        path = str(Path(self.argos.package_path) / "model")
        return ctranslate2.Translator(path, device="cpu", intra_threads=os.cpu_count() or 1)

    def translate(self, sentences: Sequence[str], beam: int, *, align: bool) -> list[Hypothesis]:
        tokens = [self.argos.tokenizer.encode(sentence) for sentence in sentences]
        prefix = [self.argos.target_prefix] if self.argos.target_prefix else []
        options: dict[str, Any] = {
            "max_batch_size": _BATCH_TOKENS,
            "batch_type": "tokens",
            "use_vmap": (Path(self.argos.package_path) / "model" / "vmap.txt").is_file(),
        }
        results = self.translator.translate_batch(
            tokens, [prefix] * len(tokens) if prefix else None, beam_size=beam, return_scores=True, **options
        )
        outputs = [result.hypotheses[0] for result in results]
        links = self._alignments(sentences, tokens, outputs, len(prefix), options) if align else None
        return [
            Hypothesis(
                text=self._decode(output[len(prefix) :]),
                score=result.scores[0],
                links=links[i] if links else None,
            )
            for i, (result, output) in enumerate(zip(results, outputs, strict=True))
        ]

    def _decode(self, tokens: list[str]) -> str:
        """The text of tokens. Argos Translate's own decode turns every `_` into a space."""
        if (Path(self.argos.package_path) / "sentencepiece.model").is_file():
            processor = self.argos.tokenizer.lazy_processor()
            return str(processor.decode_pieces(tokens)).replace(_SPACE, " ").strip()
        return str(self.argos.tokenizer.decode(tokens)).strip()

    def _alignments(
        self,
        sentences: Sequence[str],
        tokens: list[list[str]],
        outputs: list[list[str]],
        prefix: int,
        options: dict[str, Any],
    ) -> list[tuple[tuple[CharRange, CharRange], ...] | None] | None:
        """Links by a second, forced pass: CTranslate2 4.8.5 mixes up the first row of attention in a beam."""
        if not (Path(self.argos.package_path) / "sentencepiece.model").is_file():
            return None
        forced = self.translator.translate_batch(
            tokens,
            outputs,
            beam_size=1,
            return_attention=True,
            max_decoding_length=1024,
            **options | {"use_vmap": False},  # a forced token need not be in the shortlist
        )
        processor = self.argos.tokenizer.lazy_processor()
        links = []
        for sentence, output, result in zip(sentences, outputs, forced, strict=True):
            mapping = processor.encode_as_offset_mapping(sentence)["offsets"]
            offsets = [(a + (sentence[a : a + 1] == " "), b) for a, b in mapping]
            rows = result.attention[0][prefix : len(output)]
            links.append(_links(offsets, output[prefix:], rows, self._decode(output[prefix:])))
        return links


def _folder(package: scan.ModelPackage) -> Path:
    """The package's folder; the built-in one is unpacked once, under the name of its archive."""
    if package.path and not package.builtin:
        return package.path
    folder = scan.cache_folder() / scan.STARTER.stem
    return folder if (folder / "metadata.json").is_file() else install(scan.STARTER, scan.cache_folder())


def _links(
    offsets: Sequence[CharRange], output: Sequence[str], rows: Sequence[Sequence[float]], text: str
) -> tuple[tuple[CharRange, CharRange], ...] | None:
    """For each target token its range and that of the source token with the highest attention."""
    links, at = [], 0
    for token, row in zip(output, rows, strict=False):
        piece = token.replace(_SPACE, " ")
        piece = piece.lstrip() if at == 0 else piece
        end = at + len(piece)
        if text[at:end] != piece and piece.strip():
            return None  # byte pieces or a normalising decoder: positions are not known
        best = max(range(min(len(row), len(offsets))), key=row.__getitem__)
        links.append((offsets[best], (at + len(piece) - len(piece.lstrip()), end)))
        at = end
    return tuple(links)


def _chained(first: Hypothesis, second: Hypothesis) -> Hypothesis:
    """The alignment through the middle language: what a target token looks at there, it looks at here."""
    if first.links is None or second.links is None:
        return Hypothesis(text=second.text, score=first.score + second.score)
    links = []
    for middle, target in second.links:
        sources = [s for s, m in first.links if m[0] < middle[1] and middle[0] < m[1]]
        if sources:
            links.append(((min(s for s, _ in sources), max(e for _, e in sources)), target))
    return Hypothesis(text=second.text, score=first.score + second.score, links=tuple(links))


def _open(source: str, target: str, settings: DraftSettings) -> Engine:
    """Packages that the user installed come before the built-in one."""
    route = find_route(source, target, [*scan.installed(), scan.starter()])
    return ArgosEngine([_Package(package) for package in route], settings.beam)


ENGINE: Final[EngineFactory] = EngineFactory(
    summary="offline machine translation with packages of Argos Translate", open=_open
)
