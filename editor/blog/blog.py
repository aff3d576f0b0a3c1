"""A blog: the folder it fills, the generator that builds it, and so the dialect of its Markdown."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from editor.blog import astro_site, python_sites, static_sites
from editor.blog.article_files import articles_of, is_article, own_articles_of
from editor.blog.schemas.configuration import configured
from editor.blog.schemas.entries import files_of
from editor.blog.schemas.globs import fixed_folder
from editor.blog.schemas.known import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.blog.astro_site import AstroSite
    from editor.text.dialects import Dialect, Math
    from editor.text.markdown_extensions import MarkdownExtension

Generator = Literal["astro", "pelican", "mkdocs", "nikola", "hugo", "jekyll", "eleventy", "plain"]


@dataclass(frozen=True, slots=True)
class Blog:
    """A folder of articles.

    content holds the folders whose articles are listed with all that lie below them; empty for the folder
    around a lone file, whose own articles are listed only. public is the folder that an address with a
    leading slash means, source the one that the aliases ~/ and @/ mean; None where the generator has none.
    gfm and smart_punctuation are off where the site's configuration says so, math is what it says;
    plugins are the names of the Markdown plugins that it lists, extensions those that Python-Markdown is to
    load. unread is the name of a configuration that does not tell its settings, "" where it does.
    heading_ids: {#id} behind a heading is its id.
    """

    root: Path
    generator: Generator
    dialect: Dialect
    content: tuple[Path, ...]
    public: Path | None
    site_styles: tuple[Path, ...]
    source: Path | None = None
    gfm: bool = True
    smart_punctuation: bool = True
    plugins: tuple[str, ...] = ()
    extensions: tuple[MarkdownExtension, ...] = ()
    unread: str = ""
    math: Math = ""
    heading_ids: bool = False

    @property
    def takes_json(self) -> bool:
        """Whether its articles may have front matter in JSON: of generators Hugo alone takes it."""
        return self.generator in ("plain", "hugo")


def find_blog(path: Path) -> Blog:
    """Answer the blog that an article or a folder belongs to: the nearest site around it.

    Without a site it is the folder itself, or the folder that the lone article lies in.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", Path.resolve follows links
    is_folder = path.is_dir()
    start = path if is_folder else path.parent
    for folder in (start, *start.parents):
        blog = _blog_at(folder)
        if blog is not None:
            return blog
    return Blog(start, "plain", "astro", (start,) if is_folder else (), None, ())


def _blog_at(folder: Path) -> Blog | None:
    """Answer the blog whose root is folder, None where folder is no site's root."""
    if astro_site.is_root(folder):
        return _astro_blog(folder)
    site = python_sites.find_site(folder)
    if site is None:
        return _static_blog(folder)
    content = tuple(path for path in site.content if path.is_dir()) or (folder,)
    return Blog(
        folder,
        site.generator,
        "python-markdown",
        content,
        site.public,
        (),
        extensions=site.markdown.extensions,
        unread="" if site.markdown.is_told else site.configuration,
    )


def _static_blog(root: Path) -> Blog | None:
    site = static_sites.find_site(root)
    if site is None:
        return None
    return Blog(
        root,
        site.generator,
        site.dialect,
        tuple(path for path in site.content if path.is_dir()) or (root,),
        site.public,
        (),
        smart_punctuation=site.smart_punctuation,
        plugins=site.plugins,
        extensions=site.extensions,
    )


def _astro_blog(root: Path) -> Blog:
    site = astro_site.read_site(root)
    styles = site.source / "styles" / "global.css"
    return Blog(
        root,
        "astro",
        site.dialect,
        _collection_folders(root, site) or _astro_content(root, site.source),
        site.public,
        (styles,) if styles.is_file() else (),
        site.source,
        site.gfm,
        site.smart_punctuation,
        site.plugins,
        unread=site.unread,
        math=site.math,
        heading_ids=site.heading_ids,
    )


def _collection_folders(root: Path, site: AstroSite) -> tuple[Path, ...]:
    """Answer the folders of the collections that the site's configuration defines, of those with articles."""
    found: dict[Path, None] = {}
    for collection in configured(root, site, Known()).collections:
        folder = Path(os.path.normpath(collection.base / fixed_folder(collection.patterns)))
        is_inside = folder.is_relative_to(root)
        if is_inside and any(is_article(path.name) for path in files_of(collection)):
            found[folder] = None
    return tuple(folder for folder in found if not found.keys() & set(folder.parents))


def _astro_content(root: Path, source: Path) -> tuple[Path, ...]:
    """Answer the folders of content that hold articles; without any, the folder that all of the site share.

    A site without a single article has its content where Astro's blog template puts it.
    """
    content = source / "content"
    if _is_any(own_articles_of(content)):
        return (content,)
    collections = sorted(path for path in _children(content) if _is_any(articles_of(path)))
    if collections:
        return tuple(collections)
    folders = {_folder_of(article) for article in articles_of(source)}
    folders = folders or {_folder_of(path) for path in articles_of(root) if path.parent != root}
    return (Path(os.path.commonpath(folders)),) if folders else (content / "blog",)


def _children(folder: Path) -> tuple[Path, ...]:
    return tuple(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ()


def _is_any(articles: Iterator[Path]) -> bool:
    return next(articles, None) is not None


def _folder_of(article: Path) -> Path:
    """Answer the folder that an article is one of several in: name/index.md is the article "name"."""
    return article.parent.parent if article.stem == "index" else article.parent
