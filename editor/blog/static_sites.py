"""Sites of Hugo, Jekyll and Eleventy, told by their files; nothing of them is run.

Sources: Hugo 0.152 (docs: configuration, content organization, front matter), Jekyll 4.4 (docs: structure,
collections, posts), Eleventy 3.1 (docs: configuration, input directory).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Literal

from editor.article.faults import Unreadable
from editor.article.yaml_settings import yaml_settings
from editor.blog.article_files import articles_of, own_articles_of, subfolders_of
from editor.text.markdown_extensions import MarkdownExtension

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from editor.text.dialects import Dialect

_SUFFIXES: Final = ("toml", "yaml", "yml", "json")
_HUGO: Final = tuple(f"{folder}hugo.{suffix}" for folder in ("", "config/_default/") for suffix in _SUFFIXES)
_HUGO_ONCE: Final = tuple(
    f"{folder}config.{suffix}" for folder in ("", "config/_default/") for suffix in _SUFFIXES
)
"""What Hugo's configuration was called before version 0.110; others have such files too."""
_HUGO_FOLDERS: Final = ("archetypes", "themes", "layouts")
_JEKYLL: Final = ("_config.yml", "_config.yaml")
_ELEVENTY: Final = (
    ".eleventy.js",
    *(f"eleventy.config.{suffix}" for suffix in ("js", "mjs", "cjs", "ts")),
)
_SETTING: Final = r"""(?:^|[,{{])\s*{key}[ \t]*[:=][ \t]*(["']?)([^"'#,\n]+?)\1[ \t]*(?:[#,}}]|$)"""
_LONGEST: Final = 100_000
"""Characters of a configuration."""
_KRAMDOWN: Final = tuple(map(MarkdownExtension, ("extra", "smarty", "toc", "kramdown", "Liquid")))
"""Of kramdown what Python-Markdown has too; the last two it has not, and they are named as not shown."""


@dataclass(frozen=True, slots=True)
class StaticSite:
    """The folders of a site, and the nearest way to read its Markdown; plugins are what it does not show."""

    generator: Literal["hugo", "jekyll", "eleventy"]
    content: tuple[Path, ...]
    public: Path
    dialect: Dialect
    smart_punctuation: bool = True
    plugins: tuple[str, ...] = ()
    extensions: tuple[MarkdownExtension, ...] = ()


def find_site(folder: Path) -> StaticSite | None:
    """Answer the site whose root is folder, None where there is none."""
    return _hugo(folder) or _jekyll(folder) or _eleventy(folder)


def _hugo(folder: Path) -> StaticSite | None:
    settings = _first(folder, _HUGO)
    if settings is None:
        settings = _first(folder, _HUGO_ONCE)
        has_content = (folder / "content").is_dir()
        has_others = any((folder / name).is_dir() for name in _HUGO_FOLDERS)
        if settings is None or not (has_content and has_others):
            return None
    content = _place(folder, settings, r'"?contentDir"?', "content")
    public = _place(folder, settings, r'"?staticDir"?', "static")
    # Goldmark is CommonMark with GFM; its typographer is on.
    return StaticSite("hugo", _sections(content), public, "astro", plugins=("Goldmark", "shortcodes"))


def _sections(content: Path) -> tuple[Path, ...]:
    """Answer the sections of a site, or all of its content where articles lie beside them."""
    own = [path for path in own_articles_of(content) if not path.stem.startswith(("_index", "index"))]
    sections = tuple(path for path in subfolders_of(content) if _has_articles(path))
    return (content,) if own or not sections else sections


def _jekyll(folder: Path) -> StaticSite | None:
    settings = _first(folder, _JEKYLL)
    if settings is None:
        return None
    source = _place(folder, settings, "source", ".")
    collections = _place(source, settings, "collections_dir", ".")
    names = ["posts", "drafts", *_collections(settings)]
    places = [place / f"_{name}" for place in (collections, *subfolders_of(source)) for name in names]
    content = tuple(dict.fromkeys(place for place in places if place.is_dir()))
    if not content:
        return None
    return StaticSite("jekyll", content, source, "python-markdown", extensions=_KRAMDOWN)


def _collections(settings: str) -> tuple[str, ...]:
    """Answer the names of a site's own collections."""
    try:
        told = yaml_settings(settings, "collections").get("collections")
    except Unreadable:
        return ()
    names = list(told) if isinstance(told, dict | list) else []
    return tuple(name for name in names if isinstance(name, str) and PurePosixPath(name).name == name)


def _eleventy(folder: Path) -> StaticSite | None:
    settings = _first(folder, _ELEVENTY)
    if settings is None:
        return None
    source = _place(folder, settings, r'"?input"?', ".")
    found = (path for path in subfolders_of(source) if not path.name.startswith("_") and _has_articles(path))
    public = folder / "public"
    return StaticSite(
        "eleventy",
        tuple(found) or (source,),
        public if public.is_dir() else source,
        "astro",
        smart_punctuation=False,
        plugins=("Liquid",),
    )


def _has_articles(folder: Path) -> bool:
    return next(_articles(folder), None) is not None


def _articles(folder: Path) -> Iterator[Path]:
    return (path for path in articles_of(folder) if path.name.lower() != "readme.md")


def _place(folder: Path, settings: str, key: str, usual: str) -> Path:
    """Answer the folder in the site that a setting names."""
    named = re.search(_SETTING.format(key=key), settings, re.MULTILINE)
    way = PurePosixPath(named[2] if named else usual)
    return folder / (usual if way.is_absolute() or ".." in way.parts else way)


def _first(folder: Path, names: tuple[str, ...]) -> str | None:
    """Answer the beginning of the first of these files, None where there is none."""
    for name in names:
        try:
            with (folder / name).open(encoding="utf-8-sig", errors="replace") as file:
                return file.read(_LONGEST)
        except OSError:
            continue
    return None
