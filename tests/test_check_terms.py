"""Terms: inflected, overlapping, kept; and the file that they come from."""

from pathlib import Path

import pytest
from checking import found, message
from processes import called, catalog, make_project, reviewed, run_l10n, write

from l10n import registry
from l10n.checking.rules import Rules, Term
from l10n.errors import ProjectError
from l10n.memory.terms import terms

CHECK = next(check for check in registry.checks() if check.code == "terms")


def rules(**targets: str) -> Rules:
    """Terms, with `_` for a space, and their translations with `|` between them."""
    pairs = ((source.replace("_", " "), target.split("|")) for source, target in targets.items())
    return Rules(terms=tuple(Term(source=source, targets=tuple(found)) for source, found in pairs))


@pytest.mark.parametrize(
    ("source", "target", "locale", "terms"),
    [
        ("The cities grew.", "As cidades cresceram.", "pt_BR", rules(city="cidade")),
        ("Cities grew.", "Cidades cresceram.", "pt_BR", rules(City="cidade")),
        (
            "Harbour masters met.",
            "Os capitães do porto se reuniram.",
            "pt_BR",
            rules(harbour_master="capitão do porto"),
        ),
        ("The harbour-master’s office", "capitania", "pt_BR", rules(harbour_master="capitania")),
        ("open source code", "código aberto", "pt_BR", rules(open_source="código aberto", source="fonte")),
        ("marketing", "propaganda", "pt_BR", rules(market="mercado")),
        ("Then go now!", "Vá agora!", "pt_BR", rules(Go="Go")),
        ("The tides", "с приливами", "ru", rules(tide="прилив")),
        ("harbour office", "des Hafenamtes", "de", rules(harbour_office="Hafenamt")),
        ("the office", "das Haupthafenamt", "de", rules(office="Hafenamt")),
        ("harbour office", "港務局です", "zh", rules(harbour_office="港務局")),
        ("the mayor", "رئيس البلدية", "ar", rules(mayor="رئيس البلدية")),
        ("two waves", "दो लहरें", "hi", rules(wave="लहर")),
        ("children", "niños", "es", rules(child="niño")),
        (
            "A storm surge and a spring tide",
            "Uma maré de tempestade e uma maré de sizígia",
            "pt_BR",
            rules(spring_tide="maré de sizígia", storm_surge="maré de tempestade"),
        ),
        (
            "The North Pier and the quays",
            "los muelles y el muelle Norte",
            "es",
            rules(North_Pier="muelle Norte", quay="muelle"),
        ),
        ("Install Tidebox.", "Instale o `Tidebox`.", "pt_BR", Rules(keep=("Tidebox",))),
    ],
)
def test_terms_in_other_forms(source, target, locale, terms):
    assert found(CHECK, message(source, target, locale), locale=locale, rules=terms) == []


@pytest.mark.parametrize(
    ("source", "target", "locale", "terms", "finding"),
    [
        (
            "The cities grew.",
            "As vilas cresceram.",
            "pt_BR",
            rules(city="cidade|urbe"),
            "cities is not translated as cidade or urbe",
        ),
        (
            "low water",
            "a maré é mais baixa",
            "pt_BR",
            rules(low_water="maré baixa"),
            "low water is not translated as maré baixa",
        ),
        (
            "A storm surge and a spring tide",
            "Uma maré de tempestade",
            "pt_BR",
            rules(spring_tide="maré de sizígia", storm_surge="maré de tempestade"),
            "spring tide is not translated as maré de sizígia",
        ),
        (
            "The mayor at the town hall",
            "A prefeita na town hall",
            "pt_BR",
            rules(mayor="prefeito|prefeita", town_hall="prefeitura"),
            "town hall is not translated as prefeitura",
        ),
        (
            "the ferry company",
            "la compañía del ferry",
            "es",
            rules(ferry="ferri"),
            "ferry is not translated as ferri",
        ),
        ("Use SAP.", "Use a sap.", "pt_BR", rules(SAP="SAP"), "SAP has to stay"),
        ("Install Tidebox.", "Instale o tidebox.", "pt_BR", Rules(keep=("Tidebox",)), "Tidebox has to stay"),
        ("the tide", "潮です", "ja", rules(tide="潮汐"), "tide is not translated as 潮汐"),
    ],
)
def test_terms_that_are_missing(source, target, locale, terms, finding):
    assert found(CHECK, message(source, target, locale), locale=locale, rules=terms) == [finding]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("en,pt_BR\nquay,cais\n", "pt_BR", {"quay": ("cais",)}),
        ("\ufeffen;pt-br;note\r\nquay;cais|molhe;x\r\n", "pt_BR", {"quay": ("cais", "molhe")}),
        ("en\tpt\nquay\tcais\n", "pt_BR", {"quay": ("cais",)}),
        ('en,pt\n"quay, pier","cais"\n\n,\n', "pt", {"quay, pier": ("cais",)}),
        ("en,es\nquay,muelle\n", "pt_BR", {}),
        ("en,pt\nquay,\n", "pt", {}),
        ("en,pt\nquay,cais\nquay,molhe\n", "pt", {"quay": ("cais", "molhe")}),
        ("en_GB,pt,pt_BR\nquay,cais,molhe\n", "pt_BR", {"quay": ("molhe",)}),
    ],
)
def test_a_term_base_as_spreadsheets_write_it(text, locale, expected, tmp_path):
    path = tmp_path / "terms.csv"
    path.write_bytes(text.encode())
    assert {term.source: term.targets for term in terms(path, "terms.csv", "en", locale)} == expected


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "terms.csv: is empty; begin with a line such as en,pt_BR"),
        (b"\n,\n", "terms.csv: is empty; begin with a line such as en,pt_BR"),
        (b"pt,en\n", "terms.csv:1: the first column is 'pt'; write en at the top of the first column"),
        (b"en,qq\n", "terms.csv:1: unknown locale 'qq'; columns are locales, and one may be `note`"),
        (b"en,pt,pt\n", "terms.csv:1: two columns for pt; join them"),
        (b"en,pt\nquay,cais\n,molhe\n", "terms.csv:3: no term in the first column; write one"),
        (
            b"en,pt\nquay,cais,molhe\n",
            "terms.csv:2: more cells than columns; put quotes around a cell that has the separator in it",
        ),
        (b"en,pt\nquay,ca\xe9s\n", "terms.csv:2: not UTF-8: byte 0xe9; save it as CSV UTF-8"),
        (
            b'en,pt\nquay,"cais\n',
            "terms.csv:2: not valid CSV: unexpected end of data; "
            "put quotes around a cell, and two for one in it",
        ),
    ],
)
def test_what_is_wrong_with_a_term_base_is_told_with_its_line(data, error, tmp_path):
    path = tmp_path / "terms.csv"
    path.write_bytes(data)
    with pytest.raises(ProjectError) as raised:
        terms(path, "terms.csv", "en", "pt_BR")
    assert str(raised.value) == error


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = make_project(tmp_path / "site", {"a.md": "Meet at the quay.\n"})
    called("update", cwd=made)
    reviewed(catalog(made), {"Meet at the quay.": "Encontro no porto."})
    settings = made / "l10n.toml"
    write(settings, settings.read_text(encoding="utf-8") + '[check]\nterms = "terms.csv"\n')
    return made


def test_the_settings_name_the_term_base(root):
    write(root / "terms.csv", "en,pt_BR\nquay,cais\n")
    ran = called("check", "--only", "terms", cwd=root)
    assert (ran.code, "quay is not translated as cais" in ran.out) == (0, True)


def test_a_term_base_that_is_not_there_is_an_error_of_one_line(root):
    ran = run_l10n("check", "--only", "terms", cwd=root)
    assert ran.code == 2
    assert ran.problems == [
        "terms.csv: cannot be read: No such file or directory; make it, or take check.terms out of l10n.toml"
    ]


def test_a_term_base_lies_in_the_project(root):
    settings = root / "l10n.toml"
    write(settings, settings.read_text(encoding="utf-8").replace("terms.csv", "../terms.csv"))
    ran = run_l10n("check", cwd=root)
    assert ran.code == 2
    assert "check.terms: '../terms.csv' leaves the project; name a file inside it" in ran.problems[0]
