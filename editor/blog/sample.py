"""A copy of the sample blog for a writer to try things in."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

_LEFT_BEHIND: Final = frozenset({"node_modules", "dist", ".astro"})
"""What building the site in its place would add."""


def copy_sample_blog(source: Path, destination: Path) -> Path:
    """Put a copy of the blog at source in the folder destination and answer that folder.

    A folder that holds anything is left as it is. The copy appears whole or not at all, and the writer may
    change it even where the installed files are read-only. Raises OSError.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    if destination.is_dir() and any(destination.iterdir()):
        return destination
    with tempfile.TemporaryDirectory(prefix=".sample-blog-", dir=destination.parent) as name:
        copy = Path(name) / destination.name
        _copy(source, copy)
        if destination.is_dir():
            destination.rmdir()  # Windows renames onto nothing, not even onto an empty folder
        copy.rename(destination)
    return destination


def _copy(source: Path, destination: Path) -> None:
    """Copy the files below source, with the rights that new files get."""
    destination.mkdir()
    for path in source.iterdir():
        if path.is_dir():
            if path.name not in _LEFT_BEHIND:
                _copy(path, destination / path.name)
        else:
            shutil.copyfile(path, destination / path.name)
