"""Types in the real program until it is killed: python -m tests.stories.typist PROFILE BLOG ARTICLE SEED.

Prints a line before each letter: when it was typed (seconds of the system's monotonic clock), where, and how
many letters were typed there before it. The letters are those of tests.stories.killing.
"""

from __future__ import annotations

from tests.qt_environment import prepare_qt

prepare_qt(offscreen=False)

import random  # noqa: E402 - Qt reads the environment when it is loaded
import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from PySide6.QtCore import QEvent, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent, QTextCursor  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget  # noqa: E402

from editor.app import Program  # noqa: E402
from editor.paths import profile_paths  # noqa: E402
from editor.ui.preview.engine import prepare_engine  # noqa: E402
from tests.stories.killing import PLACES, letters  # noqa: E402

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle

_SLOWEST_MS = 40
_TITLE = "Title"


class Typist:
    """Writes now here, now there, and saves now and then."""

    def __init__(self, program: Program, article: OpenArticle, seed: int) -> None:
        self.program = program
        self.article = article
        self.new = program.workspace.new_article()
        self.chance = random.Random(seed)  # noqa: S311 - drawn by the seed
        self.left = {place: letters(seed, place) for place in PLACES}
        self.counts = dict.fromkeys(PLACES, 0)
        self.place = "body"
        program.workspace.set_current(article)
        cursor = program.window.desk.writing.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        program.window.desk.writing.setTextCursor(cursor)

    def go_on(self) -> None:
        """Type one letter, or save, or go elsewhere."""
        lot = self.chance.random()
        if lot < 0.02:
            self.save()
        elif lot < 0.06:
            self.place = self.chance.choice(PLACES)
        else:
            self.type()
        QTimer.singleShot(self.chance.randrange(_SLOWEST_MS), self.go_on)

    def save(self) -> None:
        if self.program.workspace.current is self.article:
            self.program.window.actions_by_id.action("file.save").trigger()

    def type(self) -> None:
        target = self.target()
        letter = next(self.left[self.place])
        sys.stdout.write(f"{time.monotonic()} {self.place} {self.counts[self.place]}\n")
        sys.stdout.flush()
        self.counts[self.place] += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def target(self) -> QWidget:
        """Answer the widget at the place where it is to be typed now."""
        self.program.workspace.set_current(self.new if self.place == "new" else self.article)
        if self.place != "title":
            return self.program.window.desk.writing
        lines = self.program.window.findChildren(QLineEdit)
        line = next(it for it in lines if it.accessibleName().startswith(_TITLE) and it.isVisible())
        line.end(False)
        return line


def main() -> None:
    """Start the program and type without an end."""
    profile, blog, path, seed = sys.argv[1:]
    prepare_engine("software")
    application = QApplication(sys.argv[:1])
    program = Program(application, profile_paths(Path(profile)))
    program.open([Path(blog), Path(path)])
    article = program.workspace.current
    if article is None:
        sys.exit("the article was not opened")
    typist = Typist(program, article, int(seed))
    QTimer.singleShot(500, typist.go_on)  # the form is there by then
    application.exec()


if __name__ == "__main__":
    main()
