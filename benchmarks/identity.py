"""How many files come back byte for byte from extracting and building while nothing is translated."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks import converters
from benchmarks.converters import OURS, Converter
from benchmarks.inputs import articles, real_files, spec_examples
from benchmarks.report import Row, Section, Target

_SAMPLE = 60
"""So many files of each kind for the peers, evenly taken: each is two processes."""
_ALL = Target(limit=100)
_NOTES = (
    "Each tool extracts and builds with the catalog that it made, by the same programs as above (mdpo: "
    f"`po2md`). A file that a tool fails on, or works on for more than {converters.TIMEOUT:g} s, "
    "has not come back.",
)


def measure() -> Section:
    """Percent of files that come back identical."""
    inputs: dict[str, tuple[str, Mapping[str, bytes]]] = {
        "examples of CommonMark": (".md", spec_examples()),
        articles().origin: (".md", {f"{name}.md": text.encode() for name, text in articles().texts.items()}),
        "real Markdown": (".md", real_files(".md")),
        "real HTML": (".html", real_files(".html")),
    }
    notes: list[str] = []
    rows = []
    for what, (suffix, texts) in inputs.items():
        if not texts:
            notes.append(f"Without {what}, which are not at hand.")
            continue
        missing, found = converters.available(converters.SAFE[suffix])
        inputs_of = {c.name: texts if c is OURS else _sample(texts) for c in found}
        same = {c.name: _identical(c, inputs_of[c.name]) for c in found}
        counted = ", ".join(f"{name} {count} of {len(inputs_of[name])}" for name, (count, _) in same.items())
        lost = ", ".join(f"{name} {gone}" for name, (_, gone) in same.items() if gone)
        notes.append(f"{what}: {counted}." + (f" No output: {lost}." if lost else ""))
        notes += [f"Without {name}: {reason}." for name, reason in missing.items()]
        shares = {name: 100 * count / len(inputs_of[name]) for name, (count, _) in same.items()}
        ours = shares.pop(OURS.name)
        rows.append(Row(what=what, unit="%", ours=ours, peers=tuple(shares.items()), target=_ALL))
    return Section(title="Identity", notes=(*_NOTES, *notes), rows=tuple(rows))


def _sample(texts: Mapping[str, bytes]) -> dict[str, bytes]:
    names, count = list(texts), min(_SAMPLE, len(texts))
    chosen = (names[number * len(names) // count] for number in range(count))
    return {name: texts[name] for name in chosen}


def _identical(converter: Converter, texts: Mapping[str, bytes]) -> tuple[int, int]:
    """How many of the files come back identical, and how many do not come back at all."""
    names = list(texts)
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(workers) as pool:
        shares = [names[number::workers] for number in range(workers)]
        folders = [Path(temporary) / str(number) for number in range(workers)]

        def work(folder: Path, share: Sequence[str]) -> None:
            converters.lay_out(folder, {name: texts[name] for name in share})
            for commands in (converter.extract, converter.prepare, converter.build):
                converters.cpu(commands(share), folder)

        list(pool.map(work, folders, shares))
        built = {n: converter.built(f, n) for f, share in zip(folders, shares, strict=True) for n in share}
    same = sum(built[name] == text for name, text in texts.items())
    return same, sum(text is None for text in built.values())
