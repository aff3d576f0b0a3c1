"""What the index keeps of one article, and how it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from editor.article.front_matter import read, split
from editor.article.source import NOT_IN_FILES, NotText
from editor.blog.collection import ArticleSummary, summary_of, text_of_file, unread_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.blog.collection import Content

Stamp = tuple[int, int]
"""When a file was written, in nanoseconds since 1970, and its size in bytes: what tells two states apart."""
UNSAVED: Final[Stamp] = (0, -1)
"""The stamp of a text that no file holds."""
LARGEST: Final = 4_000_000
"""Bytes of an article that are read; what follows is not searched."""
HIT_START, HIT_END = "\x01", "\x02"
"""They mark what was found; a text has none of them."""
_KEY: Final = re.compile(r"^[ \t]*(?:- +)?([\w\"'.-]+)[ \t]*[:=](?=\s|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it was read: what a list shows, and the two texts that are searched.

    Both are as long as in the file, so that a place in them is one in it: in head the names of fields are
    blank.
    """

    summary: ArticleSummary
    stamp: Stamp
    head: str
    body: str


def stamp_of(path: Path) -> Stamp | None:
    """Answer the state of a file, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def read_article(path: Path, content: Content) -> Reading | None:
    """Answer the article at path, None where there is none; never raises for what the file holds."""
    stamp = stamp_of(path)
    if stamp is None:
        return None
    try:
        text, _ = text_of_file(path, LARGEST)
    except OSError:
        return _unread(path, "unreadable", stamp, content)
    except NotText as error:
        return _unread(path, error.reason, stamp, content)
    return reading_of(path, text, stamp, content)


def reading_of(path: Path, text: str, stamp: Stamp, content: Content) -> Reading:
    """Answer the article that a text is."""
    front_matter = read(text, takes_json=content.takes_json)
    summary = summary_of(path, text, front_matter, content)
    searched = NOT_IN_FILES.sub("\ufffd", text).replace(HIT_START, " ").replace(HIT_END, " ")
    parts = split(searched, takes_json=content.takes_json)
    return Reading(replace(summary, modified=stamp[0]), stamp, _KEY.sub(_blank, parts.head), parts.body)


def _unread(path: Path, fault: str, stamp: Stamp, content: Content) -> Reading:
    return Reading(replace(unread_summary(path, fault, content), modified=stamp[0]), stamp, "", "")


def _blank(key: re.Match[str]) -> str:
    start, end = key.start(1) - key.start(), key.end(1) - key.start()
    return key[0][:start] + " " * (end - start) + key[0][end:]


def row_of(reading: Reading) -> list[Any]:
    """Answer a reading as plain values, for JSON and for the database."""
    it = reading.summary
    texts = (it.collection, it.folder, it.language, "\n".join(it.tags), "\n".join(it.keys))
    return [
        str(it.path),
        *reading.stamp,
        _written(it.title),
        it.day.toordinal() if it.day else None,
        int(it.draft),
        it.fault,
        *map(_written, texts),
        reading.head,
        reading.body,
    ]


def _written(text: str) -> str:
    """Answer a text as a database can hold it: names of files and escapes in YAML may make what none can."""
    return NOT_IN_FILES.sub("\ufffd", text)


def reading_of_row(row: Sequence[Any]) -> Reading:
    """Answer the reading that plain values stand for."""
    *_, head, body = row
    return Reading(summary_of_row(row), (row[1], row[2]), head, body)


def summary_of_row(row: Sequence[Any]) -> ArticleSummary:
    """Answer what a list shows of the article that plain values stand for; the texts may be missing."""
    path, modified, _, title, day, draft, fault, collection, folder, language, tags, keys = row[:12]
    return ArticleSummary(
        Path(path),
        title,
        date.fromordinal(day) if day else None,
        bool(draft),
        fault,
        collection,
        folder,
        language,
        tuple(tags.split("\n")) if tags else (),
        tuple(keys.split("\n")) if keys else (),
        modified,
    )
