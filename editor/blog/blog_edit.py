"""A change of several files of a blog as a value: shown first, made as a whole, taken back as a whole."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.article.line_ends import joined
from editor.article.merging import merge_articles
from editor.article.source import Source, decode, encode, encode_edited, raw_lines
from editor.text.merging import Choice, conflicts_of, merged_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from editor.text.change import Edit
    from editor.text.differences import Block


class ChangedSince(Exception):  # noqa: N818 - the answer to the writer's wish, not a programming error
    """A passage of the file at path was written anew after the change that is to be taken back."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class FileEdit:
    """A text file that holds before and is to hold after; path is where it lies before any move."""

    path: Path
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class FileMove:
    """A file, or a folder with all that it holds, that is to lie elsewhere."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class BlogEdit:
    """Edits of files, then moves; folders named in emptied go if the moves leave them empty."""

    edits: tuple[FileEdit, ...] = ()
    moves: tuple[FileMove, ...] = ()
    emptied: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edits or self.moves)

    def place_of(self, path: Path) -> Path:
        """Answer where the file at path lies after the moves."""
        for move in self.moves:
            if path == move.source or move.source in path.parents:
                path = move.target / path.relative_to(move.source)
        return path


def edited(path: Path, source: Source, edits: Sequence[Edit]) -> FileEdit:
    """Answer the change of the file at path by edits of source's text."""
    return FileEdit(path, source.data, encode_edited(source, tuple(edits)))


def without(edit: FileEdit, block: Block) -> FileEdit:
    """Answer edit without one block of lines in which its texts differ: they stay byte for byte."""
    old, new = raw_lines(edit.before), raw_lines(edit.after)
    head, rest = "".join(new[: block.new_start]), "".join(new[block.new_end :])
    raw = joined(joined(head, "".join(old[block.old_start : block.old_end])), rest)
    mark = BOM_UTF8 if edit.after.startswith(BOM_UTF8) else b""
    after = mark + raw.encode()
    # A line end that had to change with the passage comes back with the last one.
    is_whole = decode(after).text == decode(edit.before).text
    return replace(edit, after=edit.before if is_whole else after)


def made_in(edit: FileEdit, text: str) -> str:
    """Answer what edit makes of text, which was changed since; a passage that was written anew stays."""
    before, after = decode(edit.before).text, decode(edit.after).text
    if text == before:
        return after
    regions = merge_articles(before, text, after)
    words, ours = Choice.WORDS, Choice.OURS
    return merged_text(regions, [words if words in it.choices() else ours for it in conflicts_of(regions)])


def inverse(edit: BlogEdit, read: Callable[[Path], Source]) -> BlogEdit:
    """Answer what takes edit back once it is made; read answers what a file holds by now.

    What was written elsewhere in the files since then stays.
    Raises ChangedSince where a changed passage was written anew, and what read raises.
    """
    edits = tuple(_taken_back(one, edit.place_of(one.path), read) for one in edit.edits)
    moves = tuple(FileMove(move.target, move.source) for move in reversed(edit.moves))
    return BlogEdit(edits, moves)


def _taken_back(edit: FileEdit, place: Path, read: Callable[[Path], Source]) -> FileEdit:
    source = read(place)
    if source.data == edit.after:
        return FileEdit(place, edit.after, edit.before)
    base, theirs = decode(edit.after).text, decode(edit.before).text
    regions = merge_articles(base, source.text, theirs)
    conflicts = conflicts_of(regions)
    if any(Choice.WORDS not in conflict.choices() for conflict in conflicts):
        raise ChangedSince(place)
    return FileEdit(place, source.data, encode(source, merged_text(regions, [Choice.WORDS] * len(conflicts))))
