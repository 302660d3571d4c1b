"""Machine drafts: `l10n draft` against Argos Translate's own API, same model, same paragraphs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean

import polib

from benchmarks import argos, bare, peers
from benchmarks.clock import cpu_of_commands, run
from benchmarks.inputs import articles
from benchmarks.places import L10N
from benchmarks.report import Row, Section, Target
from l10n.formats.markdown import FORMAT
from l10n.settings import FormatSettings
from l10n.text import sentences

_PARAGRAPHS = 150
_ROUNDS = 2
_BEAMS = (argos.BEAM, 2)
_TARGET = Target(limit=1.8, of_ratio=True)
_DEFAULT_TARGET = Target(limit=4, of_ratio=True)
_BARE_TARGET = Target(limit=0.9, of_ratio=True)
_UNIT = "sentences/s"
_NOTES = (
    "The statistical sentence splitters of Argos Translate would be downloaded. So it runs with "
    "`ARGOS_CHUNK_TYPE=SPACY` and an empty pipeline in its cache, to which it adds spaCy's rule-based "
    "sentencizer, which costs next to nothing.",
    "“Whole” is the whole `l10n draft`, with start-up, loading the model, markup, checks and catalogs; no "
    "answers are kept from before. “Loaded” leaves start-up, loading and catalogs out. “API alone” "
    "leaves imports and loading out; “process” has them, as a script has that calls the API.",
    "“Same calls” is CTranslate2's `translate_batch` alone, called with the tokens and options of our run; "
    "“each once” leaves out its calls for alignment and for second attempts.",
)


def measure() -> Section:
    """Sentences per CPU second of drafting."""
    version = peers.version(peers.ARGOS)
    paragraphs = _paragraphs()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        env = argos.homes(folder)
        _draft(folder, env, paragraphs[:1], argos.BEAM)  # byte code is written, the model unpacked
        argos.translate(folder, env, paragraphs[:1])
        ours: dict[int, list[float]] = {beam: [] for beam in _BEAMS}
        theirs: list[argos.Answer] = []
        for _ in range(_ROUNDS):
            theirs.append(argos.translate(folder, env, paragraphs))
            for beam in _BEAMS:
                ours[beam].append(_draft(folder, env, paragraphs, beam))
    loaded = {beam: bare.measure(paragraphs, beam) for beam in _BEAMS}
    count = sum(len(sentences.split(text, "en")) for text in paragraphs)
    return Section(
        title="Drafting",
        notes=(
            f"Input: {len(paragraphs)} paragraphs without markup from {articles().origin}, {count} "
            "sentences, counted by l10n for both; English to Portuguese with the model that l10n carries.",
            f"Peer: argostranslate {version}, `translate.translate(paragraph, 'en', 'pt')` on one paragraph "
            f"after the other, at its beam of {argos.BEAM}. Mean of {_ROUNDS} runs, in turns.",
            *_NOTES,
        ),
        rows=(*_rows(count, ours, loaded, theirs), *_bare_rows(count, loaded)),
    )


def _rows(
    count: int,
    ours: Mapping[int, list[float]],
    loaded: Mapping[int, bare.Loaded],
    theirs: Sequence[argos.Answer],
) -> Iterator[Row]:
    alone = ("API alone", count / fmean(peer.translating for peer in theirs))
    process = ("process", count / fmean(peer.whole for peer in theirs))
    for beam, target in zip(_BEAMS, (_TARGET, _DEFAULT_TARGET), strict=True):
        what = f"beam {beam}" if beam == argos.BEAM else f"our default, beam {beam}; theirs {argos.BEAM}"
        whole, drafting = count / fmean(ours[beam]), count / loaded[beam].drafting
        yield Row(what=f"{what}: loaded", unit=_UNIT, ours=drafting, peers=(alone,), target=target)
        yield Row(what=f"{what}: whole", unit=_UNIT, ours=whole, peers=(alone, process), target=target)


def _bare_rows(count: int, loaded: Mapping[int, bare.Loaded]) -> Iterator[Row]:
    for beam, found in loaded.items():
        what, ours = f"beam {beam}: loaded", count / found.drafting
        same, once = ("same calls", count / found.calls), ("each once", count / found.once)
        yield Row(what=what, unit=_UNIT, ours=ours, peers=(same,), target=_BARE_TARGET)
        yield Row(what=what, unit=_UNIT, ours=ours, peers=(once,))


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


def _draft(folder: Path, env: dict[str, str], paragraphs: Sequence[str], beam: int) -> float:
    """CPU seconds of `l10n draft` in a new project."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        project = Path(temporary)
        settings = f'source = "en"\nlocales = ["pt_BR"]\n[draft]\nbeam = {beam}\n'
        (project / "l10n.toml").write_text(settings, encoding="utf-8")
        (project / "corpus").mkdir()
        (project / "corpus" / "article.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        run([L10N, "update"], project, env)
        for kept in Path(env["XDG_CACHE_HOME"]).glob("l10n/answers.*"):
            kept.unlink()
        seconds = cpu_of_commands([[L10N, "draft"]], project, env)
        po = polib.pofile(str(project / "locales" / "pt_BR" / "LC_MESSAGES" / "article.po"))
        argos.expect("l10n draft", [entry.msgstr for entry in po], len(paragraphs))
    return seconds
