"""The front matter as form and as text: one truth, and every edit can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_TEXT = "---\ntitle: Un titre # à garder\ntags: [a, b]\nrating:\n  stars: 4\n---\nTexte.\n"


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    """Answer the file of an article that is open."""
    path = tmp_path / "article.md"
    path.write_text(_TEXT, "utf-8")
    desk.open(path)
    return path


def _type_in_title(desk: Desk, words: str) -> None:
    title = desk.field("Title")
    desk.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    desk.press(Qt.Key.Key_End)
    desk.type(words)


def test_a_value_typed_and_taken_back_leaves_no_trace(desk: Desk, path: Path) -> None:
    _type_in_title(desk, " : 🎈")
    desk.run("file.save")
    assert "title: 'Un titre : 🎈' # à garder" in path.read_text("utf-8")
    for _ in " : 🎈":
        desk.press(Qt.Key.Key_Backspace)
    desk.run("file.save")
    assert path.read_text("utf-8").replace("'", "") == _TEXT


def test_words_typed_one_after_the_other_need_no_quotes(desk: Desk, path: Path) -> None:
    _type_in_title(desk, " plus long")
    desk.run("file.save")
    assert path.read_text("utf-8") == _TEXT.replace("Un titre", "Un titre plus long")


def test_undo_in_a_field_takes_back_what_was_typed_there(desk: Desk, path: Path) -> None:
    _type_in_title(desk, "s")
    desk.press(Qt.Key.Key_Z, _CONTROL)
    assert desk.field("Title").text() == "Un titre"
    desk.run("file.save")
    assert path.read_text("utf-8") == _TEXT


def test_undo_in_the_form_brings_a_removed_field_back(desk: Desk, path: Path) -> None:
    pane = desk.window.desk.front_matter
    desk.qtbot.mouseClick(desk.field("Title"), Qt.MouseButton.LeftButton)
    pane.key_removed.emit("rating")
    desk.wait(lambda: "rating" not in pane.form.editors)
    assert "stars" not in desk.article.text()
    desk.press(Qt.Key.Key_Z, _CONTROL)
    desk.wait(lambda: "rating" in pane.form.editors)
    assert desk.article.text() == _TEXT
    assert path.read_text("utf-8") == _TEXT


def test_the_text_of_the_front_matter_is_edited_and_undone(desk: Desk, path: Path) -> None:
    pane = desk.window.desk.front_matter
    desk.run("view.front_matter_text")
    assert pane.head_text.isVisible()
    box = pane.head_text.box
    box.setFocus()
    cursor = box.textCursor()
    cursor.setPosition(_TEXT.index(" # à"))
    box.setTextCursor(cursor)
    desk.type(" 🌱")
    desk.run("file.save")
    assert "title: Un titre 🌱 # à garder\n" in path.read_text("utf-8")
    desk.wait_for_page("Un titre 🌱")
    desk.press(Qt.Key.Key_Z, _CONTROL)
    desk.run("view.front_matter_text")
    desk.wait(lambda: desk.field("Title").text() == "Un titre")
    desk.run("file.save")
    assert path.read_text("utf-8") == _TEXT


@pytest.mark.usefixtures("path")
def test_undo_in_the_text_leaves_the_form_alone(desk: Desk) -> None:
    _type_in_title(desk, "s")
    desk.qtbot.mouseClick(desk.writing.viewport(), Qt.MouseButton.LeftButton)
    desk.type("x")
    for _ in range(3):
        desk.press(Qt.Key.Key_Z, _CONTROL)
    assert desk.article.body_text() == "Texte.\n"
    assert desk.field("Title").text() == "Un titres"


@pytest.mark.usefixtures("path")
def test_a_field_typed_in_after_an_undo_of_another_is_a_step_of_its_own(desk: Desk) -> None:
    article = desk.article
    article.set_field("tags", ["c"])
    article.set_field("title", "Autre")
    article.head.undo()
    article.set_field("title", "Encore")
    article.head.undo()
    assert "tags: [c]" in article.text()
    assert "title: Un titre" in article.text()
