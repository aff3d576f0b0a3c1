"""Looking through the articles of the blog in the background, with a box that can stop it."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from editor.translation import tr
from editor.ui.background import raised
from editor.ui.dialogs.progress_box import ProgressBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from editor.article.source import Source
    from editor.ui.commands.command import Desk

    GoesOn = Callable[[], bool]
    Work = Callable[[Callable[[Path], Source], GoesOn], object]

_KEY: Final = "looking_through"


class LookingThrough(QObject):
    """One look through the articles: what comes of it is told, unless another one begins or it is given up.

    The work is called with a function that reads an article as it is written now, and one that it asks
    before each whether to go on.
    """

    done = Signal(object)
    """What the work answered; None where the writer stopped it."""

    def __init__(
        self, desk: Desk, parent: QWidget, work: Work, failed: Callable[[Exception], None] = raised
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = work
        self._failed = failed
        self._stop = Event()
        self._progress = ProgressBox(parent, tr("Looking through the articles…"), self._stop.set)

    def start(self) -> None:
        """Begin; what is looked for already is given up."""
        for other in self._desk.window.findChildren(LookingThrough):
            if other is not self:
                other.give_up()
        work = partial(_unless_stopped, self._work, self._desk.blog_edits.reader(), self._goes_on)
        self._desk.background.run(_KEY, work, self._take, self._fail)

    def give_up(self) -> None:
        """End, and tell nothing."""
        self._stop.set()
        self._desk.background.cancel(_KEY)
        self._end()

    def _goes_on(self) -> bool:
        return not self._stop.is_set() and self._desk.background.goes_on()

    def _take(self, found: object) -> None:
        self._end()
        self.done.emit(found)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._failed(error)

    def _end(self) -> None:
        self._progress.finish()
        self.deleteLater()


def _unless_stopped(work: Work, read: Callable[[Path], Source], goes_on: GoesOn) -> object:
    found = work(read, goes_on)
    return found if goes_on() else None
