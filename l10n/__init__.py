"""l10n: translate and localize articles."""

__version__ = "0.1.0"
