"""Where the articles of a blog show its images, and what else of its files names one."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from editor.article.files import FileError, read_file
from editor.article.front_matter import read, split
from editor.blog.article_files import PASSED_OVER
from editor.blog.images import IMAGE_SUFFIXES, PICTURE_SUFFIXES, resolve_image
from editor.text.structure import structure_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from editor.article.values import Value
    from editor.blog.blog import Blog

_SCRIPTS: Final = """.astro .cjs .cts .hbs .htm .html .j2 .jinja .jinja2 .js .jsx .liquid .mdx .mjs .mts
    .njk .php .py .svelte .tmpl .ts .tsx .vue"""
_TEXTS: Final = """.css .csv .json .json5 .jsonc .less .markdown .md .mdoc .rst .sass .scss .svg .toml .txt
    .webmanifest .xml .yaml .yml"""
SCRIPT_SUFFIXES: Final = frozenset(_SCRIPTS.split())
"""Files that may put the name of an image together."""
SOURCE_SUFFIXES: Final = SCRIPT_SUFFIXES | frozenset(_TEXTS.split())
"""Files whose text may name an image."""
LARGEST_SOURCE: Final = 64 << 20
"""Bytes of a file that is read; a larger one may name any image."""
_SUFFIXES: Final = "|".join(sorted(suffix.removeprefix(".") for suffix in IMAGE_SUFFIXES))
_MARK: Final = re.compile(rf"\.(?:{_SUFFIXES})(?![A-Za-z0-9])", re.IGNORECASE)
_LONGEST_NAME: Final = 255
_LONGEST_ESCAPED: Final = 3 * _LONGEST_NAME
_GLOB: Final = re.compile(r"\bglob(?:Eager)?\s*(?:<[^()]{0,400}>)?\s*\(([^)]{0,400})")
_PATTERN: Final = re.compile(r"""\*([^*'"`]*)['"`]""")
_WORD: Final = re.compile(r"[A-Za-z0-9]+")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_PUT_TOGETHER: Final = ("}", "*", "'", '"', "`")
"""What stands before a suffix that comes to a name which is made up: `${slug}.png`, slug + ".png"."""
_ASKED_FOR: Final = re.compile(r"favicon|apple-touch-icon|android-chrome|mstile")
"""Beginnings of the names that browsers ask for without being told."""


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

    names are in lower case, each with the files that have it. made_up are the suffixes of images whose names
    a script or a pattern puts together: any image with one of them may be used.
    """

    names: Mapping[str, tuple[Path, ...]]
    made_up: frozenset[str]

    def files_naming(self, image: Path) -> tuple[Path, ...]:
        """Answer the files that name the image."""
        return self.names.get(_plain(image.name), ())

    def may_mean(self, image: Path) -> bool:
        """Whether anything may mean the image."""
        name = _plain(image.name)
        return name in self.names or image.suffix.lower() in self.made_up or bool(_ASKED_FOR.match(name))


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


def mentions_in(sources: Iterable[tuple[Path, str | None]], names: Iterable[str]) -> Mentions:
    """Answer which of the images called names the texts of source files name, and what is made up there.

    It says yes too often rather than too seldom: any text that ends in an image's name names it, and one that
    could not be read, None, may mean any image.
    """
    wanted = frozenset(map(_plain, names))
    lengths = frozenset(map(len, wanted))
    found: dict[str, dict[Path, None]] = {}
    made_up: set[str] = set()
    for path, text in sources:
        is_script = path.suffix.lower() in SCRIPT_SUFFIXES
        if text is None:
            made_up |= PICTURE_SUFFIXES
            continue
        for mark in _MARK.finditer(text):
            for line in _spellings(text[max(0, mark.start() - _LONGEST_ESCAPED) : mark.end()]):
                for name in (line[-length:] for length in lengths if line[-length:] in wanted):
                    found.setdefault(name, {})[path] = None
            if is_script and text.endswith(_PUT_TOGETHER, 0, mark.start()):
                made_up.add(mark[0].lower())
        if is_script:
            made_up.update(_patterns(text))
    names_found = {name: tuple(files) for name, files in found.items()}
    return Mentions(names_found, frozenset(made_up))


def names_image(text: str, name: str) -> bool:
    """Whether text names the image called name, in whatever way addresses are written."""
    return bool(mentions_in(((Path(), text),), (name,)).names)


def _spellings(text: str) -> set[str]:
    """Answer the last line of text as it may be meant: escapes of addresses, HTML and Markdown undone."""
    line = text.rpartition("\n")[2]
    return {_plain(each) for each in (line, unquote(line), unescape(line), line.replace("\\", ""))}


def files_of(blog: Blog, suffixes: Collection[str]) -> Iterator[Path]:
    """Yield the files of blog with these suffixes, without packages and what is built.

    Around a lone file it is those of its own folder only. Links to folders are not followed: what they lead
    to may be others'.
    """
    return _walk(blog, suffixes, follows_links=False)


def sources_of(blog: Blog) -> Iterator[Path]:
    """Yield the files of blog whose text may name an image, also through links to folders."""
    return _walk(blog, SOURCE_SUFFIXES, follows_links=True)


def read_source(path: Path) -> str | None:
    """Answer the text of a source file, None where it cannot be read or is too large to be."""
    try:
        if path.stat().st_size > LARGEST_SOURCE:
            return None
        data = read_file(path)
    except (OSError, FileError):
        return None
    return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8", "replace")


def _walk(blog: Blog, suffixes: Collection[str], *, follows_links: bool) -> Iterator[Path]:
    is_deep = bool(blog.content)
    seen: set[str] = set()
    for folder, folders, names in os.walk(blog.root, followlinks=follows_links):
        identity = os.path.realpath(folder)
        if identity in seen:  # links may lead in a circle
            folders.clear()
            continue
        seen.add(identity)
        folders[:] = sorted(name for name in folders if is_deep and _is_own(name))
        for name in sorted(names):
            if Path(name).suffix.lower() in suffixes and not name.startswith("."):
                yield Path(folder, name)


def _is_own(folder: str) -> bool:
    return folder not in PASSED_OVER and not folder.startswith(".")


def _patterns(text: str) -> Iterator[str]:
    """Yield the suffixes that patterns of import.meta.glob and its like may mean."""
    for call in _GLOB.finditer(text):
        for pattern in _PATTERN.finditer(call[1]):
            suffixes = {f".{word.lower()}" for word in _WORD.findall(pattern[1])}
            yield from suffixes & IMAGE_SUFFIXES if suffixes else IMAGE_SUFFIXES


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
