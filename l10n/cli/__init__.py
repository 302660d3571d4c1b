"""A file a command; the only importer of click."""
