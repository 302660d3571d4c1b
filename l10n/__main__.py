"""`python -m l10n`."""

from l10n.cli.main import run

if __name__ == "__main__":  # other processes of `l10n check --jobs` import this file
    run()
