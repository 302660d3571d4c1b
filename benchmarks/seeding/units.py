"""Currencies, units and scales that are changed or lost."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Ways
from benchmarks.seeding.texts import by_locale, replaced, words

_SCALES = {
    "pt_BR": {"milhões": "bilhões", "milhão": "bilhão", "bilhões": "milhões", "bilhão": "milhão"},
    "es": {"millones": "billones", "millón": "billón"},
}
_OTHER = {
    "pt_BR": {
        "metros": "pés",
        "centímetros": "milímetros",
        "quilômetros": "milhas",
        "toneladas": "quilos",
        "litros": "galões",
        "quilograma": "libra",
        "watts": "volts",
    },
    "es": {
        "metros": "pies",
        "centímetros": "milímetros",
        "kilómetros": "millas",
        "toneladas": "kilos",
        "litros": "galones",
        "kilogramo": "libra",
        "vatios": "voltios",
    },
}
_SAID = r"(?i)\b(?:met|centimet|kilomet|lit)res?|tonnes|kilogram|watts"
_SYMBOL = r"(?<=\d[ \u00a0\u202f])"

UNITS: Final[Ways] = MappingProxyType(
    {
        "the currency of the reader's country": by_locale(
            {
                "pt_BR": replaced(r"US\$", "R$", where=r"\$"),
                "es": words({"dólares": "pesos"}, where=r"\$"),
            }
        ),
        "another currency": by_locale(
            {
                "pt_BR": replaced(r"US\$", "€", where=r"\$"),
                "es": words({"dólares": "euros"}, where=r"\$"),
            }
        ),
        "dollars for euros": replaced(r"€", "US$", where="€"),
        "the currency is lost": by_locale(
            {
                "pt_BR": replaced(r"US\$[ \u00a0]?(?=\d)", "", where=r"\$"),
                "es": replaced(r"(?: de)? dólares", "", where=r"\$"),
            }
        ),
        "another scale": by_locale(
            {locale: words(table, where=r"(?i)\b[mb]illion") for locale, table in _SCALES.items()}
        ),
        "the scale is lost": replaced(
            r" (?:milhões|milhão|bilhões|bilhão|millones|millón)(?: de)?", "", where=r"(?i)\b[mb]illion"
        ),
        "another unit": by_locale({locale: words(table, where=_SAID) for locale, table in _OTHER.items()}),
        "feet for metres": replaced(rf"{_SYMBOL}m\b(?!/)", "ft", where=r"\d m\b"),
        "metres for centimetres": replaced(rf"{_SYMBOL}cm\b", "m", where=r"\d cm\b"),
        "grams for kilograms": replaced(rf"{_SYMBOL}kg\b", "g", where=r"\d kg\b"),
        "miles for kilometres": replaced(rf"{_SYMBOL}km\b(?!/)", "mi", where=r"\d km\b"),
        "another speed": replaced(rf"{_SYMBOL}m/s", "km/h", where=r"\d m/s"),
        "another temperature": replaced(r"°C", "°F", where="°C"),
        "a symbol is lost": replaced(
            r"(?<=\d)[ \u00a0](?:cm|kg|km|hPa|m)\b(?!/| [aeoy]u? \d)", "", where=r"\d (?:cm|kg|km|hPa|m)\b"
        ),
        "the per cent sign is lost": replaced(r"(?<=\d)[ \u00a0]?%", "", where=r"\d%"),
        "per mille for per cent": replaced(r"%", "‰", where=r"\d%"),
    }
)
