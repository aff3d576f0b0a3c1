"""Tells the writer of an error that nobody expected, which Qt would only print."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.messages import words
from editor.translation import tr
from editor.ui.dialogs.questions import say

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)


class UnexpectedErrors(QObject):
    """Takes the place of sys.excepthook: logs every error, and says each one once."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._said: set[str] = set()
        self._unsaid: list[str] = []
        # Later: the error may have come while the window was being painted.
        self._asked = QTimer(self, singleShot=True, interval=0)
        self._asked.timeout.connect(self._say)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log error, and say it unless it was said before."""
        _log.error("unexpected error", exc_info=(kind, error, trace))
        place = "".join(traceback.format_tb(trace)[-1:]) + kind.__name__
        if isinstance(error, Exception) and place not in self._said:
            self._said.add(place)
            self._unsaid.append(words(error))
            self._asked.start()

    def _say(self) -> None:
        more, self._unsaid = "\n".join(self._unsaid), []
        if more:
            say(self._window, tr("An error in the program. Your text is still here: save it."), more)
