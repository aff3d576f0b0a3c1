"""What a test of the window must not leave behind: widgets, running timers, threads, Qt's complaints."""

from __future__ import annotations

import gc
import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest
import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from tests.conftest import has_failed

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPLAINTS: Final = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


@dataclass(frozen=True, slots=True)
class Alive:
    """What lives at one moment: descriptions by identity."""

    things: dict[tuple[str, int], str]

    def since(self, earlier: Alive) -> list[str]:
        """Answer what lives now and did not live earlier."""
        return sorted(text for identity, text in self.things.items() if identity not in earlier.things)


def alive() -> Alive:
    """Answer the widgets, running timers, threads and busy pools of this process."""
    things = {("thread", id(thread)): f"thread {thread.name}" for thread in _python_threads()}
    if QApplication.instance() is not None:
        for widget in QApplication.allWidgets():
            things["widget", shiboken6.getCppPointer(widget)[0]] = f"widget {_description(widget)}"
    for found in gc.get_objects():
        if isinstance(found, QObject) and shiboken6.isValid(found) and _is_running(found):
            things["object", shiboken6.getCppPointer(found)[0]] = f"running {_description(found)}"
    if QThreadPool.globalInstance().activeThreadCount():
        things["object", 0] = "running global thread pool"
    return Alive(things)


def _python_threads() -> list[threading.Thread]:
    # Qt's own threads that once ran Python stay listed as dummies; their pools tell whether they run.
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def _description(thing: QObject) -> str:
    return f"{type(thing).__module__}.{type(thing).__name__} {thing.objectName()!r}"


def _is_running(thing: QObject) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    if isinstance(thing, QThread):
        return thing.isRunning() and thing is not QThread.currentThread()
    return isinstance(thing, QThreadPool) and thing.activeThreadCount() > 0


def settle() -> None:
    """Let everything die that nobody holds."""
    for _round in range(2):
        gc.collect()
        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()


_complaints: Final[list[str]] = []


def _listen(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if kind in _COMPLAINTS:
        _complaints.append(message or "")


def pytest_configure() -> None:
    """Listen to Qt wherever pytest-qt does not: it stops when the body of a test ends."""
    qInstallMessageHandler(_listen)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a widget, a running timer or a thread, or that makes Qt complain as it ends."""
    _complaints.clear()
    gc.freeze()
    before = alive()
    yield
    if isinstance(QCoreApplication.instance(), QApplication):
        # What Python put there would outlive Python without a screen, and crash the process as it ends.
        QApplication.clipboard().clear()
    if not has_failed(request.node):
        settle()
        ignored = request.config.getini("qt_log_ignore")
        heard = [it for it in _complaints if not any(re.search(pattern, it) for pattern in ignored)]
        left = alive().since(before) + heard
        if left:
            pytest.fail("left behind: " + "; ".join(left))
