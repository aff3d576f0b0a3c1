"""Writing an address anew, in the style that the old one has in the text."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from editor.blog.article_files import ARTICLE_SUFFIXES
from editor.text.addresses import unescaped

if TYPE_CHECKING:
    from pathlib import Path

_UNSAFE: Final = re.compile(r"[\s\x00-\x1f\x7f%?#&|()<>\[\]\\\"'`*]")
"""What Markdown, HTML or the web would misread in a part of an address."""
_UNSAFE_IN_ANGLES: Final = re.compile(r"[\t\n\x00-\x1f\x7f%?#&|<>\\\"'`*]")
_ESCAPED_LETTER: Final = re.compile(r"%[89A-Fa-f][0-9A-Fa-f]")
_PREFIX: Final = re.compile(r"(?:https?:)?//[^/]*|\{(?:filename|static|attach)\}|\|filename\|", re.IGNORECASE)
_ENDING: Final = re.compile(r"(?:/|/?index\.html|\.html)?$")


def path_end(written: str, path: str) -> int:
    """Answer where in an address as it is written the path ends that is read there, before "?" and "#"."""
    if "&" not in written and "\\" not in written:
        return len(path)
    return next((end for end in range(len(written) + 1) if unescaped(written[:end]) == path), len(written))


def file_address(written: str, file: Path, article: Path, *, is_named: bool = False) -> str:
    """Answer the path of a file from article, in the style of written; is_named: without its suffix."""
    prefix, old = _split(written)
    relative = PurePosixPath(os.path.relpath(file, article.parent))
    folder, slash, _ = old.rpartition("/")
    if not is_named and _is_way_to(folder + slash, file.parent, article):
        return prefix + folder + slash + _in_style(file.name, old)
    ending = ""
    if is_named:
        is_index = relative.stem == "index" and relative.suffix in ARTICLE_SUFFIXES
        relative = relative.parent if is_index else relative.with_suffix("")
        ending = "/" if old.endswith("/") else ""
    path = relative.as_posix()
    if not path.startswith("../") and (old.startswith("./") or ":" in path):
        path = f"./{path}"
    return prefix + _in_style(path, old) + ending


def site_address(written: str, address: str, base: tuple[str, ...]) -> str:
    """Answer the address on the site, its parts joined, from the site's root in the style of written."""
    prefix, old = _split(written)
    ending = _ENDING.search(old)
    path = "/".join(("", *base, address))
    return prefix + _in_style(path, old) + (ending[0] if ending is not None else "")


def relative_address(written: str, address: str, own: str) -> str:
    """Answer an address on the site as it is seen from that of an article, in the style of written."""
    path = posixpath.relpath(f"/{address}", f"/{own}")
    ending = _ENDING.search(written)
    if written.startswith("./") and not path.startswith("."):
        path = f"./{path}"
    return _in_style(path, written) + (ending[0] if ending is not None else "")


def part_address(address: str, identity: str) -> str:
    """Answer the address of a part, given by its id, of what stands at an address."""
    return f"{address}#{_UNSAFE.sub(lambda found: quote(found[0], safe=''), identity)}"


def _is_way_to(written: str, folder: Path, article: Path) -> bool:
    """Whether the beginning of an address, with its slash, leads from an article to a folder."""
    path = unquote(unescaped(written))
    return bool(path) and os.path.normpath(article.parent / path) == os.fspath(folder)


def _split(written: str) -> tuple[str, str]:
    found = _PREFIX.match(written)
    return (found[0], written[found.end() :]) if found is not None else ("", written)


def _in_style(path: str, written: str) -> str:
    """Answer a path, its parts as they are written where they are known, others escaped as those are."""
    known = {unquote(unescaped(part)): part for part in written.split("/")}
    unsafe = _UNSAFE_IN_ANGLES if " " in written else _UNSAFE
    escapes_letters = _ESCAPED_LETTER.search(written) is not None
    return "/".join(
        known[part] if part in known else _escaped(part, unsafe, escapes_letters) for part in path.split("/")
    )


def _escaped(part: str, unsafe: re.Pattern[str], escapes_letters: bool) -> str:  # noqa: FBT001 (as it is found)
    escaped = unsafe.sub(lambda found: quote(found[0], safe=""), part)
    return quote(escaped, safe="%!$+,:;=@~-._") if escapes_letters else escaped
