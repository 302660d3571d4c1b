"""PO files on disk."""
