"""A file an engine; the registry finds them by name."""
