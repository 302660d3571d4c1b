"""What readers do not see: characters without a shape, and HTML that hides or acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from benchmarks.seeding.sample import Sample, Way, Ways
from benchmarks.seeding.texts import WORD, replaced

_INSIDE = rf"(?<={WORD}{WORD})(?={WORD}{WORD})"
_BETWEEN = rf"(?<={WORD}) (?={WORD})"
_CYRILLIC = str.maketrans("aeopcxyi", "аеорсхуі")
_GREEK = str.maketrans("oav", "οαν")

INVISIBLE: Final[Ways] = MappingProxyType(
    {
        "a bidi override": replaced(_BETWEEN, " \u202e"),
        "a bidi embedding": replaced(_BETWEEN, " \u202b"),
        "a bidi isolate that is left open": replaced(_BETWEEN, " \u2067"),
        "a right-to-left mark": replaced(_BETWEEN, " \u200f"),
        "a zero-width space": replaced(_INSIDE, "\u200b"),
        "a zero-width non-joiner": replaced(_INSIDE, "\u200c"),
        "a zero-width joiner": replaced(_INSIDE, "\u200d"),
        "a word joiner": replaced(_INSIDE, "\u2060"),
        "a byte order mark": replaced(rf"\A(?={WORD})", "\ufeff"),
        "a soft hyphen": replaced(_INSIDE, "\u00ad"),
        "a replacement character": replaced(r"(?<=\w)[ãáâéêíóôõúçñ](?=\w)", "\ufffd"),
        "a control character": replaced(_INSIDE, "\x08"),
        "an escape character": replaced(_BETWEEN, " \x1b"),
        "a private character": replaced(_BETWEEN, " \uf0b7 "),
        "a Cyrillic letter": replaced(rf"(?<={WORD})[aeopcx](?={WORD})", lambda m: m[0].translate(_CYRILLIC)),
        "a Greek letter": replaced(rf"(?<={WORD})[oav](?={WORD})", lambda m: m[0].translate(_GREEK)),
    }
)


def _put(*texts: str) -> Way:
    """One of the texts between two words, or at the end."""

    def way(sample: Sample) -> Iterator[str]:
        if sample.markdown:
            yield from _placed(sample, texts)

    return way


def _placed(sample: Sample, texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield f"{sample.target} {text}"
        yield from replaced(_BETWEEN, f" {text} ")(sample)


def _around(before: str, after: str) -> Way:
    """A word in an element."""

    def way(sample: Sample) -> Iterator[str]:
        if sample.markdown:
            pattern = rf"(?<= )[a-zà-ÿ]{{4,}}(?= {WORD})"
            yield from replaced(pattern, lambda match: f"{before}{match[0]}{after}")(sample)

    return way


HIDDEN_HTML: Final[Ways] = MappingProxyType(
    {
        "a script": _put("<script>alert(1)</script>", '<script src="//x.example/a.js"></script>'),
        "a script in capitals": _put("<SCRIPT>alert(1)</SCRIPT>"),
        "a frame": _put('<iframe src="https://x.example"></iframe>'),
        "an object": _put('<object data="a.swf"></object>', '<embed src="a.swf">'),
        "a style": _put("<style>body{display:none}</style>"),
        "a form": _put('<form action="https://x.example"><input name="q"></form>'),
        "text that is not displayed": _around('<span style="display:none">', "</span>"),
        "text that has no size": _around('<span style="font-size:0">', "</span>"),
        "text that is hidden": _around("<span hidden>", "</span>"),
        "a handler": _around('<span onclick="alert(1)">', "</span>"),
        "a handler of an image": _put('<img src="x" onerror="alert(1)">'),
        "a drawing that acts": _put('<svg onload="alert(1)"></svg>'),
        "a link to a script": _around('<a href="javascript:alert(1)">', "</a>"),
        "a link of Markdown to a script": _around("[", "](javascript:alert(1))"),
        "a link to a page in it": _around('<a href="data:text/html,<b>x</b>">', "</a>"),
        "a comment": _put("<!-- revisar depois -->"),
        "a redirection": _put('<meta http-equiv="refresh" content="0; url=https://x.example">'),
        "a base": _put('<base href="https://x.example/">'),
        "a script in entities": _put("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "a link to a script in entities": _around('<a href="&#106;avascript:alert(1)">', "</a>"),
    }
)
