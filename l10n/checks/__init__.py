"""A file a check; the registry finds them by name."""
