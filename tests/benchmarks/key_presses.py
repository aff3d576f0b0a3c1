"""How soon a key press is seen: `xvfb-run -s "-screen 0 1400x900x24" python -m tests.benchmarks.key_presses`.

Starts the real window on texts of 10 kB, 100 kB and 1 MB, types at their end from outside, and reads pixels.
Prints medians and 95th percentiles in milliseconds until text and preview have changed, the memory of all its
processes before and after, and how much slower the text is than in the smallest one. Nothing else should run
on the machine meanwhile. Needs the system's libX11 and libXtst.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.memory import memory_of
from tests.benchmarks.texts import SIZES, article_of
from tests.benchmarks.x_screen import Box, Screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ROOT: Final = Path(__file__).parents[2]
_WORDS: Final = "le chat noir dort sur la table et ne dit rien du tout ce soir"
_GOALS: Final = {"10 kB": (4, 10, 30, 290), "100 kB": (4, 10, 50, 320), "1 MB": (4, 10, 120, None)}
"""Text (median, 95th percentile) and preview (median) in milliseconds, megabytes."""
_PAUSE: Final = 0.25
_LONGEST: Final = 10.0
_PATIENCE: Final = 120.0
_ALL: Final = 20


@dataclass(slots=True)
class Figures:
    """What was seen of one text."""

    text: list[float] = field(default_factory=list)
    preview: list[float] = field(default_factory=list)
    memory: tuple[float, float] = (0.0, 0.0)


def main() -> None:
    """Measure each text and print a table, with the goals below each row."""
    screen = Screen()
    sys.stdout.write(f"{'':8}{'text ms':>16}{'preview ms':>16}{'MB before, after':>20}{'growth':>8}\n")
    smallest = 0.0
    for name, size in SIZES.items():
        figures = _measured(screen, size)
        text = statistics.median(figures.text)
        smallest = smallest or text
        before, after = figures.memory
        sys.stdout.write(
            f"{name:8}{_row(figures.text):>16}{_row(figures.preview):>16}"
            f"{f'{before:.0f}, {after:.0f}':>20}{text / smallest:8.2f}\n"
        )
        goal = _GOALS[name]
        sys.stdout.write(
            f"{'goal':8}{f'{goal[0]} / {goal[1]}':>16}{goal[2]:>16}{goal[3] or '-':>20}{1.5:8}\n"
        )


def _row(milliseconds: list[float]) -> str:
    twentieths = statistics.quantiles(milliseconds, n=_ALL)
    return f"{statistics.median(milliseconds):.1f} / {twentieths[-1]:.1f}"


def _measured(screen: Screen, size: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.md"
        article.write_text(article_of(size), "utf-8")
        command = [sys.executable, "-m", "tests.benchmarks.key_presses", "--child", str(article)]
        with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            places = json.loads(process.stdout.readline())
            try:
                return _typed(screen, Box(*places["text"]), Box(*places["preview"]), process.pid)
            finally:
                process.kill()


def _typed(screen: Screen, text: Box, preview: Box, process: int) -> Figures:
    figures = Figures()
    screen.wait_until_still(preview, 1.5, _PATIENCE)
    screen.click(text.x + text.width // 2, text.y + text.height // 2)
    screen.press("End", "Control_L")
    screen.press("Return")
    screen.wait_until_still(preview, 1.5, _PATIENCE)
    before = memory_of(process)
    for letter in _WORDS:
        is_space = letter == " "
        seen = screen.pixels(text), screen.pixels(preview)
        pressed = screen.press("space" if is_space else letter)
        if not is_space:
            figures.text.append(_seconds_until_changed(screen, text, seen[0], pressed) * 1000)
            figures.preview.append(_seconds_until_changed(screen, preview, seen[1], pressed) * 1000)
        time.sleep(_PAUSE)
    figures.memory = before, memory_of(process)
    return figures


def _seconds_until_changed(screen: Screen, box: Box, before: bytes, since: float) -> float:
    while screen.pixels(box) == before:
        if time.perf_counter() - since > _LONGEST:
            raise SystemExit("A key press was not seen: is the window in front, and the screen 1400x900?")
    return time.perf_counter() - since


def show(article: Path) -> None:
    """Be the program: say on standard output where text and preview are, once the page is there."""
    from PySide6.QtWidgets import QApplication

    from editor.app import Program
    from editor.paths import profile_paths
    from editor.ui.preview.engine import prepare_engine

    prepare_engine("auto")
    application = QApplication(sys.argv[:1])
    application.setCursorFlashTime(0)  # only what is written is to change the picture
    program = Program(application, profile_paths(article.parent / "profile"))
    program.open([article])
    window = program.window
    window.setGeometry(application.primaryScreen().geometry())
    window.activateWindow()

    def tell() -> None:
        desk = window.desk
        desk.preview.page_shown.disconnect(tell)
        places = {"text": _place(desk.writing.viewport()), "preview": _place(desk.preview)}
        os.write(1, f"{json.dumps(places)}\n".encode())

    window.desk.preview.page_shown.connect(tell)
    application.exec()


def _place(widget: QWidget) -> tuple[int, int, int, int]:
    corner = widget.mapToGlobal(widget.rect().topLeft())
    return corner.x(), corner.y(), widget.width(), widget.height()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        show(Path(sys.argv[2]))
    else:
        main()
