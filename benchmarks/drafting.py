"""Machine drafts: `l10n draft` against Argos Translate's own API, same model, same paragraphs."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import polib

from benchmarks import peers
from benchmarks.clock import cpu_of_commands, run
from benchmarks.inputs import articles
from benchmarks.places import L10N, ROOT, UnavailableError, environment
from benchmarks.report import Row, Section, Target
from l10n.drafting import sentences
from l10n.formats.markdown import FORMAT
from l10n.packages.scan import STARTER
from l10n.settings import FormatSettings

_PARAGRAPHS = 150
_ROUNDS = 2
_PEER_BEAM = 4  # what argostranslate uses unless ARGOS_BEAM_SIZE says another
_BEAMS = (_PEER_BEAM, 2)
_TARGET = Target(limit=1.8, of_ratio=True)
_NOTES = (
    "The statistical sentence splitters of Argos Translate would be downloaded. So it runs with "
    "`ARGOS_CHUNK_TYPE=SPACY` and an empty pipeline in its cache, to which it adds spaCy's rule-based "
    "sentencizer, which costs next to nothing.",
    "“l10n” is the whole `l10n draft`, with start-up, loading the model, markup, checks and catalogs. “API "
    "alone” leaves imports and loading out; “process” has them, as a script has that calls the API.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """CPU seconds of Argos Translate's API: the whole process, and without imports and loading."""

    whole: float
    translating: float


def measure() -> Section:
    """Sentences per CPU second of drafting."""
    version = peers.version(peers.ARGOS)
    paragraphs = _paragraphs()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        env = _environment(folder)
        _draft(folder, env, paragraphs[:1], _PEER_BEAM)  # byte code is written, the model unpacked
        _api(folder, env, paragraphs[:1])
        ours: dict[int, list[float]] = {beam: [] for beam in _BEAMS}
        theirs: list[Peer] = []
        for _ in range(_ROUNDS):
            theirs.append(_api(folder, env, paragraphs))
            for beam in _BEAMS:
                ours[beam].append(_draft(folder, env, paragraphs, beam))
    count = sum(len(sentences.split(text, "en")) for text in paragraphs)
    return Section(
        title="Drafting",
        notes=(
            f"Input: {len(paragraphs)} paragraphs without markup from {articles().origin}, {count} "
            "sentences, counted by l10n for both; English to Portuguese with the model that l10n carries.",
            f"Peer: argostranslate {version}, `translate.translate(paragraph, 'en', 'pt')` on one paragraph "
            f"after the other, at its beam of {_PEER_BEAM}. Mean of {_ROUNDS} runs, in turns.",
            *_NOTES,
        ),
        rows=_rows(count, ours, theirs),
    )


def _rows(count: int, ours: dict[int, list[float]], theirs: list[Peer]) -> tuple[Row, ...]:
    alone = ("API alone", count / fmean(peer.translating for peer in theirs))
    process = ("process", count / fmean(peer.whole for peer in theirs))
    whole, default = (count / fmean(ours[beam]) for beam in _BEAMS)
    unit = "sentences/s"
    return (
        Row(what="beam 4, API alone", unit=unit, ours=whole, peers=(alone,), target=_TARGET),
        Row(what="beam 4, whole process", unit=unit, ours=whole, peers=(process,)),
        Row(what="our default, beam 2; theirs 4", unit=unit, ours=default, peers=(alone, process)),
    )


def _paragraphs() -> list[str]:
    """Paragraphs and list items without markup, evenly taken from all articles."""
    plain: dict[str, None] = {}
    for text in articles().texts.values():
        document = FORMAT.parse(text, FormatSettings())
        for block in document.blocks:
            inline = FORMAT.inline(block.msgid, document.scope(block))
            if block.kind in ("paragraph", "list item") and not inline.spans and not inline.atoms:
                plain[block.msgid] = None
    return list(plain)[:: max(1, len(plain) // _PARAGRAPHS)][:_PARAGRAPHS]


def _environment(folder: Path) -> dict[str, str]:
    """Both programs keep what they keep below `folder`; only Argos Translate looks for packages there."""
    with zipfile.ZipFile(STARTER) as archive:
        archive.extractall(folder / "packages")
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
    return environment(**homes)


def _draft(folder: Path, env: dict[str, str], paragraphs: Sequence[str], beam: int) -> float:
    """CPU seconds of `l10n draft` in a new project."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        project = Path(temporary)
        settings = f'source = "en"\nlocales = ["pt_BR"]\n[draft]\nbeam = {beam}\n'
        (project / "l10n.toml").write_text(settings, encoding="utf-8")
        (project / "corpus").mkdir()
        (project / "corpus" / "article.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        run([L10N, "update"], project, env)
        seconds = cpu_of_commands([[L10N, "draft"]], project, env)
        po = polib.pofile(str(project / "locales" / "pt_BR" / "LC_MESSAGES" / "article.po"))
        _expect("l10n draft", [entry.msgstr for entry in po], len(paragraphs))
    return seconds


def _api(folder: Path, env: dict[str, str], paragraphs: Sequence[str]) -> Peer:
    command = [peers.ARGOS.program("python"), str(ROOT / "benchmarks" / "argos_peer.py")]
    more = {"ARGOS_PACKAGES_DIR": str(folder / "packages"), "ARGOS_CHUNK_TYPE": "SPACY"}
    answer = json.loads(run(command, folder, env | more, text=json.dumps(list(paragraphs))))
    _expect("argostranslate", answer["texts"], len(paragraphs))
    return Peer(whole=answer["whole"], translating=answer["translating"])


def _expect(who: str, texts: Sequence[str], count: int) -> None:
    """UnavailableError unless (nearly) all paragraphs came out: only work that was done counts."""
    found = sum(bool(text.strip()) for text in texts)
    if found < 0.98 * count:
        raise UnavailableError(f"{who}: {found} paragraphs instead of {count}")
