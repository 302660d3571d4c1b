"""Catalogs that gettext refuses, or whose header is not filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Context, Sample, Seed
from l10n.catalog import layout

_CODE = "validity"

_HEADERS: Final = MappingProxyType(
    {
        "another language": lambda header: header | {"Language": "fr"},
        "no language": lambda header: header | {"Language": ""},
        "no charset": lambda header: header | {"Content-Type": "text/plain"},
        "a charset that is not filled in": lambda header: (
            header | {"Content-Type": "text/plain; charset=CHARSET"}
        ),
        "no content type": lambda header: {name: header[name] for name in header if name != "Content-Type"},
        "no plural forms": lambda header: {name: header[name] for name in header if name != "Plural-Forms"},
        "plural forms that are not filled in": lambda header: (
            header | {"Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;"}
        ),
        "another number of plural forms": lambda header: header | {"Plural-Forms": "nplurals=1; plural=0;"},
        "plural forms that cannot be read": lambda header: (
            header | {"Plural-Forms": "nplurals=2; plural=(n >"}
        ),
        "plural forms that are out of range": lambda header: (
            header | {"Plural-Forms": "nplurals=2; plural=n;"}
        ),
        "a project that is not named": lambda header: header | {"Project-Id-Version": "PACKAGE VERSION"},
        "a translator who is not named": lambda header: (
            header | {"Last-Translator": "FULL NAME <EMAIL@ADDRESS>"}
        ),
        "a team that is not named": lambda header: header | {"Language-Team": "LANGUAGE <LL@li.org>"},
        "a date that is not filled in": lambda header: header | {"PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE"},
    }
)

_FORMATS: Final = (
    ("c-format", "%d ({})", "%s ({})", "a directive of another type"),
    ("c-format", "%d ({})", "% d% ({})", "a directive that cannot be read"),
    ("c-format", "%s ({})", "({})", "a directive is lost"),
    ("python-format", "%(name)s ({})", "%(nome)s ({})", "a name of Python is translated"),
    ("python-format", "%(count)d ({})", "%(count)s ({})", "a name of Python of another type"),
    ("python-brace-format", "{{count}} ({})", "{{conta}} ({})", "a field of Python is translated"),
    ("python-brace-format", "{{count}} ({})", "({})", "a field of Python is lost"),
)
"""Flag, source, translation, what."""


def seeds(sample: Sample, context: Context) -> Iterator[Seed]:  # noqa: ARG001 - as the others
    """The message in catalogs with such faults."""
    header = dict(layout.catalog_header(sample.article, "2026-01-01 10:00+0000", sample.locale))
    for way, change in _HEADERS.items():
        made = tuple(change(header).items())
        yield Seed(check=_CODE, way=way, sample=sample, faulty=sample, header=made)
    for way, faulty in _line_ends(sample):
        yield Seed(check=_CODE, way=way, sample=sample, faulty=faulty)
    if "%" not in sample.source and "{" not in sample.source:
        for flag, source, target, way in _FORMATS:
            said, wrong = source.format(sample.source), target.format(sample.target)
            faulty = replace(sample, source=said, target=wrong, flags=(flag,))
            yield Seed(check=_CODE, way=way, sample=sample, faulty=faulty)


def _line_ends(sample: Sample) -> Iterator[tuple[str, Sample]]:
    yield "a line break at the end", replace(sample, target=f"{sample.target}\n")
    yield "a line break at the start", replace(sample, target=f"\n{sample.target}")
