"""How long `l10n check` takes, beside `msgfmt -c` and pofilter on the same entries."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path

from benchmarks import human, peers, pofilter
from benchmarks.clock import Command, cpu_of_commands, run
from benchmarks.places import L10N, ROOT, UnavailableError, environment
from benchmarks.report import Row, Section, Target
from l10n.catalog import layout, po
from l10n.model.entry import Catalog

_LOCALE = "pt_BR"
_MANY, _EACH = 20_000, 50
_STEPS = (2_000, 5_000, 10_000)
_SECONDS = Target(limit=20)
_SETTINGS = f'source = "en"\nlocales = ["{_LOCALE}"]\n[check]\nterms = "terms.csv"\n'
_SYLLABLES = ("bo", "ka", "lu", "me", "ri", "so", "ta")
_HEADER = layout.catalog_header("a", "2026-01-01 10:00+0000", _LOCALE)


@dataclass(frozen=True, slots=True)
class _Used:
    cpu: float
    wall: float


def measure() -> Section:
    """CPU seconds of whole programs."""
    if not shutil.which("msgfmt"):
        raise UnavailableError("msgfmt is not here (package gettext)")
    gettext = run(["msgfmt", "--version"], ROOT).split("\n")[0]
    version = peers.version(peers.TRANSLATE_TOOLKIT)
    with tempfile.TemporaryDirectory() as folder:
        rows = tuple(_rows(Path(folder)))
    return Section(
        title="Checking many entries",
        notes=(
            f"Input: {_MANY:,} reviewed entries, no two alike: messages of corpus/ and of the Open Source "
            "Guides with their human translations, again and again, with another number or name each time; "
            f"in {_MANY // _EACH} articles of {_EACH}, and in one article that has them all.",
            "All checks with the project's term base, the whole program: start-up, articles, catalogs and "
            "ledgers; the findings go to /dev/null.",
            f"Peers: {gettext}, `msgfmt -c`, which looks at what gettext needs; pofilter {version}, all its "
            "tests. Each reads the one catalog that has all entries.",
        ),
        rows=rows,
    )


def _rows(folder: Path) -> Iterator[Row]:
    pairs = list(islice(_pairs(), _MANY))
    many, one = folder / "many", folder / "one"
    _make(many, [pairs[at : at + _EACH] for at in range(0, _MANY, _EACH)])
    _make(one, [pairs])
    catalog = one / "locales" / _LOCALE / "LC_MESSAGES" / "a0.po"
    theirs = tuple(_peers(catalog, folder))
    single = _check(many, "--jobs", "1")
    yield _row(f"{_MANY:,} entries, {_MANY // _EACH} articles", "s", single.cpu, theirs, _SECONDS)
    yield _row(f"{_MANY:,} entries, one article", "s", _check(one).cpu, theirs, _SECONDS)
    for size in _STEPS:
        part = folder / f"part-{size}"
        _make(part, [pairs[at : at + _EACH] for at in range(0, size, _EACH)])
        used = _check(part).cpu
        yield _row(f"{size:,} entries", "s", used)
        yield _row(f"{size:,} entries, for 1,000", "s", 1000 * used / size)
    yield _row(f"{_MANY:,} entries, for 1,000", "s", 1000 * single.cpu / _MANY)
    yield _row(f"{_MANY:,} entries, wall time", "s", single.wall)
    both = _check(many, "--jobs", "2")
    yield _row(f"{_MANY:,} entries, --jobs 2, wall time", "s", both.wall)
    yield _row(f"{_MANY:,} entries, --jobs 2, CPU", "s", both.cpu)


def _row(
    what: str,
    unit: str,
    ours: float,
    theirs: tuple[tuple[str, float], ...] = (),
    target: Target | None = None,
) -> Row:
    return Row(what=what, unit=unit, ours=ours, peers=theirs, target=target, less_is_better=True)


def _peers(catalog: Path, folder: Path) -> Iterator[tuple[str, float]]:
    yield "msgfmt -c", cpu_of_commands([["msgfmt", "-c", "-o", "/dev/null", str(catalog)]], folder)
    command = pofilter.command(catalog, folder / "out.po", _LOCALE, *pofilter.every_test())
    yield "pofilter", cpu_of_commands([command], folder)


def _check(project: Path, *options: str) -> _Used:
    """`l10n check`, which ends with 1 where it finds something."""
    command: Command = ["sh", "-c", '"$@" > /dev/null; test $? -le 1', "sh", L10N, "check", *options]
    before = time.monotonic()
    cpu = cpu_of_commands([command], project, environment(XDG_CACHE_HOME=str(project / "cache")))
    return _Used(cpu, time.monotonic() - before)


def _pairs() -> Iterator[tuple[str, str]]:
    """Messages and translations, no two sources alike."""
    known = list(_known())
    seen: set[str] = set()
    for number in count():
        for source, target in known:
            pair = (_varied(source, number), _varied(target, number)) if number else (source, target)
            if pair[0] not in seen:
                seen.add(pair[0])
                yield pair


def _varied(text: str, number: int) -> str:
    """With a number or a name behind it."""
    more = str(number) if number % 2 else f"{_SYLLABLES[number % 7]}{_SYLLABLES[number // 7 % 7]}na".title()
    return f"{text[:-1]}, {more}." if text.endswith(".") else f"{text} {more}"


def _known() -> Iterator[tuple[str, str]]:
    """Paragraphs and the like that can stand alone in an article of Markdown."""
    for path in sorted((ROOT / "locales" / _LOCALE).rglob("*.po")):
        known = po.read(path, path.name)
        for entry in known.catalog.entries if known else ():
            if entry.state.value == "reviewed":
                yield entry.msgid, entry.msgstr
    for messages in human.messages().values():
        yield from ((message.entry.msgid, message.entry.msgstr) for message in messages)


def _make(project: Path, articles: Sequence[Sequence[tuple[str, str]]]) -> None:
    """A project whose catalogs are reviewed whole."""
    (project / "corpus").mkdir(parents=True)
    (project / "l10n.toml").write_text(_SETTINGS, encoding="utf-8")
    shutil.copy(ROOT / "terms.csv", project)
    texts = dict(pair for article in articles for pair in article)
    for at, article in enumerate(articles):
        text = "\n\n".join(source.replace("\n", "\\\n") for source, _ in article)
        (project / "corpus" / f"a{at}.md").write_text(text, encoding="utf-8")
    run([L10N, "update"], project)
    for path in sorted(project.glob("locales/*/LC_MESSAGES/*.po")):
        known = po.read(path, path.name)
        entries = [
            replace(e, msgstr=texts.get(e.msgid, "")) for e in (known.catalog.entries if known else ())
        ]
        if sum(not entry.msgstr for entry in entries) > len(entries) / 20:
            raise UnavailableError(f"{path.name}: too many messages without a translation")
        catalog = Catalog(header=_HEADER, entries=tuple(entries))
        path.write_text(po.render(catalog, known), encoding="utf-8")
