"""A new article before it is made: where its file would lie, what it would hold, what stands in the way."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from editor.article.files import FileError, write_file
from editor.article.front_matter import read, values
from editor.blog.article_files import is_article
from editor.blog.beginnings import New, beginning
from editor.blog.identities import comparable
from editor.blog.naming import article_name
from editor.blog.schemas.entries import entry_id
from editor.blog.schemas.globs import is_taken
from editor.blog.web_address import web_address

if TYPE_CHECKING:
    from datetime import date

    from editor.blog.shelves import Shelf, Shelves
    from editor.blog.templates import Template
    from editor.blog.web_address import WebAddress

Reason = Literal["no-title", "not-a-name", "outside", "not-taken", "file", "id"]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What keeps a new article from being made.

    "no-title"; "not-a-name": no file can be called so; "outside" of its folder; "not-taken": the collection
    takes no file of this name; "file": there is one at other already; "id": the article at other has its id.
    """

    reason: Reason
    other: Path | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the writer wants: a title, a shelf, a day; name is the path of the file from the shelf's folder.

    name "": as the neighbours of the shelf are named. text "": begun as they are, or as the template says.
    """

    title: str
    shelf: Shelf
    day: date
    name: str = ""
    template: Template | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A new article; name is its path from the shelf's folder, identity its id in the collection.

    identity is "" and address None where the site makes its ids itself, and outside of Astro's sites, whose
    files do not tell them.
    """

    path: Path
    name: str
    text: str
    identity: str
    address: WebAddress | None
    obstacle: Obstacle | None


def planned(wanted: Wanted, shelves: Shelves) -> Planned:
    """Answer what would be made. It never raises for what the writer wants."""
    shelf = wanted.shelf
    name = _with_suffix(wanted.name.strip(), shelf) or shelf.naming.name(wanted.title, wanted.day)
    path = Path(os.path.normpath(shelf.folder / name))
    obstacle = _name_obstacle(name, path, shelf)
    if obstacle is not None:
        return Planned(path, name, "", "", None, obstacle)
    text = wanted.text or beginning(
        New(wanted.title, article_name(name).stem, wanted.day), shelf, wanted.template
    )
    fields = values(read(text))
    has_own_ids = shelf.collection is not None and shelf.collection.has_own_ids
    identity = "" if has_own_ids else entry_id(path, shelf.base, fields)
    obstacle = Obstacle("no-title") if not wanted.title.strip() else _clash(path, identity, shelf, shelves)
    if has_own_ids or not shelf.is_astro:
        return Planned(path, name, text, "", None, obstacle)
    return Planned(path, name, text, identity, web_address(path, fields, shelves.blog), obstacle)


def make(new: Planned) -> None:
    """Write the file of a new article, in folders that are made for it.

    Raises article.files.FileExists where there is one by now, FileError.
    """
    try:
        new.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(new.path.parent, error) from error
    write_file(new.path, new.text.encode(), None)


def _with_suffix(name: str, shelf: Shelf) -> str:
    last = PurePosixPath(name).name
    return f"{name}{shelf.naming.suffix}" if last and not is_article(last) else name


def _name_obstacle(name: str, path: Path, shelf: Shelf) -> Obstacle | None:
    if "\0" in name or "\\" in name or not is_article(path.name):
        return Obstacle("not-a-name")
    if not path.is_relative_to(shelf.folder):
        return Obstacle("outside")
    collection = shelf.collection
    if collection and not is_taken(path.relative_to(collection.base).as_posix(), collection.patterns):
        return Obstacle("not-taken")
    return None


def _clash(path: Path, identity: str, shelf: Shelf, shelves: Shelves) -> Obstacle | None:
    other = shelves.files.get(comparable(os.fspath(path)))
    if other is not None or os.path.lexists(path):
        return Obstacle("file", other or path)
    other = shelves.ids.get(shelf.base, {}).get(comparable(identity)) if identity else None
    return Obstacle("id", other) if other is not None else None
