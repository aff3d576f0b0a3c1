"""The command rename: an article under another name or in another folder, and every link to it with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article.files import read_file
from editor.article.source import decode
from editor.assignments import unified_diff
from editor.blog.article_links import read_links
from editor.blog.blog import find_blog
from editor.blog.collection import content_of, paths_of
from editor.blog.edit_making import make
from editor.blog.renaming import Renaming, folder_of, place_for, plan_renaming
from editor.cli.commands import DONE
from editor.cli.refusals import Refusal
from editor.messages import obstacle_words

if TYPE_CHECKING:
    import argparse

    from editor.article.source import Source


def rename_article(options: argparse.Namespace) -> int:
    """Rename or move an article, or print what would change."""
    article = Path(os.path.abspath(options.file))  # noqa: PTH100 - as find_blog does: ".." goes, links stay
    _read(article)
    blog = find_blog(article)
    links = read_links(blog, dict.fromkeys((*paths_of(content_of(blog)), article)), _read)
    found = plan_renaming(article, _target(article, options.new), links)
    if found.obstacle is not None:
        raise Refusal(obstacle_words(found.obstacle, blog.root))
    _tell(found, blog.root)
    if options.dry_run:
        for one in found.edit.edits:
            sys.stdout.write(unified_diff(one.before, one.after, os.path.relpath(one.path, blog.root)))
    else:
        make(found.edit)
    return DONE


def _read(path: Path) -> Source:
    return decode(read_file(path))


def _target(article: Path, new: str) -> Path:
    """Answer where an article goes: a name is one beside it, a path is one, a folder keeps the name."""
    if os.sep not in new:
        return place_for(article, new, folder_of(article))
    place = Path(os.path.abspath(new))  # noqa: PTH100
    if new.endswith(os.sep) or place.is_dir():
        return place / article.relative_to(folder_of(article))
    return place_for(article, place.name, place.parent)


def _tell(found: Renaming, root: Path) -> None:
    for move in found.edit.moves:
        old, new = (os.path.relpath(path, root) for path in (move.source, move.target))
        sys.stdout.write(f"{old} -> {new}\n")
    old, new = found.addresses
    if old != new:
        sys.stderr.write(f"article-editor: its address changes from /{old}/ to /{new}/.\n")
    for left in found.left:
        place = os.path.relpath(left.path, root)
        sys.stderr.write(f"article-editor: {place}:{left.line + 1}: {left.address} cannot be written anew.\n")
