"""Projects whose catalogs go out to translators and come back, and what stands in them then."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import CORPUS, DATA, ROOT
from lxml import etree
from processes import Ran, called, catalog, make_project

from l10n import registry
from l10n.catalog import layout, po
from l10n.config import find_project
from l10n.model.article import Key
from l10n.model.entry import Entry, State
from l10n.model.unit import Bundle, Unit
from l10n.pipeline import articles
from l10n.settings import FormatSettings

KINDS = ("csv", "xliff12", "xliff21", "xlsx")
"""Those that come back."""
SUFFIXES = {name: registry.exchange_named(name).suffix for name in registry.names("exchange")}
SCHEMAS = ROOT / ".bench" / "schemas"
TOOLKIT = ROOT / ".bench" / "translate-toolkit" / "bin"

Told = tuple[str, str | None, str, str, State, Key | None, tuple[str, ...]]
"""Article, context, msgid, msgstr, state, previous source and notes of a message."""


def entries() -> tuple[Entry, ...]:
    """A message in each of the states, with notes, context and markup."""
    return (
        Entry(msgid="Not yet"),
        Entry(
            msgid="The *old* [pier](/p)",
            msgstr="O [cais](/p) *velho*",
            comments=("l10n: drafted by argos; risk 0.12; text 00000000", "", "Uma nota <b>"),
            flags=("fuzzy",),
        ),
        Entry(msgid="Now & then", msgstr="Antes", flags=("fuzzy",), previous=(None, "Then <")),
        Entry(msgid="Run `tide` {name}", msgstr="Rode `tide` {name}", context="verb"),
    )


def told(root: Path, locale: str = "pt_BR") -> set[Told]:
    """What the catalogs of a project say of their messages."""
    project = find_project(root)
    found: set[Told] = set()
    for article in articles.find(project)[0]:
        known = po.read(layout.catalog_path(project, article.domain, locale), article.name)
        found |= {
            (article.name, e.context, e.msgid, e.msgstr, e.state, e.previous, e.comments)
            for e in (known.catalog.live().values() if known else ())
        }
    return found


def exported(root: Path, kind: str, *articles: str) -> Path:
    """A file of that kind with all of the project in it, or some articles, beside the project."""
    out = root.parent / f"{kind}{SUFFIXES[kind]}"
    out.unlink(missing_ok=True)
    ran = called("export", *articles, "--to", "pt_BR", "--format", kind, "-o", str(out), cwd=root)
    assert out.is_file(), ran.err
    return out


def take_in(root: Path, *files: Path, args: Iterable[str] = ()) -> Ran:
    return called("import", *map(str, files), *args, cwd=root)


def emptied(root: Path, copy: Path) -> Path:
    """A copy of a project with catalogs that nobody has translated."""
    shutil.copytree(root, copy)
    shutil.rmtree(copy / "locales")
    called("update", cwd=copy)
    return copy


def translated(root: Path, texts: dict[str, Entry], article: str = "a") -> Path:
    """Put what is known of messages into a catalog, by msgid; everything else of it stays."""
    path = catalog(root, article)
    known = po.read(path, path.name)
    assert known
    filled = tuple(
        replace(e, msgstr=t.msgstr, flags=t.flags, previous=t.previous, comments=t.comments)
        if (t := texts.get(e.msgid))
        else e
        for e in known.catalog.entries
    )
    path.write_text(po.render(replace(known.catalog, entries=filled), known), encoding="utf-8")
    return path


def corpus_project(root: Path) -> Path:
    """The articles of this repository with their catalogs."""
    root.mkdir()
    shutil.copytree(CORPUS, root / "corpus")
    shutil.copytree(ROOT / "locales", root / "locales")
    shutil.copy(ROOT / "l10n.toml", root)
    assert called("update", cwd=root).code == 0
    return root


def guides_project(root: Path) -> Path:
    """The Open Source Guides with their human translations, a third of them as drafts, some stale."""
    source = DATA / "opensource-guide"
    if not source.is_dir():
        pytest.skip("needs ../shared/data/opensource-guide, which is not part of the repository")
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((source / "en").glob("*.md"))}
    make_project(root, texts)
    assert called("update", cwd=root).code == 0
    fmt = registry.format_named("markdown")
    for name, text in texts.items():
        theirs = (source / "pt" / name).read_text(encoding="utf-8")
        document, other = (fmt.parse(t, FormatSettings()) for t in (text, theirs))
        known = {}
        for number, (block, their) in enumerate(zip(document.blocks, other.blocks, strict=False)):
            made = Entry(
                msgid=block.msgid,
                msgstr="" if number % 7 == 6 else their.msgid,
                comments=("Uma nota", "", f"outra & {number}") if number % 4 == 0 else (),
                previous=(None, f"{block.msgid} <old>") if number % 7 != 6 and number % 5 == 4 else None,
            )
            texts = (fmt.inline(t, document.scope(block)) for t in (made.msgid, made.msgstr))
            ours, found = (text.markup(emphasis=False) for text in texts)
            fuzzy = made.msgstr and (made.previous or number % 3 == 0 or ours != found)
            known[block.msgid] = replace(made, flags=("fuzzy",) if fuzzy else ())
        translated(root, known, Path(name).stem)
    return root


def unit(entry: Entry, **more: object) -> Unit:
    """A unit as it is exported, without codes."""
    made = Unit(
        article="corpus/a.md",
        locale="pt_BR",
        id="m1",
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        context=entry.context,
        state=entry.state,
        source=(entry.msgid,),
        target=(entry.msgstr,) if entry.msgstr else (),
    )
    return replace(made, **more)  # type: ignore[arg-type] - by name


def bundle(*units: Unit) -> Bundle:
    return Bundle(source="en", target="pt_BR", units=units)


def schema(name: str) -> etree.XMLSchema:
    """A schema of OASIS; the test is skipped where it is missing."""
    if not (SCHEMAS / name).is_file():
        pytest.skip("needs `python scripts/xliff_schemas.py`, which fetches the schemas")

    class Local(etree.Resolver):
        def resolve(self, url: str, _public: str, context: object) -> object:
            return self.resolve_filename(str(SCHEMAS / Path(url).name), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))


def toolkit(program: str, *args: str) -> None:
    """Run a program of translate-toolkit, or its Python; the test is skipped where it is missing."""
    if not (TOOLKIT / program).exists():
        pytest.skip("needs `python -m benchmarks catalogs`, which installs translate-toolkit")
    done = subprocess.run([str(TOOLKIT / program), *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
