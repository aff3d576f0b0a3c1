"""An article is renamed with the links to it, and copied; links are told before it goes to the trash."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QLineEdit, QListWidget, QPushButton

from editor.ui.commands import renaming
from editor.ui.dialogs import progress_box
from editor.ui.dialogs.blog_edit_dialog import BlogEditDialog
from editor.ui.dialogs.progress_box import ProgressBox
from editor.ui.dialogs.rename_dialog import RenameDialog
from tests.stories.test_replacing import press, state_of, when_shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.stories.desk import Desk

_LINKS = "[Brot](./slow-bread.md#crumb) et [train](/blog/slow-bread/), [autre](night-train.md)\n"


class Renamed:
    """The dialog of a renaming, as a writer uses it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.run("file.rename")
        self.dialog = desk.find(RenameDialog, "")
        desk.wait(lambda: self.dialog.folder is not None)
        self.name = desk.find(QLineEdit, "renamed")

    def words(self) -> set[str]:
        return {it.text() for it in self.dialog.findChildren(QLabel) if it.isVisible() and it.text()}

    @property
    def button(self) -> QPushButton:
        return self.dialog.findChildren(QDialogButtonBox)[0].buttons()[0]  # type: ignore[return-value]

    def take_name(self, name: str) -> None:
        self.name.selectAll()
        self.desk.type(name, self.name)

    def press(self) -> None:
        self.desk.wait(self.button.isEnabled)
        self.desk.qtbot.mouseClick(self.button, Qt.MouseButton.LeftButton)


@pytest.fixture
def folder(blog: Path) -> Path:
    """Answer the folder of articles, in which one leads to another that is about to be renamed."""
    folder = blog / "src/content/blog"
    with (folder / "small-tools.md").open("a", encoding="utf-8") as file:
        file.write(_LINKS)
    return folder


@pytest.fixture
def renamed(desk: Desk, folder: Path) -> Iterator[Renamed]:
    desk.open(folder / "slow-bread.md")
    renamed = Renamed(desk)
    yield renamed
    if desk.window.findChild(RenameDialog) is not None:
        renamed.dialog.reject()


def test_the_address_is_shown_while_the_name_is_typed(renamed: Renamed) -> None:
    assert renamed.name.text() == "slow-bread"
    assert not renamed.button.isEnabled()
    renamed.take_name("Été à Paris")
    renamed.desk.wait(lambda: "/blog/été-à-paris/" in renamed.words())
    assert "/blog/slow-bread/" in renamed.words()
    renamed.take_name("night-train")
    renamed.desk.wait(lambda: any("night-train.md" in words for words in renamed.words()))
    assert not renamed.button.isEnabled()


def test_no_box_is_left_of_what_is_given_up(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_free = Event()
    monkeypatch.setattr(progress_box, "_PATIENCE_MS", 0)
    monkeypatch.setattr(renaming, "all_links", lambda *_: is_free.wait(10))
    desk.open(folder / "slow-bread.md")
    desk.run("file.rename")
    desk.find(ProgressBox, "progress")
    desk.find(RenameDialog, "").reject()
    desk.wait(lambda: not desk.window.findChildren(ProgressBox))
    is_free.set()
    desk.wait(lambda: not desk.window.findChildren(RenameDialog))


def test_links_to_it_are_written_anew_and_all_is_one_step(renamed: Renamed, desk: Desk, folder: Path) -> None:
    before = state_of(folder)
    renamed.take_name("pain lent")

    def look(dialog: BlogEditDialog) -> None:
        rows = dialog.findChildren(QListWidget)[0]
        names = [rows.item(row).text() for row in range(rows.count())]
        assert names[0] == "src/content/blog/slow-bread.md\n→ src/content/blog/pain lent.md"
        assert [name.split("\n")[0] for name in names[1:]] == ["small-tools.md"]
        words = {it.text() for it in dialog.findChildren(QLabel)}
        assert "2 links are written anew in 1 article" in words
        assert "Its address changes from /blog/slow-bread/ to /blog/pain-lent/." in words
        press(desk, dialog, "Rename")

    when_shown(BlogEditDialog, look)
    renamed.press()
    desk.wait(lambda: desk.article.path == folder / "pain lent.md")
    text = (folder / "small-tools.md").read_text("utf-8")
    assert text.endswith(
        "[Brot](./pain%20lent.md#crumb) et [train](/blog/pain-lent/), [autre](night-train.md)\n"
    )
    told = "“slow-bread” is now “pain lent”"
    desk.wait(lambda: desk.window.statusBar().currentMessage() == told)
    desk.run("blog.undo")
    desk.wait(lambda: state_of(folder) == before)
    desk.wait(lambda: desk.window.statusBar().currentMessage() == f"Taken back: {told}")
    desk.run("blog.redo")
    desk.wait(lambda: desk.window.statusBar().currentMessage() == told)


def test_the_window_and_its_list_go_by_the_new_name(renamed: Renamed, desk: Desk, folder: Path) -> None:
    renamed.take_name("pain")
    when_shown(BlogEditDialog, lambda dialog: press(desk, dialog, "Rename"))
    renamed.press()
    desk.wait(lambda: desk.window.windowTitle().startswith("pain.md"))
    desk.wait(lambda: desk.window.desk.library.pointed_path() == folder / "pain.md")


def test_without_a_link_to_it_nothing_more_is_asked(desk: Desk, folder: Path) -> None:
    desk.open(folder / "un-etabli-pour-la-vie/index.md")
    renamed = Renamed(desk)
    assert renamed.name.text() == "un-etabli-pour-la-vie"
    renamed.take_name("établi")
    renamed.press()
    desk.wait(lambda: desk.article.path == folder / "établi/index.md")
    assert (folder / "établi/plan.svg").exists()
    assert not (folder / "un-etabli-pour-la-vie").exists()


def test_it_may_go_to_another_folder(renamed: Renamed, desk: Desk, folder: Path) -> None:
    boxes = renamed.dialog.findChildren(QComboBox)
    assert [boxes[0].itemText(row) for row in range(boxes[0].count())] == ["src/content/blog"]
    renamed.take_name("2026/slow-bread")
    when_shown(BlogEditDialog, lambda dialog: press(desk, dialog, "Rename"))
    renamed.press()
    desk.wait(lambda: desk.article.path == folder / "2026/slow-bread.md")
    assert "](./2026/slow-bread.md#crumb)" in (folder / "small-tools.md").read_text("utf-8")


def test_a_copy_is_opened_under_a_name_of_its_own(desk: Desk, folder: Path) -> None:
    desk.open(folder / "slow-bread.md")
    desk.run("file.duplicate")
    desk.wait(lambda: desk.article.path == folder / "slow-bread-2.md")
    old = (folder / "slow-bread.md").read_text("utf-8")
    new = (folder / "slow-bread-2.md").read_text("utf-8")
    changed = [line for line in new.split("\n") if line not in old.split("\n")]
    assert len(changed) == 1
    assert "(copy)" in changed[0]


def test_links_that_will_break_are_told_before_the_article_goes(desk: Desk, folder: Path) -> None:
    desk.open(folder / "slow-bread.md")
    words = desk.answer("Cancel")
    desk.run("file.trash")
    desk.wait(lambda: bool(words))
    assert "2 links will lead nowhere:\n• small-tools, " in words[0]
