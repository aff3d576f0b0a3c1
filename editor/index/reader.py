"""Reading many articles in a process of its own: Python in a thread would fight with the window for its turn.

The process is this program, started with READER_OPTION: it gets paths, answers readings, one a line of JSON,
and ends. Killed, it leaves nothing behind.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import editor
from editor.blog.collection import Content
from editor.index.reading import read_article, reading_of_row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from threading import Event

    from editor.index.reading import Reading

READER_OPTION: Final = "--read-for-index"
_AHEAD: Final = 100
"""Articles that the process reads before they are taken: it would else stand still while a batch is kept."""
_PATIENCE_NICE: Final = 10
"""How much the process gives way to others."""
_BELOW_NORMAL: Final = 0x4000
"""BELOW_NORMAL_PRIORITY_CLASS of Windows, with which the process gives way there."""
_NO_WINDOW: Final = 0x08000000


def read_apart(paths: Sequence[str], content: Content, stop: Event) -> Iterator[Reading | None]:
    """Answer the articles at paths as they are read, in order; None for one that is gone.

    It ends early where stop is set, or where the process cannot be started or fails.
    """
    try:
        process = _start()
    except OSError:
        return
    asked, answers = process.stdin, process.stdout
    assert asked is not None  # noqa: S101 - both are pipes
    assert answers is not None  # noqa: S101
    feeding = threading.Thread(target=_feed, args=(asked, paths, content), daemon=True)
    feeding.start()
    try:
        for line in answers:
            if stop.is_set():
                break
            row = _value(line)
            yield reading_of_row(row) if row else None
    except ValueError:
        pass  # a line that was cut off as the process was
    finally:
        process.kill()
        process.wait()
        feeding.join()
        answers.close()


def serve() -> int:
    """Be that process: read the articles that standard input names, write them to standard output."""
    with suppress(OSError, AttributeError):
        os.nice(_PATIENCE_NICE)
    with os.fdopen(os.dup(0), "rb") as asked, os.fdopen(os.dup(1), "wb") as answers:
        answer(asked, answers)
    return 0


def answer(asked: IO[bytes], answers: IO[bytes]) -> None:
    """Write what is at each path that asked names, a line each; the first line tells of the blog."""
    root, folders, *ways = _value(asked.readline())
    content = Content(Path(root), tuple(map(Path, folders)), *ways)
    paths = list(asked)  # all of them, before an answer could fill the other pipe
    waiting: deque[Future[int]] = deque()
    with ThreadPoolExecutor(1) as pool:
        for line in paths:
            reading = read_article(Path(_value(line)), content)
            waiting.append(pool.submit(answers.write, _line(row_of(reading) if reading else None)))
            if len(waiting) > _AHEAD:
                waiting.popleft().result()


def _start() -> subprocess.Popen[bytes]:
    command, environment = _command()
    return subprocess.Popen(  # noqa: S603 - this very program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=_BELOW_NORMAL | _NO_WINDOW if sys.platform == "win32" else 0,
    )


def _command() -> tuple[list[str], dict[str, str]]:
    """Answer how this program is started: bundled into one file it is the executable, else Python's module.

    The package is looked for where this one was found, and never in the folder that is current.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, READER_OPTION], dict(os.environ)
    places = [str(Path(editor.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    return [sys.executable, "-P", "-m", "editor", READER_OPTION], environment


def _feed(asked: IO[bytes], paths: Sequence[str], content: Content) -> None:
    scope = [
        str(content.root),
        [str(folder) for folder in content.folders],
        content.takes_json,
        content.has_meta_lines,
    ]
    with suppress(OSError, ValueError), asked:
        asked.write(_line(scope) + b"".join(map(_line, paths)))


def _line(value: Any) -> bytes:
    # Names of files may hold what UTF-8 does not.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _value(line: bytes) -> Any:
    return json.loads(line.decode("utf-8", "surrogatepass"))
