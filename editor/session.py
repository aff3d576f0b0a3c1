"""What the window was when it was last closed: restored at the next start."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Final

_RECENT: Final = 12
_DIALECTS: Final = 100
_RULES: Final = 1000


@dataclass(frozen=True, slots=True)
class Session:
    """Folder, open articles and window; files are absolute paths, the rest Qt's own bytes as base64."""

    folder: str = ""
    open_files: tuple[str, ...] = ()
    current_file: str = ""
    recent_files: tuple[str, ...] = ()
    recent_folders: tuple[str, ...] = ()
    window: str = ""
    panes: str = ""
    front_matter_folded: bool = False
    library_shown: bool = True
    preview_shown: bool = True
    problems_shown: bool = False
    page_head_shown: bool = True
    preview_face: str = "page"
    preview_style: str = "reading"
    preview_style_file: str = ""
    preview_paint: str = "window"
    preview_width: str = "desk"
    library_view: tuple[str, ...] = ()
    """How the articles are listed: a part of the arrangement, a space, its value."""
    dialects: tuple[str, ...] = ()
    """Markdown dialects chosen for blogs: the dialect, a space, the blog's folder."""
    rules_off: tuple[str, ...] = ()
    """Rules of problems that are not told of in blogs: the rule, a space, the blog's folder."""


def with_recent_file(session: Session, path: str) -> Session:
    """Answer session with path as its most recent file."""
    return dataclasses.replace(session, recent_files=_newest_first(session.recent_files, path))


def with_recent_folder(session: Session, path: str) -> Session:
    """Answer session with path as its most recent folder."""
    return dataclasses.replace(session, recent_folders=_newest_first(session.recent_folders, path))


def with_dialect(session: Session, folder: str, dialect: str) -> Session:
    """Answer session with the Markdown of the blog in folder read in dialect, "" for as the blog says."""
    others = (chosen for chosen in session.dialects if chosen.partition(" ")[2] != folder)
    chosen = (f"{dialect} {folder}",) if dialect else ()
    return dataclasses.replace(session, dialects=(*chosen, *others)[:_DIALECTS])


def chosen_dialects(session: Session) -> dict[str, str]:
    """Answer the dialects chosen for blogs, by their folders."""
    chosen = (chosen.partition(" ") for chosen in session.dialects)
    return {folder: dialect for dialect, _, folder in chosen}


def with_rule(session: Session, folder: str, rule: str, *, is_told: bool) -> Session:
    """Answer session with problems of a rule told of in the blog in folder, or not."""
    others = tuple(off for off in session.rules_off if off != f"{rule} {folder}")
    off = () if is_told else (f"{rule} {folder}",)
    return dataclasses.replace(session, rules_off=(*off, *others)[:_RULES])


def rules_off(session: Session, folder: str) -> tuple[str, ...]:
    """Answer the rules that are not told of in the blog in folder, sorted."""
    pairs = (off.partition(" ") for off in session.rules_off)
    return tuple(sorted(rule for rule, _, place in pairs if place == folder))


def _newest_first(paths: tuple[str, ...], path: str) -> tuple[str, ...]:
    return (path, *(other for other in paths if other != path))[:_RECENT]
