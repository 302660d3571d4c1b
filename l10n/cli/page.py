"""Self-contained pages of HTML.

What they show is hostile: all of it is escaped, and the pages' own policy forbids scripts, styles but
their own, and everything from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path
from string import Template

_DATA = Path(__file__).parent.parent / "data"


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
