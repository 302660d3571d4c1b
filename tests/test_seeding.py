"""Faults that are seeded are faults: what measures the checks is right itself."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from conftest import VISIBLE, Golden, golden_cases

from benchmarks.seeding.judge import Judge
from benchmarks.seeding.plan import COUNT, INJECTORS, TEXTS, seeds
from benchmarks.seeding.sample import Sample, Seed
from benchmarks.seeding.texts import sentences
from l10n import registry

CASES = {case.title.rpartition(" (")[0]: case for case in golden_cases("seeding/faults")}
NEGATIONS = r"(?i)\b(?:não|nem|nunca|nenhum\w*|sem|ninguém|nada|no|ni|ning\w+|sin|nadie)\b"

DATE = (
    r"(?i)[a-zç]+-feira|sábado|domingo|lunes|martes|miércoles|jueves|viernes|\w+day|\d+|jan\w+|enero|fe[bv]\w+"
    r"|março|marzo|ab?p?ril|mayo?|maio|jun\w+|jul\w+|a[ug]\w*ost\w*|set\w+|sept\w+|o[uc]t\w+|no[vw]\w+|de[zcs]\w+"
)


@cache
def samples() -> list[Sample]:
    return Judge().samples


@cache
def seeded(check: str) -> list[Seed]:
    return seeds(check, samples())


# --- one of each kind, to be read ---------------------------------------------------------------------------


def shown(text: str) -> str:
    """As golden files write it."""
    for sign, real in VISIBLE.items():
        if real and real != " ":
            text = text.replace(real, sign)
    text = re.sub(r"\A | \Z", "␠", text)
    hidden = ("Cf", "Co", "Cc")
    return "".join(f"⟦{ord(c):04X}⟧" if unicodedata.category(c) in hidden else c for c in text)


def sample_of(case: Golden) -> Sample:
    locale, kind = case.title.rpartition(" (")[2].rstrip(")").split(", ", 1)
    source, target = case.text.rstrip("\n").split("\n⇒\n")
    return Sample(source=source, target=target, locale=locale, kind=kind)


@pytest.mark.parametrize("title", CASES)
def test_each_way_makes_the_fault_that_its_name_tells(title):
    check, _, way = title.partition(": ")
    assert CASES[title].expected in [shown(text) for text in TEXTS[check][way](sample_of(CASES[title]))]


def test_there_is_a_case_of_every_way():
    assert {f"{check}: {way}" for check, ways in TEXTS.items() for way in ways} == CASES.keys()


# --- what holds for all of them -----------------------------------------------------------------------------


def test_every_check_has_an_injector():
    assert [check.code for check in registry.checks() if check.code not in INJECTORS] == []


@pytest.mark.parametrize("check", INJECTORS)
def test_there_are_fifty_different_faults_of_each_check_in_several_ways_and_messages(check):
    found = seeded(check)
    assert len(found) == COUNT
    assert len({(seed.faulty, seed.header, seed.more) for seed in found}) == COUNT
    assert len({seed.way for seed in found}) >= 5 or check in ("inconsistent", "reused")
    assert len({seed.sample.source for seed in found}) >= 5


@pytest.mark.parametrize("check", INJECTORS)
def test_the_same_messages_give_the_same_faults(check):
    assert seeds(check, samples()) == seeded(check)


def changed(pattern: str) -> Callable[[str, str], bool]:
    """Is what matches another thing, or in another order?"""
    return lambda before, after: re.findall(pattern, before) != re.findall(pattern, after)


def more(pattern: str) -> Callable[[str, str], bool]:
    return lambda before, after: len(re.findall(pattern, after)) > len(re.findall(pattern, before))


def only_space(before: str, after: str) -> bool:
    return before != after and re.sub(r"\s", "", before) == re.sub(r"\s", "", after)


def lengths(before: str, after: str) -> bool:
    return not 0.6 < len(after) / len(before) < 1.6


def words(before: str, after: str) -> bool:
    """Are there words that were not there, or fewer of them?"""
    return re.findall(r"\w+", before) != re.findall(r"\w+", after)


def strange(_: str, after: str) -> bool:
    letters = {unicodedata.name(c).split()[0] for c in after if c.isalpha()} - {"MASCULINE", "FEMININE"}
    odd = [c for c in after if c != "\n" and unicodedata.category(c) in ("Cf", "Cc", "Co")]
    return bool(odd) or "\ufffd" in after or len(letters) > 1


FAULTS = {
    "quotes": changed('[“”„«»‹›"‘’,]'),
    "brackets": changed(r"[()\[\]{}]"),
    "ending": changed(r"[.,:;?!¿¡…]+(?=\W*\Z)|¿"),
    "ellipses": changed(r"…|\.[. ]*\.?"),
    "spaces": only_space,
    "doubled-words": more(r"(?i)\b(\w+(?: \w+)?)\W+\1\b"),
    "placeholders": changed(r"`[^`]+`|\{\w+\}|%\(\w+\)s"),
    "addresses": changed(r"https?://[^\s>)]+|[\w.-]+@[\w.-]+"),
    "invisible": strange,
    "hidden-html": more(r"(?i)<[a-z!]|&lt;script|\]\(javascript:"),
    "markup": changed(r"\[\^?[^\]]*\](?:\([^)]*\)|\[\w*\])?|</?\w+"),
    "leftovers": changed(r"\s?\*+\s?|\s?`|\]\s*[(\[]|\)\[|\)|［|&\w+;?|<\s*|\\n"),
    "numbers": changed(
        r"(?i)"
        r"\d[\d.,]*|\b(?:dois|duas|três|quatro|cinco|seis|sete|dez|do[sc]e?|tres|cuatro|siete)\b"
    ),
    "dates": changed(DATE),
    "units": changed(r"R\$|US\$|[€%‰]|\b[a-zéèíóõãê]+\b|°\w"),
    "terms": words,
    "names": words,
    "untranslated": words,
    "length": lengths,
    "negation": changed(NEGATIONS),
    "sentences": lambda before, after: len(sentences(before)) != len(sentences(after)),
    "spelling": words,
    "language": words,
}
"""What the eye sees of each check's faults, by (reviewed, faulty)."""


@pytest.mark.parametrize("check", FAULTS)
def test_every_fault_is_seen_in_the_text(check):
    sound = [
        f"{seed.way}: {seed.faulty.target}"
        for seed in seeded(check)
        if not FAULTS[check](seed.sample.target, seed.faulty.target)
    ]
    assert sound == []


def test_faults_of_catalogs_are_in_the_header_the_line_ends_or_the_directives():
    for seed in seeded("validity"):
        assert seed.header or seed.faulty.flags or seed.faulty.target.strip("\n") == seed.sample.target


def test_one_source_has_two_translations():
    for seed in seeded("inconsistent"):
        (twin,) = seed.more
        assert (twin.source, twin.locale) == (seed.sample.source, seed.sample.locale)
        assert twin.article != seed.sample.article
        assert words(seed.sample.target, twin.target)


def test_one_translation_is_that_of_two_sources():
    known = {(sample.locale, sample.target): sample.source for sample in samples()}
    for seed in seeded("reused"):
        other = known[seed.faulty.locale, seed.faulty.target]
        assert not set(re.findall(r"\w{4,}", other.lower())) & set(
            re.findall(r"\w{4,}", seed.sample.source.lower())
        )


def test_misspelt_words_are_no_words_of_the_catalogs():
    known = {word for sample in samples() for word in re.findall(r"\w+", sample.target)}
    for seed in seeded("spelling"):
        new = set(re.findall(r"\w+", seed.faulty.target)) - set(re.findall(r"\w+", seed.sample.target))
        assert new
        assert not new & known
