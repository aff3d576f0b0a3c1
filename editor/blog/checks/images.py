"""Addresses of images in the front matter that the blog does not find, or does not take."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.blog.checks.findings import Finding, Repair
from editor.blog.images import IMAGE_SUFFIXES, address_of, resolve_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.places import Place
    from editor.blog.blog import Blog
    from editor.blog.problems import Severity

_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# Names that the configuration of the site gives to folders: ~/, @assets/, #images/, $lib/.
_ALIAS: Final = re.compile(r"[~@#$]")


def imported_image_findings(address: str, place: Place, path: Path | None, blog: Blog) -> Iterator[Finding]:
    """Yield what is wrong with the address of an image that the article at path has for image()."""
    if not address:
        yield Finding("empty", place)
    elif _REMOTE.match(address):
        yield Finding("remote-image", place, "warning")
    elif "?" in address or _ALIAS.match(address):
        return
    elif Path(address).suffix.lower() not in IMAGE_SUFFIXES:
        yield Finding("image-format", place, "warning", {"suffixes": _suffixes()})
    elif address.startswith("/"):
        yield from _rooted_findings(address, place, path, blog)
    elif path is not None and not any(map(_is_there, _candidates(address, path, blog))):
        yield _missing(address, path.parent / address, place)


def public_image_findings(address: str, place: Place, blog: Blog) -> Iterator[Finding]:
    """Yield what is wrong with an address on the site, where an image stands as plain text.

    A site may lie in a folder of its server, which addresses begin with then: only the folders that the
    public folder has are looked into.
    """
    if not address.startswith("/") or address.startswith("//") or blog.public is None:
        return
    if Path(address).suffix.lower() not in IMAGE_SUFFIXES or resolve_image(address, None, blog, "field"):
        return
    file = blog.public / address.lstrip("/")
    if file.parent != blog.public and _is_folder(file.parent):
        yield _missing(address, file, place, "warning")


def _candidates(address: str, path: Path, blog: Blog) -> Iterator[Path]:
    """Yield the files that an address may mean: a bare one counts from the site too, by baseUrl."""
    yield path.parent / address
    if not address.startswith("."):
        yield from (folder / address for folder in (blog.root, blog.source) if folder is not None)


def _rooted_findings(address: str, place: Place, path: Path | None, blog: Blog) -> Iterator[Finding]:
    file = blog.root / address.lstrip("/")
    if _is_there(file):
        return
    public = resolve_image(address, path, blog, "import")
    if public is None:
        yield _missing(address, file, place)
        return
    repair = Repair("write", address_of(public, path, blog, "import")) if path else None
    yield Finding("public-image", place, repair=repair)


def _missing(address: str, file: Path, place: Place, severity: Severity = "error") -> Finding:
    """Answer that a file is missing; one whose name differs in case only is offered."""
    name = file.name
    names = [other for other in _names(file.parent) if other.lower() == name.lower() and other != name]
    found = address.removesuffix(name) + names[0] if len(names) == 1 and address.endswith(name) else ""
    return Finding(
        "missing-image",
        place,
        severity,
        {"near": found} if found else {},
        Repair("write", found) if found else None,
    )


def _suffixes() -> str:
    return ", ".join(sorted(suffix.removeprefix(".") for suffix in IMAGE_SUFFIXES))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, a NUL
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except (OSError, ValueError):
        return []
