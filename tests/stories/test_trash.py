"""An article goes to the system's trash, after a question, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from editor.ui.dialogs import questions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.desk import Desk

_NAME = "slow-bread.md"


@pytest.fixture
def trash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answer where the trash of the system lies."""
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data/Trash/files"


@pytest.fixture
def path(desk: Desk, blog: Path) -> Path:
    desk.click_article(_NAME)
    return blog / "src/content/blog" / _NAME


def test_the_current_article_goes_to_the_trash_and_comes_back(desk: Desk, path: Path, trash: Path) -> None:
    before = path.read_bytes()
    words = desk.answer("Move to the trash")
    desk.run("file.trash")
    desk.wait(lambda: bool(words))
    assert words == [f"Move “{_NAME}” to the trash? It can be taken back from there."]
    assert not path.exists()
    assert (trash / _NAME).read_bytes() == before
    assert desk.workspace.current is None
    desk.wait_for_articles(12)
    desk.run("file.take_back")
    assert path.read_bytes() == before
    assert not list(trash.parent.rglob("*.trashinfo"))
    assert desk.article.path == path
    desk.wait_for_articles(13)
    assert not desk.window.actions_by_id.action("file.take_back").isEnabled()


def test_cancel_moves_nothing(desk: Desk, path: Path, trash: Path) -> None:
    words = desk.answer("Cancel")
    desk.run("file.trash")
    desk.wait(lambda: bool(words))
    assert path.exists()
    assert not trash.exists()


def test_the_row_in_the_list_is_meant_where_the_focus_is_there(desk: Desk, path: Path, trash: Path) -> None:
    articles = desk.find(QListView, "articles")
    articles.setFocus()
    desk.qtbot.keyClick(articles, Qt.Key.Key_Home)
    pointed = desk.window.desk.library.pointed_path()
    assert pointed is not None
    assert pointed != path
    desk.answer("Move to the trash")
    desk.run("file.trash")
    desk.wait(lambda: not pointed.exists())
    assert not pointed.exists()
    assert path.exists()
    assert desk.article.path == path


def test_changes_that_are_not_saved_stay(desk: Desk, path: Path, trash: Path) -> None:
    desk.type("Mine ")
    words = desk.answer("Move to the trash")
    desk.run("file.trash")
    desk.wait(lambda: bool(words))
    assert words[0].endswith("Its changes that are not saved stay open here.")
    desk.wait_for_outside("The file was moved or deleted. Your text is still here.")
    assert "Mine " in desk.article.body_text()
    desk.press_outside("Save again")
    assert "Mine " in path.read_text("utf-8")
    assert (trash / _NAME).exists()


def test_without_a_trash_nothing_is_deleted(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "none" / "there"))
    (tmp_path / "none").write_text("", "utf-8")
    monkeypatch.setattr(questions, "ask_to_trash", lambda *_, **__: True)
    words = desk.answer("Close")
    desk.run("file.trash")
    desk.wait(lambda: bool(words))
    assert words == [
        f"Nothing was deleted. “{_NAME}” could not be moved to the trash: the system has none for its place."
    ]
    assert path.exists()
    assert desk.article.path == path


def test_what_is_there_by_now_is_not_replaced(desk: Desk, path: Path, trash: Path) -> None:
    desk.answer("Move to the trash")
    desk.run("file.trash")
    desk.wait(lambda: not path.exists())
    path.write_text("another", "utf-8")
    words = desk.answer("Close")
    desk.run("file.take_back")
    assert words == [f"There is a file “{_NAME}” already. Nothing was written."]
    assert path.read_text("utf-8") == "another"
    assert (trash / _NAME).exists()
