"""The scripts of a site that its configuration is written in: a file, and those of the site it imports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.source import NotText, decode
from editor.script.modules import read_script
from editor.script.parsing import LARGEST, UnreadableScript
from editor.script.tracing import Module

if TYPE_CHECKING:
    from editor.blog.schemas.known import Known
    from editor.script.expressions import Script

MOST: Final = 40
"""Scripts of one configuration that are read."""
SUFFIXES: Final = (".mjs", ".js", ".mts", ".ts")
_MOST_BYTES: Final = 4 * LARGEST
_ALIASES: Final = ("~/", "@/")


class SiteModules:
    """Opens scripts within root, each once; source is the folder that the aliases ~/ and @/ mean."""

    def __init__(self, root: Path, source: Path, known: Known) -> None:
        self._root = Path(os.path.realpath(root))
        self._source = source
        self._known = known
        self._opened: dict[Path, Module | None] = {}

    @property
    def files(self) -> tuple[Path, ...]:
        """The scripts that were opened, in their order."""
        return tuple(self._opened)

    def open(self, path: Path) -> Module | None:
        """Answer the module of a script, None for one that cannot be read or lies outside."""
        if path not in self._opened:
            is_inside = Path(os.path.realpath(path)).is_relative_to(self._root)
            is_read = is_inside and len(self._opened) < MOST
            script = self._known.of(path, script_at) if is_read else None
            self._opened[path] = (
                None if script is None else Module(script, lambda name: self._follow(path.parent, name))
            )
        return self._opened[path]

    def folder_of(self, module: Module) -> Path:
        """Answer the folder of a module that was opened."""
        return next(path.parent for path, opened in self._opened.items() if opened is module)

    def _follow(self, folder: Path, name: str) -> Module | None:
        if name.startswith(("./", "../")):
            path = Path(os.path.normpath(folder / name))
        elif name.startswith(_ALIASES):
            path = Path(os.path.normpath(self._source / name[2:].lstrip("/")))
        else:
            return None
        found = next((it for it in _candidates(path) if it.is_file()), None)
        return self.open(found) if found is not None else None


def script_at(path: Path) -> Script | None:
    """Answer what the script at path says, None where it cannot be read."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        return read_script(decode(path.read_bytes()).text)
    except (OSError, NotText, UnreadableScript):
        return None


def _candidates(path: Path) -> tuple[Path, ...]:
    """Answer the files that an import may mean; ./a.js is what ./a.ts is built to."""
    if path.suffix in SUFFIXES:
        return path, path.with_suffix(path.suffix.replace("j", "t"))
    files = (Path(f"{path}{suffix}") for suffix in SUFFIXES)
    return (*files, *(path / f"index{suffix}" for suffix in SUFFIXES))
