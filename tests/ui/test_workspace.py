from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor

from editor.article.files import FileVanished
from editor.article.source import NotText
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.ui.open_article import OpenArticle


class Heard:
    """What a workspace has told so far."""

    def __init__(self, workspace: Workspace) -> None:
        self.events: list[tuple[str, object]] = []
        for name in ("article_opened", "article_closed", "article_saved", "current_changed", "failed"):
            getattr(workspace, name).connect(lambda value, name=name: self.events.append((name, value)))
        workspace.files_changed.connect(lambda: self.events.append(("files_changed", None)))


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    del qtbot  # the application must be there
    workspace = Workspace()
    yield workspace
    workspace.deleteLater()


@pytest.fixture
def heard(workspace: Workspace) -> Heard:
    return Heard(workspace)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(f"# {name} 🐌\n", "utf-8")
    return tmp_path


def _open(workspace: Workspace, path: Path) -> OpenArticle:
    article = workspace.open_file(path)
    assert article is not None
    return article


def test_an_article_is_opened_once_and_comes_forward(
    workspace: Workspace, heard: Heard, folder: Path
) -> None:
    first = _open(workspace, folder / "a.md")
    second = _open(workspace, folder / "b.md")
    assert _open(workspace, folder / "x" / ".." / "a.md") is first
    assert workspace.current is first
    assert workspace.articles == (first, second)
    assert heard.events == [
        ("article_opened", first),
        ("current_changed", first),
        ("article_opened", second),
        ("current_changed", second),
        ("current_changed", first),
    ]


def test_what_cannot_be_opened_is_told(workspace: Workspace, heard: Heard, folder: Path) -> None:
    (folder / "odd.md").write_bytes(b"\xff")
    assert workspace.open_file(folder / "odd.md") is None
    assert workspace.open_file(folder / "gone.md") is None
    workspace.open_folder(folder / "gone")
    errors = [value for name, value in heard.events if name == "failed"]
    assert [type(error) for error in errors] == [NotText, FileVanished, FileVanished]
    assert workspace.blog is None


def test_the_first_article_brings_its_blog(workspace: Workspace, folder: Path) -> None:
    _open(workspace, folder / "a.md")
    assert workspace.blog is not None
    assert workspace.blog.root == folder


def test_the_first_article_saved_brings_its_blog(workspace: Workspace, folder: Path) -> None:
    article = workspace.new_article()
    workspace.save(article, folder / "new.md")
    assert workspace.blog is not None
    assert workspace.blog.root == folder


def test_a_new_article_in_which_nothing_stands_makes_room(workspace: Workspace, folder: Path) -> None:
    new = workspace.new_article()
    written = workspace.new_article()
    QTextCursor(written.body).insertText("x")
    opened = _open(workspace, folder / "a.md")
    assert workspace.articles == (written, opened)
    assert new not in workspace.articles


@pytest.mark.parametrize(("closed", "next_one"), [(0, 1), (1, 2), (2, 1)])
def test_closing_the_current_article_shows_its_neighbour(
    workspace: Workspace, heard: Heard, folder: Path, closed: int, next_one: int
) -> None:
    articles = [_open(workspace, folder / name) for name in ("a.md", "b.md", "c.md")]
    workspace.set_current(articles[closed])
    heard.events.clear()
    workspace.close(articles[closed])
    assert heard.events == [("article_closed", articles[closed]), ("current_changed", articles[next_one])]


def test_closing_another_article_changes_nothing_else(
    workspace: Workspace, heard: Heard, folder: Path
) -> None:
    first = _open(workspace, folder / "a.md")
    _open(workspace, folder / "b.md")
    heard.events.clear()
    workspace.close(first)
    assert heard.events == [("article_closed", first)]


def test_closing_the_last_article_leaves_none(workspace: Workspace, heard: Heard, folder: Path) -> None:
    only = _open(workspace, folder / "a.md")
    workspace.close(only)
    assert workspace.current is None
    assert workspace.articles == ()
    assert heard.events[-1] == ("current_changed", None)


def test_tabs_that_are_moved_are_followed(workspace: Workspace, folder: Path) -> None:
    first, second, third = (_open(workspace, folder / name) for name in ("a.md", "b.md", "c.md"))
    workspace.move(0, 2)
    assert workspace.articles == (second, third, first)


def test_a_save_is_told(workspace: Workspace, heard: Heard, folder: Path) -> None:
    article = _open(workspace, folder / "a.md")
    workspace.save(article, folder / "a.md")
    QTextCursor(article.body).insertText("x")
    workspace.save(article, folder / "d.md")
    assert [name for name, _ in heard.events].count("article_saved") == 2


def test_that_the_writer_asks_to_look_is_told(workspace: Workspace, heard: Heard) -> None:
    workspace.refresh()
    assert heard.events == [("files_changed", None)]


def test_a_linked_file_is_the_same_article(workspace: Workspace, folder: Path) -> None:
    (folder / "link.md").symlink_to(folder / "a.md")
    article = _open(workspace, folder / "link.md")
    assert article.path == folder / "link.md"
    assert workspace.article_at(folder / "a.md") is article
    assert workspace.article_at(folder / "b.md") is None
    assert workspace.article_at(folder / "gone.md") is None
