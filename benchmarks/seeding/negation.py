"""Negations that are lost or added: the translation says the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import by_locale, replaced, sentences, words

_NOT = r"(?i)\bnot\b|n[’']t\b|\bcannot\b"
_NEVER = r"(?i)\bnever\b"
_NOBODY = r"(?i)\b(?:nobody|no one|none)\b"
_NO = r"(?i)\bno\b(?! longer)|\bnone\b|\bnothing\b"
_NEITHER = r"(?i)\bneither\b|\bnor\b"
_WITHOUT = r"(?i)\bwithout\b"
_ANY = (
    r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|few|only|but|unless"
    r"|un\w+|in\w+|fail\w*)\b|n[’']t\b"
)
_VERBS = {
    "pt_BR": "foi|é|está|tem|são|era|será|pode|deve|havia|tinha|vai|ficou|disse|subiu|custou|informou|votará",
    "es": "fue|es|está|tiene|son|era|será|puede|debe|había|tenía|dijo|subió|costó|informó|votará",
}
_NEGATIVE = {
    "pt_BR": r"(?i)\b(?:não|nem|nunca|nenhum\w*|sem|jamais|ninguém|nada)\b",
    "es": r"(?i)\b(?:no|ni|nunca|ning\w+|sin|jamás|nadie|nada)\b",
}


def _gone(sample: Sample) -> Iterator[str]:
    """The only `não` between two words, and what the sentence begins with then."""
    word = {"pt_BR": "não", "es": "no"}[sample.locale]
    yield from replaced(rf"(?<=\w[ ,]){word} |(?<=, ){word} (?=[a-z])|(?<=[.?!] ){word} ", "", where=_NOT)(
        sample
    )


def _first_gone(sample: Sample) -> Iterator[str]:
    word = {"pt_BR": "Não", "es": "No"}[sample.locale]
    yield from replaced(rf"(?<!\w){word} ([a-zà-ÿ])", lambda match: match[1].upper(), where=_NOT)(sample)


def _added(sample: Sample) -> Iterator[str]:
    word = {"pt_BR": "não", "es": "no"}[sample.locale]
    if not re.search(_ANY, sample.source) and not re.search(_NEGATIVE[sample.locale], sample.target):
        pattern = rf"(?<=[a-zà-ÿ] )(?<![Ss]e )(?:{_VERBS[sample.locale]})(?!\w| que)(?=[^.?!]*[.!:])"
        yield from replaced(pattern, lambda match: f"{word} {match[0]}")(sample)


def _opposite(way: Way) -> Way:
    """Only where no other negation is left in the sentence."""

    def checked(sample: Sample) -> Iterator[str]:
        before = sentences(sample.target)
        for text in way(sample):
            changed = [part for part in sentences(text) if part not in before]
            if not any(re.search(_NEGATIVE[sample.locale], part) for part in changed):
                yield text

    return checked


NEGATION: Final[Ways] = MappingProxyType(
    {
        "not is lost": _opposite(_gone),
        "not is lost at the start": _opposite(_first_gone),
        "always for never": by_locale(
            {
                "pt_BR": _opposite(words({"nunca": "sempre"}, where=_NEVER)),
                "es": _opposite(words({"nunca": "siempre"}, where=_NEVER)),
            }
        ),
        "never is lost": _opposite(replaced(r"(?<=\w )(?:nunca|jamais|jamás) ", "", where=_NEVER)),
        "somebody for nobody": by_locale(
            {
                "pt_BR": _opposite(words({"ninguém": "alguém"}, where=_NOBODY)),
                "es": _opposite(words({"nadie": "alguien"}, where=_NOBODY)),
            }
        ),
        "some for no": by_locale(
            {
                "pt_BR": _opposite(
                    words({"nenhum": "algum", "nenhuma": "alguma", "nada": "tudo"}, where=_NO)
                ),
                "es": _opposite(words({"ningún": "algún", "ninguna": "alguna", "nada": "todo"}, where=_NO)),
            }
        ),
        "either for neither": _opposite(
            replaced(
                r"(?<!\w)(?:nem|ni) ((?:[^\W\d_]+ ){1,3})(?:nem|ni) ",
                lambda match: f"tanto {match[1]}{'quanto' if match[0].startswith('nem') else 'como'} ",
                where=_NEITHER,
            )
        ),
        "with for without": words({"sem": "com", "sin": "con"}, where=_WITHOUT),
        "not is added": _added,
    }
)
