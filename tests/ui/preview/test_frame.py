"""Around the page: the strip, the widths of devices, the line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from editor.ui.preview.frame import PreviewFrame
from editor.ui.preview.view import PreviewView
from editor.ui.theme import load_theme
from tests.ui.preview.engine_session import answer_of, with_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = with_engine


class Framed:
    """A frame with a view, as the window shows it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.view = PreviewView(load_theme("light"))
        self.frame = PreviewFrame(self.view, load_theme("light"))
        self.frame.resize(600, 500)
        self.frame.show()
        qtbot.waitUntil(lambda: self.view._ready)

    def page_width(self) -> object:
        return answer_of(self.view._page, "innerWidth")


@pytest.fixture
def framed(qtbot: QtBot) -> Iterator[Framed]:
    framed = Framed(qtbot)
    yield framed
    framed.frame.close()
    framed.frame.deleteLater()


@pytest.mark.parametrize(
    ("name", "pane", "page", "left", "shown"),
    [
        ("desk", 600, 600, 0, 600),
        ("phone", 600, 390, 105, 390),
        ("phone", 300, 390, 0, 300),
        ("tablet", 600, 820, 0, 600),
        ("tablet", 1000, 820, 90, 820),
        ("odd", 600, 600, 0, 600),
    ],
)
def test_the_page_has_the_width_of_a_device(
    name: str, pane: int, page: int, left: int, shown: int, framed: Framed
) -> None:
    framed.frame.set_width(name)
    framed.frame.resize(pane, 500)
    framed.qtbot.waitUntil(lambda: abs(float(str(framed.page_width())) - page) <= 1)
    assert (framed.view.x(), framed.view.width()) == (left, shown)
    framed.frame.set_width("desk")
    framed.qtbot.waitUntil(lambda: framed.page_width() == pane)
    assert framed.view.width() == pane


def test_a_width_is_kept_when_the_page_is_loaded_anew(framed: Framed) -> None:
    framed.frame.set_width("tablet")
    framed.qtbot.waitUntil(lambda: abs(float(str(framed.page_width())) - 820) <= 1)
    framed.view._load()
    framed.qtbot.waitUntil(lambda: framed.view._ready)
    framed.qtbot.waitUntil(lambda: abs(float(str(framed.page_width())) - 820) <= 1)


def test_the_strip_is_worked_with_the_keyboard(framed: Framed) -> None:
    ran: list[str] = []
    faces = [QAction(name, framed.frame, checkable=True) for name in ("Page", "Search")]
    for face in faces:
        face.triggered.connect(lambda _=False, face=face: ran.append(face.text()))
    menu = QMenu(framed.frame)
    menu.addAction("Dark")
    framed.frame.fill_strip(faces, menu)
    buttons = framed.frame.findChildren(QToolButton)
    by_text = {button.text(): button for button in buttons}
    look = framed.frame.findChild(QToolButton, "preview_look")
    assert look is not None
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    assert look.accessibleName()
    QTest.keyClick(by_text["Search"], Qt.Key.Key_Space)
    assert ran == ["Search"]
    opened: list[bool] = []

    def close_menu() -> None:
        opened.append(menu.isVisible())
        menu.close()

    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, close_menu))
    QTest.keyClick(look, Qt.Key.Key_Space)  # answers when the menu is closed
    assert opened == [True]


def test_a_note_is_below_the_page_while_there_is_one(framed: Framed) -> None:
    framed.frame.show_note("<b>Été</b> 😀")
    shown = [it for it in framed.frame.findChildren(QLabel) if it.isVisible() and it.text()]
    assert [it.text() for it in shown] == ["<b>Été</b> 😀"]
    framed.frame.show_note("")
    assert not shown[0].isVisible()
