"""Sites whose articles Python-Markdown reads: Pelican, MkDocs, Nikola."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from editor.blog.markdown_settings import LONGEST, MarkdownSettings, markdown_settings

if TYPE_CHECKING:
    from pathlib import Path

_PELICAN: Final = "pelicanconf.py"
_MKDOCS: Final = ("mkdocs.yml", "mkdocs.yaml")
_NIKOLA: Final = "conf.py"


@dataclass(frozen=True, slots=True)
class PythonSite:
    """The folders of a site, and how its Markdown is read; content is where its articles may lie."""

    generator: Literal["pelican", "mkdocs", "nikola"]
    content: tuple[Path, ...]
    public: Path
    configuration: str
    markdown: MarkdownSettings


def find_site(folder: Path) -> PythonSite | None:
    """Answer the site whose root is folder, None where there is none."""
    if (settings := _text(folder / _PELICAN)) is not None:
        content = folder / _setting(settings, r"PATH\s*=", "content")
        return PythonSite("pelican", (content,), content, _PELICAN, markdown_settings("pelican", settings))
    for name in _MKDOCS:
        if (settings := _text(folder / name)) is not None:
            content = folder / _setting(settings, r"docs_dir\s*:", "docs")
            return PythonSite("mkdocs", (content,), content, name, markdown_settings("mkdocs", settings))
    settings = _text(folder / _NIKOLA) or ""
    if all(re.search(rf"^{mark}\s*=", settings, re.MULTILINE) for mark in ("BLOG_TITLE", "POSTS")):
        content_folders = folder / "posts", folder / "pages"
        return PythonSite(
            "nikola", content_folders, folder / "files", _NIKOLA, markdown_settings("nikola", settings)
        )
    return None


def _setting(settings: str, key: str, usual: str) -> str:
    """Answer the folder in the site that a setting names."""
    named = re.search(rf"""^{key}[ \t]*(["']?)([^"'#\n]+?)\1[ \t]*(?:#.*)?$""", settings, re.MULTILINE)
    return named[2] if named and ".." not in named[2].split("/") else usual


def _text(path: Path) -> str | None:
    """Answer the text of a settings file, of a huge one its beginning, None where there is none."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            return file.read(LONGEST + 1)
    except OSError:
        return None
