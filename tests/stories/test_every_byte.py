"""What the writer did not touch keeps its bytes, whatever the file looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ODD = (
    "\ufeff---\r\ntitle: Zoë 🦉\r\nodd:   [ 1,2 ]  # gardé\n---\r\n\nUn\u00a0« mot\u202f»\r\n"
    "  deux espaces  \ntrois\t\r\nfin 🐚 sans retour"
).encode()


def test_a_mixed_file_keeps_all_that_was_not_edited(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "odd.md"
    path.write_bytes(_ODD)
    desk.open(path)
    desk.press(Qt.Key.Key_Down)
    desk.type("🧶")
    desk.press(Qt.Key.Key_End, _CONTROL)
    desk.press(Qt.Key.Key_Return)
    desk.type("né")
    title = desk.field("Title")
    desk.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    desk.press(Qt.Key.Key_End)
    desk.type("🦉")
    desk.run("file.save")
    expected = _ODD.replace("Zoë 🦉".encode(), "Zoë 🦉🦉".encode())
    expected = expected.replace("Un\u00a0".encode(), "🧶Un\u00a0".encode())
    assert path.read_bytes() == expected + "\r\nné".encode()


def test_all_undone_and_saved_is_the_file_that_was(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "odd.md"
    path.write_bytes(_ODD)
    article = desk.open(path)
    desk.press(Qt.Key.Key_A, _CONTROL)
    desk.press(Qt.Key.Key_Delete)
    desk.run("file.save")
    assert path.read_bytes() == _ODD[: _ODD.index(b"\nUn")]
    desk.press(Qt.Key.Key_Z, _CONTROL)
    assert article.is_modified()
    desk.run("file.save")
    assert path.read_bytes().decode().splitlines() == _ODD.decode().splitlines()


def test_text_is_copied_and_pasted_as_it_is(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "odd.md"
    path.write_text("Un\u00a0« mot\u202f» 🧵\n", "utf-8")
    desk.open(path)
    desk.press(Qt.Key.Key_A, _CONTROL)
    desk.run("edit.copy")
    assert QGuiApplication.clipboard().text() == "Un\u00a0« mot\u202f» 🧵\n"
    desk.press(Qt.Key.Key_End, _CONTROL)
    desk.run("edit.paste")
    desk.run("file.save")
    assert path.read_text("utf-8") == "Un\u00a0« mot\u202f» 🧵\n" * 2


def test_words_behind_an_emoji_are_found_and_counted_anew_after_an_edit(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "found.md"
    path.write_text("🐸🐸 un mot, 🐸 deux mots\n", "utf-8")
    desk.open(path)
    desk.press(Qt.Key.Key_F, _CONTROL)
    desk.type("mot")
    bar = desk.window.desk.find_bar
    desk.wait(lambda: "1 of 2" in desk.texts(bar))
    assert desk.writing.textCursor().selectedText() == "mot"
    desk.press(Qt.Key.Key_Return)
    assert desk.writing.textCursor().selectionStart() == len("🐸🐸 un mot, 🐸 deux ") + 3
    desk.press(Qt.Key.Key_Escape)
    desk.type("m")
    assert "2 of 2" not in desk.texts(bar)
    desk.press(Qt.Key.Key_F3)
    assert desk.writing.textCursor().selectedText() == "mot"


def test_find_next_without_words_asks_for_them(desk: Desk) -> None:
    desk.workspace.new_article()
    desk.press(Qt.Key.Key_F3)
    assert desk.window.desk.find_bar.isVisible()
