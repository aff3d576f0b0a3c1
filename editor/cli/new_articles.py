"""The command new: an article that did not exist, named and begun as its neighbours are."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article.files import FileVanished
from editor.assignments import assigned
from editor.blog.blog import find_blog
from editor.blog.new_article import Wanted, make, planned
from editor.blog.schemas.known import Known
from editor.blog.shelves import Shelf, Shelves, shelves_of
from editor.cli.commands import DONE
from editor.cli.refusals import Refusal
from editor.messages import obstacle_words

if TYPE_CHECKING:
    import argparse

    from editor.blog.templates import Template


def new_article(options: argparse.Namespace) -> int:
    """Write the file of a new article and print its path."""
    if not options.folder.is_dir():
        raise FileVanished(options.folder)
    folder = Path(os.path.abspath(options.folder))  # noqa: PTH100 - as find_blog does: ".." goes, links stay
    shelves = shelves_of(find_blog(folder), Known())
    shelf = _shelf(folder, options.collection, shelves)
    template = _template(options.template, shelf, shelves)
    wanted = Wanted(options.title, shelf, date.today(), options.name or "", template)
    new = planned(wanted, shelves)
    if options.assignments and new.obstacle is None:  # its id may be another then
        text = assigned(new.text, dict(options.assignments), ())
        new = planned(replace(wanted, text=text), shelves)
    if new.obstacle is not None:
        raise Refusal(obstacle_words(new.obstacle, shelves.blog.root))
    make(new)
    sys.stdout.write(f"{new.path}\n")
    return DONE


def _shelf(folder: Path, collection: str | None, shelves: Shelves) -> Shelf:
    """Answer where an article goes: in folder, or where most of the folders below it have theirs."""
    if collection is None:
        below = [shelf for shelf in shelves.shelves if shelf.folder.is_relative_to(folder)]
        return below[0] if below else shelves.shelf_at(folder)
    named = [it for it in shelves.shelves if it.collection is not None and it.collection.name == collection]
    if not named:
        names = sorted({it.collection.name for it in shelves.shelves if it.collection is not None})
        raise Refusal(f"there is no collection {collection!r}, but: {', '.join(names) or 'none'}.")
    around = [shelf for shelf in named if folder.is_relative_to(shelf.folder)]
    return max(around, key=lambda shelf: len(shelf.folder.parts), default=named[0])


def _template(name: str | None, shelf: Shelf, shelves: Shelves) -> Template | None:
    if name is None:
        return shelves.template_for(shelf)
    found = next((template for template in shelves.templates if template.name == name), None)
    if found is None:
        names = ", ".join(template.name for template in shelves.templates)
        raise Refusal(f"there is no template {name!r}, but: {names or 'none'}.")
    return found
