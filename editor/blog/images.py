"""The addresses of images in articles: which file each means, and how to write one.

Measured with Astro 7.3: a body's address is decoded as JavaScript's decodeURI does, a field's is not.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.blog.blog import Blog

Place = Literal["body", "field", "import"]
"""Where an address stands: in the Markdown, in a front-matter field such as heroImage, in one of image()."""

IMAGE_SUFFIXES: Final = frozenset(
    {".jpeg", ".jpg", ".png", ".apng", ".tiff", ".webp", ".gif", ".svg", ".avif"}
)
"""The formats that Astro imports (astro:assets, VALID_INPUT_FORMATS)."""
PICTURE_SUFFIXES: Final = IMAGE_SUFFIXES | {".bmp", ".heic", ".heif", ".jfif", ".tif"}
"""What the writer takes for a picture: what is no image of a blog yet becomes one, or is refused in words."""

_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ALIASES: Final = ("~/", "@/")
_KEPT_ESCAPE: Final = re.compile("%(?=3B|2F|3F|3A|40|26|3D|2B|24|2C|23)", re.IGNORECASE)
_UNSAFE: Final = re.compile(r"[\s\x00-\x1f\x7f%()<>\[\]\\\"'`]")
_UNSAFE_IN_URL: Final = re.compile(rf"[?#]|{_UNSAFE.pattern}")


class ImageOutsideBlog(Exception):  # noqa: N818 - a choice of the writer's, not a programming error
    """An image that no address of the blog can mean, for it lies outside the blog's folder."""

    def __init__(self, image: Path, root: Path) -> None:
        super().__init__(image, root)
        self.image = image
        self.root = root


def resolve_image(address: str, article: Path | None, blog: Blog, place: Place = "body") -> Path | None:
    """Answer the file that an image's address means, as Astro resolves it.

    None for an address on the web, for a file that is not there or that Astro takes for no image, and for
    whatever lies outside the blog's folder. article is None for one that has no file yet.
    """
    if not address or _REMOTE.match(address):
        return None
    try:
        candidates = _candidates(address, article, blog, place)
        return next((path for candidate in candidates if (path := file_inside(candidate, blog.root))), None)
    except (OSError, ValueError):  # a name too long, a NUL, escapes that are no UTF-8
        return None


def address_of(image: Path, article: Path | None, blog: Blog, place: Place) -> str:
    """Answer the address to write for an image of the blog.

    A file of the public folder gets its address on the site, any other one its path from the article (for one
    without a file: from where the blog's articles lie), which image() takes in the public folder too.
    Raises ImageOutsideBlog.
    """
    real = Path(os.path.realpath(image))
    public = _below(real, blog.public) if blog.public else None
    if public is not None and place != "import":
        return "/" + (_escaped(public, _UNSAFE_IN_URL) if place == "body" else public)
    if _below(real, blog.root) is None:
        raise ImageOutsideBlog(image, blog.root)
    folder = article.parent if article else (*blog.content, blog.root)[0]
    relative = Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    relative = relative if relative.startswith("../") else f"./{relative}"
    return _escaped(relative, _UNSAFE) if place == "body" else relative


def _candidates(address: str, article: Path | None, blog: Blog, place: Place) -> Iterator[Path]:
    """Answer the files that address may mean, the likeliest first."""
    if address.startswith("/"):
        rooted = address.lstrip("/")
        if place != "body":  # image() starts at the project's root; a plain string is an address on the site
            yield from _images(blog.root / rooted)
        if blog.public:
            yield blog.public / unquote(re.split("[?#]", rooted)[0], errors="strict")
        return
    path = unquote(_KEPT_ESCAPE.sub("%25", address), errors="strict") if place == "body" else address
    if path.startswith(_ALIASES) and blog.source:
        yield from _images(blog.source / path[2:].lstrip("/"))
    elif article:
        yield from _images(article.parent / path)


def _images(path: Path) -> Iterator[Path]:
    if path.suffix.lower() in IMAGE_SUFFIXES:
        yield path


def file_inside(path: Path, root: Path) -> Path | None:
    """Answer the file that path leads to, None where there is none or it lies outside root."""
    real = Path(os.path.realpath(path))
    return real if _below(real, root) is not None and real.is_file() else None


def _below(real: Path, folder: Path) -> str | None:
    """Answer the path from folder to real, a path without links, None where it does not lie below."""
    root = os.path.realpath(folder)
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else None


def _escaped(address: str, unsafe: re.Pattern[str]) -> str:
    """Answer address with what Markdown or a URL would misread as percent escapes; accents stay readable."""
    return unsafe.sub(lambda character: quote(character[0], safe=""), address)
