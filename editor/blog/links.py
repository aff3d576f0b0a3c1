"""What an address in an article leads to: an article, a part of it, an image, a file, a page, the web."""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import unquote

from editor.blog.article_files import ARTICLE_SUFFIXES, is_article
from editor.blog.images import resolve_image
from editor.blog.site_map import normal

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.blog.blog import Blog
    from editor.blog.site_map import SiteMap

TargetKind = Literal["article", "file", "page", "outside", "unknown", "broken"]
"""What stands at an address: an article, another file, a page of the site; something outside the blog, or
what its files cannot tell; nothing."""
Way = Literal["", "file", "name", "site", "relative"]
"""How an address says it: by the path of a file, by that path without suffix, by the address on the site from
its root, or from the article's own."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_WEB: Final = re.compile(r"https?:|//", re.IGNORECASE)
_MARKED: Final = re.compile(r"(\{(?:filename|static|attach)\}|\|filename\|)(.*)", re.DOTALL)
"""How Pelican marks the path of a file."""
_EXPRESSION: Final = re.compile(r"\{\{|\{%|<%")
"""What a template of the generator makes into an address."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an address leads to; way is "" where nothing of the blog stands there.

    anchor is the part behind "#", decoded; path that of the file, of a broken one the file that is missing.
    """

    kind: TargetKind
    path: Path | None = None
    way: Way = ""
    anchor: str = ""


def article_of_link(address: str, article: Path, blog: Blog) -> Path | None:
    """Answer the article of blog that a link of article leads to by its file, such as ../name.md#part.

    None where there is none, and for whatever lies outside the blog's folder.
    """
    try:
        name = unquote(re.split("[?#]", address)[0], errors="strict")
        path = Path(os.path.realpath(article.parent / name))
        is_inside = path.is_relative_to(os.path.realpath(blog.root))
        return path if is_inside and is_article(path.name) and path.is_file() else None
    except (OSError, ValueError):  # a name too long, a NUL, escapes that are no UTF-8
        return None


def image_target(address: str, article: Path, blog: Blog) -> Target:
    """Answer what the address of an image of article leads to."""
    if not address or _SCHEME.match(address) or _EXPRESSION.search(address):
        return Target("outside")
    marked = _MARKED.match(address)
    address = marked[2] if marked else address
    found = resolve_image(address, article, blog)
    if found is not None:
        way: Way = "site" if address.startswith(("/", "~", "@")) else "file"
        return Target("file", _as_named(found, blog), way)
    try:
        return Target("broken", None if address.startswith("/") else normal(article.parent / _path(address)))
    except ValueError:  # escapes that are no UTF-8
        return Target("broken")


def link_target(
    address: str, article: Path, site: SiteMap, is_file: Callable[[Path], bool] = Path.is_file
) -> Target:
    """Answer what the address of a link of article leads to; is_file tells which files there are."""
    if _EXPRESSION.search(address) or (_SCHEME.match(address) and not _WEB.match(address)):
        return Target("outside")
    marked = _MARKED.match(address)
    address = marked[2] if marked else address
    head, _, anchor = address.partition("#")
    path = head.partition("?")[0]
    try:
        anchor = unquote(anchor, errors="strict")
        return _Search(article, site, is_file).target(head, path, anchor)
    except (OSError, ValueError):  # a name too long, a NUL, escapes that are no UTF-8
        return Target("broken", None, "", anchor)


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for what an address leads to."""

    article: Path
    site: SiteMap
    is_file: Callable[[Path], bool]

    def target(self, head: str, path: str, anchor: str) -> Target:
        if not path and not _WEB.match(head):
            return Target("article", self.article, "", anchor)
        if _WEB.match(head) or path.startswith("/"):
            address = self.site.parts_on_site(head)
            if address is None:
                return Target("outside")
            return self._on_site(address, "site", anchor)
        return self._relative(_path(path), anchor)

    def _relative(self, path: str, anchor: str) -> Target:
        file = normal(self.article.parent / path)
        if file in self.site.entries:
            return Target("article", file, "file", anchor)
        if self.is_file(file):
            return Target("file", file, "file", anchor)
        if not file.is_relative_to(self.site.blog.root):
            return Target("unknown")
        own = self.site.address_of(self.article)
        if own is not None:
            joined = posixpath.normpath(posixpath.join(f"/{own}/", path))
            found = self._on_site(joined.strip("/"), "relative", anchor)
            if found.kind not in ("broken", "unknown"):
                return found
        named = next((it for it in _with_suffix(file) if it in self.site.entries), None)
        if named is not None:
            return Target("article", named, "name", anchor)
        return Target("broken", file, "", anchor)

    def _on_site(self, address: str, way: Way, anchor: str) -> Target:
        """Answer what stands at an address, its parts joined."""
        article = self.site.article_at(address)
        if article is not None:
            return Target("article", article, way, anchor)
        public = self.site.blog.public
        if public is not None and address and self.is_file(public / address):
            return Target("file", public / address, way, anchor)
        if self.site.is_of_entries(address):
            return Target("broken", None, "", anchor)
        if self.site.routes.has_page(address):
            return Target("page", None, way, anchor)
        is_told = self.site.blog.generator == "astro" and bool(self.site.routes.pages)
        return Target("broken" if is_told else "unknown", None, "", anchor)


def _path(address: str) -> str:
    return unquote(address, errors="strict")


def _with_suffix(file: Path) -> tuple[Path, ...]:
    """Answer the articles that a path without its suffix may mean."""
    named = [file.with_name(f"{file.name}{suffix}") for suffix in ARTICLE_SUFFIXES] if file.name else []
    return (*named, *(file / f"index{suffix}" for suffix in ARTICLE_SUFFIXES))


def _as_named(found: Path, blog: Blog) -> Path:
    """Answer a file that was found by its real path as a path below the blog's folder as that is named."""
    root = os.path.realpath(blog.root)
    return blog.root / found.relative_to(root) if found.is_relative_to(root) else found
