"""The addresses of the preview's page: what an image's address becomes in it, and a link's address once more.

The page lies some folders deep below the site's root, at an address of its own. So an address that begins
with a slash is the site's, which is how the blog will read it, and one that is relative keeps its way up.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote, unquote, urlsplit

SCHEME: Final = "article"
SITE: Final = f"{SCHEME}://blog/"
_DEPTH: Final = 12
PAGE: Final = SITE + "@/" * _DEPTH
FILES: Final = "/@files/"
MISSING: Final = "/@missing/"
REMOTE: Final = "/@remote/"
BOX: Final = "/@box/"


def image_address(address: str, image: Path | None, root: Path) -> str:
    """Answer the page's address for an image that the article writes as address.

    image is the file that address means, as blog.images finds it below the blog's root; None where it finds
    none. The file's time is part of the answer, so that a changed picture is a changed address. An image on
    the web, or missing, gets an address whose answer is a box with its name; inlined data stays.
    """
    if address[:5].lower() == "data:":
        return address
    if image is not None:
        return file_address(image, root) or _box(MISSING, address)
    return _box(REMOTE if is_remote(address) else MISSING, address)


def file_address(file: Path, root: Path) -> str | None:
    """Answer the page's address for a file that a style sheet shows, None for one outside of the blog's root.

    Who shows it there is the scheme's to judge.
    """
    try:
        version = file.stat().st_mtime_ns
        inside = file.resolve().relative_to(root.resolve())
    except (OSError, ValueError):
        return None
    return f"{SITE}{FILES[1:]}{quote(inside.as_posix())}?{version}"


def written_address(address: str) -> str | None:
    """Answer the address as the article wrote it for one that the page made of it, None for any other.

    A relative one comes out in its shortest form: "./b.md" as "b.md".
    """
    if not address.startswith(SITE):
        return None
    path = address.removeprefix(SITE)
    kept = 0
    while path.startswith("@/"):
        path = path.removeprefix("@/")
        kept += 1
    return "../" * (_DEPTH - kept) + unquote(path) if kept else "/" + unquote(path)


def shown_name(address: str) -> str:
    """Answer what a box calls the thing at address: the name of its file, the host of a page without one."""
    plain = unquote(address).partition("?")[0]
    return PurePosixPath(plain.replace("\\", "/")).name or plain


def is_remote(address: str) -> bool:
    """Whether an address names another machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc)


def _box(prefix: str, address: str) -> str:
    return SITE + prefix[1:] + quote(shown_name(address), safe="")
