"""Catalogs whose article has gone: those that another article can go on with, and those that nobody needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from l10n.catalog import disk, layout, ledger, lock, po
from l10n.errors import CatalogError
from l10n.model.article import Key
from l10n.pipeline import articles
from l10n.pipeline.grouping import catalogs
from l10n.settings import Project

SHARE = 0.5
"""Share of an article's messages that a catalog must have to be taken for its own, as in git's renames."""


class Orphans:
    """The catalogs without an article, by locale; looked for once, when first asked."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._found: dict[str, dict[str, frozenset[Key]]] = {}
        self._articles: frozenset[str] | None = None

    def taken(self, locale: str, keys: frozenset[Key]) -> str:
        """The domain of the catalog that knows most of `keys`, no orphan from now on; or empty."""
        shares = {name: len(keys & known) for name, known in self._in(locale).items()}
        best = max(sorted(shares), key=lambda name: shares[name], default="")
        if not best or not shares[best] or shares[best] < SHARE * len(keys):
            return ""
        del self._in(locale)[best]
        return best

    def move(self, old: str, new: str, locale: str) -> None:
        """Give a catalog another domain; the template of its old one goes."""
        before, after = (layout.catalog_path(self._project, name, locale) for name in (old, new))
        name = layout.place(self._project, after)
        with ExitStack() as locks:
            for folder in sorted({before.parent, after.parent}):
                locks.enter_context(lock.held(folder, name))
            if before.exists() and not after.exists():  # else another process of l10n was faster
                ledgers = ledger.path_of(before), ledger.path_of(after)
                ledger.move(*ledgers, layout.place(self._project, ledgers[1]))
                disk.move(before, after, name)  # last: the next run finishes what was cut off
        layout.template_path(self._project, old).unlink(missing_ok=True)

    def left(self, locales: Sequence[str]) -> Iterator[str]:
        """Places of the catalogs that have no article."""
        for locale in locales:
            for name in sorted(self._in(locale)):
                path = layout.catalog_path(self._project, name, locale)
                yield layout.place(self._project, path)

    def _in(self, locale: str) -> dict[str, frozenset[Key]]:
        """Messages by domain."""
        if locale not in self._found:
            names = (layout.domain(self._project, path) for path in catalogs(self._project, locale))
            gone = [name for name in names if name not in self._domains()]
            self._found[locale] = {name: self._messages(name, locale) for name in gone}
        return self._found[locale]

    def _domains(self) -> frozenset[str]:
        if self._articles is None:
            self._articles = frozenset(article.domain for article in articles.every(self._project))
        return self._articles

    def _messages(self, domain: str, locale: str) -> frozenset[Key]:
        path = layout.catalog_path(self._project, domain, locale)
        try:
            known = po.read(path, layout.place(self._project, path))
        except CatalogError:  # no article needs it, so nobody has to mend it
            return frozenset()
        return frozenset(e.key for e in known.catalog.entries) if known else frozenset()
