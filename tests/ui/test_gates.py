"""The gates that hold for tests of the window: each fails the test that breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.gates import outcomes

if TYPE_CHECKING:
    from pathlib import Path

TESTS: Final = """
import threading
import pytest
from PySide6.QtCore import QThread, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QWidget

held = []
release = threading.Event()

class Complaining(QWidget):
    def closeEvent(self, event):
        qWarning("closed")

@pytest.fixture
def complaining(qtbot):
    widget = Complaining()
    qtbot.addWidget(widget)
    widget.show()
    return widget

def test_nothing(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(1)
    widget.show()

def test_widget(qtbot):
    held.append(QWidget())

def test_timer(qtbot):
    held.append(QTimer())
    held[-1].start(1000)

def test_timer_of_a_held_widget(qtbot):
    held.append(QWidget())
    QTimer(held[-1]).start(1000)

def test_python_thread():
    threading.Thread(target=release.wait, daemon=True).start()

def test_qt_thread(qtbot):
    held.append(QThread())
    held[-1].start()

def test_thread_pool(qtbot):
    held.append(QThreadPool())
    held[-1].start(release.wait)

def test_qt_warning(qtbot):
    qWarning("odd")

def test_qt_warning_at_the_end(complaining):
    pass

def test_exception_in_a_slot(qtbot):
    timer = QTimer()
    timer.timeout.connect(lambda: 1 / 0)
    timer.setSingleShot(True)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_failed_and_held(qtbot):
    held.append(QWidget())
    assert False

def test_let_all_go():
    release.set()
    for thing in held:
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
"""

EXPECTED: Final = {
    "test_nothing": "passed",
    "test_widget": "error",
    "test_timer": "error",
    "test_timer_of_a_held_widget": "error",
    "test_python_thread": "error",
    "test_qt_thread": "error",
    "test_thread_pool": "error",
    "test_qt_warning": "failed",
    "test_qt_warning_at_the_end": "error",
    "test_exception_in_a_slot": "failed",
    "test_failed_and_held": "failed",
    "test_let_all_go": "passed",
}


def test_each_gate_fails_what_breaks_it(tmp_path: Path) -> None:
    assert outcomes(TESTS, tmp_path, "tests.conftest", "tests.leaks") == EXPECTED
