"""Takes the README's picture of the real window, on the display it is given: screenshot.py PLACE [THEME]."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from editor.app import Program
from editor.blog.sample import copy_sample_blog
from editor.paths import RESOURCES, profile_paths
from editor.settings import Settings
from editor.stored import stored_text
from editor.ui.preview.engine import prepare_engine

_ARTICLE: Final = "src/content/blog/premiere-neige-au-col.md"
_SIZE: Final = (1440, 900)
# The page has its pictures by then; nothing tells when the screen shows what was drawn.
_WAIT_MS: Final = 4000


def main(place: Path, theme: str) -> None:
    """Write a PNG of the window with an article of the sample blog to place."""
    prepare_engine("software")
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        paths = profile_paths(Path(folder))
        paths.settings.mkdir()
        (paths.settings / "settings.json").write_text(
            stored_text(Settings(language="en", theme=theme)), "utf-8"
        )
        blog = copy_sample_blog(RESOURCES / "sample-blog", Path(folder) / "carnet")
        program = Program(application, paths)
        program.open([blog, blog / _ARTICLE])
        program.window.resize(*_SIZE)
        loop = QEventLoop()
        QTimer.singleShot(_WAIT_MS, loop.quit)
        loop.exec()
        picture = program.window.screen().grabWindow(program.window.winId())
        if not picture.save(str(place)):
            sys.exit(f"{place} could not be written")
        program.window.close()
        program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "light")
