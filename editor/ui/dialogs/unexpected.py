"""Tells the writer of an error that nobody expected, which Qt would only print."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from editor import __version__
from editor.failure import failure_place, failure_report
from editor.translation import tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

_log = logging.getLogger(__name__)
_SIZE: Final = (620, 420)


class UnexpectedErrors(QObject):
    """Takes every error of every thread: has the text kept, logs the error, and says each one once."""

    _happened = Signal(str, str)

    def __init__(self, window: QWidget, keep: Callable[[], bool]) -> None:
        """Say errors above window; keep puts the text on the disk and answers whether it is there."""
        super().__init__(window)
        self._window = window
        self._keep = keep
        self._is_kept = True
        self._said: set[str] = set()
        self._unsaid: list[str] = []
        self._dialog: UnexpectedDialog | None = None
        # Later: the error may have come while the window was being painted.
        self._asked = QTimer(self, singleShot=True, interval=0)
        self._asked.timeout.connect(self._say)
        self._happened.connect(self._take)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Have all errors told that nobody takes, while the program runs."""
        before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self.report
        threading.excepthook = lambda it: self.report(it.exc_type, it.exc_value, it.exc_traceback)
        sys.unraisablehook = lambda it: self.report(it.exc_type, it.exc_value, it.exc_traceback)
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before

    def report(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log an error, have the text kept, and say it unless it was said before; in whatever thread."""
        found = error if error is not None else kind()
        _log.error("unexpected error", exc_info=(kind, found, trace))
        if isinstance(found, Exception):
            told = found.with_traceback(trace)
            self._happened.emit(failure_place(told), failure_report(told, _program()))

    def _take(self, place: str, report: str) -> None:
        self._is_kept = self._keep()
        if place not in self._said:
            self._said.add(place)
            self._unsaid.append(report)
            self._asked.start()

    def _say(self) -> None:
        more, self._unsaid = "\n".join(self._unsaid), []
        if self._dialog is None:
            self._dialog = UnexpectedDialog(QApplication.activeModalWidget() or self._window)
            self._dialog.finished.connect(self._forget)
        self._dialog.add(more, is_kept=self._is_kept)
        self._dialog.show()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


class UnexpectedDialog(QDialog):
    """Says that something went wrong, with a report that can be copied; the writer goes on beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("An error in the program"))
        self.resize(*_SIZE)
        self._words = label("pane_title", self, wraps=True)
        hint = tr("The report says where it went wrong. It holds nothing of your articles.")
        self._report = QPlainTextEdit(self, readOnly=True)
        self._report.setObjectName("report")
        self._report.setAccessibleName(tr("Report"))
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        go_on = buttons.addButton(tr("Go on writing"), QDialogButtonBox.ButtonRole.RejectRole)
        go_on.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(label("quiet", self, hint, wraps=True))
        layout.addWidget(self._report, 1)
        layout.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)

    def add(self, report: str, *, is_kept: bool) -> None:
        """Show one more report, and whether the text is safe."""
        self._words.setText(
            tr("Something went wrong. Your text is still here, and every change of it is kept.")
            if is_kept
            else tr("Something went wrong. Your text is still here, but it could not be kept: save it now.")
        )
        self._report.appendPlainText(report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def _program() -> str:
    return (
        f"Article Editor {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform(terse=True)}"
    )
