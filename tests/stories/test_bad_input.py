"""Files that are no articles, or broken ones: a plain message, and the file as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "Été".encode("latin-1"),
            "The file is not UTF-8 text (byte 0). Convert it first; the blog reads only that.",
        ),
        (
            "Été".encode("utf-16"),
            "The file is UTF-16 text. Convert it to UTF-8 first; the blog reads only that.",
        ),
        (b"GIF89a\0\0\1", "The file is not text."),
    ],
)
def test_what_is_no_utf8_text_is_not_opened(desk: Desk, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "odd.md"
    path.write_bytes(data)
    words = desk.answer("Close")
    desk.window.open_path(path)
    assert words[0].endswith(message)
    assert desk.workspace.articles == ()
    assert path.read_bytes() == data


def test_a_file_that_is_gone_is_said_to_be(desk: Desk, tmp_path: Path) -> None:
    words = desk.answer("Close")
    desk.window.open_path(tmp_path / "gone.md")
    assert words == ["“gone.md” is not there. It may have been moved or deleted."]


def test_a_folder_that_is_gone_is_said_to_be(desk: Desk, tmp_path: Path) -> None:
    words = desk.answer("Close")
    desk.workspace.open_folder(tmp_path / "gone")
    assert words == ["“gone” is not there. It may have been moved or deleted."]
    assert desk.workspace.blog is not None
    assert desk.workspace.blog.root.name == "blog"


def test_a_folder_called_as_an_article_is_opened_as_a_folder(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "odd.md").mkdir()
    desk.window.open_path(tmp_path / "odd.md")
    desk.wait_for_articles(0)
    assert "No articles in this folder yet." in [part.text() for part in desk.window.findChildren(QLabel)]


def test_an_empty_file_can_be_written_in(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "empty.md"
    path.touch()
    desk.open(path)
    desk.type("Enfin. ✍️")
    desk.run("file.save")
    assert path.read_text("utf-8") == "Enfin. ✍️"


def test_a_field_typed_where_there_is_no_front_matter_begins_one(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bare.md"
    path.write_bytes(b"Un texte.\r\nFin")
    desk.open(path)
    desk.qtbot.mouseClick(desk.field("Title"), Qt.MouseButton.LeftButton)
    desk.type("Nu 🦊")
    desk.press(Qt.Key.Key_S, _CONTROL)
    assert path.read_bytes().endswith(b"---\r\nUn texte.\r\nFin")
    assert path.read_bytes().startswith(b"---\r\ntitle: ")
    assert "Nu 🦊" in path.read_text("utf-8")


def test_broken_yaml_shows_text_and_line_until_it_is_mended(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "broken.md"
    path.write_text('---\ntitle: Ok\ntags: [a, "b\n---\nTexte.\n', "utf-8")
    desk.open(path)
    pane = desk.window.desk.front_matter
    assert pane.is_text_shown()
    assert not pane.form.isVisible()
    assert "Line 4:" in pane.head_text.fault_words() or "Line 3:" in pane.head_text.fault_words()
    desk.type("Encore. ")
    desk.run("file.save")
    assert path.read_text("utf-8") == '---\ntitle: Ok\ntags: [a, "b\n---\nEncore. Texte.\n'
    box: QPlainTextEdit = pane.head_text.box
    cursor = box.textCursor()
    cursor.setPosition(len('---\ntitle: Ok\ntags: [a, "b'))
    box.setTextCursor(cursor)
    desk.type('"]', box)
    desk.wait(lambda: not pane.head_text.fault_words())
    desk.wait(pane.form.isVisible)
    assert desk.field("Title").text() == "Ok"


def test_an_unclosed_fence_is_told_and_mended_in_the_text(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "unclosed.md"
    path.write_text("---\ntitle: Ouvert\n\nTexte.\n", "utf-8")
    desk.open(path)
    pane = desk.window.desk.front_matter
    assert "Add a line with ---" in pane.head_text.fault_words()
    desk.qtbot.mouseClick(pane.head_text.go_to_fault, Qt.MouseButton.LeftButton)
    assert desk.writing.hasFocus()
    for _ in range(2):
        desk.press(Qt.Key.Key_Down)
    desk.type("---")
    desk.wait(lambda: not pane.head_text.fault_words())
    title = desk.field("Title")
    desk.wait(title.isVisible)
    desk.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    desk.press(Qt.Key.Key_End)
    desk.type(" bien")
    desk.run("file.save")
    assert path.read_text("utf-8") == "---\ntitle: Ouvert bien\n---\nTexte.\n"
    desk.wait_for_page("Ouvert bien")
