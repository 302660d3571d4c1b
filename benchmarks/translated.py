"""A large article whose catalog is translated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.clock import run
from benchmarks.places import L10N, UnavailableError
from l10n.catalog import po


@dataclass(frozen=True, slots=True)
class Translated:
    """A project with one article."""

    article: Path
    catalog: Path


def translated(folder: Path, paragraphs: Sequence[str]) -> Translated:
    """Make it in `folder`; each translation is its paragraph with a full stop more."""
    made = Translated(folder / "corpus" / "a.md", folder / "locales" / "pt_BR" / "LC_MESSAGES" / "a.po")
    made.article.parent.mkdir()
    (folder / "l10n.toml").write_text('source = "en"\nlocales = ["pt_BR"]\n', encoding="utf-8")
    made.article.write_text("\n\n".join(paragraphs), encoding="utf-8")
    run([L10N, "update"], folder)
    known = po.read(made.catalog, made.catalog.name)
    if known is None:
        raise UnavailableError("there is no catalog after `l10n update`")
    entries = tuple(replace(entry, msgstr=f"{entry.msgid}.") for entry in known.catalog.entries)
    made.catalog.write_text(po.render(replace(known.catalog, entries=entries), known), encoding="utf-8")
    return made
