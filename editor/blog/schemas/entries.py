"""The ids of a collection's entries, as Astro's loaders give them (glob.js, file.js)."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import FrontMatter, read, values
from editor.article.source import NotText, decode
from editor.article.values import number_text
from editor.blog.article_files import PASSED_OVER, is_article
from editor.blog.collection import read_beginning
from editor.blog.schemas.globs import fixed_folder, is_taken
from editor.text.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.values import Value
    from editor.blog.schemas.guide import Collection
    from editor.blog.schemas.known import Known

MOST_FILES: Final = 20_000
"""Files of a collection that are looked at."""
LARGEST_DATA_FILE: Final = 5_000_000
"""Bytes of a file of entries that is read."""
_NO_FRONT_MATTER: Final = FrontMatter("none", (), None)


def files_of(collection: Collection) -> Iterator[Path]:
    """Answer the files that the patterns of a collection take, by name; hidden folders are passed over."""
    if collection.loader not in ("glob", "folder"):
        return
    count = 0
    start = collection.base / fixed_folder(collection.patterns)
    for folder, names, files in os.walk(start):
        names[:] = sorted(name for name in names if name not in PASSED_OVER and not name.startswith("."))
        for file in sorted(files):
            count += 1
            if count > MOST_FILES:
                return
            path = Path(folder, file)
            if is_taken(path.relative_to(collection.base).as_posix(), collection.patterns):
                yield path


def entry_id(path: Path, base: Path, fields: dict[str, Value]) -> str:
    """Answer the id that glob() gives the entry at path: its slug, or else the slugs of its path's parts."""
    own = fields.get("slug")
    if own:
        return number_text(own) if isinstance(own, int | float) and not isinstance(own, bool) else str(own)
    name, _ = posixpath.splitext(path.relative_to(base).as_posix())
    written = "/".join(slug(part) for part in name.split("/"))
    return written.removesuffix("/index")


def entry_ids(collection: Collection, known: Known) -> tuple[str, ...]:
    """Answer the ids of a collection's entries, sorted; twice where two entries have one."""
    if collection.loader == "file":
        return tuple(sorted(known.of(collection.base, ids_in_file)))
    return tuple(
        sorted(
            entry_id(path, collection.base, values(known.of(path, head_of)) if is_article(path.name) else {})
            for path in files_of(collection)
        )
    )


def head_of(path: Path) -> FrontMatter:
    """Answer the front matter of the article at path, none where the file cannot be read."""
    try:
        return read_beginning(path)[1]
    except (OSError, NotText):
        return _NO_FRONT_MATTER


def ids_in_file(path: Path) -> tuple[str, ...]:
    """Answer the ids in a data file of file(), JSON or YAML: keys of a mapping, or id of each in a list."""
    try:
        if path.stat().st_size > LARGEST_DATA_FILE:
            return ()
        text = decode(path.read_bytes()).text
    except (OSError, NotText):
        return ()
    # JSON is YAML, and a list may stand under a key.
    lines = text.removeprefix("---\n").replace("\n", "\n  ")
    data = values(read(f"---\nentries:\n  {lines}\n---\n")).get("entries")
    if isinstance(data, dict):
        return tuple(data)
    items = data if isinstance(data, list) else []
    ids = (item.get("id", item.get("slug")) for item in items if isinstance(item, dict))
    return tuple(str(one) for one in ids if isinstance(one, str | int) and not isinstance(one, bool))
