"""Which models lead from one locale to another, and which there are."""

from pathlib import Path

import pytest
from processes import unpacked_package, write

from l10n.engines import argos
from l10n.errors import EngineError
from l10n.packages import scan
from l10n.packages.route import find_route
from l10n.packages.scan import ModelPackage
from l10n.settings import DraftSettings


def pairs(*names: str) -> list[ModelPackage]:
    """`en-pt` or `en-pt-1.2` → packages."""
    split = (name.split("-") for name in names)
    return [ModelPackage(source=s, target=t, version=v[0] if v else "1.0") for s, t, *v in split]


def route(source: str, target: str, *names: str) -> list[str]:
    return [package.name for package in find_route(source, target, pairs(*names))]


def test_a_direct_pair() -> None:
    assert route("en", "es", "en-pt", "en-es") == ["en→es 1.0"]


def test_a_pair_through_another_language() -> None:
    assert route("pt", "de", "pt-en", "en-de") == ["pt→en 1.0", "en→de 1.0"]


def test_the_shortest_of_several_ways() -> None:
    assert route("pt", "de", "pt-fr", "fr-en", "pt-en", "en-de") == ["pt→en 1.0", "en→de 1.0"]
    assert route("pt", "de", "pt-en", "en-de", "pt-de") == ["pt→de 1.0"]


def test_ways_that_turn_in_circles_end() -> None:
    with pytest.raises(EngineError):
        route("pt", "ja", "pt-en", "en-pt", "en-de", "de-en", "en-en")


def test_of_equals_the_first() -> None:
    assert route("en", "es", "en-es-1.9", "en-es-1.0") == ["en→es 1.9"]


@pytest.mark.parametrize(
    ("target", "packages", "expected"),
    [
        ("pt_BR", ("en-pt", "en-pb"), "en→pb 1.0"),
        ("pt_BR", ("en-pt",), "en→pt 1.0"),
        ("pt_BR", ("en-pb",), "en→pb 1.0"),
        ("pt", ("en-pb", "en-pt"), "en→pt 1.0"),
        ("pt_PT", ("en-pb", "en-pt"), "en→pt 1.0"),
        ("zh_Hant", ("en-zh", "en-zt"), "en→zt 1.0"),
        ("zh_Hant_TW", ("en-zh", "en-zt"), "en→zt 1.0"),
        ("zh_TW", ("en-zh", "en-zt"), "en→zt 1.0"),
        ("zh_CN", ("en-zt", "en-zh"), "en→zh 1.0"),
        ("zh_Hans", ("en-zt", "en-zh"), "en→zh 1.0"),
        ("nn", ("en-nb",), "en→nb 1.0"),
        ("no", ("en-nb",), "en→nb 1.0"),
        ("es_MX", ("en-es",), "en→es 1.0"),
    ],
)
def test_codes_of_locales(target: str, packages: tuple[str, ...], expected: str) -> None:
    assert route("en", target, *packages) == [expected]


def test_codes_of_the_source_locale() -> None:
    assert route("en_GB", "pt_BR", "en-pt") == ["en→pt 1.0"]
    assert route("pt_BR", "en", "pb-en", "pt-en") == ["pb→en 1.0"]


def test_the_very_language_comes_before_a_shorter_way_to_another() -> None:
    assert route("es", "pt_BR", "es-pt", "es-en", "en-pb") == ["es→en 1.0", "en→pb 1.0"]


def test_european_portuguese_is_not_given_brazilian() -> None:
    with pytest.raises(EngineError):
        route("en", "pt_PT", "en-pb")


def test_none_is_an_error_that_names_the_pairs() -> None:
    with pytest.raises(EngineError) as error:
        route("en", "ja", "en-pt", "de-en", "en-pt")
    assert str(error.value) == (
        "no model from en to ja; install a package with `l10n models install FILE.argosmodel`; "
        "there are: de→en, en→pt"
    )


def test_none_is_an_error_even_without_any_package() -> None:
    with pytest.raises(EngineError, match="there are: none"):
        route("en", "ja")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    return tmp_path


def test_what_is_installed_comes_before_what_is_built_in(installed: Path) -> None:
    unpacked_package(installed / "a", to_code="pt", package_version="0.9")
    unpacked_package(installed / "b", to_code="pt", package_version="0.10")
    (found,) = find_route("en", "pt_BR", [*scan.installed(), scan.starter()])
    assert (found.version, found.path) == ("0.10", installed / "b")


def test_the_built_in_package_is_what_its_archive_says() -> None:
    starter = scan.starter()
    assert (starter.source, starter.target, starter.builtin) == ("en", "pt", True)
    assert starter.path is not None
    assert starter.path.is_file()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"ARGOS_PACKAGES_DIR": "/a/b", "XDG_DATA_HOME": "/c"}, "/a/b"),
        ({"XDG_DATA_HOME": "/c"}, "/c/argos-translate/packages"),
        ({"HOME": "/d"}, "/d/.local/share/argos-translate/packages"),
        (
            {"HOME": "/d", "XDG_DATA_HOME": "", "ARGOS_PACKAGES_DIR": ""},
            "/d/.local/share/argos-translate/packages",
        ),
    ],
)
def test_packages_are_where_argos_translate_keeps_them(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert scan.installed_folder() == Path(expected)


def test_models_of_the_settings_come_before_newer_ones(installed: Path) -> None:
    unpacked_package(installed / "old", package_version="1.0")
    unpacked_package(installed / "new", package_version="1.9")
    assert argos.ENGINE.open("en", "es", DraftSettings()).signature.startswith("argos en→es 1.9 ")
    chosen = DraftSettings(models=("built-in", "old"))
    assert argos.ENGINE.open("en", "es", chosen).signature.startswith("argos en→es 1.0 ")
    assert argos.ENGINE.open("en", "pt_BR", chosen).signature == "argos en→pt 1.0, beam 2"


def test_two_models_of_a_version_have_signatures_of_their_own(installed: Path) -> None:
    for name in ("one", "two"):
        write(unpacked_package(installed / name) / "model" / "model.bin", f"weights of {name}")
    signatures = {
        argos.ENGINE.open("en", "es", DraftSettings(models=(name,))).signature for name in ("one", "two")
    }
    assert len(signatures) == 2
