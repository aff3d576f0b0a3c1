"""Where the articles of a blog show its images, and what else of its files names one."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from editor.article.front_matter import read, split
from editor.blog.article_files import PASSED_OVER
from editor.blog.images import IMAGE_SUFFIXES, resolve_image
from editor.text.structure import structure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.article.values import Value
    from editor.blog.blog import Blog

SOURCE_SUFFIXES: Final = frozenset(
    """.astro .cjs .css .cts .htm .html .j2 .jinja .jinja2 .js .json .json5 .jsonc .jsx .less .liquid .markdown
    .md .mdoc .mdx .mjs .mts .njk .py .rst .sass .scss .svelte .svg .tmpl .toml .ts .tsx .txt .vue .webmanifest
    .xml .yaml .yml""".split()
)
"""Files whose text may name an image."""
LARGEST_SOURCE: Final = 4 << 20
"""Bytes; what is larger is data that nobody wrote."""
_MARK: Final = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(IMAGE_SUFFIXES)))})(?![A-Za-z0-9])", re.IGNORECASE)
_BEFORE_NAME: Final = re.compile(r"[/\\\n\r\t\"'`<>|*?]")
_LONGEST_NAME: Final = 255
_BY_THEIR_NAME: Final = re.compile(r"(?:favicon|apple-touch-icon|android-chrome|mstile|og-default)\b", re.IGNORECASE)
"""Images that browsers and servers ask for without being told."""


@dataclass(frozen=True, slots=True)
class ImageUse:
    """A place in an article that shows an image of the blog.

    field is the key of the front matter that holds the address; else it stands in the body, from the index
    start on, and words are its alternative text.
    """

    article: Path
    image: Path
    address: str
    field: str = ""
    start: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What the files of a blog say of images, whoever reads it: their names, and what scripts make up.

    names are in lower case. made_up are the suffixes of images whose names a script or a pattern puts
    together: any image with one of them may be used.
    """

    names: frozenset[str]
    made_up: frozenset[str]

    def may_mean(self, image: Path) -> bool:
        """Whether anything may mean the image."""
        name = _plain(image.name)
        return name in self.names or image.suffix.lower() in self.made_up or bool(_BY_THEIR_NAME.match(name))


def uses_in(text: str, article: Path, blog: Blog) -> Iterator[ImageUse]:
    """Yield where the article of this text shows images of the blog."""
    if _MARK.search(text) is None:
        return
    for entry in read(text, takes_json=blog.takes_json).entries:
        for address in _texts(entry.value):
            image = resolve_image(address, article, blog, "field")
            if image is not None:
                yield ImageUse(article, image, address, field=entry.key)
    body = split(text, takes_json=blog.takes_json).body
    for reference in structure_of(body, is_mdx=article.suffix == ".mdx").references:
        image = resolve_image(reference.address, article, blog) if _is_shown(reference.address) else None
        if image is not None and (reference.kind == "image" or image.suffix.lower() in IMAGE_SUFFIXES):
            yield ImageUse(article, image, reference.address, start=reference.start, words=reference.words)


def mentions_in(texts: Iterable[str], names: Iterable[str]) -> Mentions:
    """Answer which of the images called names are named in texts, and what is made up there.

    It says yes too often rather than too seldom: any text that ends in an image's name names it.
    """
    wanted = {_plain(name) for name in names}
    found: set[str] = set()
    made_up: set[str] = set()
    for text in texts:
        for mark in _MARK.finditer(text):
            before = text[max(0, mark.start() - _LONGEST_NAME) : mark.start()]
            if before.endswith(("}", "*", ")", "]", "'", '"', "`")) or before.endswith(("${", "{")):
                made_up.add(mark[0].lower())
            tail = _BEFORE_NAME.split(before)[-1] + mark[0]
            for written in {tail, unquote(tail)}:
                plain = _plain(written)
                found.update(plain[at:] for at in range(len(plain)) if plain[at:] in wanted)
        made_up.update(_patterns(text))
    return Mentions(frozenset(found), frozenset(made_up))


def names_image(text: str, name: str) -> bool:
    """Whether text names the image called name, in whatever way addresses are written."""
    return _plain(name) in mentions_in((text,), (name,)).names


def source_files(root: Path) -> Iterator[Path]:
    """Yield the files below root whose text may name an image, without those of packages and what is built."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER and not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix.lower() in SOURCE_SUFFIXES:
                yield path


def read_source(path: Path) -> str:
    """Answer the text of a source file, "" where it cannot be read or is too large to be one."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_SOURCE:
            return ""
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


_GLOB: Final = re.compile(r"\bglob(?:Eager)?\s*(?:<[^()]{0,400}>)?\s*\(")
_GLOB_SUFFIX: Final = re.compile(r"[A-Za-z0-9]+")


def _patterns(text: str) -> Iterator[str]:
    """Yield the suffixes that patterns of import.meta.glob and its like may mean."""
    for call in _GLOB.finditer(text):
        told = text[call.end() : call.end() + 400].partition(")")[0]
        yield from (
            f".{word.lower()}"
            for word in _GLOB_SUFFIX.findall(told.rpartition("*")[2])
            if f".{word.lower()}" in IMAGE_SUFFIXES
        )


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        if _is_shown(value):
            yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _is_shown(address: str) -> bool:
    return _MARK.search(address) is not None and len(address) < 2 * _LONGEST_NAME


def _plain(name: str) -> str:
    """Answer a name as all its spellings have it: systems differ in case, and in how accents are composed."""
    return unicodedata.normalize("NFC", name).lower()
