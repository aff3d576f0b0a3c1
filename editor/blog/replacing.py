"""Replacing words in many articles: the change that does it, planned before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.files import FileError
from editor.article.front_matter import read as read_front_matter
from editor.article.front_matter import split
from editor.article.source import NotText
from editor.blog.blog_edit import BlogEdit, FileEdit, edited
from editor.text.change import apply_edits
from editor.text.search import replacements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from editor.article.source import Source
    from editor.text.change import Edit
    from editor.text.search import Search


@dataclass(frozen=True, slots=True)
class Replacing:
    """How many times words are replaced, by which change.

    harmed are the articles whose front matter could not be read any more, and which therefore stay as they
    are; unread those that cannot be read.
    """

    edit: BlogEdit
    count: int
    harmed: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to stand in the place of what is found; in_fields: in the front matter too."""

    search: Search
    replacement: str
    in_fields: bool = True


def plan_replacing(
    paths: Iterable[Path],
    read: Callable[[Path], Source],
    wish: Wish,
    goes_on: Callable[[], bool],
    *,
    takes_json: bool = False,
) -> Replacing | None:
    """Answer what fulfils wish in the articles at paths; takes_json as in article.fences.

    goes_on is asked before each article; None where it answers False.
    Raises text.search.BadSearch.
    """
    edits: list[FileEdit] = []
    harmed: list[Path] = []
    unread: list[Path] = []
    count = 0
    for path in paths:
        if not goes_on():
            return None
        try:
            source = read(path)
        except (FileError, NotText):
            unread.append(path)
            continue
        found = _edits(source.text, wish, takes_json=takes_json)
        if _harms(source.text, found, takes_json=takes_json):
            harmed.append(path)
        elif found:
            edits.append(edited(path, source, found))
            count += len(found)
    return Replacing(BlogEdit(tuple(edits)), count, tuple(harmed), tuple(unread))


def _edits(text: str, wish: Wish, *, takes_json: bool) -> tuple[Edit, ...]:
    found = replacements(text, wish.search, wish.replacement)
    if not found or wish.in_fields:
        return found
    end = len(split(text, takes_json=takes_json).head)
    return tuple(edit for edit in found if edit.start >= end)


def _harms(text: str, edits: tuple[Edit, ...], *, takes_json: bool) -> bool:
    """Whether edits make a front matter unreadable that can be read, or one of what was none."""
    if not edits or edits[0].start > len(split(text, takes_json=takes_json).head):
        return False
    before = read_front_matter(text, takes_json=takes_json)
    after = read_front_matter(apply_edits(text, edits), takes_json=takes_json)
    return before.fault is None and (after.fault is not None or after.format != before.format)
