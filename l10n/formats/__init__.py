"""A file a format; the registry finds them by name."""
