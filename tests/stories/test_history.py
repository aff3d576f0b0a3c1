"""The versions of an article: kept while it is written, compared, named, brought back whole or in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton

from editor.article.source import decode
from editor.ui.dialogs.history_dialog import HistoryDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_NAME = "slow-bread.md"


@pytest.fixture
def path(desk: Desk, blog: Path) -> Path:
    desk.click_article(_NAME)
    return blog / "src/content/blog" / _NAME


def wait_for_versions(desk: Desk, path: Path, count: int) -> None:
    history = desk.window.desk.histories.history
    desk.wait(lambda: len(history.past(path).versions) == count)


def in_dialog(desk: Desk, work: Callable[[HistoryDialog], None]) -> None:
    """Open the versions, do work there, and close them."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, HistoryDialog):
            QTimer.singleShot(20, look)
            return
        try:
            work(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, look)
    desk.run("file.history")


def rows(dialog: HistoryDialog) -> list[str]:
    found = dialog.findChildren(QListWidget)[0]
    return [found.item(row).text() for row in range(found.count())]


def choose(dialog: HistoryDialog, row: int) -> None:
    dialog.findChildren(QListWidget)[0].setCurrentRow(row)


def shown(dialog: HistoryDialog) -> str:
    return dialog._view.document().toPlainText()


def press(desk: Desk, dialog: HistoryDialog, words: str) -> None:
    button = next(it for it in dialog.findChildren(QPushButton) if it.text() == words)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_file_as_it_was_opened_comes_back_as_one_step_to_undo(desk: Desk, path: Path) -> None:
    before = desk.article.text()
    desk.type("Mine 🥖 ")
    desk.run("file.save")
    wait_for_versions(desk, path, 2)
    desk.type("More. ")
    now = desk.article.text()

    def work(dialog: HistoryDialog) -> None:
        assert len(rows(dialog)) == 2
        assert rows(dialog)[0].endswith("10 bytes more")
        choose(dialog, 1)
        assert "+ Mine 🥖 More. " in shown(dialog)
        press(desk, dialog, "Restore this version")
        assert "The texts are the same." in shown(dialog)

    in_dialog(desk, work)
    assert desk.article.text() == before
    assert desk.article.is_modified()
    desk.writing.setFocus()
    desk.run("edit.undo")
    assert desk.article.text() == now


def test_one_passage_comes_back(desk: Desk, path: Path) -> None:
    before = desk.article.body_text()
    desk.type("Mine ")
    desk.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    desk.type(" The end.")

    def work(dialog: HistoryDialog) -> None:
        dialog._view.anchorClicked.emit(QUrl("0"))
        assert "Mine " not in shown(dialog)
        assert " The end." in shown(dialog)

    wait_for_versions(desk, path, 1)
    in_dialog(desk, work)
    assert desk.article.body_text().startswith(before[:20])
    assert desk.article.body_text().endswith(" The end.")


def test_a_version_gets_a_name(desk: Desk, path: Path) -> None:
    wait_for_versions(desk, path, 1)

    def name(dialog: HistoryDialog) -> None:
        line = dialog.findChildren(QLineEdit)[0]
        line.setFocus()
        desk.type("Sent to Anna", line)
        desk.qtbot.keyClick(line, Qt.Key.Key_Return)
        assert dialog.isVisible()

    in_dialog(desk, name)
    seen: list[str] = []
    in_dialog(desk, lambda dialog: seen.extend(rows(dialog)))
    assert seen[0].startswith("Sent to Anna\n")


def test_what_is_written_is_kept_at_intervals(desk: Desk, path: Path) -> None:
    desk.type("Mine ")
    histories = desk.window.desk.histories
    assert histories._interval.isActive()
    histories._interval.timeout.emit()
    wait_for_versions(desk, path, 2)
    version = histories.history.past(path).versions[-1]
    assert decode(histories.history.read(path, version)).text == desk.article.text()


def test_what_another_program_wrote_is_a_version_though_ours_is_kept(desk: Desk, path: Path) -> None:
    desk.type("Mine ")
    path.write_text("theirs", "utf-8")
    desk.wait_for_outside("The file was changed by another program, and you changed the text too.")
    desk.press_outside("Keep mine")
    wait_for_versions(desk, path, 2)
    history = desk.window.desk.histories.history
    assert history.read(path, history.past(path).versions[-1]) == b"theirs"


def test_a_damaged_version_is_told(desk: Desk, path: Path, tmp_path: Path) -> None:
    wait_for_versions(desk, path, 1)
    (place,) = (tmp_path / "profile/state/history").rglob("*.version")
    place.write_bytes(b"x")
    words: list[str] = []
    in_dialog(desk, lambda dialog: words.append(dialog._note.text()))
    assert words == ["This version is damaged and cannot be shown."]


def test_versions_of_a_newer_program_are_told_and_left(desk: Desk, path: Path, tmp_path: Path) -> None:
    wait_for_versions(desk, path, 1)
    (index,) = (tmp_path / "profile/state/history").rglob("versions.json")
    index.write_text('{"format": 99}', "utf-8")
    words = desk.answer("Close")
    desk.run("file.history")
    assert words == ["The versions of this article were kept by a newer program, which can show them."]
    desk.type("x")
    desk.run("file.save")
    desk.window.desk.histories.finish()
    assert index.read_text("utf-8") == '{"format": 99}'


def test_an_article_without_a_file_has_no_versions(desk: Desk) -> None:
    desk.workspace.new_article()
    desk.window.actions_by_id.refresh()
    assert not desk.window.actions_by_id.action("file.history").isEnabled()
