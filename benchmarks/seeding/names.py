"""Names that are misspelt, dropped, translated or replaced."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import outside, put

_WORD = r"[A-Z][a-zà-ÿ]{3,}"
_NAME = rf"{_WORD}(?: {_WORD})+"
_NO_NAMES = frozenset(
    "Captain Councillor Mayor Their There They This These Those Then When What Where".split()
)
_TRANSLATED = MappingProxyType(
    {
        "Quay Street": ("rua do Cais", "calle del Muelle"),
        "Lower Fish Street": ("rua Baixa do Peixe", "calle Baja del Pescado"),
        "Chandler’s Row": ("fileira do Fabricante", "hilera del Velero"),
        "Port Ellery": ("Porto Ellery", "Puerto Ellery"),
        "Skerrow Point": ("ponta Skerrow", "punta Skerrow"),
        "Upper Ell": ("Ell de Cima", "Ell de Arriba"),
        "Gannet": ("Ganso-patola", "Alcatraz"),
        "Coastline News Agency": ("Agência de Notícias Costeiras", "Agencia de Noticias Costeras"),
        "Tomas": ("Tomás", "Tomás"),
        "Samuel": ("Samuele", "Samuelo"),
        "Rosa": ("Rose", "Rosalía"),
        "Miriam": ("Mirian", "Míriam"),
        "Ruth": ("Rute", "Rut"),
        "Tobias": ("Tobia", "Tobías"),
        "Marit": ("Marita", "Marita"),
        "Kittiwake": ("Gaivota-tridáctila", "Gaviota"),
        "Tidebox": ("Caixa-de-maré", "Caja de mareas"),
    }
)
"""Into Portuguese and Spanish."""
_PEOPLE = ("Gregory Palmer", "Alice Morton", "Henry Dawson")


def _words(sample: Sample) -> Iterator[re.Match[str]]:
    """Words of names that stand in both texts, and in the source not only where a sentence begins."""
    for match in outside(rf"(?<![\w-]){_WORD}(?![\w-])", sample.target):
        if match[0] not in _NO_NAMES and re.search(
            rf"(?<=[a-z,\d] ){match[0]}\b|\b{match[0]} [A-Z]", sample.source
        ):
            yield match


def _wholes(sample: Sample) -> Iterator[re.Match[str]]:
    for match in outside(rf"(?<![\w-]){_NAME}(?![\w-])", sample.target):
        if match[0] in sample.source:
            yield match


def _misspelt(change: Callable[[str], str]) -> Way:
    def way(sample: Sample) -> Iterator[str]:
        for match in _words(sample):
            if (new := change(match[0])) != match[0]:
                yield put(sample.target, match, new)

    return way


def _translated(sample: Sample) -> Iterator[str]:
    for name, (portuguese, spanish) in _TRANSLATED.items():
        new = spanish if sample.locale == "es" else portuguese
        if name in sample.source:
            for match in outside(rf"(?<!\w){re.escape(name)}(?!\w)", sample.target):
                yield put(sample.target, match, new)


def _dropped(sample: Sample) -> Iterator[str]:
    for match in _wholes(sample):
        if sample.target.count(match[0]) == 1:
            text = put(sample.target, match, "")
            yield re.sub(r" +(?=[ ,.;:!?]|\Z)|\A +", "", text)


def _another(sample: Sample) -> Iterator[str]:
    for match in _wholes(sample):
        yield put(sample.target, match, _PEOPLE[len(match[0]) % len(_PEOPLE)])


NAMES: Final[Ways] = MappingProxyType(
    {
        "two letters change places": _misspelt(lambda name: name[0] + name[2] + name[1] + name[3:]),
        "a letter is lost": _misspelt(lambda name: name[:2] + name[3:]),
        "the last letter is lost": _misspelt(lambda name: name[:-1]),
        "a letter is typed twice": _misspelt(lambda name: name[:-1] + name[-2:]),
        "another vowel": _misspelt(
            lambda name: (
                name[0] + re.sub("[aeiou]", lambda m: "eioua"["aeiou".index(m[0])], name[1:], count=1)
            )
        ),
        "an accent is added": _misspelt(
            lambda name: re.sub("[aeo](?=[a-z])", lambda m: "áéô"["aeo".index(m[0])], name, count=1)
        ),
        "the end is said twice": _misspelt(lambda name: name + name[-3:]),
        "the end is cut off": _misspelt(lambda name: name[: max(3, len(name) - 3)]),
        "small letters": _misspelt(str.lower),
        "the name is translated": _translated,
        "the name is dropped": _dropped,
        "the name of somebody else": _another,
    }
)
