"""Images of the front matter and of the text: chosen, dropped, pasted, described, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton

from editor.picture.picture import read_picture
from editor.ui.dialogs.images_dialog import ImagesDialog
from editor.ui.front_matter.image_field import ImageField
from tests.picture.photographs import photograph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.ui.dialogs.image_row import ImageRow
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


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Answer a large photograph of a camera that knows where it is, lying on its side."""
    path = tmp_path / "DSC_0042.JPG"
    path.write_bytes(photograph("jpeg", 6, size=(3000, 2000)))
    return path


@pytest.fixture
def trash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answer where the trash of the system lies."""
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data/Trash/files"


def shown(desk: Desk) -> ImagesDialog:
    """Answer the dialog of images once everything in it is read."""
    desk.wait(lambda: any(each.isVisible() for each in desk.window.findChildren(ImagesDialog)))
    dialog = next(each for each in desk.window.findChildren(ImagesDialog) if each.isVisible())
    desk.wait(lambda: not desk.window.desk.background.is_any_busy("images."))
    return dialog


def line(row: ImageRow, name: str) -> QLineEdit:
    return next(each for each in row.findChildren(QLineEdit) if each.accessibleName() == name)


def box(row: ImageRow, name: str) -> QComboBox:
    return next(each for each in row.findChildren(QComboBox) if each.accessibleName() == name)


def press(desk: Desk, dialog: ImagesDialog, button: str = "Insert") -> None:
    found = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == button)
    desk.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    wait_for_end(desk)


def wait_for_end(desk: Desk) -> None:
    desk.wait(lambda: not desk.window.findChildren(ImagesDialog))


def wait_for_settling(desk: Desk) -> None:
    """Wait until it is decided what becomes of the files whose text was undone."""
    timer = desk.window.desk.brought.findChildren(QTimer)[0]
    desk.wait(lambda: not timer.isActive())
    desk.wait(lambda: not desk.window.desk.background.is_any_busy("brought_images."))


def take(desk: Desk, *words: str) -> None:
    """Describe the images in the dialog that is shown, and insert them."""
    dialog = shown(desk)
    for row, said in zip(dialog.rows, words, strict=True):
        line(row, "Alternative text").setText(said)
    press(desk, dialog)


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


def test_a_hero_image_dropped_from_elsewhere_comes_into_the_blog_and_goes_with_the_undo(
    desk: Desk, blog: Path, photo: Path, trash: Path
) -> None:
    desk.click_article(_NAME)
    desk.drop(desk.window.findChildren(ImageField)[0], photo)
    dialog = shown(desk)
    assert not line(dialog.rows[0], "Alternative text").isVisible()
    press(desk, dialog, "Take in")
    copy = blog / "src/assets/premiere-neige-au-col.webp"
    assert not read_picture(copy.read_bytes()).has_metadata
    field = desk.window.findChildren(ImageField)[0]
    assert field.address == "../../assets/premiere-neige-au-col.webp"
    desk.article.head.undo()
    desk.wait(lambda: not copy.exists())
    assert (trash / copy.name).exists()
    desk.article.head.redo()
    desk.wait(copy.exists)
    desk.run("file.save")
    assert copy.name in (blog / "src/content/blog" / _NAME).read_text("utf-8")


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
    (blog / "public/images").rename(blog.parent / "images")
    desk.click_article(_NAME)
    choose(picture)
    words = desk.answer("Close")
    desk.run("text.image")
    desk.wait(lambda: bool(words))
    assert words[0].startswith("The image was not taken into the blog.")


def test_a_photograph_comes_upright_small_and_without_its_place(desk: Desk, blog: Path, photo: Path) -> None:
    desk.click_article(_NAME)
    desk.drop(desk.writing.viewport(), photo)
    dialog = shown(desk)
    row = dialog.rows[0]
    assert (box(row, "Size").currentText(), box(row, "Format").currentText()) == ("2000 × 1333", "WebP")
    assert any("place where it was taken" in text for text in desk.texts(row))
    assert any("The image goes to src/assets." in text for text in desk.texts(dialog))
    line(row, "Alternative text").setText("Quatre couleurs au col")
    assert line(row, "Name").text() == "quatre-couleurs-au-col"
    press(desk, dialog)
    made = read_picture((blog / "src/assets/quatre-couleurs-au-col.webp").read_bytes())
    assert (made.format, made.width, made.height, made.has_metadata) == ("webp", 2000, 1333, False)
    assert "![Quatre couleurs au col](../../assets/quatre-couleurs-au-col.webp)" in desk.article.body_text()
    desk.wait_for_page("quatre-couleurs-au-col.webp")


def test_return_inserts_and_leads_first_to_what_is_not_described(
    desk: Desk, blog: Path, picture: Path, photo: Path
) -> None:
    desk.click_article(_NAME)
    article = desk.article
    desk.drop(desk.writing.viewport(), picture, photo, blog / "src/content/blog/small-tools.md")
    dialog = shown(desk)
    first, second = dialog.rows
    desk.wait(lambda: line(first, "Alternative text").hasFocus())
    desk.type("La mer", line(first, "Alternative text"))
    desk.qtbot.keyClick(line(first, "Alternative text"), Qt.Key.Key_Return)
    assert line(second, "Alternative text").hasFocus()
    assert any("Say what is to be seen" in text for text in desk.texts(second))
    desk.qtbot.mouseClick(second.findChildren(QCheckBox)[0], Qt.MouseButton.LeftButton)
    line(second, "Name").setFocus()
    desk.qtbot.keyClick(line(second, "Name"), Qt.Key.Key_Return)
    wait_for_end(desk)
    written = "![La mer](../../assets/ete-a-la-mer.png) ![](../../assets/premiere-neige-au-col.webp)"
    assert written in article.body_text()
    desk.run("edit.undo")
    assert "La mer" not in article.body_text()
    names = [each.path.name for each in desk.workspace.articles if each.path]
    assert (names, desk.article) == ([_NAME, "small-tools.md"], article)


def test_undo_takes_the_files_to_the_trash_and_redo_takes_them_back(
    desk: Desk, blog: Path, picture: Path, trash: Path
) -> None:
    desk.click_article(_NAME)
    before = desk.article.body_text()
    desk.drop(desk.writing.viewport(), picture)
    take(desk, "La mer")
    copy = blog / "src/assets/ete-a-la-mer.png"
    assert copy.exists()
    desk.run("edit.undo")
    assert desk.article.body_text() == before
    desk.wait(lambda: not copy.exists())
    assert (trash / copy.name).exists()
    desk.run("edit.redo")
    desk.wait(copy.exists)
    assert not (trash / copy.name).exists()


def test_a_file_stays_as_long_as_the_saved_article_shows_it(
    desk: Desk, blog: Path, picture: Path, trash: Path
) -> None:
    desk.click_article(_NAME)
    desk.drop(desk.writing.viewport(), picture)
    take(desk, "La mer")
    copy = blog / "src/assets/ete-a-la-mer.png"
    desk.run("file.save")
    desk.run("edit.undo")
    wait_for_settling(desk)
    assert copy.exists()
    desk.run("file.save")
    desk.wait(lambda: not copy.exists())
    assert (trash / copy.name).exists()


def test_undo_leaves_a_file_that_something_else_names(
    desk: Desk, blog: Path, picture: Path, trash: Path
) -> None:
    desk.click_article(_NAME)
    desk.drop(desk.writing.viewport(), picture)
    take(desk, "La mer")
    copy = blog / "src/assets/ete-a-la-mer.png"
    (blog / "src/pages/sea.astro").write_text('<img src="/_astro/ete-a-la-mer.png" />', "utf-8")
    desk.run("edit.undo")
    wait_for_settling(desk)
    assert copy.exists()
    assert not trash.exists()


def test_an_image_that_was_there_before_stays(desk: Desk, blog: Path, picture: Path, trash: Path) -> None:
    copy = blog / "src/assets/ete-a-la-mer.png"
    copy.write_bytes(picture.read_bytes())
    desk.click_article(_NAME)
    for number in range(2):
        desk.drop(desk.writing.viewport(), picture)
        take(desk, f"La mer {number}")
    assert sorted(path.name for path in copy.parent.glob("ete*")) == [copy.name]
    desk.run("edit.undo")
    desk.run("edit.undo")
    wait_for_settling(desk)
    assert copy.exists()


def test_an_image_of_the_blog_only_asks_for_its_words(
    desk: Desk, blog: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    desk.click_article(_NAME)
    choose(blog / "src/assets/cairn.webp")
    desk.run("text.image")
    dialog = shown(desk)
    assert not line(dialog.rows[0], "Name").isVisible()
    take(desk, "Un cairn")
    assert desk.article.body_text().lstrip().startswith("![Un cairn](../../assets/cairn.webp)")


def test_an_image_pasted_becomes_a_file_of_the_blog(desk: Desk, blog: Path, picture: Path) -> None:
    desk.click_article(_NAME)
    QApplication.clipboard().setImage(QImage(str(picture)))
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    take(desk, "Du bleu")
    assert QImage(str(blog / "src/assets/du-bleu.png")) == QImage(str(picture))
    assert "![Du bleu](../../assets/du-bleu.png)" in desk.article.body_text()


def test_files_that_were_copied_are_pasted_as_images(desk: Desk, blog: Path, picture: Path) -> None:
    desk.click_article(_NAME)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    QApplication.clipboard().setMimeData(data)
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    take(desk, "La mer")
    assert (blog / "src/assets/ete-a-la-mer.png").exists()


def test_a_photograph_that_no_browser_shows_is_refused_in_words(
    desk: Desk, blog: Path, tmp_path: Path, picture: Path
) -> None:
    heic = tmp_path / "IMG_1.HEIC"
    heic.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    before = sorted((blog / "src/assets").iterdir())
    desk.click_article(_NAME)
    desk.drop(desk.writing.viewport(), heic, picture)
    dialog = shown(desk)
    assert any("Browsers do not show HEIC" in text for text in desk.texts(dialog.rows[0]))
    line(dialog.rows[1], "Alternative text").setText("La mer")
    press(desk, dialog)
    added = set((blog / "src/assets").iterdir()) - set(before)
    assert [path.name for path in added] == ["ete-a-la-mer.png"]


def test_an_article_without_a_file_is_saved_first(
    desk: Desk, blog: Path, picture: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    desk.workspace.new_article()
    choose(blog / "src/content/blog/nouveau.md")
    desk.answer("Save…")
    desk.drop(desk.writing.viewport(), picture)
    take(desk, "La mer")
    assert desk.article.path == blog / "src/content/blog/nouveau.md"
    assert "![La mer](../../assets/ete-a-la-mer.png)" in desk.article.body_text()


def test_no_image_comes_where_none_can_stand(desk: Desk, blog: Path, picture: Path, tmp_path: Path) -> None:
    path = tmp_path / "code.md"
    path.write_text("```\ncode\n```\n", "utf-8")
    desk.open(path)
    cursor = desk.writing.textCursor()
    cursor.setPosition(6)
    desk.writing.setTextCursor(cursor)
    words = desk.answer("Close")
    desk.window.desk.writing.files_dropped.emit((picture,))
    assert words == ["No image can stand here. Put the caret outside of the code first."]
    assert not desk.window.findChildren(ImagesDialog)
