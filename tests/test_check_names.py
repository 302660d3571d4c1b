"""Names: slips, cuts and losses, told from translations by what an article does with its words."""

import pytest
from checking import message

from l10n import registry
from l10n.checking.message import Batch
from l10n.stages.check import findings

CHECK = next(check for check in registry.checks() if check.code == "names")
ARTICLE = [
    ("Flood in Quay Street, Port Ellery", "Inundação na Quay Street, em Port Ellery"),
    ("We live in Quay Street near Lower Fish Street.", "Moramos na Quay Street, perto da Lower Fish Street."),
    (
        "Dr. Miriam Oakshott of the Port Ellery Marine Station said so. (Coastline News Agency)",
        "A Dra. Miriam Oakshott, da Estação Marinha de Port Ellery, disse isso. (Coastline News Agency)",
    ),
    ("*Photo: Tomas Vey / Coastline News Agency*", "*Foto: Tomas Vey / Coastline News Agency*"),
    ("The sailors like Skerrow Point and Tidebox.", "Os marinheiros gostam de Skerrow Point e do Tidebox."),
    ("The Friends of Skerrow Point met.", "Os Amigos de Skerrow Point se reuniram."),
    ("A record in the Round Gannet Race", "Um recorde na Regata da Volta de Gannet"),
    ("She won the Round Gannet Race on Saturday.", "Ela venceu a Regata da Volta de Gannet no sábado."),
    ("The station is near the street, the point and the port.", "A estação fica perto."),
]


def said(source: str, target: str, locale: str = "pt_BR") -> list[str]:
    """What is said of a message of the article, and of nothing else in it."""
    messages = [message(*pair, locale) for pair in (*ARTICLE, (source, target))]
    return [finding.what for finding in findings(Batch(messages=messages, locale=locale), [CHECK])]


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        ("water on Lower Fish Street", "água na Lower Fish Srteet", "Street has become Srteet"),
        ("at the Port Ellery auction", "no leilão de Port Elery", "Ellery has become Elery"),
        ("at the Port Ellery auction", "no leilão de Port Ell", "Ellery has become Ell"),
        ("at the Port Ellery auction", "no leilão de port Ellery", "Port has become port"),
        ("at the Port Ellery auction", "no leilão de Porto Ellery", "Port has become Porto"),
        ("at the Port Ellery auction", "no leilão de Portort Ellery", "Port has become Portort"),
        (
            "Dr. Miriam Oakshott, who runs it",
            "A Dra. Miriam Oákshott, que a dirige",
            "Oakshott has become Oákshott",
        ),
        ("Edwin Marsh put it right.", "Edwin Mársh corrigiu.", "Marsh has become Mársh"),
        ("from the (Coastline News Agency)", "da (Coastline News Age)", "Agency has become Age"),
        ("from the (Coastline News Agency)", "da (Coastlin News Agency)", "Coastline has become Coastlin"),
        ("behind Skerrow Point", "atrás da ponta Skerrow", "Point is missing"),
        ("pipes under Quay Street", "tubos sob Henry Dawson", "Quay Street is missing"),
        ("Quay Street under water", "rua do Cais debaixo d’água", "Quay Street is missing"),
        ("(Editing by Nell Garrity)", "(Edição de Gregory Palmer)", "Nell Garrity is missing"),
        ("Josiah Wren", "Henry Dawson", "Josiah Wren is missing"),
        ("Bernard Colley", "Bernard Cloley", "Colley has become Cloley"),
        ("Install Tidebox", "Instale o Caixa-de-maré", "Tidebox is missing"),
        ("sold in Harbour Row", "vendido em Harbour Rwo", "Row has become Rwo"),
        ("sold in Harbour Row", "vendido em Harbour Rów", "Row has become Rów"),
        ("said harbour master Tobias Renn", "disse o capitão do porto", "Tobias Renn is missing"),
        ("Open it on GitHub.", "Abra no site.", "GitHub is missing"),
        ("He flew to London.", "Ele voou para Paris.", "London is missing"),
        ("Vey wrote it, and Vey paid.", "Vey escreveu, e ele pagou.", "Vey is there less often"),
        ("We asked Oakshott twice.", "Perguntamos duas vezes.", "Oakshott is missing"),
    ],
)
def test_a_name_that_is_lost_or_wrong(source, target, finding):
    assert said(source, target) == [finding]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He flew to London and Moscow.", "Ele voou para Londres e Moscou."),
        ("It came from Rotterdam.", "Veio de Roterdã."),
        ("President Vey spoke.", "O presidente Vey falou."),
        ("Then Senator Vey spoke.", "Depois o Senador Vey falou."),
        ("The Marine Station closed.", "A Estação Marinha fechou."),
        ("Finding Users For Your Project", "Encontrando usuários para o seu projeto"),
        ("The Round Gannet Race is over.", "Acabou a Regata da Volta de Gannet."),
        ("QUAY STREET FLOODED", "QUAY STREET INUNDADA"),
        ("Portuguese sailors at Christmas", "Marinheiros portugueses no Natal"),
        ("Whereas others left, we stayed.", "Enquanto outros saíram, ficamos."),
        ("NATO and the EU met.", "A Otan e a UE se reuniram."),
        ("Ines spoke.", "Inês falou."),
    ],
)
def test_what_people_translate(source, target):
    assert said(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("Maria Nowak spoke to Vey.", "Rozmawiano z Marią Nowakową i Veyem.", "pl", []),
        ("Miriam Oakshott spoke.", "Мириам Окшотт говорила.", "ru", []),
        ("Miriam Oakshott spoke.", "ミリアム・オークショットは語った。", "ja", []),
        ("Open it on GitHub.", "在 GihHub 上打开。", "zh", ["GitHub has become GihHub"]),
        ("Miriam Oakshottin talo", "Miriam Oakshottin talossa", "fi", []),
    ],
)
def test_languages_that_decline_names_or_write_them_in_other_letters(source, target, locale, finding):
    batch = Batch(messages=[message(source, target, locale)], locale=locale)
    assert [found.what for found in findings(batch, [CHECK])] == finding
