"""The gallery: all images of the blog, what uses them, what they tell, and what is done with them."""

from __future__ import annotations

import errno
import os
import stat
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QListWidget, QPushButton

from editor.picture.picture import read_picture
from editor.ui.dialogs.images_dialog import ImagesDialog
from editor.ui.library.gallery_dialog import GalleryDialog
from editor.ui.library.gallery_model import IMAGE_ROLE
from tests.picture.photographs import corners, photograph

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.stories.desk import Desk

_ARTICLE = "premiere-neige-au-col.md"


@pytest.fixture
def trash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answer where the trash of the system lies."""
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data/Trash/files"


@pytest.fixture
def telling(blog: Path) -> Path:
    """Answer an image of the blog that tells where it was taken, lies on its side, and is used nowhere."""
    path = blog / "src/assets/with-place.jpg"
    path.write_bytes(photograph("jpeg", 6, size=(120, 80)))
    return path


class Gallery:
    """The gallery as a writer uses it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.run("blog.gallery")
        self.dialog = next(each for each in desk.window.findChildren(GalleryDialog) if each.isVisible())
        self.wait()

    def wait(self) -> None:
        self.desk.wait(lambda: not self.desk.window.desk.background.is_any_busy("gallery."))

    def names(self) -> list[str]:
        model = self.view().model()
        return [model.index(row, 0).data(IMAGE_ROLE).path.name for row in range(model.rowCount())]

    def view(self) -> QListView:
        return next(each for each in self.dialog.findChildren(QListView) if each.objectName() == "gallery")

    def show(self, kind: str) -> list[str]:
        kinds = self.dialog.findChildren(QComboBox)[0]
        kinds.setCurrentIndex(kinds.findText(kind))
        self.wait()
        return self.names()

    def select(self, path: Path) -> None:
        self.dialog.select(path)
        self.wait()

    def press(self, button: str) -> None:
        found = self.button(button)
        assert found.isEnabled()
        self.desk.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(each for each in buttons if each.text().replace("&", "") == words)

    def words(self) -> str:
        return "\n".join(each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible())

    def uses(self) -> QListWidget:
        return self.dialog.findChildren(QListWidget)[0]


def test_every_image_is_shown_with_its_uses_and_leads_there(desk: Desk, blog: Path) -> None:
    gallery = Gallery(desk)
    assert len(gallery.names()) == 16
    assert gallery.dialog.width() <= 960  # it fits a screen of 1000 pixels
    assert "16 images" in gallery.words()
    gallery.select(blog / "src/content/blog/un-etabli-pour-la-vie/etabli.png")
    assert "1200 × 600 · 16 kB" in gallery.words()
    item = gallery.uses().item(0)
    gallery.select(blog / "src/content/blog/un-etabli-pour-la-vie/plan.svg")
    item = gallery.uses().item(0)
    assert item.text().startswith("un-etabli-pour-la-vie\n“")
    assert item.toolTip().endswith(item.text())
    assert not gallery.uses().horizontalScrollBar().isVisible()
    gallery.uses().itemActivated.emit(item)
    assert desk.article.path == blog / "src/content/blog/un-etabli-pour-la-vie/index.md"
    place = desk.writing.selection().start
    assert desk.article.body_text()[place:].startswith("![")
    desk.wait(lambda: not desk.window.findChildren(GalleryDialog))


def test_a_use_in_a_field_leads_to_the_field(desk: Desk, blog: Path) -> None:
    gallery = Gallery(desk)
    gallery.select(blog / "src/assets/soupe-au-pistou.jpg")
    assert gallery.uses().item(0).text() == "soupe-au-pistou\nheroImage"
    gallery.uses().itemActivated.emit(gallery.uses().item(0))
    form = desk.window.desk.front_matter.form
    # Without a window manager nothing makes the window active again.
    desk.wait(lambda: desk.window.focusWidget() is form.editors["heroImage"])


def test_files_that_name_an_image_without_showing_it_are_told(
    desk: Desk, blog: Path, telling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    (blog / "src/pages/new.astro").write_text(f"<img src='{telling.name}' />", "utf-8")
    (blog / "src/content/blog/new.mdx").write_text(f"import a from '../../assets/{telling.name}'\n", "utf-8")
    gallery = Gallery(desk)
    gallery.select(telling)
    assert "No article shows it, but these files name it:" in gallery.words()
    items = [gallery.uses().item(row) for row in range(2)]
    assert [item.text() for item in items] == ["src/content/blog/new.mdx", "src/pages/new.astro"]
    gallery.uses().itemActivated.emit(items[1])
    assert opened == [str(blog / "src/pages")]
    gallery.uses().itemActivated.emit(items[0])
    assert desk.article.path == blog / "src/content/blog/new.mdx"


def test_images_are_found_by_name_and_by_kind(desk: Desk, blog: Path, telling: Path) -> None:
    (blog / "src/assets/broken.png").write_bytes(b"no image")
    (blog / "src/assets/large.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 600_000)
    gallery = Gallery(desk)
    assert gallery.show("Unused") == ["broken.png", "large.png", telling.name]
    assert gallery.show("With location or camera") == [telling.name]
    assert gallery.show("That cannot be shown") == ["broken.png", "large.png"]
    assert gallery.show("Heavy ones") == ["large.png"]
    gallery.show("All images")
    gallery.dialog.findChildren(QLineEdit)[0].setText("PLÔMB")
    assert gallery.names() == ["plomb-et-papier.webp"]
    assert "1 of 19 images" in gallery.words()


def test_location_and_camera_go_out_of_a_file_that_is_kept_in_the_trash(
    desk: Desk, telling: Path, trash: Path
) -> None:
    before = telling.read_bytes()
    telling.chmod(0o640)
    gallery = Gallery(desk)
    gallery.select(telling)
    assert "It tells where it was taken." in gallery.words()
    words = desk.answer("Remove")
    gallery.press("Remove location and camera…")
    desk.wait(lambda: "tells nothing any more" in gallery.words())
    gallery.wait()
    assert telling.name in words[0]
    assert not read_picture(telling.read_bytes()).has_metadata
    assert corners(telling.read_bytes()) == (0, 1, 2, 3)
    assert (trash / telling.name).read_bytes() == before
    assert stat.S_IMODE(telling.stat().st_mode) == 0o640
    assert "tells nothing any more" in gallery.words()
    assert gallery.show("With location or camera") == []


@pytest.mark.usefixtures("trash")
def test_an_image_whose_place_cannot_be_taken_comes_back(
    desk: Desk, telling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = telling.read_bytes()
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target == telling:
            assert not telling.exists()
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    gallery = Gallery(desk)
    gallery.select(telling)
    desk.answer("Remove")
    gallery.press("Remove location and camera…")
    desk.wait(lambda: "could not be read or written" in gallery.words())
    assert telling.read_bytes() == before
    assert not list(telling.parent.glob(".*.tmp"))


def test_of_a_link_they_go_out_of_the_file_that_it_leads_to(desk: Desk, telling: Path, trash: Path) -> None:
    before = telling.read_bytes()
    real = telling.rename(telling.parents[2] / "real.jpg")
    telling.symlink_to("../../real.jpg")
    gallery = Gallery(desk)
    gallery.select(telling)
    desk.answer("Remove")
    gallery.press("Remove location and camera…")
    desk.wait(lambda: "tells nothing any more" in gallery.words())
    gallery.wait()
    assert telling.is_symlink()
    assert not read_picture(real.read_bytes()).has_metadata
    assert (trash / "real.jpg").read_bytes() == before


def test_cancel_leaves_the_file_as_it_is(desk: Desk, telling: Path, trash: Path) -> None:
    before = telling.read_bytes()
    gallery = Gallery(desk)
    gallery.select(telling)
    words = desk.answer("Cancel")
    gallery.press("Remove location and camera…")
    desk.wait(lambda: bool(words))
    gallery.wait()
    assert telling.read_bytes() == before
    assert not trash.exists()


def test_unused_images_go_to_the_trash_and_come_back(desk: Desk, telling: Path, trash: Path) -> None:
    gallery = Gallery(desk)
    gallery.select(telling.with_name("cairn.webp"))
    assert not gallery.button("Move to the trash…").isEnabled()
    gallery.select(telling)
    desk.answer("Move to the trash")
    gallery.press("Move to the trash…")
    desk.wait(lambda: not telling.exists())
    gallery.wait()
    assert telling.name not in gallery.names()
    assert "1 image is in the trash." in gallery.words()
    gallery.press("Take back")
    gallery.wait()
    assert telling.exists()
    assert telling.name in gallery.names()


def test_an_image_that_came_into_use_meanwhile_is_not_moved(desk: Desk, blog: Path, telling: Path) -> None:
    gallery = Gallery(desk)
    gallery.select(telling)
    (blog / "src/pages/new.astro").write_text(f"<img src='{telling.name}' />", "utf-8")
    gallery.press("Move to the trash…")
    gallery.wait()
    assert telling.exists()
    assert "By now something uses it." in gallery.words()


def test_an_image_is_inserted_from_the_gallery(desk: Desk, blog: Path) -> None:
    desk.click_article(_ARTICLE)
    gallery = Gallery(desk)
    gallery.select(blog / "src/assets/cairn.webp")
    gallery.press("Insert into the article…")
    desk.wait(lambda: bool(desk.window.findChildren(ImagesDialog)))
    dialog = desk.window.findChildren(ImagesDialog)[0]
    desk.wait(lambda: not desk.window.desk.background.is_any_busy("images."))
    assert "in the blog already" in " ".join(desk.texts(dialog))
    dialog.reject()


def test_the_folder_of_an_image_is_shown(desk: Desk, blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    gallery = Gallery(desk)
    assert not gallery.button("Insert into the article…").isEnabled()
    gallery.select(blog / "src/assets/cairn.webp")
    gallery.press("Show in its folder")
    assert opened == [str(blog / "src/assets")]


def test_where_there_is_no_trash_nothing_is_lost(
    desk: Desk, telling: Path, monkeypatch: pytest.MonkeyPatch, trashless: Callable[[], None]
) -> None:
    before = telling.read_bytes()
    trashless()
    gallery = Gallery(desk)
    for button, answer in (
        ("Remove location and camera…", "Remove"),
        ("Move to the trash…", "Move to the trash"),
    ):
        gallery.select(telling)
        words = desk.answer(answer)
        gallery.press(button)
        desk.qtbot.waitUntil(partial(bool, words))
        gallery.wait()
        assert "could not be read or written" in gallery.words()
        assert telling.read_bytes() == before


@pytest.fixture
def trashless(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Answer a function after which the system has no trash."""
    return lambda: monkeypatch.setattr("PySide6.QtCore.QFile.moveToTrash", lambda _: False)
