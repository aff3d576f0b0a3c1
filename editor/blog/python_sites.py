"""Sites whose articles Python-Markdown reads: Pelican, MkDocs, Nikola."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class PythonSite:
    """The folders of a site; content is where its articles may lie."""

    generator: Literal["pelican", "mkdocs", "nikola"]
    content: tuple[Path, ...]
    public: Path


def find_site(folder: Path) -> PythonSite | None:
    """Answer the site whose root is folder, None where there is none."""
    if (settings := _text(folder / "pelicanconf.py")) is not None:
        return _site_of_one_folder(folder, "pelican", r"PATH\s*=", settings, "content")
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        if (settings := _text(folder / name)) is not None:
            return _site_of_one_folder(folder, "mkdocs", r"docs_dir\s*:", settings, "docs")
    settings = _text(folder / "conf.py") or ""
    if all(re.search(rf"^{mark}\s*=", settings, re.MULTILINE) for mark in ("BLOG_TITLE", "POSTS")):
        return PythonSite("nikola", (folder / "posts", folder / "pages"), folder / "files")
    return None


def _site_of_one_folder(
    folder: Path, generator: Literal["pelican", "mkdocs"], setting: str, settings: str, usual: str
) -> PythonSite:
    """Answer a site whose articles and files lie in one folder, which a setting may name."""
    named = re.search(rf"""^{setting}[ \t]*(["']?)([^"'#\n]+?)\1[ \t]*(?:#.*)?$""", settings, re.MULTILINE)
    content = folder / (named[2] if named and ".." not in named[2].split("/") else usual)
    return PythonSite(generator, (content,), content)


def _text(path: Path) -> str | None:
    """Answer the text of a settings file, None where there is none to be read."""
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return None
