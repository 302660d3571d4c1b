"""What a round of updates and builds has come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from l10n.errors import L10nError, OutputError
from l10n.pipeline.building import Built
from l10n.pipeline.catalogs import Orphan, Updated
from l10n.pipeline.templates import Extracted

Result = Extracted | Updated | Orphan | Built | L10nError


@dataclass(slots=True)
class Outcome:
    """Results by their kinds."""

    updated: list[Updated] = field(default_factory=list)
    built: list[Built] = field(default_factory=list)
    orphans: list[Orphan] = field(default_factory=list)
    errors: dict[str, L10nError] = field(default_factory=dict)
    """By their texts: an article that cannot be read is one for its update and its build, and told once."""
    cut: bool = False
    """Has an error ended a step before it was done?"""

    def take(self, results: Iterable[Result]) -> None:
        """Sort the results in; an error that ends them is one of them."""
        try:
            for result in results:
                self._put(result)
        except L10nError as error:
            self.cut = True
            self._put(error)
        except OSError as error:
            self.cut = True
            what = f"cannot be used: {(error.strerror or str(error)).lower()}"
            self._put(OutputError(what, where=str(error.filename or "")))

    def _put(self, result: Result) -> None:
        match result:
            case L10nError():
                self.errors.setdefault(str(result), result)
            case Updated():
                self.updated.append(result)
            case Built():
                self.built.append(result)
            case Orphan():
                self.orphans.append(result)
