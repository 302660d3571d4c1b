"""Plug-ins are found by their file names."""

import subprocess
import sys

import pytest

from l10n import registry
from l10n.errors import EngineError, ProjectError
from l10n.ports import EngineFactory


def test_every_folder_of_plug_ins_has_some() -> None:
    assert {"markdown", "text"} <= set(registry.names("formats"))
    assert {"argos", "pseudo"} <= set(registry.names("engines"))
    assert {"markup"} <= set(registry.names("checks"))


@pytest.mark.parametrize("folder", ["formats", "engines", "checks"])
def test_names_are_sorted_and_public(folder: str) -> None:
    names = registry.names(folder)
    assert list(names) == sorted(names)
    assert not [name for name in names if name.startswith("_")]


@pytest.mark.parametrize("name", registry.names("formats"))
def test_every_format_has_suffixes_of_its_own(name: str) -> None:
    suffixes = registry.format_named(name).suffixes
    assert suffixes
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert [registry.suffixes()[suffix] for suffix in suffixes] == [name] * len(suffixes)


@pytest.mark.parametrize("name", registry.names("engines"))
def test_every_engine_says_what_it_is(name: str) -> None:
    factory = registry.engine_named(name)
    assert isinstance(factory, EngineFactory)
    assert factory.summary


def test_checks_are_told_apart_by_their_codes() -> None:
    codes = [check.code for check in registry.checks()]
    assert len(set(codes)) == len(codes) == len(registry.names("checks"))


@pytest.mark.parametrize("name", ["nothing", "", "Pseudo", "__init__", "../pseudo", "pseudo.py"])
def test_unknown_names_are_errors_with_the_choices(name: str) -> None:
    with pytest.raises(EngineError, match=f"known engines: {', '.join(registry.names('engines'))}"):
        registry.engine_named(name)
    with pytest.raises(ProjectError, match=f"known formats: {', '.join(registry.names('formats'))}"):
        registry.format_named(name)


def test_nothing_heavy_is_imported_before_an_engine_is_opened() -> None:
    heavy = ("argostranslate", "ctranslate2", "sentencepiece", "numpy", "babel", "polib", "yaml")
    code = f"""
import sys
from l10n import registry
from l10n.cli.main import main
for name in registry.names("engines"):
    registry.engine_named(name)
for name in main.list_commands(None):
    main.get_command(None, name)
print([name for name in {heavy} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
