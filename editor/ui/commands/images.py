"""Putting an image's address into the text or into a field."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from editor.article.files import FileError
from editor.blog.image_files import brought_into
from editor.blog.images import ImageOutsideBlog, Place, address_of
from editor.blog.schemas.shapes import ImageShape
from editor.messages import words
from editor.text import formatting
from editor.translation import tr
from editor.ui.dialogs import places
from editor.ui.dialogs.questions import say

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from editor.ui.commands.command import Desk


def insert_image(desk: Desk) -> None:
    """Let the writer choose an image and write it at the caret."""
    image = places.choose_image(desk.window, _folder(desk))
    if image is not None:
        insert_images(desk, (image,))


def insert_images(desk: Desk, images: tuple[Path, ...]) -> None:
    """Write images at the caret, each with the address that the blog understands."""
    for image in images:
        address = _address(desk, image, "body")
        if address is not None:
            desk.writing.run_command(partial(formatting.insert_image, address=address))
    desk.writing.setFocus()


def insert_pasted_image(desk: Desk, image: QImage) -> None:
    """Take an image of the clipboard into the blog as a file, and write it at the caret."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "image.png"
        if image.save(str(path)):
            insert_images(desk, (path,))


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
    address = _address(desk, image, "import" if is_import else "field")
    if address is not None:
        form.take_address(place, address)


def _address(desk: Desk, image: Path, place: Place) -> str | None:
    """Answer the address of image, copied into the blog where it lies elsewhere; None where that failed."""
    article = desk.current()
    try:
        return address_of(brought_into(article.blog, image, article.path), article.path, article.blog, place)
    except (FileError, ImageOutsideBlog) as error:
        say(desk.window, tr("The image was not taken into the blog."), words(error))
        return None


def _folder(desk: Desk) -> Path:
    article = desk.current()
    assets = article.blog.source / "assets" if article.blog.source is not None else None
    if assets is not None and assets.is_dir():
        return assets
    return article.path.parent if article.path is not None else article.blog.root
