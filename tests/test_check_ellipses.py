"""Ellipses: lost ones, extra ones, and slips of the hand."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "ellipses")


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("Wait… no", "Espere, não", "… is missing"),
        ("Wait... no", "Espere, não", "... is missing"),
        ("Wait… no…", "Espere… não", "… is missing"),
        ("Wait.", "Espere...", "... is extra"),
        ("Wait", "Espere…", "… is extra"),
        ("Wait...", "Espere..", ".. is neither a full stop nor an ellipsis"),
        ("Wait. No", "Espere.. Não", ".. is neither a full stop nor an ellipsis"),
        ("Wait…", "Espere...", "... should be …"),
        ("Wait…", "Espere. . .", ". . . should be …"),
        ("Wait...", "Espere. . .", ". . . should be ..."),
        ("Wait…", "Espere……", "…… should be …"),
        ("Wait……", "Espere……", None),
        ("Wait...", "Espere......", "...... should be ..."),
        ("Wait...", "Espere....", None),
        ("Wait. . .", "Espere…", None),
        ("Wait...", "Espere…", None),
        ("Wait....", "Espere...", None),
        ("Wait &hellip;", "Espere…", None),
        ("[...] and", "[…] e", None),
        ("from 1..10", "de 1 … 10", None),
        ("in `...`", "em", None),
        ("in ../a", "em ../a", None),
    ],
)
def test_ellipses(source, target, finding):
    assert found(CHECK, message(source, target)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("target", "locale"),
    [("等等……", "zh_Hans"), ("待って⋯⋯", "ja"), ("Ждите…", "ru"), ("รอ…", "th"), ("انتظر…", "ar")],
)
def test_ellipses_of_languages(target, locale):
    assert found(CHECK, message("Wait…", target, locale), locale=locale) == []
