"""A copy of an article: where its file goes, and its text as that of a new article."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

from editor.article.files import FileError, read_file, write_file
from editor.article.front_matter import RefusedEdit, read, remove_key, set_value, values
from editor.article.source import Source, encode
from editor.blog.fields import template_key
from editor.blog.renaming import folder_of, name_of, place_for
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from pathlib import Path


def copy_place(article: Path) -> Path:
    """Answer a place for a copy of an article, beside it, where nothing lies yet: name-2.md, name-3.md."""
    folder, name = folder_of(article), name_of(article)
    places = (place_for(article, f"{name}-{number}", folder) for number in count(2))
    return next(it for it in places if not os.path.lexists(it if it.parent == folder else it.parent))


def copy_text(text: str, title: str) -> str:
    """Answer the text of a copy; title is how its title reads, given the old one as {title}.

    A slug goes, which would be that of both. What cannot be edited stays.
    """
    for key, value in values(read(text)).items():
        try:
            if template_key(key) == "title" and isinstance(value, str):
                text = apply_edits(text, set_value(text, key, title.format(title=value)))
            elif key == "slug":
                text = apply_edits(text, remove_key(text, key))
        except RefusedEdit:
            continue
    return text


def make_copy(article: Path, source: Source, title: str) -> Path:
    """Write a copy of an article whose file holds source, with what lies in its own folder; answer its place.

    title is as for copy_text. Raises article.files.FileError.
    """
    place = copy_place(article)
    try:
        place.parent.mkdir(exist_ok=True)
        beside = sorted(article.parent.iterdir()) if article.stem == "index" else []
    except OSError as error:
        raise FileError(place.parent, error) from error
    for file in beside:
        if file.is_file() and file != article:
            write_file(place.parent / file.name, read_file(file), None)
    write_file(place, encode(source, copy_text(source.text, title)), None)
    return place
