"""What the journal costs a key press: `python tests/benchmarks/journal.py`; needs no display.

Prints medians and 95th percentiles, in the window's thread, of one letter typed in the middle of a text, with
the journal and without it, and how long after the last letter the text was durable.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextDocumentLayout

from editor.ui.background import Background
from editor.ui.journals import Journals
from editor.ui.workspace import Workspace

_KEYS: Final = 400
_PARAGRAPH: Final = "Quatre ingrédients, dix minutes de travail et une longue nuit.\n\n"
_PAUSE: Final = 0.005


def main() -> None:
    """Type into texts of 10 kB and 1 MB and print what a key cost."""
    application = QApplication(sys.argv[:1])
    for size in (10_000, 1_000_000):
        with tempfile.TemporaryDirectory() as folder:
            without, _ = _typed(application, Path(folder), size, has_journal=False)
            having, durable = _typed(application, Path(folder), size, has_journal=True)
        sys.stdout.write(
            f"{size // 1000:5} kB   without {_figures(without)}   with {_figures(having)}"
            f"   durable {durable:.0f} ms after the last of {_KEYS} keys\n"
        )


def _typed(
    application: QApplication, folder: Path, size: int, *, has_journal: bool
) -> tuple[list[float], float]:
    """Answer the milliseconds of each key, and those until the text was durable."""
    path = folder / "article.md"
    path.write_text(_PARAGRAPH * (size // len(_PARAGRAPH.encode())), "utf-8")
    background = Background()
    workspace = Workspace()
    journals = Journals(workspace, folder / "journal") if has_journal else None
    article = workspace.open_file(path)
    if article is None:
        sys.exit("the text was not opened")
    # The layout of the large text's pane: what another one costs is not what is asked here.
    article.body.setDocumentLayout(QPlainTextDocumentLayout(article.body))
    cursor = QTextCursor(article.body)
    cursor.setPosition(article.body.characterCount() // 2)
    keys = []
    for _ in range(_KEYS):
        begun = time.perf_counter()
        cursor.insertText("x")
        keys.append(1000 * (time.perf_counter() - begun))
        application.processEvents()
        time.sleep(_PAUSE)
    begun = time.perf_counter()
    durable = 0.0
    if journals is not None:
        if not journals.flush(60):
            sys.exit("the text is not durable")
        durable = 1000 * (time.perf_counter() - begun)
        journals.finish()
    background.finish()
    return keys, durable


def _figures(milliseconds: list[float]) -> str:
    ordered = sorted(milliseconds)
    return f"{statistics.median(ordered):.3f} / {ordered[len(ordered) * 95 // 100]:.3f} ms"


if __name__ == "__main__":
    main()
