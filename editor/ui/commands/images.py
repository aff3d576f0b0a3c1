"""Putting an image's address into the text or into a field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.blog.images import address_of
from editor.text import formatting
from editor.ui.dialogs import places

if TYPE_CHECKING:
    from pathlib import Path

    from editor.ui.commands.command import Desk


def insert_image(desk: Desk) -> None:
    """Let the writer choose an image and write it at the caret."""
    image = places.choose_image(desk.window, _folder(desk))
    if image is not None:
        insert_images(desk, (image,))


def insert_images(desk: Desk, images: tuple[Path, ...]) -> None:
    """Write images at the caret, each with the address that the blog understands."""
    article = desk.current()
    for image in images:
        address = address_of(image, article.path, article.blog, "body")
        desk.writing.run_command(partial(formatting.insert_image, address=address))
    desk.writing.setFocus()


def choose_field_image(desk: Desk, key: str) -> None:
    """Let the writer choose the image of a front-matter field."""
    image = places.choose_image(desk.window, _folder(desk))
    if image is not None:
        set_field_image(desk, key, image)


def set_field_image(desk: Desk, key: str, image: Path) -> None:
    """Write the address of image into a front-matter field."""
    article = desk.current()
    article.set_field(key, address_of(image, article.path, article.blog, "field"))


def _folder(desk: Desk) -> Path:
    article = desk.current()
    assets = article.blog.root / "src" / "assets"
    if assets.is_dir():
        return assets
    return article.path.parent if article.path is not None else article.blog.root
