"""The errors that l10n raises, all of them.

    L10nError                 something the user can mend; exit code 2
    ├── ProjectError          no project here, or its l10n.toml is wrong
    ├── ArticleError          an article cannot be read
    ├── CatalogError          a PO file cannot be read or written
    ├── ExchangeError         a file of translations that came back cannot be read
    ├── OutputError           a file cannot be written
    └── EngineError           no engine, model or route for what was asked

Each is one line: what is wrong, where (`file:line`), and what to do.
"""

from __future__ import annotations


class L10nError(Exception):
    """What is wrong, where, and what to do about it.

    `where` is a path, or `path:line`; empty where no file is to blame.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.what}{advice}"


class ProjectError(L10nError):
    """No project was found, or its settings are wrong."""


class ArticleError(L10nError):
    """An article cannot be read."""


class CatalogError(L10nError):
    """A PO file cannot be read or written."""


class ExchangeError(L10nError):
    """A file of translations that came back cannot be read."""


class OutputError(L10nError):
    """A file cannot be written."""


class EngineError(L10nError):
    """No engine, model or route for what was asked."""


def not_utf8(error: UnicodeDecodeError) -> tuple[str, int]:
    """What is wrong with a file that is not UTF-8, and in which line."""
    data = error.object
    return f"not UTF-8: byte 0x{data[error.start]:02x}", data.count(b"\n", 0, error.start) + 1
