"""Inputs of about a megabyte that readers of formats choke on: deep nesting, and what nothing ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_SIZE = 1_000_000


def _rows(text: str) -> str:
    return text * (_SIZE // len(text))


def _nest(opened: str, closed: str, inside: str = "word") -> str:
    count = _SIZE // len(opened + closed)
    return opened * count + inside + closed * count


def _front(value: str, fence: str = "---", sign: str = ":") -> str:
    return f"{fence}\na{sign} {value}\n{fence}\n\nword\n"


INPUTS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "markdown": {
        "fences that nothing ends": lambda: _rows("> ```\n\nword\n\n"),
        "a million backticks": lambda: "word " + _rows("`"),
        "open brackets": lambda: "word " + _rows("["),
        "brackets in each other": lambda: _nest("[", "]"),
        "images in each other": lambda: _nest("![", "](a)"),
        "links to one definition": lambda: "[a]: /u\n\n" + _rows("[a] "),
        "definitions": lambda: "".join(f"[a{n}]: /u 'word'\n\n" for n in range(50_000)) + "[a1]",
        "quotes in each other": lambda: _rows(">") + " word\n",
        "lists in each other": lambda: _rows("- ") + "word\n",
        "asterisks": lambda: _rows("*") + "word",
        "emphasis in each other": lambda: _nest("*a ", " a*"),
        "<b> in each other": lambda: _nest("<b>", "</b>"),
        "empty <b> in each other": lambda: f"word {_nest('<b>', '</b>', '')} word",
        "<b> that nothing ends": lambda: _rows("<b>word "),
        "<code> in each other": lambda: "word " + _nest("<code>", "</code>"),
        "<div> that nothing ends": lambda: _rows("<div>\n\nword\n\n"),
        "comments that nothing ends": lambda: "i18n: " + _rows("<!-- i18n:skip "),
        "hard breaks before tags": lambda: _rows("<b>word</b>\\\n") + "word",
        "cells of one row": lambda: "".join(
            f"|{_rows(f'{cell}|')[: _SIZE // 3]}\n" for cell in ("a", "-", "a")
        ),
        "footnotes": lambda: "".join(f"[^{n}]: word [^{n}]\n\n" for n in range(40_000)),
        "YAML: [ that nothing ends": lambda: _front(_rows("[")),
        "YAML: [ in each other": lambda: _front(_nest("[", "]")),
        "YAML: dashes": lambda: _front("\n " + _rows("- ")),
        "TOML: [ that nothing ends": lambda: _front(_rows("["), "+++", " ="),
        "TOML: a key of many parts": lambda: _front(f"1\n{_rows('a.')}b = 1", "+++", " ="),
        "Liquid tags that nothing ends": lambda: _rows("{% raw %}\n\nword\n\n"),
        "JSX that nothing ends": lambda: _rows("<Tabs a={{ "),
        "components in a line": lambda: _rows("<A/> ") + "word",
    },
    "html": {
        "<div> in each other": lambda: _nest("<div>", "</div>"),
        "<b> in each other": lambda: _nest("<b>word ", "</b>"),
        "empty <b> in each other": lambda: f"word {_nest('<b>', '</b>', '')} word",
        "<b> that nothing ends": lambda: _rows("<b>word "),
        "one <b> beside the other": lambda: _rows("<b>w</b> "),
        "empty tags around a message": lambda: f"<b>{_rows('<u></u>')}word</b>{_rows('<i></i>')}",
        "tags that cross": lambda: _rows("<i><b>w</i></b>"),
        "tags with attributes": lambda: _rows('<span class="a">w '),
        "links, each its own": lambda: "".join(f'<a class="x" href="/{n}">w</a> ' for n in range(30_000)),
        "attributes of one tag": lambda: f"<p {_rows('x=1 ')}>word",
        "attributes that nothing ends": lambda: _rows('<a x="'),
        "comments that nothing ends": lambda: _rows("<!-- "),
        "scripts that nothing ends": lambda: _rows("<script><!-- <script></script>"),
        "templates that nothing ends": lambda: _rows("{{ "),
        "lists in each other": lambda: _rows("<ul><li>word"),
        "JSON-LD: [ that nothing ends": lambda: f'<script type="application/ld+json">{_rows("[")}</script>',
    },
    "text": {
        "lines of one word": lambda: _rows("word\n\n"),
        "one line": lambda: _rows("word "),
        "addresses that nothing ends": lambda: _rows("a.") + "@",
        "open parentheses": lambda: _rows("(Photo: "),
    },
}
"""What makes each input, by format and name."""
