"""Every check finds the faults that are seeded for it, and next to nothing in sound translations."""

from functools import cache

import pytest
from conftest import data_file

from benchmarks import alarms, human
from benchmarks.seeding.judge import Judge
from benchmarks.seeding.plan import seeds
from l10n import registry
from l10n.checking.message import Batch
from l10n.checking.rules import Rules

CHECKS = {check.code: check for check in registry.checks()}
RECALL = 0.95
ALARMS = 0.02
"""False ones for each message of the guides, of all checks together."""
SPELLED = Rules(spelling=True)


@cache
def judge() -> Judge:
    return Judge()


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_finds_the_faults_that_are_seeded_for_it(check):
    for locale in ("pt_BR", "es"):
        if why := check.missing(Batch(messages=(), locale=locale, rules=SPELLED)):
            pytest.skip(why)
    found = [judge().verdict(seed, [check]) for seed in seeds(check.code, judge().samples)]
    missed = [f"{verdict.seed.way}: {verdict.seed.faulty.target}" for verdict in found if not verdict.hit]
    assert len(missed) <= (1 - RECALL) * len(found), missed


def test_the_reviewed_catalogs_of_this_repository_have_no_finding():
    found = [finding for result in judge().results for finding in result.findings]
    assert [(finding.place, finding.check, finding.what) for finding in found] == []
    assert len(judge().samples) > 300


def test_human_translations_of_real_articles_get_hardly_any_false_alarm():
    data_file("opensource-guide")
    count = sum(map(len, human.messages().values()))
    false = alarms.counted(alarms.false())
    assert count > 500
    assert false.total() <= ALARMS * count, false


def test_every_judgement_of_an_alarm_has_a_reason():
    for fingerprint, (verdict, reason) in alarms.judged().items():
        assert len(fingerprint) == 16
        assert verdict in (alarms.REAL, alarms.FALSE)
        assert reason
