"""The check `length`."""

import pytest
from checking import found, message

from l10n import registry
from l10n.checking.rules import Rules
from l10n.text.lengths import growth, size

CHECK = next(check for check in registry.checks() if check.code == "length")
SENTENCE = "The harbour stays closed until the storm has passed and the divers have looked at the quay."


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        (SENTENCE, "O porto fica fechado até a tempestade passar.", "pt_BR", "too short: 45"),
        (SENTENCE, "Hafen.", "de", "too short: 6"),
        (SENTENCE, "…", "ar", "too short: 1"),
        (SENTENCE, "在风暴过去之前，港口一直关闭，潜水员还要检查码头。", "zh_Hans", ""),
        (SENTENCE, "在风暴过去之前。", "zh_Hans", "too short: 16"),
        (SENTENCE, "嵐が過ぎ去り、潜水士が岸壁を点検するまで、港は閉鎖されたままです。", "ja", ""),
        (SENTENCE, "港は閉鎖です。", "ja", "too short: 14"),
        (SENTENCE, "폭풍이 지나가고 잠수부들이 부두를 점검할 때까지 항구는 폐쇄됩니다.", "ko", ""),
        (SENTENCE, "يبقى الميناء مغلقا حتى تمر العاصفة ويفحص الغواصون الرصيف.", "ar", ""),
        (SENTENCE, "ท่าเรือปิดจนกว่าพายุจะผ่านไปและนักประดาน้ำได้ตรวจสอบท่าเทียบเรือแล้ว", "th", ""),
        (SENTENCE, "Der Hafen bleibt geschlossen, bis der Sturm vorbei ist. " * 4, "de", "too long: 224"),
        ("The sea.", "O mar, que hoje subiu muito.", "pt_BR", ""),  # too short to tell
        (
            "Run `make install -j4 PREFIX=/usr/local` now, please.",
            "Agora rode `make`, por favor.",
            "pt_BR",
            "",
        ),
    ],
)
def test_what_is_too_short_or_too_long(source, target, locale, finding):
    says = found(CHECK, message(source, target, locale), locale=locale)
    assert [what.split(" characters")[0] for what in says] == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("front matter: title", 60),
        ("header: title", 60),
        ("title", 60),
        ("front matter: description", 160),
        ("meta description", 160),
        ("heading 1", 0),
    ],
)
def test_titles_and_descriptions_have_room(kind, most):
    rules = Rules(title=60, description=160)
    for length in (60, 61, 160, 161):
        says = found(CHECK, message("x" * 57, "y" * length, kind=kind), rules=rules)
        assert ["more than" in what for what in says if "too long" not in what] == [True] * (
            0 < most < length
        )


def test_a_source_that_is_too_long_itself_is_not_the_translators_fault():
    both = message("x" * 61, "y" * 65, kind="title")
    assert found(CHECK, both, rules=Rules(title=60)) == []
    assert found(CHECK, both, rules=Rules(title=0)) == []


def test_lengths_are_those_of_the_language_or_of_any():
    assert growth("en", "pt_BR") == growth("en_GB", "pt")
    assert growth("en", "tlh").ratio > 1
    assert growth("de", "en").ratio == pytest.approx(1 / growth("en", "de").ratio)
    assert size("港 ab") == 5
