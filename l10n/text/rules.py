"""The rules of extraction."""

VERSION = 2
"""Raised whenever a change of l10n gives a message of an article that stayed the same another msgid."""
