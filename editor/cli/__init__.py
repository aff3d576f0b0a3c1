"""The command line: the main job without a window, and the door to the window."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.cli.checks import check_articles
from editor.cli.commands import export, get_fields, render, set_fields
from editor.cli.demo import run_demo
from editor.cli.fields import list_fields
from editor.cli.new_articles import new_article
from editor.cli.parsers import command_parser, window_parser
from editor.cli.refusals import REFUSALS, complain
from editor.cli.renaming import rename_article
from editor.cli.window import open_window
from editor.index.reader import READER_OPTION, serve

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

_INTERRUPTED: Final = 130
_NOBODY_READS: Final = 141
"""What a shell answers for a process that writes into a pipe whose other end is closed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that arguments (default: the process's own) name; answer the exit code.

    0: done; 1: refused, with the reason on standard error; 2: wrong usage, raised as SystemExit by argparse.
    """
    _write_utf8()
    try:
        try:
            return _run(list(sys.argv[1:] if arguments is None else arguments))
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return _NOBODY_READS
    except OSError as error:
        _discard_output()
        return complain(error, Path(error.filename) if isinstance(error.filename, str) else None)


def _run(arguments: Sequence[str]) -> int:
    if arguments[:1] == [READER_OPTION]:
        return serve()
    name = arguments[0] if arguments else ""
    work = _WORK.get(name, open_window)
    parser, rest = (command_parser(name), arguments[1:]) if name in _WORK else (window_parser(), arguments)
    options = parser.parse_intermixed_args(rest)
    try:
        return work(options)
    except REFUSALS as error:
        return complain(error, getattr(options, "file", None))


_WORK: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "render": render,
    "get": get_fields,
    "set": set_fields,
    "new": new_article,
    "rename": rename_article,
    "check": check_articles,
    "fields": list_fields,
    "export": export,
    "demo": partial(run_demo, run=_run),
}


def _write_utf8() -> None:
    """Write what is UTF-8 in the files as UTF-8, whatever the console's encoding and line ends are."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _discard_output() -> None:
    """Let Python's last flush succeed; what it has not written is lost already."""
    with suppress(OSError), Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())
