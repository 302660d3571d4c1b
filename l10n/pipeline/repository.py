"""The git repository that a project lies in."""

from __future__ import annotations

from pathlib import Path

from l10n.settings import Project


def prefix(project: Project) -> str:
    """The project's folder below the root of its git repository, with a slash; empty if they are the same."""
    root = project.root.resolve()
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            below = root.relative_to(folder)
            return "" if below == Path() else f"{below.as_posix()}/"
    return ""
