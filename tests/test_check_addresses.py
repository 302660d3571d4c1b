"""Addresses in the text, and what only looks like one."""

import pytest
from checking import found, message

from l10n.checks.addresses import CHECK


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        (
            "https://example.org/a",
            "https://example.org/b",
            "missing https://example.org/a; extra https://example.org/b",
        ),
        (
            "https://example.org/a.",
            "http://example.org/a.",
            "missing https://example.org/a; extra http://example.org/a",
        ),
        (
            "https://example.org/a",
            "https://example. org/a",
            "missing https://example.org/a; extra https://example",
        ),
        (
            "https://example.org/a and https://example.org/a",
            "https://example.org/a",
            "missing https://example.org/a",
        ),
        ("Gone", "https://example.org/a", "extra https://example.org/a"),
        (
            "https://example.org/",
            "https://example.org",
            "missing https://example.org/; extra https://example.org",
        ),
        (
            "https://en.wikipedia.org/wiki/Tide",
            "https://pt.wikipedia.org/wiki/Mar",
            "missing https://en.wikipedia.org/wiki/Tide; extra https://pt.wikipedia.org/wiki/Mar",
        ),
        ("www.example.org", "www.exemplo.org", "missing www.example.org; extra www.exemplo.org"),
        (
            "<https://example.org/a>",
            "https://example.org/a",
            "missing <https://example.org/a>; extra https://example.org/a",
        ),
        ("<desk@example.org>", "<mesa@example.org>", "missing <desk@example.org>; extra <mesa@example.org>"),
        ("<mailto:desk@example.org>", "", "missing <mailto:desk@example.org>"),
        ("<tel:+4812345>", "<tel:+4812346>", "missing <tel:+4812345>; extra <tel:+4812346>"),
        ("desk@example.org", "desk @ example.org", "missing desk@example.org; extra example.org"),
        ("desk@example.org", "desk@example.com", "missing desk@example.org; extra desk@example.com"),
        ("desk@example.org", "desk@example", "missing desk@example.org"),
        (
            "at example.org/tides",
            "em exemplo.org/marés",
            "missing example.org/tides; extra exemplo.org/marés",
        ),
        (
            "at tides.example.com",
            "em tides.example.com.br",
            "missing tides.example.com; extra tides.example.com.br",
        ),
        (
            "ftp://example.org/x",
            "ftp://example.org/y",
            "missing ftp://example.org/x; extra ftp://example.org/y",
        ),
        (r"a\_b@example.org", r"ab@example.org", r"missing a\_b@example.org; extra ab@example.org"),
    ],
)
def test_what_is_lost_or_changed(source, target, finding):
    assert found(CHECK, message(source, target)) == [finding]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("See https://example.org/a, then b.", "b 之前请看 https://example.org/a 。", "zh_Hans"),
        ("See (https://example.org/a).", "见（https://example.org/a）。", "zh_Hans"),
        ("See “https://example.org/a”.", "Voir « https://example.org/a ».", "fr"),
        ("Is it https://example.org/a?", "Είναι https://example.org/a;", "el"),
        ("See https://example.org/a.", "देखें https://example.org/a।", "hi"),
        ("See https://example.org/a.", "انظر https://example.org/a؟", "ar"),
        ("The example.org extension", "Die example.org-Erweiterung", "de"),
        ("[tides](https://example.org/a)", "marés", "pt_BR"),
        ("Use README.md and Node.js.", "Use o Node.js.e o LEIA-ME.md.", "pt_BR"),
        ("Version 1.2", "Versão 1.2.O resto", "pt_BR"),
        ("Ask @desk.", "Pergunte a @mesa.", "pt_BR"),
        ("`curl example.org`", "nada", "pt_BR"),
    ],
)
def test_what_is_none_of_its_business(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []
