"""Faults that `l10n check` finds, and sound translations that it alarms on, beside pofilter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks import alarms, human, peers, pofilter
from benchmarks.places import ROOT
from benchmarks.report import Row, Section, Target
from benchmarks.seeding.judge import Judge, Verdict
from benchmarks.seeding.plan import COUNT, seeds
from benchmarks.seeding.sample import Sample, Seed
from l10n import registry
from l10n.model.entry import Entry

_RECALL, _ALARMS, _NONE = Target(limit=95), Target(limit=2), Target(limit=0)
_KIND, _ANY, _ANYWAY = "pofilter, its test", "any of its tests", "its test, with what it says anyway"
_MORE = 250
_Failed = dict[int, tuple[frozenset[str], frozenset[str]]]


def measure() -> Section:
    """Recall of each check, and alarms for 100 messages."""
    version = peers.version(peers.TRANSLATE_TOOLKIT)
    judge, checks = Judge(), registry.checks()
    samples = judge.samples
    seeded = {check.code: seeds(check.code, samples) for check in checks}
    verdicts = {code: [judge.verdict(seed, checks) for seed in found] for code, found in seeded.items()}
    theirs = _theirs([seed for found in seeded.values() for seed in found])
    any_check = "; ".join(
        f"{code} {_percent(bool(v.found) for v in found)}" for code, found in verdicts.items()
    )
    listed = alarms.write_list()
    return Section(
        title="Checks",
        notes=(
            f"Recall: {COUNT} faults of each check are put, one at a time, into the {len(samples)} reviewed "
            "messages of corpus/ in Brazilian Portuguese and Spanish, in every way in which they occur with "
            "editors and engines (benchmarks/seeding). Found: the check says what it did not say before.",
            f"Found by any check of ours, in %: {any_check}.",
            f"Of up to {_MORE} more faults of each, none of them among those, the check itself finds, in %: "
            f"{_beyond(judge)}.",
            f"Peer: pofilter of the Translate Toolkit {version} with `--language`, `--nofuzzy` and the words "
            "that are not translated; its spell checker and its list of valid characters are not set up. "
            "Counted like ours, and also where its test fails for the sound message, too. Where it has no "
            "test of the kind this is 0 %; headers and other articles it does not look at.",
            f"Alarms: what is said of {_messages()} messages of the Open Source Guides and their human "
            "translations, some of which are older than the sources. Ours were read one by one: the verdicts "
            f"are in benchmarks/alarms.tsv, the texts in {listed.relative_to(ROOT)}. Of pofilter's none was.",
        ),
        rows=(
            *(_recall(code, found, theirs) for code, found in verdicts.items()),
            *_alarms(),
            _own(judge),
        ),
    )


def _beyond(judge: Judge) -> str:
    """Recall on faults that nobody has looked at while the checks were written."""
    samples, shares = judge.samples, []
    for check in registry.checks():
        found = seeds(check.code, samples, COUNT + _MORE)[COUNT:]
        share = _percent(judge.verdict(seed, [check]).hit for seed in found)
        shares.append(f"{check.code} {share}")
    return "; ".join(shares)


def _percent(hits: Iterator[bool]) -> str:
    found = list(hits)
    return f"{100 * sum(found) / len(found):.0f}"


def _recall(code: str, found: Sequence[Verdict], theirs: _Failed) -> Row:
    share = 100 / len(found)
    tests = [theirs[id(verdict.seed)] for verdict in found]
    kind = pofilter.OF_KIND.get(code, ())
    return Row(
        what=f"faults found: {code}",
        unit="%",
        ours=share * sum(verdict.hit for verdict in found),
        peers=(
            (_KIND, share * sum(not new.isdisjoint(kind) for new, _ in tests)),
            (_ANY, share * sum(bool(new) for new, _ in tests)),
            (_ANYWAY, share * sum(not failed.isdisjoint(kind) for _, failed in tests)),
        ),
        target=_RECALL,
    )


def _theirs(found: Sequence[Seed]) -> _Failed:
    """By seed the tests of pofilter that fail since the fault is there, and all that fail."""
    failed: _Failed = {}
    for locale in {seed.sample.locale for seed in found}:
        mine = [seed for seed in found if seed.sample.locale == locale]
        before = pofilter.found([_entry(seed.sample) for seed in mine], locale, *pofilter.every_test())
        after = pofilter.found([_entry(seed.faulty) for seed in mine], locale, *pofilter.every_test())
        failed |= {id(s): (new - old, new) for s, old, new in zip(mine, before, after, strict=True)}
    return failed


def _entry(sample: Sample) -> Entry:
    return Entry(msgid=sample.source, msgstr=sample.target, flags=sample.flags)


def _messages() -> int:
    return sum(map(len, human.messages().values()))


def _alarms() -> Iterator[Row]:
    """For 100 messages: all checks together, and each that has some."""
    share = 100 / _messages()
    entries = [message.entry for messages in human.messages().values() for message in messages]
    ways = (("pofilter", ()), ("pofilter, all tests", pofilter.every_test()))
    theirs = tuple(
        (name, share * sum(map(len, pofilter.found(entries, human.LOCALE, *options))))
        for name, options in ways
    )
    every, false = alarms.counted(alarms.alarms()), alarms.counted(alarms.false())
    yield _rate("alarms, all checks", share * every.total(), theirs)
    yield _rate("false alarms, all checks", share * false.total(), target=_ALARMS)
    for code in sorted(every):
        yield _rate(f"alarms, {code}", share * every[code])
        yield _rate(f"false alarms, {code}", share * false[code])


def _rate(
    what: str, ours: float, theirs: tuple[tuple[str, float], ...] = (), target: Target | None = None
) -> Row:
    unit = "of 100 messages"
    return Row(what=what, unit=unit, ours=ours, peers=theirs, target=target, less_is_better=True)


def _own(judge: Judge) -> Row:
    found = sum(len(result.findings) for result in judge.results)
    return Row(
        what="alarms on the reviewed catalogs of corpus/",
        unit="alarms",
        ours=found,
        target=_NONE,
        less_is_better=True,
    )
