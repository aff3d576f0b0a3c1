"""The tags of a blog's articles: how often each is used, and the change that renames or merges them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.files import FileError
from editor.article.front_matter import RefusedEdit, read, set_value
from editor.article.source import NotText
from editor.blog.blog_edit import BlogEdit, FileEdit, edited
from editor.blog.fields import template_key
from editor.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from editor.article.source import Source
    from editor.article.values import Value
    from editor.text.change import Edit


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag, how many articles have it, and the tags that differ from it by case, accents or marks only."""

    tag: str
    articles: int
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Retagging:
    """The change that gives articles other tags.

    refused are the articles whose tags cannot be changed alone, unread those that cannot be read.
    """

    edit: BlogEdit
    refused: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()


def count_tags(tags: Iterable[Iterable[str]]) -> tuple[TagCount, ...]:
    """Answer how often each tag is used, given those of each article; the most frequent first."""
    counts = Counter(tag for each in tags for tag in set(each))
    alike: dict[str, list[str]] = {}
    for tag in counts:
        alike.setdefault(_plain(tag), []).append(tag)
    ordered = sorted(counts, key=lambda tag: (-counts[tag], folded(tag), tag))
    return tuple(
        TagCount(tag, counts[tag], tuple(sorted(it for it in alike[_plain(tag)] if it != tag)))
        for tag in ordered
    )


def plan_retagging(
    paths: Iterable[Path],
    read_source: Callable[[Path], Source],
    old: Collection[str],
    new: str,
    *,
    takes_json: bool = False,
) -> Retagging:
    """Answer what puts new in the place of every tag in old, once an article, or takes those away ("").

    takes_json as in article.fences.
    """
    edits: list[FileEdit] = []
    refused: list[Path] = []
    unread: list[Path] = []
    for path in paths:
        try:
            source = read_source(path)
            found = _edits(source.text, old, new, takes_json=takes_json)
        except (FileError, NotText):
            unread.append(path)
        except RefusedEdit:
            refused.append(path)
        else:
            if found:
                edits.append(edited(path, source, found))
    return Retagging(BlogEdit(tuple(edits)), tuple(refused), tuple(unread))


def _edits(text: str, old: Collection[str], new: str, *, takes_json: bool) -> tuple[Edit, ...]:
    for entry in read(text, takes_json=takes_json).entries:
        if template_key(entry.key) == "tags":
            value = _retagged(entry.value, old, new)
            if value != entry.value:
                return set_value(text, entry.key, value)
    return ()


def _retagged(value: Value, old: Collection[str], new: str) -> Value:
    if isinstance(value, list):
        found = [new if str(item) in old else item for item in value]
        return _once([item for item in found if item != ""]) if found != value else value
    return _line_retagged(value, old, new) if isinstance(value, str) else value


def _line_retagged(line: str, old: Collection[str], new: str) -> str:
    """Answer tags with commas between them, as Pelican has them; the blanks around those that stay, stay."""
    parts = line.split(",")
    if not any(part.strip() in old for part in parts):
        return line
    found = [part.replace(part.strip(), new) if part.strip() in old else part for part in parts]
    names = [part.strip() for part in found]
    return ",".join(part for i, part in enumerate(found) if names[i] and names[i] not in names[:i]).lstrip()


def _once(items: list[Value]) -> list[Value]:
    return [item for place, item in enumerate(items) if item not in items[:place]]


def _plain(tag: str) -> str:
    """Answer what tags have alike that are likely meant to be one."""
    return "".join(letter for letter in folded(tag) if letter.isalnum()) or tag
