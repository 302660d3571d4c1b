"""`[draft] keep` and `typography`, from l10n.toml to the localized article."""

from pathlib import Path

import pytest
from processes import StubEngine, called, make_project, run_l10n, use_engine

WORDS = {
    "Read": "Leia",
    "the": "a",
    "Tide Table": "tabela de marés",
    "Port Ellery": "Porto Ellery",
    "in": "em",
}
NAMES = "Read the Tide Table in Port Ellery.\n"
QUOTED = "Read “the Tide Table” in time!\n"


def by_words(text: str) -> str:
    """As a model does that translates every word it knows."""
    for source, target in WORDS.items():
        text = text.replace(source, target)
    return text


def localized(root: Path, locale: str = "pt_BR") -> str:
    """The article, from update to build."""
    for args in (("update",), ("draft",), ("build", "--drafts")):
        ran = called(*args, cwd=root)
        assert (ran.code, ran.err) == (0, "")
    return (root / "build" / locale / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        ("[]", "Leia a tabela de marés em Porto Ellery.\n"),
        ('["Port Ellery"]', "Leia a tabela de marés em Port Ellery.\n"),
        ('["Tide Table", "Port Ellery"]', "Leia a Tide Table em Port Ellery.\n"),
        ('["Port", "Tide Tab", "port ellery"]', "Leia a tabela de marés em Port Ellery.\n"),
    ],
)
def test_names_on_the_list_are_not_translated(
    keep: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole words count, as they are written."""
    root = make_project(tmp_path / "site", {"a.md": NAMES}, settings=f"[draft]\nkeep = {keep}\n")
    engine = StubEngine(answer=by_words)
    use_engine(monkeypatch, engine)
    assert localized(root) == expected
    assert not any(
        f'"{name}"' in keep and name in engine.sentences[0] for name in ("Port Ellery", "Tide Table")
    )


def test_the_built_in_model_keeps_names(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    articles = {"a.md": "The *Evening Star* is late.\n"}
    root = make_project(tmp_path / "site", articles, settings='[draft]\nkeep = ["Evening Star"]\n')
    models = {"XDG_CACHE_HOME": str(tmp_path_factory.getbasetemp() / "models")}
    for args in (("update",), ("draft",), ("build", "--drafts")):
        assert run_l10n(*args, cwd=root, **models).code == 0
    text = (root / "build" / "pt_BR" / "a.md").read_text(encoding="utf-8")
    assert "*Evening Star*" in text
    assert "late" not in text


@pytest.mark.parametrize(
    ("settings", "locale", "expected"),
    [
        ("", "pt_BR", "Leia “a tabela de marés” em time!\n"),
        ("", "fr", "Leia «\u00a0a tabela de marés\u00a0» em time\u202f!\n"),
        ("", "de", "Leia „a tabela de marés“ em time!\n"),
        ("[draft]\ntypography = false\n", "pt_BR", "Leia “a tabela de marés” em time!\n"),
        ("[draft]\ntypography = false\n", "fr", "Leia “a tabela de marés” em time!\n"),
    ],
)
def test_marks_are_those_of_the_locale_unless_typography_is_off(
    settings: str, locale: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": QUOTED}, locales=(locale,), settings=settings)
    use_engine(monkeypatch, StubEngine(answer=by_words), judged=True)
    assert localized(root, locale) == expected


def test_a_change_of_the_settings_is_taken_in_by_redo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "site", {"a.md": NAMES})
    use_engine(monkeypatch, StubEngine(answer=by_words))
    assert "Porto Ellery" in localized(root)
    make_project(root, {}, settings='[draft]\nkeep = ["Port Ellery"]\n')
    assert "Porto Ellery" in localized(root)
    assert called("draft", "--redo", cwd=root).out.endswith("1 message drafted\n")
    assert "Port Ellery" in localized(root)
