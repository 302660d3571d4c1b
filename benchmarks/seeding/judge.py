"""What the checks say of messages with a fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from benchmarks.places import ROOT
from benchmarks.seeding.sample import Sample, Seed
from l10n.catalog import layout
from l10n.checking.message import Batch, Message
from l10n.config import find_project
from l10n.model.finding import Finding
from l10n.pipeline import checking, requirements
from l10n.ports import Check
from l10n.stages.check import findings


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a fault, and not without it."""

    seed: Seed
    found: tuple[Finding, ...]

    @property
    def hit(self) -> bool:
        """Has the check that it was made for found it?"""
        return any(finding.check == self.seed.check for finding in self.found)


class Judge:
    """The reviewed messages of this repository, with one fault at a time."""

    def __init__(self) -> None:
        self._project = find_project(ROOT)
        self._before: dict[tuple[str, str, str], frozenset[tuple[str, str, str]]] = {}

    @cached_property
    def results(self) -> list[checking.Checked]:
        """What all checks say of them as they are."""
        found = checking.check(self._project, [], [])
        return [result for result in found if isinstance(result, checking.Checked)]

    @cached_property
    def _messages(self) -> list[Message]:
        return [message for result in self.results for message in result.messages]

    @property
    def samples(self) -> list[Sample]:
        return [_sample(message) for message in self._messages]

    def verdict(self, seed: Seed, checks: Sequence[Check]) -> Verdict:
        """What these checks find in the article, or in all of them, since the fault is there."""
        found = []
        for check in checks:
            known = self._known(check, seed)
            found += [
                f for f in findings(self._batch(check, seed, bad=True), [check]) if _said(f) not in known
            ]
        return Verdict(seed, tuple(found))

    def _known(self, check: Check, seed: Seed) -> frozenset[tuple[str, str, str]]:
        key = (check.code, seed.sample.locale, "" if check.wide else seed.sample.article)
        if key not in self._before:
            good = findings(self._batch(check, seed, bad=False), [check])
            self._before[key] = frozenset(map(_said, good))
        return self._before[key]

    def _batch(self, check: Check, seed: Seed, *, bad: bool) -> Batch:
        sample = seed.sample
        messages = []
        for message in self._messages:
            if message.target.locale == sample.locale and (check.wide or message.article == sample.article):
                mine = bad and (message.article, message.entry.msgid) == (sample.article, sample.source)
                messages += [_as(message, one) for one in (seed.faulty, *seed.more)] if mine else [message]
        header = layout.catalog_header(sample.article, "2026-01-01 10:00+0000", sample.locale)
        rules = requirements.rules(self._project, sample.locale)
        return Batch(
            messages=messages,
            locale=sample.locale,
            rules=replace(rules, spelling=True),
            article=sample.article,
            place=f"{sample.article}.po:1",
            header=(seed.header or header) if bad else header,
        )


def _sample(message: Message) -> Sample:
    return Sample(
        source=message.entry.msgid,
        target=message.entry.msgstr,
        locale=message.target.locale,
        kind=message.kind,
        article=message.article,
        flags=message.entry.flags,
    )


def _said(finding: Finding) -> tuple[str, str, str]:
    return finding.article, finding.key[1], finding.what


def _as(message: Message, sample: Sample) -> Message:
    """The message with other texts."""
    entry = replace(message.entry, msgid=sample.source, msgstr=sample.target, flags=sample.flags)
    source, target = replace(message.source, raw=sample.source), replace(message.target, raw=sample.target)
    return replace(message, entry=entry, source=source, target=target, article=sample.article)
