"""The program was cut off while it changed several files; the next start offers to put them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from editor.article.files import write_file
from editor.blog.blog_edit import BlogEdit, FileEdit, FileMove
from editor.blog.edit_record import Record, record_bytes
from editor.paths import profile_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.stories.desk import Desk


@pytest.fixture
def cut_off(blog: Path, tmp_path: Path) -> tuple[Path, bytes, Path]:
    """Answer an article of a change that was cut off after it, what it held, and where that is noted."""
    folder = blog / "src/content/blog"
    paths = (folder / "slow-bread.md", folder / "night-train.md")
    edits = tuple(FileEdit(path, path.read_bytes(), path.read_bytes() + b"new") for path in paths)
    edit = BlogEdit(edits, (FileMove(paths[0], folder / "fast-bread.md"),))
    place = profile_paths(tmp_path / "profile").state / "blog-edit"
    place.parent.mkdir(parents=True)
    place.write_bytes(record_bytes(Record(edit, "Bread is fast")))
    paths[0].write_bytes(edits[0].after)
    return paths[0], edits[0].before, place


def _answer(qtbot: QtBot, button: str, said: list[str]) -> None:
    """Press the button so called in the message that appears next; said takes its words."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        said.append(f"{box.text()} {box.informativeText()}")
        buttons = {each.text().replace("&", ""): each for each in box.findChildren(QPushButton)}
        qtbot.mouseClick(buttons[button], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)


def test_it_is_put_back(
    start: Callable[..., Desk], blog: Path, qtbot: QtBot, cut_off: tuple[Path, bytes, Path]
) -> None:
    path, before, place = cut_off
    said: list[str] = []
    _answer(qtbot, "Put back", said)
    desk = start(blog)
    assert said == [
        "A change of the blog was cut off: Bread is fast 1 file was changed already: slow-bread.md"
    ]
    desk.wait(lambda: bool(desk.window.desk.blog_edits.last()))
    assert path.read_bytes() == before
    assert not place.exists()
    desk.run("blog.undo")
    desk.wait(lambda: path.read_bytes() == before + b"new")


def test_it_stays_noted_till_it_is_put_back(
    start: Callable[..., Desk],
    blog: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    cut_off: tuple[Path, bytes, Path],
) -> None:
    path, before, place = cut_off
    noted, seen = place.read_bytes(), []

    def write(target: Path, data: bytes, expected: bytes | None) -> None:
        seen.append(place.read_bytes())
        write_file(target, data, expected)

    monkeypatch.setattr("editor.blog.edit_making.write_file", write)
    _answer(qtbot, "Put back", [])
    desk = start(blog)
    desk.wait(lambda: bool(desk.window.desk.blog_edits.last()))
    assert seen == [noted]
    assert path.read_bytes() == before


def test_it_can_be_left(
    start: Callable[..., Desk], blog: Path, qtbot: QtBot, cut_off: tuple[Path, bytes, Path]
) -> None:
    path, before, place = cut_off
    _answer(qtbot, "Leave as it is", [])
    start(blog)
    assert path.read_bytes() == before + b"new"
    assert not place.exists()


def test_until_it_is_decided_it_stays_noted(
    start: Callable[..., Desk], blog: Path, monkeypatch: pytest.MonkeyPatch, cut_off: tuple[Path, bytes, Path]
) -> None:
    place = cut_off[2]
    asked: list[bool] = []

    def ask(*_: object) -> bool:
        asked.append(place.exists())
        return False

    monkeypatch.setattr("editor.ui.commands.blog_edits.ask_to_put_back", ask)
    start(blog)
    assert asked == [True]
    assert not place.exists()


def test_what_was_written_anew_is_told(
    start: Callable[..., Desk], blog: Path, qtbot: QtBot, cut_off: tuple[Path, bytes, Path]
) -> None:
    path, _, place = cut_off
    path.write_bytes(b"anew")
    said: list[str] = []
    _answer(qtbot, "Close", said)
    start(blog)
    assert "“slow-bread.md” was written anew" in said[0]
    assert path.read_bytes() == b"anew"
    assert not place.exists()


def test_of_a_change_that_was_not_begun_nothing_is_said(
    start: Callable[..., Desk], blog: Path, cut_off: tuple[Path, bytes, Path]
) -> None:
    path, before, place = cut_off
    path.write_bytes(before)
    desk = start(blog)
    assert not place.exists()
    assert not desk.window.desk.blog_edits.last()
