"""`l10n init`."""

from __future__ import annotations

from pathlib import Path

import click

from l10n.cli import output

_TEMPLATE = """\
# The settings of an l10n project. Everything that is commented out shows its default.

# The locale that the articles are written in, and those to translate them into.
source = "{source}"
locales = [{locales}]

[articles]
# Folder with the articles, and which files in it: globs, `**/` for any number of folders.
folder = "corpus"
# include = ["**/*"]
# exclude = ["drafts/**"]

[catalogs]
# Folder for templates and for the PO files that people review.
folder = "locales"
# What has a catalog of its own: each "article", each "folder", or the whole "site".
# per = "article"

[build]
# Where a localized article goes; {{path}} is its path below the articles folder.
output = "build/{{locale}}/{{path}}"

[formats]
# Keys of front matter whose values are translated.
# front_matter = [{keys}]
# lines = "guess"     # or "wrapped", "paragraphs": what a line of plain text is
# wikilinks = false   # is [[page]] in Markdown a link?
# json_ld = false     # translate the texts of articles in JSON-LD of HTML pages too?

[draft]
# engine = "argos"    # or "pseudo": accents and longer words, to test layouts
# beam = 2            # 1 is faster, 4 slower and hardly better
# models = []         # models of `l10n models list` to take before others; the newest, if none is named
# keep = []           # words and names that are not translated
# typography = true   # write quotation marks and spaces as the target locale does?

[review]
# evidence = "flag"   # or "ledger": only what someone has approved with `l10n approve` is published

[check]
# skip = []           # checks that `l10n check` does not run; docs/checks.md names all of them
# errors = []         # checks whose findings are errors, and those whose are warnings, whatever they
# warnings = []       # are by themselves
# title = 60          # characters that titles and descriptions should have at most; 0: any number
# description = 160
# terms = ""          # CSV file of terms, a column for each locale
# spelling = false    # with the dictionaries of hunspell that are installed
"""


@click.command("init")
@click.option("--source", default="en", show_default=True, metavar="LOCALE", help="Locale of the articles.")
@click.option(
    "--to", "targets", multiple=True, metavar="LOCALE", help="Locale to translate into; again for more."
)
def command(source: str, targets: tuple[str, ...]) -> int:
    """Write l10n.toml: this folder becomes a project.

    \b
    Example:
      l10n init --source en --to pt_BR --to es
    """
    from l10n.catalog import disk
    from l10n.errors import ProjectError
    from l10n.settings import FILE_NAME, FRONT_MATTER
    from l10n.text.locales import parse_locale

    path = Path(FILE_NAME)
    if path.exists():
        raise ProjectError(
            "there is a project here already", where=FILE_NAME, hint="edit it, or remove it first"
        )
    locales = dict.fromkeys(parse_locale(code) for code in targets or ("pt_BR",))
    source = parse_locale(source)
    if source in locales:
        raise ProjectError(f"{source} is the source locale too", hint="choose another for --to")
    quoted = ", ".join(f'"{code}"' for code in locales)
    keys = ", ".join(f'"{key}"' for key in FRONT_MATTER)
    disk.write(path, _TEMPLATE.format(source=source, locales=quoted, keys=keys), FILE_NAME)
    output.say(f"wrote {FILE_NAME}: from {source} to {', '.join(locales)}")
    output.say("next: put articles into corpus/, then run `l10n update` and `l10n draft`")
    return 0
