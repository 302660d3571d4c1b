"""A project of many articles: what a second draft costs, and whether memory depends on their number."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import polib

from benchmarks import argos
from benchmarks.clock import Used, run, used_by
from benchmarks.inputs import corpus
from benchmarks.places import L10N, UnavailableError
from benchmarks.report import Row, Section, Target

_MANY = 1000
_FEW = (100, 300)
"""Articles that the model drafts: more than one window of sentences each."""
_MEMORY, _SECONDS = Target(limit=1500), Target(limit=2)


def measure() -> Section:
    """CPU seconds and peak memory of `l10n draft`."""
    return Section(
        title="Many articles",
        notes=(
            f"Input: articles of corpus/ with slightly different texts, {_MANY:,} with the engine `pseudo`, "
            f"{_FEW[0]} and {_FEW[1]} with `argos`; one locale; a catalog for each.",
            "“Again” is a second `l10n draft` over the unchanged project; it drafts nothing.",
            "Peak memory is the largest resident size of the process, model and all.",
        ),
        rows=tuple(_rows()),
    )


def _rows() -> Iterator[Row]:
    first, again = _drafted(_MANY, "pseudo")
    yield _row(f"{_MANY:,} articles, pseudo: draft", "s", first.seconds)
    yield _row(f"{_MANY:,} articles, pseudo: peak memory", "MB", first.peak, _MEMORY)
    yield _row(f"{_MANY:,} articles: draft again", "s", again.seconds, _SECONDS)
    for number in _FEW:
        first, _ = _drafted(number, "argos")
        yield _row(f"{number} articles, argos: peak memory", "MB", first.peak, _MEMORY)


def _row(what: str, unit: str, ours: float, target: Target | None = None) -> Row:
    return Row(what=what, unit=unit, ours=ours, target=target, less_is_better=True)


def _drafted(number: int, engine: str) -> tuple[Used, Used]:
    """Two drafts of a new project, one after the other."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        env = argos.homes(folder)
        settings = f'source = "en"\nlocales = ["pt_BR"]\n[draft]\nengine = "{engine}"\n'
        (folder / "l10n.toml").write_text(settings, encoding="utf-8")
        (folder / "corpus").mkdir()
        for name, text in islice(corpus().editions(), number):
            (folder / "corpus" / name).write_text(text, encoding="utf-8")
        run([L10N, "update"], folder, env)
        first = used_by([L10N, "draft"], folder, env)
        _expect(folder, number)
        again = used_by([L10N, "draft"], folder, env)
    return first, again


def _expect(folder: Path, number: int) -> None:
    """UnavailableError unless the last catalogs are drafted whole."""
    catalogs = sorted(folder.glob("locales/pt_BR/**/*.po"))
    if len(catalogs) != number or any(
        polib.pofile(str(path)).untranslated_entries() for path in catalogs[-9:]
    ):
        raise UnavailableError(f"l10n draft: not all of {number} articles are drafted")
