"""Names of a translation in the forms that its article has agreed on."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.drafting.edits import Edit, edited
from l10n.model.draft import Hypothesis
from l10n.text.names import CAPITALISED, occurrences


def renamed(
    source: str, target: Hypothesis, forms: Mapping[str, str], usual: Mapping[str, str]
) -> Hypothesis:
    """The translation with the names in the forms that an article has agreed on."""
    wanted = {
        found: forms[name] for name, found in occurrences(source, target.text, usual, {}) if name in forms
    }
    words = [match for match in CAPITALISED.finditer(target.text) if match[0] in wanted]
    return edited(target, [Edit(*match.span(), wanted[match[0]]) for match in words])
