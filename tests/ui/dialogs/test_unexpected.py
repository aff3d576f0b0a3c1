from __future__ import annotations

import gc
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from editor.ui.dialogs.unexpected import UnexpectedDialog, UnexpectedErrors

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Bench:
    """A window whose errors are told; notes when the text was to be kept."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.kept = 0
        self.can_keep = True
        self.errors = UnexpectedErrors(self.window, self.keep)

    def keep(self) -> bool:
        self.kept += 1
        return self.can_keep

    def fail(self, error: BaseException) -> None:
        def fail() -> None:
            raise error

        try:
            fail()
        except BaseException:  # noqa: BLE001 - as sys.excepthook gets it
            self.errors.report(*sys.exc_info())

    def dialogs(self) -> list[UnexpectedDialog]:
        return [it for it in self.window.findChildren(UnexpectedDialog) if it.isVisible()]

    def dialog(self) -> UnexpectedDialog:
        self.qtbot.waitUntil(lambda: bool(self.dialogs()))
        (dialog,) = self.dialogs()
        return dialog

    def report(self) -> str:
        box = self.dialog().findChild(QPlainTextEdit, "report")
        assert box is not None
        return box.toPlainText()

    def press(self, words: str) -> None:
        buttons = {it.text(): it for it in self.dialog().findChildren(QPushButton)}
        buttons[words].click()


@pytest.fixture
def bench(qtbot: QtBot, expect_log_warning: Callable[[str], None]) -> Bench:
    expect_log_warning("unexpected error")
    return Bench(qtbot)


def test_the_text_is_kept_at_once_and_one_dialog_tells_of_it(bench: Bench) -> None:
    for _ in range(3):
        bench.fail(ValueError("Été 🐛"))
    assert bench.kept == 3
    assert bench.dialogs() == []
    words = [it.text() for it in bench.dialog().findChildren(QLabel)]
    assert any("Your text is still here, and every change of it is kept" in it for it in words)
    assert bench.report().count("ValueError") == 1
    assert "Été" not in bench.report()
    bench.press("Copy the report")
    assert QApplication.clipboard().text() == bench.report()
    bench.press("Go on writing")
    assert bench.dialogs() == []


def test_another_error_joins_the_dialog_and_one_that_was_said_does_not_open_it_again(bench: Bench) -> None:
    bench.fail(ValueError("a"))
    bench.dialog()
    bench.fail(KeyError("b"))
    bench.qtbot.waitUntil(lambda: "KeyError" in bench.report())
    assert bench.report().count("ValueError") == 1
    bench.press("Go on writing")
    bench.fail(KeyError("c"))
    bench.fail(TypeError("d"))
    assert "KeyError" not in bench.report()
    assert "TypeError" in bench.report()
    bench.press("Go on writing")


def test_a_text_that_could_not_be_kept_is_to_be_saved(bench: Bench) -> None:
    bench.can_keep = False
    bench.fail(ValueError("a"))
    words = [it.text() for it in bench.dialog().findChildren(QLabel)]
    assert any("could not be kept: save it now" in it for it in words)
    bench.press("Go on writing")


def test_an_end_that_was_asked_for_is_no_error(bench: Bench) -> None:
    bench.fail(KeyboardInterrupt())
    assert not bench.errors._asked.isActive()
    assert bench.kept == 0
    assert bench.dialogs() == []


def test_errors_of_every_kind_of_place_are_told(bench: Bench) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    class Fails:
        def __del__(self) -> None:
            raise TypeError("z")

    def fail() -> None:
        raise LookupError("y")

    with bench.errors.told():
        assert sys.excepthook == bench.errors.report
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        Fails()
        gc.collect()
        bench.qtbot.waitUntil(lambda: bench.kept == 2)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert "LookupError" in bench.report()
    assert "TypeError" in bench.report()
    bench.press("Go on writing")


def test_an_error_without_a_value_is_told_by_its_kind(bench: Bench) -> None:
    bench.errors.report(ValueError, None, None)
    assert "ValueError" in bench.report()
    bench.press("Go on writing")
