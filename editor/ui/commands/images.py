"""Putting images into the text or into a field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice

from editor.article.files import read_file
from editor.blog.images import ImageOutsideBlog, Place, address_of
from editor.blog.schemas.shapes import ImageShape
from editor.messages import words
from editor.text import formatting
from editor.translation import tr
from editor.ui.commands.files import save_article
from editor.ui.commands.taking_images import Arriving, Taken, TakingImages, Wish
from editor.ui.dialogs import places
from editor.ui.dialogs.questions import ask_to_save_first, say
from editor.ui.documents import raw_text
from editor.ui.front_matter.field_editor import PLACE_MARK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from editor.text.change import Selection
    from editor.ui.commands.command import Desk
    from editor.ui.open_article import OpenArticle


def insert_image(desk: Desk) -> None:
    """Let the writer choose images and put them at the caret."""
    images = places.choose_images(desk.window, _folder(desk))
    if images:
        insert_images(desk, images)


def insert_images(desk: Desk, images: Sequence[Path]) -> None:
    """Put images at the caret, each with its alternative text and the address that the blog understands."""
    _put_at_caret(desk, [_arriving(desk, path) for path in images])


def insert_pasted_image(desk: Desk, image: QImage) -> None:
    """Take an image of the clipboard into the blog as a file, and put it at the caret."""
    _put_at_caret(desk, [Arriving("", partial(_png, image))])


def choose_field_image(desk: Desk, place: str) -> None:
    """Let the writer choose the image of the front-matter field at place."""
    image = places.choose_image(desk.window, _folder(desk))
    if image is not None:
        set_field_image(desk, place, image)


def set_field_image(desk: Desk, place: str, image: Path) -> None:
    """Write the address of image into the front-matter field at place."""
    form = desk.front_matter.form
    editor = form.editor_at(place)
    is_import = editor is not None and isinstance(editor.field.shape, ImageShape)
    kind: Place = "import" if is_import else "field"
    arriving = _arriving(desk, image)
    if arriving.path is not None:
        article = desk.current()
        try:
            form.take_address(place, address_of(arriving.path, article.path, article.blog, kind))
        except ImageOutsideBlog as error:
            say(desk.window, tr("The image was not taken into the blog."), words(error))
    elif _has_file(desk):
        key = place.partition(PLACE_MARK)[0]
        wish = Wish(kind, lambda taken: form.take_address(place, taken[0].address), key=key)
        TakingImages(desk, [arriving], wish).start()


def _arriving(desk: Desk, path: Path) -> Arriving:
    root = desk.current().blog.root.resolve()
    return Arriving(
        path.name, partial(read_file, path), path if path.resolve().is_relative_to(root) else None
    )


def _put_at_caret(desk: Desk, images: Sequence[Arriving]) -> None:
    text, selection = raw_text(desk.writing.document()), desk.writing.selection()
    if formatting.insert_images(text, selection, [("", "")]) is None:
        say(desk.window, tr("No image can stand here."), tr("Put the caret outside of the code first."))
    elif _has_file(desk):
        selected = text[selection.start : selection.end]
        write = partial(_write, desk, desk.current(), selection)
        TakingImages(desk, images, Wish("body", write, " ".join(selected.split()))).start()


def _write(desk: Desk, article: OpenArticle, selection: Selection, taken: tuple[Taken, ...]) -> None:
    desk.workspace.set_current(article)
    desk.writing.set_selection(selection)
    selected = raw_text(article.body)[selection.start : selection.end]
    images = [(each.words, each.address) for each in taken]
    insert = partial(formatting.insert_images, images=images)
    # What was selected, and describes the image, comes into it.
    around = partial(formatting.insert_image, address=taken[0].address)
    is_around = len(taken) == 1 and selected and taken[0].words == selected.strip()
    if not is_around or not desk.writing.run_command(around):
        desk.writing.run_command(insert)
    desk.writing.setFocus()


def _has_file(desk: Desk) -> bool:
    """Whether the article has its place, which its images' addresses begin from; if not, ask to save it."""
    article = desk.current()
    if article.path is None and ask_to_save_first(desk.window):
        save_article(desk, article)
    return article.path is not None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub forgets devices
    return bytes(buffer.data().data())


def _folder(desk: Desk) -> Path:
    article = desk.current()
    assets = article.blog.source / "assets" if article.blog.source is not None else None
    if assets is not None and assets.is_dir():
        return assets
    return article.path.parent if article.path is not None else article.blog.root
