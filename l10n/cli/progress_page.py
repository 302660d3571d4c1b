"""Pages with a section for each locale, and in it a line with a bar for each article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from l10n.cli.page import page
from l10n.text.locales import english_name

Parts = Mapping[str, int]
"""Words by kind; each kind has a colour in the style."""
Row = tuple[str, Parts, Mapping[str, str]]
"""An article: its name, its words, and what else is told of it, by the heads of the columns."""
_NUMBERS = frozenset({"Reviewed", "Draft", "Stale", "Untranslated", "Not proven", "Words"})


def progress(title: str, said: str, legend: Mapping[str, str], sections: Iterable[str]) -> str:
    """The page, self-contained; `legend` says what the kinds of words are."""
    items = "".join(f'<li><i class="{escape(kind)}"></i>{escape(says)}</li>' for kind, says in legend.items())
    return page(
        "progress",
        title=title,
        heading=title,
        header=f'<p>{escape(said)}</p>\n<ul class="legend">{items}</ul>',
        main="\n".join(sections),
    )


def section(locale: str, rows: Sequence[Row], more: str = "") -> str:
    """The articles of a locale, and what all of them are together; `more` is HTML that comes after them."""
    parts = {kind: sum(words[kind] for _, words, _ in rows) for kind in rows[0][1]}
    share = percent(parts["reviewed"], sum(parts.values()))
    name = f"{escape(english_name(locale))} <small>{escape(locale)}</small><b>{share}</b>"
    heads = "".join(f"<th{_kind(head)}>{escape(head)}</th>" for head in ("Article", "", *rows[0][2]))
    lines = "\n".join(map(_line, rows))
    return (
        f"<section>\n<h2>{name}</h2>\n{_bar(parts)}\n"
        f"<table>\n<tr>{heads}</tr>\n{lines}\n</table>\n{more}</section>"
    )


def percent(count: int, total: int) -> str:
    """A share for people; nothing is called 100 % before it is, and nothing 0 % that is something."""
    share = 100 * count // total if total else 100
    return "<1 %" if count and not share else f"{share} %"


def number(count: int) -> str:
    """A count for people; nothing where there is nothing."""
    return f"{count:,}" if count else ""


def _line(row: Row) -> str:
    name, parts, values = row
    cells = "".join(
        f'<td{_kind(head)} data-head="{escape(head)}">{escape(value)}</td>' for head, value in values.items()
    )
    return f'<tr><th scope="row">{escape(name)}</th><td>{_bar(parts)}</td>{cells}</tr>'


def _kind(head: str) -> str:
    return ' class="number"' if head in _NUMBERS else ""


def _bar(parts: Parts) -> str:
    """The shares, each in the colour of its kind; in SVG, as the policy of the page forbids styles."""
    total = sum(parts.values())
    said = ", ".join(f"{kind} {percent(count, total)}" for kind, count in parts.items() if count)
    pieces, at = [], 0.0
    for kind, count in parts.items():
        width = 100 * count / total if total else 0.0
        if width:
            pieces.append(f'<rect class="{escape(kind)}" x="{at:.3f}%" width="{width:.3f}%" height="100%"/>')
        at += width
    label = escape(said or "no words")
    return f'<svg class="bar" role="img" aria-label="{label}"><title>{label}</title>{"".join(pieces)}</svg>'
