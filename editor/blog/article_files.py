"""The files of a folder that are articles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE_SUFFIXES: Final = (".md", ".markdown", ".mdx")
PASSED_OVER: Final = frozenset({"node_modules", "dist"})
"""Folders of others' articles and of built ones; hidden folders (.git, .astro) are passed over too."""


def articles_of(folder: Path) -> Iterator[Path]:
    """Answer the articles below folder, by name; a folder that cannot be read has none.

    Links to folders are followed, each folder once, so that a loop of links ends.
    """
    yield from _walk(folder, set())


def own_articles_of(folder: Path) -> Iterator[Path]:
    """Answer the articles that lie in folder itself, by name."""
    for entry in _entries(folder):
        if is_article(entry.name) and not _is_folder(entry):
            yield Path(entry.path)


def subfolders_of(folder: Path) -> Iterator[Path]:
    """Answer the folders in folder in which articles are looked for, by name."""
    for entry in _entries(folder):
        if _is_folder(entry) and is_looked_into(entry.name):
            yield Path(entry.path)


def is_looked_into(name: str) -> bool:
    """Whether articles are looked for in a folder of this name."""
    return name not in PASSED_OVER and not name.startswith(".")


def is_article(name: str) -> bool:
    """Whether a file of this name is an article."""
    return name.lower().endswith(ARTICLE_SUFFIXES) and not name.startswith(".")


def _walk(folder: Path, seen: set[str]) -> Iterator[Path]:
    identity = os.path.realpath(folder)
    if identity in seen:
        return
    seen.add(identity)
    for entry in _entries(folder):
        if not _is_folder(entry):
            if is_article(entry.name):
                yield Path(entry.path)
        elif is_looked_into(entry.name):
            yield from _walk(Path(entry.path), seen)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
