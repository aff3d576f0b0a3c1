"""Settings and what is seen: a change takes effect at once and is there at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox

from editor.ui.dialogs.settings_dialog import SettingsDialog
from editor.ui.theme import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk


def _in_settings(desk: Desk, change: Callable[[SettingsDialog], None]) -> None:
    """Open the settings, make a change, close them with Escape."""

    def make_change() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SettingsDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(20, make_change)
            return
        change(dialog)
        desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, make_change)
    desk.run("program.settings")


def _choose(dialog: SettingsDialog, name: str, value: object) -> None:
    box = dialog.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def _write(dialog: SettingsDialog, name: str, text: str) -> None:
    line = dialog.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    for letter in text:
        QApplication.sendEvent(
            line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


def _size(dialog: SettingsDialog, size: int) -> None:
    number = dialog.findChild(QSpinBox, "font_size")
    assert isinstance(number, QSpinBox)
    number.setValue(size)


def _paint(desk: Desk) -> object:
    return desk.ask_page("document.documentElement.dataset.theme")


def test_the_dark_theme_is_everywhere_and_stays(start: Callable[..., Desk], blog: Path) -> None:
    desk = start(blog)
    desk.wait_for_articles(13)
    desk.click_article("slow-bread.md")
    desk.wait_for_page("Slow Bread")
    dark = load_theme("dark").colour("window")
    _in_settings(desk, lambda dialog: _choose(dialog, "theme", "dark"))
    assert QApplication.palette().color(QPalette.ColorRole.Window) == dark
    desk.wait(lambda: _paint(desk) == "dark")
    desk.window.close()
    desk = start()
    assert QApplication.palette().color(QPalette.ColorRole.Window) == dark
    desk.wait_for_page("Slow Bread")
    assert _paint(desk) == "dark"
    _in_settings(desk, lambda dialog: _choose(dialog, "theme", "light"))
    assert QApplication.palette().color(QPalette.ColorRole.Window) != dark
    desk.wait(lambda: _paint(desk) == "light")


def test_the_size_of_the_text_changes_and_stays(start: Callable[..., Desk], blog: Path) -> None:
    desk = start(blog / "src/content/blog/slow-bread.md")
    _in_settings(desk, lambda dialog: _size(dialog, 20))
    assert desk.writing.document().defaultFont().pointSize() == 20
    desk.run("view.zoom_in")
    assert desk.writing.document().defaultFont().pointSize() == 21
    desk.window.close()
    desk = start()
    assert desk.writing.document().defaultFont().pointSize() == 21
    desk.run("view.zoom_reset")
    assert desk.program.choices.settings.font_size == 13


def test_a_line_left_by_closing_the_settings_is_taken(desk: Desk) -> None:
    _in_settings(desk, lambda dialog: _write(dialog, "author", " Zoë 🖋 "))
    assert desk.program.choices.settings.author == "Zoë 🖋"


def test_panes_are_hidden_and_shown(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    panes = desk.window.desk
    for command, pane in (("view.library", panes.library), ("view.preview", panes.preview)):
        desk.run(command)
        assert not pane.isVisible()
        desk.run(command)
        assert pane.isVisible()
    desk.run("view.fold_front_matter")
    assert panes.front_matter.is_folded()
    desk.run("view.fold_front_matter")
    assert not panes.front_matter.is_folded()


def test_the_filter_brings_a_hidden_list_back(desk: Desk) -> None:
    desk.run("view.library")
    desk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.desk.library.isVisible()
    assert desk.find(QLineEdit, "filter").hasFocus()


def test_title_and_image_of_the_page_are_hidden_and_shown(desk: Desk) -> None:
    desk.click_article("premiere-neige-au-col.md")
    desk.wait_for_page("<h1")
    desk.run("view.page_head")
    desk.wait(lambda: "<h1" not in desk.page())
    desk.run("view.page_head")
    desk.wait_for_page("<h1")


def test_a_preview_that_was_hidden_catches_up(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    desk.run("view.preview")
    desk.type("While hidden 🫣 ")
    desk.run("view.preview")
    desk.wait_for_page("While hidden 🫣")


def test_full_screen_and_back(desk: Desk) -> None:
    desk.run("view.full_screen")
    desk.wait(desk.window.isFullScreen)
    desk.run("view.full_screen")
    desk.wait(lambda: not desk.window.isFullScreen())


def test_what_is_selected_in_the_preview_is_copied(desk: Desk) -> None:
    desk.click_article("premiere-neige-au-col.md")
    desk.wait_for_page("neige")
    desk.writing.selectAll()
    desk.focus_page()
    desk.run("edit.select_all")
    desk.wait(lambda: bool(desk.ask_page("getSelection().toString()")))
    QApplication.clipboard().clear()
    desk.run("edit.copy")
    desk.wait(lambda: bool(QApplication.clipboard().text()))
    assert "Dernière mise à jour" in QApplication.clipboard().text()
