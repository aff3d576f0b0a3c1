"""The door to the window: it opens where there is a display, and a Qt that works."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from importlib import metadata
from typing import TYPE_CHECKING, Final

from editor.article.files import FileVanished
from editor.blog.sample import copy_sample_blog
from editor.cli.parsers import COMMANDS
from editor.cli.refusals import Refusal
from editor.paths import RESOURCES, Paths, profile_paths, user_paths

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

_SAMPLE: Final = "Article Editor sample blog"


def open_window(options: argparse.Namespace) -> int:
    """Open the window with the files and folders named, and run it until it is closed."""
    if options.folder is not None and not options.sample:
        options.misuse("--in needs --sample")
    for path in options.paths:
        if not path.exists():
            raise FileVanished(path)
    if not _has_display():
        commands = ", ".join(COMMANDS)
        raise Refusal(
            f"there is no display to open a window on.\nThese commands work without one: {commands}."
        )
    with qt():
        from editor.app import run_window
    paths = user_paths() if options.profile is None else profile_paths(options.profile.resolve())
    targets = [path.resolve() for path in options.paths]
    if options.sample:
        targets.append(sample_blog(options.folder, paths))
    return run_window(paths, targets)


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, names))


@contextmanager
def qt() -> Iterator[None]:
    """Import what needs Qt. Raises Refusal where Qt cannot be loaded, or would crash.

    What is imported stays. Looking through all of it for what may go would take a tenth of the start, and
    hold up a key later.
    """
    try:
        version = metadata.version("PySide6")
    except metadata.PackageNotFoundError:
        raise Refusal("PySide6 is missing. Install it: python -m pip install pyside6") from None
    if (version, sys.version_info[:2]) == ("6.12.0", (3, 11)):
        raise Refusal(
            "PySide6 6.12.0 crashes on Python 3.11.\n"
            'Install another version of it: python -m pip install "pyside6!=6.12.0"'
        )
    gc.disable()
    try:
        yield
    except ImportError as error:
        if "PySide6" not in f"{error.name} {error.path}":
            raise
        raise Refusal(f"Qt cannot be loaded: {error}.") from error
    finally:
        gc.freeze()
        gc.enable()


def sample_blog(folder: Path | None, paths: Paths) -> Path:
    """Answer the copy of the sample blog in folder, made where it is not there yet. Raises OSError."""
    return copy_sample_blog(RESOURCES / "sample-blog", (folder or paths.documents / _SAMPLE).resolve())
