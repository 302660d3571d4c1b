"""Argos Translate's own API, run in the environment of the peer with the model that l10n carries."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers
from benchmarks.clock import run
from benchmarks.places import ROOT, UnavailableError, environment
from l10n.packages.scan import STARTER

BEAM = 4
"""What it uses unless ARGOS_BEAM_SIZE says another."""
Pieces = Sequence[tuple[str, bool]]
"""A text cut at its markup, and which pieces are translated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """CPU seconds of the whole process, and without imports and loading; and the translations."""

    whole: float
    translating: float
    texts: list[str]


def homes(folder: Path) -> dict[str, str]:
    """An environment in which programs keep what they keep below `folder`, with the model unpacked there."""
    with zipfile.ZipFile(STARTER) as archive:
        archive.extractall(folder / "packages")
    return environment(
        **{f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
    )


def translate(folder: Path, env: dict[str, str], texts: Sequence[str | Pieces]) -> Answer:
    """Each text by `translate.translate`, cut ones by `tags.translate_tags`; `env` is that of `homes`."""
    command = [peers.ARGOS.program("python"), str(ROOT / "benchmarks" / "argos_peer.py")]
    more = {"ARGOS_PACKAGES_DIR": str(folder / "packages"), "ARGOS_CHUNK_TYPE": "SPACY"}
    answer = Answer(**json.loads(run(command, folder, env | more, text=json.dumps(list(texts)))))
    expect("argostranslate", answer.texts, len(texts))
    return answer


def expect(who: str, texts: Sequence[str], count: int) -> None:
    """UnavailableError unless (nearly) all paragraphs came out: only work that was done counts."""
    found = sum(bool(text.strip()) for text in texts)
    if found < 0.98 * count:
        raise UnavailableError(f"{who}: {found} paragraphs instead of {count}")
