"""How soon an article can be written: `python -m tests.benchmarks.start_up [ARTICLE]`, on a display.

Prints medians over several starts, each in a process of its own: until the window is shown, until the page
is in the preview, and (Linux) the memory of the program's processes then, shared pages counted in part.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from editor.cli.window import qt
from tests.benchmarks.memory import memory_of

_STARTS: Final = 7
_SAMPLE: Final = Path(__file__).parents[2] / "resources/sample-blog/src/content/blog/premiere-neige-au-col.md"


def main(article: Path) -> None:
    """Start the program with a copy of article several times and print the medians."""
    figures: list[list[float]] = []
    for _ in range(_STARTS):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / article.name
            copy.write_bytes(article.read_bytes())
            command = [
                sys.executable,
                "-m",
                "tests.benchmarks.start_up",
                "--child",
                str(copy),
                str(time.monotonic()),
            ]
            answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            figures.append([float(word) for word in answer.split()])
    shown, ready, memory = (statistics.median(row) for row in zip(*figures, strict=True))
    sys.stdout.write(
        f"window {shown:.2f} s   page {ready:.2f} s   memory {memory:.0f} MB   ({_STARTS} starts)\n"
    )


def start(article: Path, since: float) -> None:
    """Be one start: print the seconds until the window, until the page, and the megabytes then."""
    with qt():
        from PySide6.QtWidgets import QApplication

        from editor.app import Program
        from editor.paths import profile_paths
        from editor.ui.preview.engine import prepare_engine
        from editor.ui.preview.web_page import WORLD

    prepare_engine("auto")
    application = QApplication(sys.argv[:1])
    program = Program(application, profile_paths(article.parent / "profile"))
    program.open([article])
    application.processEvents()
    shown = time.monotonic() - since
    answers: list[object] = []
    page = program.window.desk.preview._page
    while not any(answers):
        page.runJavaScript("document.querySelector('.prose > p') !== null", WORLD, answers.append)
        application.processEvents()
    sys.stdout.write(f"{shown} {time.monotonic() - since} {memory_of(os.getpid())}\n")
    sys.stdout.flush()
    program.window.close()
    program.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        start(Path(sys.argv[2]), float(sys.argv[3]))
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else _SAMPLE)
