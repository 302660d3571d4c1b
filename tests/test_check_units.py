"""Units: currencies, measures, per cent and millions, beside their numbers and apart."""

import pytest
from checking import found, message

from l10n import registry

CHECK = next(check for check in registry.checks() if check.code == "units")


@pytest.mark.parametrize(
    ("source", "target", "locale", "finding"),
    [
        ("It costs $5.", "Custa R$ 5.", "pt_BR", "$ has become R$"),
        ("It costs $5.", "Custa 5 euros.", "pt_BR", "$ has become euros"),
        ("It costs $5.", "Custa 5.", "pt_BR", "$ is missing"),
        ("It costs five dollars.", "Custa cinco euros.", "pt_BR", "dollars has become euros"),
        ("It costs £5.", "Es kostet 5 Euro.", "de", "£ has become Euro"),
        ("It costs $5.", "5ユーロです。", "ja", "$ has become ユーロ"),
        ("It costs $5.", "Стоит 5 рублей.", "ru", "$ has become рублей"),
        ("5 miles", "5 km", "pt_BR", "miles has become km"),
        ("a 6-foot wall", "um muro de 6 metros", "pt_BR", "foot has become metros"),
        ("12 km", "12英里", "zh", "km has become 英里"),
        ("20 °C", "20 °F", "pt_BR", "°C has become °F"),
        ("adds 1 cm, or 30 cm", "soma 1. Ou 30 cm", "pt_BR", "cm is missing"),
        ("12% of 15 boats", "12 de 15 barcos", "pt_BR", "% is missing"),
        ("5 hours", "5 minutos", "pt_BR", "hours has become minutos"),
        ("after 12 hours and 12 hours", "após 12 horas e 12 minutos", "pt_BR", "hours has become minutos"),
        ("$2.4 million", "US$ 2,4 bilhões", "pt_BR", "million has become bilhões"),
        ("2 billion", "2 billones", "es", "billion has become billones"),
        ("2 billion", "2 biliões", "pt_PT", "billion has become biliões"),
        ("2 billion", "2 Billionen", "de", "billion has become Billionen"),
        ("2.4 million people", "2,4 pessoas", "pt_BR", "million is missing"),
        ("240 people", "240 milhões de pessoas", "pt_BR", "milhões is not in the source"),
        ("from 2% to 5%. Or 7%.", "de 2% a 5%. Ou 7.", "pt_BR", "% is missing"),
    ],
)
def test_a_unit_that_is_wrong(source, target, locale, finding):
    assert found(CHECK, message(source, target, locale), locale=locale) == [finding]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("It costs $5.", "Custa US$ 5.", "pt_BR"),
        ("It costs $5.", "Custa cinco dólares.", "pt_BR"),
        ("It costs $2.4 million.", "Custa 2,4 millones de dólares.", "es"),
        ("It costs $5.", "Kosztuje 5 dolarów.", "pl"),
        ("It costs USD 5.", "Es kostet 5 US-Dollar.", "de"),
        ("It costs $5.", "5ドルです。", "ja"),
        ("It costs $5.", "5美元", "zh"),
        ("It costs €5.", "5 يورو", "ar"),
        ("From $5 to $10", "De 5 a 10 dólares", "pt_BR"),
        ("from 12% to 15%", "de 12 a 15%", "pt_BR"),
        ("12%", "12 por cento", "pt_BR"),
        ("12%", "%12", "tr"),
        ("12 per cent", "12٪", "ar"),
        ("between 2 million and 3 million", "entre 2 e 3 milhões", "pt_BR"),
        ("12 kilometres", "12 km", "pt_BR"),
        ("12 km", "12 километрах", "ru"),
        ("12 km", "12公里", "zh"),
        ("5 kilograms", "5 quilos", "pt_BR"),
        ("20 °C", "20 graus", "pt_BR"),
        ("28 m/s", "28 metros por segundo", "pt_BR"),
        ("5 miles", "8 km", "pt_BR"),
        ("5 km in 5 hours", "em 5 horas, 5 km", "pt_BR"),
        ("24 hours", "um dia", "pt_BR"),
        ("5 fathoms", "5 braças", "pt_BR"),
        ("5 miles", "5 milia", "eu"),
        ("2 billion", "2 milliards", "fr"),
        ("2 billion", "2 mil milhões", "pt_PT"),
        ("2 billion", "20億", "ja"),
        ("71% ten years ago", "71% há dez anos", "pt_BR"),
    ],
)
def test_units_that_are_written_otherwise(source, target, locale):
    assert found(CHECK, message(source, target, locale), locale=locale) == []
