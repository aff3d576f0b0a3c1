"""Closing with changes that are not saved: nothing is lost without being asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_NAME = "premiere-neige-au-col.md"


@pytest.fixture
def path(desk: Desk, blog: Path) -> Path:
    """Answer the file of an article that is open and changed."""
    desk.click_article(_NAME)
    desk.type("Changé 🌨 ")
    return blog / "src/content/blog" / _NAME


def test_save_writes_and_closes(desk: Desk, path: Path) -> None:
    words = desk.answer("Save")
    desk.press(Qt.Key.Key_W, _CONTROL)
    assert words[0].startswith(f"Save the changes to “{_NAME}”?")
    assert desk.workspace.articles == ()
    assert "Changé 🌨 " in path.read_text("utf-8")


def test_do_not_save_closes_and_leaves_the_file(desk: Desk, path: Path) -> None:
    before = path.read_bytes()
    desk.answer("Do not save")
    desk.press(Qt.Key.Key_W, _CONTROL)
    assert desk.workspace.articles == ()
    assert path.read_bytes() == before


def test_cancel_leaves_the_article_open(desk: Desk, path: Path) -> None:
    before = path.read_bytes()
    desk.answer("Cancel")
    desk.press(Qt.Key.Key_W, _CONTROL)
    assert desk.article.is_modified()
    assert "Changé 🌨 " in desk.article.body_text()
    assert path.read_bytes() == before


def test_a_save_that_is_cancelled_does_not_close(
    desk: Desk, choose: Callable[[Path | str], list[str]]
) -> None:
    choose("")
    desk.workspace.new_article()
    desk.type("Sans nom")
    desk.answer("Save")
    desk.run("file.close")
    assert desk.article.body_text() == "Sans nom"


@pytest.mark.parametrize(("button", "closes"), [("Cancel", False), ("Do not save", True), ("Save", True)])
def test_the_window_asks_once_for_all(desk: Desk, path: Path, button: str, closes: bool) -> None:
    desk.click_article("slow-bread.md")
    desk.type("x")
    words = desk.answer(button)
    desk.window.close()
    assert words == [f"Save the changes to 2 articles? • {_NAME}\n• slow-bread.md"]
    assert desk.window.isVisible() is not closes
    assert ("Changé" in path.read_text("utf-8")) is (button == "Save")


def test_what_is_being_written_in_the_form_counts(desk: Desk, blog: Path) -> None:
    path = blog / "src/content/blog" / _NAME
    desk.click_article(_NAME)
    date = desk.field("Date")
    desk.qtbot.mouseClick(date, Qt.MouseButton.LeftButton)
    date.selectAll()
    desk.type("2024-02-29")
    assert not desk.article.is_modified()
    desk.answer("Save")
    desk.window.close()
    assert not desk.window.isVisible()
    assert "2024" in path.read_text("utf-8").partition("\n---")[0]


def test_closing_one_of_several_shows_its_neighbour(desk: Desk) -> None:
    for name in ("slow-bread.md", "small-tools.md", _NAME):
        desk.click_article(name)
    desk.workspace.set_current(desk.workspace.articles[1])
    desk.run("file.close")
    assert desk.article.path is not None
    assert desk.article.path.name == _NAME
    desk.run("file.close")
    assert desk.article.path.name == "slow-bread.md"
    desk.run("file.close")
    assert desk.window.windowTitle() == "Article Editor"
    assert desk.status() == ""
