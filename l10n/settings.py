"""The settings of a project, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FILE_NAME = "l10n.toml"
BASELINE = "l10n.baseline"
LINES = ("guess", "wrapped", "paragraphs")
EVIDENCE = ("flag", "ledger")
PER = ("article", "folder", "site")
FRONT_MATTER = (
    "title",
    "subtitle",
    "kicker",
    "description",
    "summary",
    "excerpt",
    "caption",
    "alt",
    "image_alt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSettings:
    """`[formats]`: how articles are read."""

    front_matter: tuple[str, ...] = FRONT_MATTER
    """Keys whose values are messages, at any depth."""
    lines: str = "guess"
    """Lines of plain text: `wrapped` ones run on, `paragraphs` are a message each; or `guess`."""
    wikilinks: bool = False
    """Is `[[page]]` in Markdown a link?"""
    json_ld: bool = False
    """Translate the texts of news articles in JSON-LD of HTML pages too?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSettings:
    """`[articles]`: which files are articles; globs are relative to the folder."""

    folder: str = "corpus"
    """Folder with the articles."""
    include: tuple[str, ...] = ("**/*",)
    """Globs of the files in it that are articles; `**/` is any number of folders."""
    exclude: tuple[str, ...] = ()
    """Globs of those that are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogSettings:
    """`[catalogs]`: where templates and catalogs are."""

    folder: str = "locales"
    """Folder for templates and catalogs."""
    per: str = "article"
    """What has a catalog of its own: each `article`, each `folder` of articles, or the whole `site`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSettings:
    """`[build]`: where localized articles go."""

    output: str = "build/{locale}/{path}"
    """Place of a localized article; `{path}` is its path below the articles folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSettings:
    """`[draft]`: how machine drafts are made."""

    engine: str = "argos"
    """`argos`, or `pseudo` to test layouts."""
    beam: int = 2
    """Width of the beam search, 1 to 16; wider is slower and hardly better."""
    models: tuple[str, ...] = ()
    """Model packages to take before others, by the last part of their places in `l10n models list`."""
    keep: tuple[str, ...] = ()
    """Words and names that are not translated."""
    typography: bool = True
    """Write quotation marks and spaces as the target locale does?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSettings:
    """`[review]`: what counts as a review."""

    evidence: str = "flag"
    """What shows a review: `flag`, the text is not marked fuzzy; `ledger`, someone approved it besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """`[check]`: what is asked of translations."""

    skip: tuple[str, ...] = ()
    """Checks that are not run."""
    errors: tuple[str, ...] = ()
    """Checks whose findings are errors, whatever they are by themselves."""
    warnings: tuple[str, ...] = ()
    """Checks whose findings are warnings."""
    title: int = 60
    """Characters that a title in front matter or a page's head should have at most; 0: any number."""
    description: int = 160
    """The same for descriptions."""
    terms: str = ""
    """Term base: a CSV file with a column for each locale, the source's first; see docs/checks.md."""
    spelling: bool = False
    """Check the spelling, with the dictionaries of hunspell that are installed?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole of `l10n.toml`."""

    source: str = "en"
    """Locale of the articles."""
    locales: tuple[str, ...] = ()
    """Locales to translate them into."""
    articles: ArticleSettings = ArticleSettings()
    catalogs: CatalogSettings = CatalogSettings()
    build: BuildSettings = BuildSettings()
    formats: FormatSettings = FormatSettings()
    draft: DraftSettings = DraftSettings()
    review: ReviewSettings = ReviewSettings()
    check: CheckSettings = CheckSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with an `l10n.toml`."""

    root: Path
    settings: Settings = field(default_factory=Settings)
