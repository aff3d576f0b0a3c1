"""The command that shows all images of the blog, and what is done with them there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, QUrl
from PySide6.QtGui import QDesktopServices, QImage

from editor.article.files import FileChanged, FileError, read_file, write_file
from editor.blog.article_files import is_article
from editor.blog.gallery import gallery, still_unused
from editor.messages import words
from editor.picture.faults import BadPicture
from editor.picture.picture import Picture, read_picture
from editor.picture.treating import Treatment, treated
from editor.text.change import Selection
from editor.translation import ntr, tr
from editor.ui.commands.command import Command, Desk
from editor.ui.commands.images import insert_images
from editor.ui.dialogs import questions
from editor.ui.library.gallery_dialog import GalleryDialog, files_words
from editor.ui.library.gallery_model import GalleryModel
from editor.ui.small_images import read_thumbnail
from editor.ui.trash import Trashed, move_to_trash, take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.blog.blog import Blog
    from editor.blog.gallery import BlogImage
    from editor.blog.image_uses import ImageUse

_THUMBNAIL: Final = QSize(296, 224)
_AT_ONCE: Final = 3
"""Thumbnails that are read at one time."""
_MOST_WAITING: Final = 120
_IN_A_ROW: Final = 40
"""Images that are read before what was read is shown."""


def gallery_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command of the gallery."""
    return (
        Command(
            "blog.gallery",
            tr("Images of the blog…"),
            lambda: _Gallery(desk).show(),
            "Ctrl+Alt+I",
            lambda: desk.workspace.blog is not None,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Cleaned:
    """An image's file as it is, and as it would be without place and camera."""

    path: Path
    before: bytes
    after: bytes


class _Gallery(QObject):
    """Reads what the gallery shows, and does what is asked for there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        blog = desk.workspace.blog
        if blog is None:
            raise LookupError
        self._desk = desk
        self._blog: Blog = blog
        self._waiting: list[Path] = []
        self._reading: set[Path] = set()
        self._trashed: tuple[Trashed, ...] = ()
        self._model = GalleryModel(self)
        self._dialog = GalleryDialog(self._model, blog.root, desk.writing.theme, desk.window)
        self._dialog.can_insert = desk.has_page()
        self._connect()

    def show(self) -> None:
        """Show the gallery, and look for the images."""
        self._look()
        self._dialog.open()

    def _connect(self) -> None:
        dialog = self._dialog
        self._model.thumbnail_wanted.connect(self._want_thumbnail)
        dialog.use_activated.connect(self._open_use)
        dialog.insert_requested.connect(self._insert)
        dialog.reveal_requested.connect(self._reveal)
        dialog.cleaning_requested.connect(self._prepare_cleaning)
        dialog.trash_requested.connect(self._prepare_trash)
        dialog.taking_back_requested.connect(self._take_back)
        dialog.finished.connect(self._end)

    def _run(self, name: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._desk.background.run(f"gallery.{name}", work, done, self._tell)

    def _tell(self, error: Exception) -> None:
        self._dialog.show_note(words(error))

    def _end(self) -> None:
        for name in ("images", "facts", "clean", "write", "unused", *map(str, self._reading)):
            self._desk.background.cancel(f"gallery.{name}")
        self._dialog.deleteLater()
        self.deleteLater()

    def _texts(self) -> dict[Path, str]:
        articles = self._desk.workspace.articles
        return {article.path: article.text() for article in articles if article.path is not None}

    def _look(self) -> None:
        self._run("images", partial(gallery, self._blog, self._texts()), self._take_images)

    def _take_images(self, images: tuple[BlogImage, ...]) -> None:
        self._model.show_images(images)
        self._read_on()

    def _read_on(self) -> None:
        """Read what is not known yet of the next images."""
        unknown = [image.path for image in self._model.images if self._model.picture(image.path) is None]
        if unknown:
            self._run("facts", partial(_facts_of, unknown[:_IN_A_ROW]), self._take_facts)

    def _take_facts(self, pictures: dict[Path, Picture | BadPicture]) -> None:
        self._model.take_pictures(pictures)
        self._read_on()

    def _want_thumbnail(self, path: Path) -> None:
        if path not in self._reading:
            if path in self._waiting:
                self._waiting.remove(path)
            # What was looked at last is read first; what was only passed by is given up.
            self._waiting.append(path)
            del self._waiting[:-_MOST_WAITING]
            self._read_thumbnails()

    def _read_thumbnails(self) -> None:
        while self._waiting and len(self._reading) < _AT_ONCE:
            path = self._waiting.pop()
            self._reading.add(path)
            work = partial(read_thumbnail, path, _THUMBNAIL)
            self._run(str(path), work, partial(self._take_thumbnail, path))

    def _take_thumbnail(self, path: Path, thumbnail: QImage) -> None:
        self._reading.discard(path)
        self._model.take_thumbnail(path, thumbnail)
        self._read_thumbnails()

    def _open_use(self, use: ImageUse) -> None:
        if not is_article(use.article.name):
            self._reveal(use.article)
            return
        article = self._desk.workspace.open_file(use.article)
        if article is None:
            return
        self._dialog.accept()
        if use.field:
            self._desk.front_matter.form.lead_to(use.field)
        elif not article.is_large:
            self._desk.writing.lead_to(Selection.at(min(use.start, len(article.body_text()))))

    def _reveal(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _insert(self, path: Path) -> None:
        self._dialog.accept()
        insert_images(self._desk, (path,))

    def _prepare_cleaning(self, paths: tuple[Path, ...]) -> None:
        self._run("clean", partial(_cleaned, paths), self._ask_to_clean)

    def _ask_to_clean(self, cleaned: tuple[_Cleaned, ...]) -> None:
        if not cleaned:
            self._dialog.show_note(tr("There is nothing to take out."))
            return
        if questions.ask_to_clean(self._dialog, files_words([each.path for each in cleaned]), len(cleaned)):
            self._run("write", partial(_replace_all, cleaned), self._take_cleaned)

    def _take_cleaned(self, trashed: tuple[Trashed, ...]) -> None:
        count = len(trashed)
        told = ntr(
            "{count} image tells nothing any more. The file as it was is in the trash.",
            "{count} images tell nothing any more. The files as they were are in the trash.",
            count,
        )
        self._dialog.show_note(told.format(count=count))
        self._look()

    def _prepare_trash(self, paths: tuple[Path, ...]) -> None:
        self._run("unused", partial(still_unused, self._blog, paths, self._texts()), self._ask_to_trash)

    def _ask_to_trash(self, paths: tuple[Path, ...]) -> None:
        if not paths:
            self._dialog.show_note(tr("By now something uses it. Nothing was moved."))
            self._look()
            return
        if questions.ask_to_trash_images(self._dialog, files_words(paths), len(paths)):
            self._trashed = tuple(self._move(paths))
            count = len(self._trashed)
            told = ntr("{count} image is in the trash.", "{count} images are in the trash.", count)
            if count == len(paths):
                self._dialog.show_note(told.format(count=count), can_take_back=bool(count))
            self._look()

    def _move(self, paths: Sequence[Path]) -> list[Trashed]:
        moved: list[Trashed] = []
        try:
            moved.extend(map(move_to_trash, paths))
        except FileError as error:
            self._dialog.show_note(words(error), can_take_back=bool(moved))
        return moved

    def _take_back(self) -> None:
        trashed, self._trashed = self._trashed, ()
        self._dialog.show_note("")
        for each in trashed:
            try:
                take_back(each)
            except FileError as error:
                self._tell(error)
        self._look()


def _facts_of(paths: Sequence[Path]) -> dict[Path, Picture | BadPicture]:
    return {path: _fact_of(path) for path in paths}


def _fact_of(path: Path) -> Picture | BadPicture:
    try:
        return read_picture(read_file(path))
    except BadPicture as error:
        return error
    except FileError:
        return BadPicture("damaged")


def _cleaned(paths: Sequence[Path]) -> tuple[_Cleaned, ...]:
    """Answer what images become without place and camera; what tells nothing, or cannot be read, stays."""
    cleaned = []
    for path in (Path(os.path.realpath(path)) for path in paths):  # of a link, what it leads to
        try:
            before = read_file(path)
            if read_picture(before).has_metadata:
                cleaned.append(_Cleaned(path, before, treated(before, Treatment()).data))
        except (BadPicture, FileError):
            continue
    return tuple(cleaned)


def _replace_all(cleaned: Sequence[_Cleaned]) -> tuple[Trashed, ...]:
    """Write images anew, each file as it was going to the trash. Raises article.files.FileError."""
    trashed: list[Trashed] = []

    def put_away(path: Path) -> None:
        trashed.append(move_to_trash(path))

    for each in cleaned:
        count = len(trashed)
        try:
            write_file(each.path, each.after, each.before, put_away=put_away)
        except FileChanged:
            continue
        except FileError:
            if len(trashed) > count and not each.path.exists():
                take_back(trashed.pop())
            raise
    return tuple(trashed)
