"""Images of the front matter and of the text: chosen, dropped, pasted; those from elsewhere are copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from editor.ui.front_matter.image_field import ImageField

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_NAME = "premiere-neige-au-col.md"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Answer a picture outside of the blog."""
    path = tmp_path / "Été à la Mer.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


def test_a_hero_image_is_chosen_from_the_blog(
    desk: Desk, blog: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    desk.click_article(_NAME)
    proposed = choose(blog / "src/assets/cairn.webp")
    image = desk.window.findChildren(ImageField)[0]
    image.image_requested.emit(image.field.key)
    desk.run("file.save")
    assert proposed == [str(blog / "src/assets")]
    assert "../../assets/cairn.webp" in (blog / "src/content/blog" / _NAME).read_text("utf-8")
    desk.wait_for_page("cairn.webp")


def test_a_hero_image_dropped_from_elsewhere_is_copied_into_the_blog(
    desk: Desk, blog: Path, picture: Path
) -> None:
    desk.click_article(_NAME)
    desk.drop(desk.window.findChildren(ImageField)[0], picture)
    copy = blog / "src/assets/été-à-la-mer.png"
    assert copy.read_bytes() == picture.read_bytes()
    desk.run("file.save")
    assert "../../assets/été-à-la-mer.png" in (blog / "src/content/blog" / _NAME).read_text("utf-8")
    desk.run("edit.undo")


def test_an_image_for_a_front_matter_that_cannot_take_it_is_refused_in_words(
    desk: Desk, blog: Path, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    path = tmp_path / "anchored.md"
    path.write_text("---\nheroImage: &t ./x.png\ntwin: *t\n---\n", "utf-8")
    article = desk.open(path)
    choose(blog / "src/assets/cairn.webp")
    desk.window.desk.front_matter.image_requested.emit("heroImage")
    assert not article.is_modified()
    notes = [editor.note() for editor in desk.window.desk.front_matter.form.editors.values()]
    assert any("Change it in the text of the front matter." in note for note in notes)


def test_an_image_outside_of_the_blog_through_a_link_is_refused_in_words(
    desk: Desk, blog: Path, picture: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    elsewhere = blog.parent / "elsewhere"
    (blog / "src/assets").rename(elsewhere)
    (blog / "src/assets").symlink_to(elsewhere)
    desk.click_article(_NAME)
    choose(picture)
    words = desk.answer("Close")
    desk.run("text.image")
    assert words[0].startswith("The image was not taken into the blog.")


def test_an_image_is_inserted_into_the_text(
    desk: Desk, picture: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    desk.click_article(_NAME)
    choose(picture)
    desk.run("text.image")
    assert desk.article.body_text().lstrip().startswith("![](../../assets/été-à-la-mer.png)")
    desk.wait_for_page("t%C3%A9-%C3%A0-la-mer.png")


def test_images_dropped_on_the_text_are_inserted_and_articles_opened(
    desk: Desk, blog: Path, picture: Path
) -> None:
    desk.click_article(_NAME)
    article = desk.article
    desk.drop(desk.writing.viewport(), picture, blog / "src/content/blog/small-tools.md")
    assert "../../assets/été-à-la-mer.png" in article.body_text()
    assert desk.article.path is not None
    assert desk.article.path.name == "small-tools.md"


def test_an_image_pasted_becomes_a_file_of_the_blog(desk: Desk, blog: Path, picture: Path) -> None:
    desk.click_article(_NAME)
    QApplication.clipboard().setImage(QImage(str(picture)))
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert QImage(str(blog / "src/assets/image.png")) == QImage(str(picture))
    assert "![](../../assets/image.png)" in desk.article.body_text()
