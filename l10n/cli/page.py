"""Self-contained pages of HTML.

What they show is hostile: all of it is escaped, and the pages' own policy forbids scripts, styles but
their own, and everything from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

_DATA = Path(__file__).parent.parent / "data"
_NUMBERS = frozenset({"Reviewed", "Draft", "Stale", "Untranslated", "Not proven", "Words"})


def page(style: str, *, title: str, heading: str, header: str, main: str) -> str:
    """A page in the style of that name. Title and heading are text, header and main are HTML."""
    css = "".join((_DATA / f"{name}.css").read_text(encoding="utf-8") for name in ("page", style))
    return Template((_DATA / "page.html").read_text(encoding="utf-8")).substitute(
        digest=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
        style=css,
        title=escape(title),
        heading=escape(heading),
        header=header,
        main=main,
    )


def bar(parts: Mapping[str, int]) -> str:
    """Shares as a bar, each in the colour of its name; in SVG, as the policy of the page forbids styles."""
    total = sum(parts.values())
    said = ", ".join(f"{name} {percent(count, total)}" for name, count in parts.items() if count)
    pieces, at = [], 0.0
    for name, count in parts.items():
        if count:
            width = 100 * count / total
            pieces.append(f'<rect class="{escape(name)}" x="{at:.3f}%" width="{width:.3f}%" height="100%"/>')
            at += width
    label = escape(said or "no words")
    return f'<svg class="bar" role="img" aria-label="{label}"><title>{label}</title>{"".join(pieces)}</svg>'


def percent(count: int, total: int) -> str:
    """A share for people; nothing is called 100 % before it is, and nothing 0 % that is something."""
    share = 100 * count // total if total else 100
    return "<1 %" if count and not share else f"{share} %"


def heads(names: Sequence[str]) -> str:
    """The head of a table; columns of numbers stand to the right."""
    cells = (f'<th class="number">{name}</th>' if name in _NUMBERS else f"<th>{name}</th>" for name in names)
    return f"<tr>{''.join(cells)}</tr>"


def cell(text: str, kind: str = "") -> str:
    """A cell of a table."""
    return f'<td class="{kind}">{escape(text)}</td>' if kind else f"<td>{escape(text)}</td>"
