"""Findings in the forms that people and other programs read; a file a form."""
