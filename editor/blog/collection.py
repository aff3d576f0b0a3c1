"""The articles of a blog with what a list shows of each: title, day, draft or not, place, tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from editor.article.dates import read_date
from editor.article.front_matter import read, split
from editor.article.source import NotText, decode
from editor.blog.article_files import articles_of, is_article, is_looked_into, own_articles_of
from editor.blog.field_kinds import plain_key
from editor.blog.fields import template_key
from editor.blog.meta_lines import meta_entries
from editor.text.syntax import scan_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.article.front_matter import Entry, FrontMatter
    from editor.blog.blog import Blog

_HEAD_SIZES: Final = (1 << 16, 1 << 20)
"""Bytes read of an article; the larger number where the front matter is not closed in the smaller."""
_UNCLOSED: Final = "unclosed-fence"
_LANGUAGE_KEYS: Final = ("lang", "language", "locale")
_LANGUAGE: Final = re.compile(
    r"(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|eu|fa|fi|fr|gl|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|nn|no|pl|pt|ro"
    r"|ru|sk|sl|sr|sv|ta|th|tr|uk|ur|vi|zh)(?:[-_][A-Za-z]{2,4})?"
)
"""What a folder or the end of a file's name is when it names a language."""
_DATED: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=[-_.]|$)")
_DRAFTS: Final = "_drafts"


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article.

    fault is "unreadable", a reason of NotText or one of a front matter's Fault. collection is the name of
    the folder of content it lies in, folder the way from there to the folder in which it is one of several,
    "" for the top. language is a tag such as fr, "" where nothing tells. keys are those of its front matter.
    modified is when its file was written, in nanoseconds since 1970.
    """

    path: Path
    title: str
    day: date | None
    draft: bool
    fault: str | None
    collection: str = ""
    folder: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    modified: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """Where the articles of a blog lie, and how their front matter may be written.

    folders are named as in the list; empty for the folder around a lone file, whose own articles count.
    has_meta_lines: what Python-Markdown's extension meta reads counts where there is no front matter.
    """

    root: Path
    folders: tuple[Path, ...] = ()
    takes_json: bool = False
    has_meta_lines: bool = False


def content_of(blog: Blog) -> Content:
    """Answer where the articles of blog lie."""
    has_meta_lines = blog.generator in ("pelican", "mkdocs")
    return Content(blog.root, blog.content, blog.takes_json, has_meta_lines)


def paths_of(content: Content) -> Iterator[Path]:
    """Answer the articles of a content, each once, by folder and name."""
    seen: set[Path] = set()
    for path in _all_paths(content):
        if path not in seen:
            seen.add(path)
            yield path


def is_in(content: Content, path: Path) -> bool:
    """Whether an article at path is one of a content's."""
    if not is_article(path.name):
        return False
    if not content.folders:
        return path.parent == content.root
    folder = next((folder for folder in content.folders if path.is_relative_to(folder)), None)
    return folder is not None and all(map(is_looked_into, path.relative_to(folder).parts[:-1]))


def _all_paths(content: Content) -> Iterator[Path]:
    for folder in content.folders:
        yield from articles_of(folder)
    if not content.folders:
        yield from own_articles_of(content.root)


def summarise(path: Path, *, takes_json: bool = False) -> ArticleSummary:
    """Answer what the beginning of the article at path tells; never raises for what the file holds."""
    content = Content(path.parent, takes_json=takes_json)
    try:
        text, front_matter = read_beginning(path, takes_json=takes_json)
    except OSError:
        return unread_summary(path, "unreadable", content)
    except NotText as error:
        return unread_summary(path, error.reason, content)
    return summary_of(path, text, front_matter, content)


def unread_summary(path: Path, fault: str, content: Content) -> ArticleSummary:
    """Answer what is known of an article that cannot be read."""
    collection, folder = place_of(path, content)
    return ArticleSummary(
        path, _name(path), None, draft=False, fault=fault, collection=collection, folder=folder
    )


def summary_of(path: Path, text: str, front_matter: FrontMatter, content: Content) -> ArticleSummary:
    """Answer what the text of the article at path tells, whose front matter was read already."""
    entries = front_matter.entries
    if content.has_meta_lines and front_matter.format == "none":
        entries = meta_entries(text)
    title = _title(entries) or _first_heading(split(text, takes_json=content.takes_json).body) or _name(path)
    fault = front_matter.fault.reason if front_matter.fault else None
    return replace(
        unread_summary(path, "", content),
        title=title,
        day=_day(entries) or _day_of_name(path),
        draft=_is_draft(entries) or _DRAFTS in path.parts[len(content.root.parts) : -1],
        fault=fault,
        language=_language(entries, path, content),
        tags=_tags(entries),
        keys=tuple(entry.key for entry in entries),
    )


def place_of(path: Path, content: Content) -> tuple[str, str]:
    """Answer the name of the folder of content that path lies in, and the way from there to its own folder.

    Folders of content are named as they differ: blog, or en/blog and fr/blog.
    """
    own = path.parent.parent if path.stem == "index" else path.parent
    for folder in content.folders:
        if path.is_relative_to(folder):
            way = own.relative_to(folder).as_posix() if own.is_relative_to(folder) else "."
            return _name_of(folder, content), "" if way == "." else way
    return content.root.name, ""


@lru_cache(maxsize=256)
def _name_of(folder: Path, content: Content) -> str:
    others = (set(other.parents) for other in content.folders)
    shared = set.intersection(*others)
    depth = max((len(parent.parts) for parent in shared), default=0)
    return PurePosixPath(*folder.parts[depth:]).as_posix()


def read_beginning(path: Path, *, takes_json: bool = False) -> tuple[str, FrontMatter]:
    """Answer an article's text as far as its front matter needs it. Raises OSError, NotText."""
    for size in _HEAD_SIZES:
        text, is_whole = text_of_file(path, size)
        front_matter = read(text, takes_json=takes_json)
        if is_whole or front_matter.fault is None or front_matter.fault.reason != _UNCLOSED:
            break
    return text, front_matter


def text_of_file(path: Path, size: int) -> tuple[str, bool]:
    """Answer the text of a file's first bytes, and whether they are all. Raises OSError, NotText."""
    data, is_whole = _read_bytes(path, size)
    return decode(data if is_whole else _whole_characters(data)).text, is_whole


def _read_bytes(path: Path, size: int) -> tuple[bytes, bool]:
    """Answer the first bytes of a regular file, and whether they are all."""
    if not path.is_file():  # reading a pipe would wait for ever
        raise OSError(path)
    with path.open("rb") as stream:
        data = stream.read(size + 1)
    return data[:size], len(data) <= size


def _whole_characters(data: bytes) -> bytes:
    """Answer data without the UTF-8 character that its end cuts."""
    last = next((place for place in range(1, 5) if data[-place] & 0xC0 != 0x80), 1)
    return data[:-last] if data[-last] >= 0xC0 else data


def _title(entries: Iterable[Entry]) -> str:
    titles = (entry for entry in entries if template_key(entry.key) == "title")
    entry = next(titles, None)
    if entry is None or entry.value is None or isinstance(entry.value, list | dict):
        return ""
    words = entry.value if isinstance(entry.value, str) else entry.raw
    return re.sub(r"[ \t\r\n]+", " ", words).strip(" ")


def _day(entries: Iterable[Entry]) -> date | None:
    written = (read_date(entry.value) for entry in entries if template_key(entry.key) == "pubDate")
    return next((date.day for date in written if date is not None), None)


def _day_of_name(path: Path) -> date | None:
    """Answer the day that begins an article's name, as Jekyll and Eleventy have it, and others do."""
    written = _DATED.match(_name(path))
    try:
        return date(*map(int, written.groups())) if written else None
    except ValueError:
        return None


def _is_draft(entries: Iterable[Entry]) -> bool:
    """Whether an article says that it is a draft: draft: true, published: false or status: draft."""
    said = {entry.key.lower(): entry.value for entry in entries}
    status = said.get("status")
    is_status = isinstance(status, str) and status.strip().lower() == "draft"
    return said.get("draft") is True or said.get("published") is False or is_status


def _language(entries: Iterable[Entry], path: Path, content: Content) -> str:
    """Answer what the front matter says, or else the end of the file's name, or else a folder's."""
    said = {plain_key(entry.key): entry.value for entry in entries}
    for key in _LANGUAGE_KEYS:
        value = said.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
    ending = path.stem.rpartition(".")[2] if "." in path.stem else ""
    folders = path.parts[len(content.root.parts) : -1]
    return next((part for part in (ending, *folders) if _LANGUAGE.fullmatch(part)), "")


def _tags(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Answer the words that an article is filed under, each once, in its order."""
    found: dict[str, None] = {}
    for entry in entries:
        if template_key(entry.key) == "tags":
            values = entry.value.split(",") if isinstance(entry.value, str) else entry.value
            for value in values if isinstance(values, list) else ():
                if isinstance(value, str | int) and not isinstance(value, bool):
                    found[str(value).strip()] = None
    return tuple(tag for tag in found if tag)


def _first_heading(body: str) -> str:
    """Answer the words of the first heading that # marks begin, without their Markdown."""
    state = 0
    for line in body.split("\n"):
        spans, state = scan_line(line, state)
        if any(span.role == "heading" for span in spans):
            marks = [span for span in spans if span.role == "marker"]
            words = "".join(
                character
                for index, character in enumerate(line)
                if not any(span.start <= index < span.end for span in marks)
            ).strip()
            if words:
                return words
    return ""


def _name(path: Path) -> str:
    """Answer an article's name: that of its folder where it is the folder's index."""
    return path.parent.name if path.stem == "index" and path.parent.name else path.stem
