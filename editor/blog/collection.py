"""The articles of a blog with what a list shows of each: title, day, draft or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.article.dates import read_date
from editor.article.front_matter import read, split
from editor.article.source import NotText, decode
from editor.blog.article_files import articles_of, own_articles_of
from editor.blog.fields import template_key
from editor.text.syntax import scan_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from editor.article.front_matter import Entry, FrontMatter
    from editor.blog.blog import Blog

_HEAD_SIZES: Final = (1 << 16, 1 << 20)
"""Bytes read of an article; the larger number where the front matter is not closed in the smaller."""
_UNCLOSED: Final = "unclosed-fence"


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list shows of an article.

    fault is "unreadable", a reason of NotText or one of a front matter's Fault.
    """

    path: Path
    title: str
    day: date | None
    draft: bool
    fault: str | None


def listing(blog: Blog) -> tuple[ArticleSummary, ...]:
    """Answer the articles of blog: newest first, those without a date last, then by title."""
    paths: dict[Path, None] = {}
    for folder in blog.content:
        paths.update(dict.fromkeys(articles_of(folder)))
    if not blog.content:
        paths.update(dict.fromkeys(own_articles_of(blog.root)))
    return tuple(sorted((summarise(path, takes_json=blog.takes_json) for path in paths), key=_place))


def summarise(path: Path, *, takes_json: bool = False) -> ArticleSummary:
    """Answer what the beginning of the article at path tells; never raises for what the file holds."""
    try:
        text, front_matter = read_beginning(path, takes_json=takes_json)
    except OSError:
        return ArticleSummary(path, _name(path), None, draft=False, fault="unreadable")
    except NotText as error:
        return ArticleSummary(path, _name(path), None, draft=False, fault=error.reason)
    entries = front_matter.entries
    title = _title(entries) or _first_heading(split(text, takes_json=takes_json).body) or _name(path)
    fault = front_matter.fault.reason if front_matter.fault else None
    return ArticleSummary(path, title, _day(entries), draft=_is_draft(entries), fault=fault)


def _place(summary: ArticleSummary) -> tuple[bool, int, str, str]:
    newness = -summary.day.toordinal() if summary.day else 0
    return summary.day is None, newness, summary.title.casefold(), str(summary.path)


def read_beginning(path: Path, *, takes_json: bool = False) -> tuple[str, FrontMatter]:
    """Answer an article's text as far as its front matter needs it. Raises OSError, NotText."""
    for size in _HEAD_SIZES:
        data, is_whole = _read_bytes(path, size)
        text = decode(data if is_whole else _whole_characters(data)).text
        front_matter = read(text, takes_json=takes_json)
        if is_whole or front_matter.fault is None or front_matter.fault.reason != _UNCLOSED:
            break
    return text, front_matter


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


def _is_draft(entries: Iterable[Entry]) -> bool:
    said = {entry.key: entry.value for entry in entries}
    return said.get("draft") is True or said.get("published") is False


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
