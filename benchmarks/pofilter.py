"""pofilter of the Translate Toolkit (GPL): run as a separate program on catalogs that are written here."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from benchmarks import peers
from benchmarks.clock import Command, run
from benchmarks.places import ROOT
from l10n.catalog import layout, po
from l10n.model.entry import Catalog, Entry

_TESTS = re.compile(r"^\(pofilter\) (\w+):", re.MULTILINE)
_STATES = ("hassuggestion", "isfuzzy", "isreview")
"""What it calls tests, too, and is none of a translation."""
OF_KIND: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "quotes": ("doublequoting", "singlequoting"),
        "brackets": ("brackets",),
        "ending": ("endpunc", "startpunc"),
        "ellipses": ("endpunc",),
        "spaces": ("doublespacing", "startwhitespace", "endwhitespace", "puncspacing", "newlines", "tabs"),
        "doubled-words": ("doublewords",),
        "placeholders": ("variables", "printf", "pythonbraceformat", "functions", "options"),
        "addresses": ("urls", "emails"),
        "hidden-html": ("xmltags",),
        "markup": ("xmltags", "urls"),
        "leftovers": ("xmltags", "escapes"),
        "numbers": ("numbers",),
        "dates": ("numbers",),
        "terms": ("notranslatewords", "musttranslatewords"),
        "names": ("simplecaps", "acronyms", "notranslatewords"),
        "untranslated": ("unchanged", "untranslated"),
        "length": ("long", "short"),
        "sentences": ("sentencecount",),
        "spelling": ("spellcheck",),
        "validity": ("nplurals", "printf", "pythonbraceformat", "newlines"),
    }
)
"""Its tests by the check of ours that looks for the same; it has none for the others."""


def command(source: Path, out: Path, locale: str, *options: str) -> Command:
    """How it is run: for the locale, without drafts, with the words that are not translated."""
    program = peers.TRANSLATE_TOOLKIT.program("pofilter")
    return [program, f"--language={locale}", "--nofuzzy", "--progress=none", *options, str(source), str(out)]


def every_test() -> tuple[str, ...]:
    """Options for all of its tests, not only those that it runs if it is not told which."""
    listed = run([peers.TRANSLATE_TOOLKIT.program("pofilter"), "--listfilters"], ROOT)
    names = (line.split("\t")[0] for line in listed.splitlines() if line.strip())
    return tuple(f"--test={name}" for name in names if name not in _STATES)


def found(entries: Sequence[Entry], locale: str, *options: str) -> list[frozenset[str]]:
    """The tests that each entry fails. Several entries may have the same source."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "a.po", Path(folder) / "out.po"
        header = layout.catalog_header("a", "2026-01-01 10:00+0000", locale)
        told = [replace(entry, context=str(at)) for at, entry in enumerate(entries)]
        source.write_text(po.render(Catalog(header=header, entries=tuple(told))), encoding="utf-8")
        words = Path(folder) / "words.txt"
        words.write_text("\n".join(_kept(locale)), encoding="utf-8")
        run(command(source, out, locale, f"--notranslatefile={words}", *options), Path(folder))
        known = po.read(out, out.name) if out.is_file() else None
        failed = known.catalog.entries if known else ()
        by_number = {entry.context: "\n".join(entry.comments) for entry in failed}
        return [frozenset(_TESTS.findall(by_number.get(str(at), ""))) for at in range(len(entries))]


def _kept(locale: str) -> list[str]:
    """The single words of the term base that stay as they are."""
    with (ROOT / "terms.csv").open(encoding="utf-8", newline="") as file:
        return [
            row["en"] for row in csv.DictReader(file) if row["en"] == row[locale] and " " not in row["en"]
        ]
