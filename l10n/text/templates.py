"""Tags of template languages: Jinja, Liquid, Twig, Nunjucks, Hugo."""

from __future__ import annotations

# None of them takes in the start of another one, so no input is searched twice.
AFTER_BRACE = (
    r"%(?:[^%{]|%(?!\})|\{(?!%))*+%\}|\{(?:[^{}]|\}(?!\})|\{(?!\{))*+\}\}|#(?:[^#{\n]|#(?!\})|\{(?!#))*+#\}"
)
"""Source of a regular expression for one, without the brace it begins with; none begins behind a brace."""
