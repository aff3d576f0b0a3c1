"""Words are replaced all over the blog: every change is shown first, and all of them are one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)

from editor.ui.dialogs.blog_edit_dialog import BlogEditDialog
from editor.ui.dialogs.replace_dialog import ReplaceDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

Kind = TypeVar("Kind", bound=QDialog)


def when_shown(kind: type[Kind], work: Callable[[Kind], None]) -> None:
    """Do work in the dialog of this kind that appears next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            try:
                work(dialog)
            except BaseException:
                for shown in QApplication.topLevelWidgets():
                    if isinstance(shown, QDialog):
                        shown.reject()
                raise
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def press(desk: Desk, dialog: QDialog, words: str) -> None:
    button = next(it for it in dialog.findChildren(QPushButton) if it.text() == words)
    assert button.isEnabled()
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def line(dialog: QDialog, name: str) -> QLineEdit:
    return next(it for it in dialog.findChildren(QLineEdit) if it.accessibleName() == name)


def tick(desk: Desk, dialog: QDialog, words: str) -> None:
    next(it for it in dialog.findChildren(QCheckBox) if it.text() == words).click()


def files(dialog: QDialog) -> QListWidget:
    return dialog.findChildren(QListWidget)[0]


def rows(dialog: QDialog) -> list[str]:
    return [files(dialog).item(row).text() for row in range(files(dialog).count())]


def row_of(dialog: QDialog, name: str) -> int:
    return next(row for row, words in enumerate(rows(dialog)) if words.startswith(name))


def state_of(blog: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in blog.rglob("*") if path.is_file()}


@pytest.fixture
def articles(blog: Path) -> Path:
    """Answer the folder of articles, in three of which a word of its own stands, in one of them twice."""
    folder = blog / "src/content/blog"
    for name in ("night-train.md", "slow-bread.md", "small-tools.md"):
        path = folder / name
        path.write_bytes(path.read_bytes() + "\nLe zebre\u00a0!\n".encode())
    path.write_bytes(path.read_bytes() + b"\nfin\n\nun zebre\n")
    return folder


def replace(desk: Desk, words: str, replacement: str, work: Callable[[BlogEditDialog], None]) -> None:
    """Ask for words to be replaced, and do work in the dialog that shows the changes."""

    def ask(dialog: ReplaceDialog) -> None:
        desk.type(words, line(dialog, "Find"))
        desk.type(replacement, line(dialog, "Replace with"))
        when_shown(BlogEditDialog, work)
        press(desk, dialog, "Show the changes…")

    when_shown(ReplaceDialog, ask)
    desk.run("blog.replace")


def test_words_are_replaced_and_taken_back(desk: Desk, articles: Path, blog: Path) -> None:
    before = state_of(blog)
    desk.click_article("slow-bread.md")
    opened = desk.article
    desk.open(articles / "small-tools.md")
    desk.type("Mine ")

    def look(dialog: BlogEditDialog) -> None:
        assert sorted(rows(dialog)) == [
            "night-train.md\n1 passage · src/content/blog",
            "slow-bread.md\n1 passage · src/content/blog",
            "small-tools.md\n1 passage · src/content/blog",
        ]
        assert "3 replacements in 3 files" in desk.texts(dialog)
        assert dialog.width() <= 960  # it fits a screen of 1000 pixels
        press(desk, dialog, "Replace")

    replace(desk, "zebre !", "zèbre !", look)
    edits = desk.window.desk.blog_edits
    desk.wait(lambda: bool(edits.last()))
    assert (articles / "night-train.md").read_bytes().endswith("Le zèbre\u00a0!\n".encode())
    assert opened.body_text().endswith("Le zèbre\u00a0!\n")
    assert not opened.is_modified()
    assert desk.article.body_text().startswith("Mine ")
    assert desk.article.is_modified()
    desk.run("blog.undo")
    desk.wait(lambda: not edits.last())
    assert opened.body_text().endswith("Le zebre\u00a0!\n")
    assert state_of(blog) == before
    desk.run("blog.redo")
    desk.wait(lambda: bool(edits.last()))
    assert (articles / "slow-bread.md").read_bytes().endswith("Le zèbre\u00a0!\n".encode())
    desk.give_up()


def test_files_and_passages_can_be_left_as_they_are(desk: Desk, articles: Path, blog: Path) -> None:
    before = state_of(blog)

    def look(dialog: BlogEditDialog) -> None:
        night, bread, tools = (row_of(dialog, name) for name in ("night", "slow", "small"))
        files(dialog).item(night).setCheckState(Qt.CheckState.Unchecked)
        files(dialog).setCurrentRow(tools)
        dialog._view.block_activated.emit(0)
        assert rows(dialog)[tools].splitlines()[1].startswith("1 passage ")
        files(dialog).setCurrentRow(bread)
        dialog._view.block_activated.emit(0)
        assert files(dialog).item(bread).checkState() is Qt.CheckState.Unchecked
        press(desk, dialog, "Replace")

    replace(desk, "zebre", "zèbre", look)
    desk.wait(lambda: bool(desk.window.desk.blog_edits.last()))
    changed = {path.name: path.read_bytes() for path in before if path.read_bytes() != before[path]}
    small = before[articles / "small-tools.md"]
    assert changed == {"small-tools.md": small.replace(b"un zebre", "un zèbre".encode())}


def test_what_is_marked_again_is_whole_again(desk: Desk, articles: Path, blog: Path) -> None:
    def look(dialog: BlogEditDialog) -> None:
        for number in range(3):
            files(dialog).item(number).setCheckState(Qt.CheckState.Unchecked)
        buttons = {it.text(): it for it in dialog.findChildren(QPushButton)}
        assert not buttons["Replace"].isEnabled()
        tools = row_of(dialog, "small")
        files(dialog).setCurrentRow(tools)
        dialog._view.block_activated.emit(1)
        files(dialog).item(tools).setCheckState(Qt.CheckState.Checked)
        assert rows(dialog)[tools].splitlines()[1].startswith("2 passages ")
        assert buttons["Replace"].isEnabled()
        dialog.reject()
        find = QApplication.activeModalWidget()
        assert isinstance(find, ReplaceDialog)
        find.reject()

    before = state_of(blog)
    replace(desk, "zebre", "zèbre", look)
    assert state_of(blog) == before


def test_what_is_not_found_or_cannot_be_read_is_said(desk: Desk, blog: Path) -> None:
    def ask(dialog: ReplaceDialog) -> None:
        tick(desk, dialog, "Regular expression")
        desk.type("(", line(dialog, "Find"))
        press(desk, dialog, "Show the changes…")
        note = dialog.findChild(QLabel, "message")
        assert note is not None
        desk.wait(lambda: note.text().startswith("The pattern cannot be read"))
        desk.type("qzx)", line(dialog, "Find"))
        assert not note.isVisible()
        press(desk, dialog, "Show the changes…")
        desk.wait(note.isVisible)
        assert note.text() == "Not found"
        assert dialog.findChild(QComboBox, "place") is not None
        dialog.reject()

    when_shown(ReplaceDialog, ask)
    desk.run("blog.replace")
    assert not desk.window.desk.blog_edits.last()
