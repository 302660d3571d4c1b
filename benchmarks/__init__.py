"""How fast l10n is, and how fast its peers are on the same input in the same run: `python -m benchmarks`."""
