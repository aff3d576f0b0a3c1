"""How images come into the blog: read, shown, treated, written, each in the background."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from editor.blog.image_files import Incoming, names_in, put_images
from editor.blog.image_names import are_ascii, free_names, image_stem, is_telling
from editor.blog.image_places import image_folder, sibling_uses
from editor.blog.images import ImageOutsideBlog, address_of
from editor.messages import words
from editor.picture.picture import SUFFIXES, read_picture
from editor.picture.treating import treated
from editor.translation import ntr, tr
from editor.ui.dialogs.image_row import THUMBNAIL
from editor.ui.dialogs.images_dialog import ImagesDialog
from editor.ui.dialogs.questions import say
from editor.ui.labels import place_words
from editor.ui.small_images import read_thumbnail, thumbnail_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QImage

    from editor.blog.blog import Blog
    from editor.blog.image_files import Placed
    from editor.blog.images import Place
    from editor.picture.picture import Picture
    from editor.picture.treating import Target, Treated
    from editor.ui.commands.command import Desk
    from editor.ui.dialogs.image_row import ImageRow
    from editor.ui.open_article import OpenArticle


@dataclass(frozen=True, slots=True)
class Arriving:
    """An image on its way: what its file is called ("" for none), and what reads it in any thread.

    path is its file where that lies in the blog already.
    """

    name: str
    read: Callable[[], bytes]
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """An image of the blog as it is to be shown: its address and its alternative text."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What images are taken for: the place of their addresses, in a field its key, and what then is done.

    words are proposed as what the first one shows.
    """

    place: Place
    done: Callable[[tuple[Taken, ...]], None]
    words: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    data: bytes
    picture: Picture
    thumbnail: QImage


@dataclass(frozen=True, slots=True)
class _Habit:
    """Where the images go, the stems that are taken there, whether names are of plain letters."""

    folder: Path
    stems: frozenset[str]
    is_ascii: bool


class TakingImages(QObject):
    """Shows the dialog of images on their way, and has them written once the writer wants them."""

    def __init__(self, desk: Desk, images: Sequence[Arriving], wish: Wish) -> None:
        """Begin for the current article, which has a file."""
        article = desk.current()
        asks_words = wish.place == "body"
        self._dialog = ImagesDialog(
            [image.name for image in images],
            desk.writing.theme,
            desk.window,
            asks_words=asks_words,
        )
        super().__init__(self._dialog)
        self._desk = desk
        self._article: OpenArticle = article
        self._wish = wish
        self._images = dict(zip(self._dialog.rows, images, strict=True))
        self._seen: dict[ImageRow, _Seen] = {}
        self._treated: dict[ImageRow, Treated] = {}
        self._habit: _Habit | None = None
        self._is_wanted = False
        self._dialog.insert_requested.connect(self._want)
        self._dialog.finished.connect(self._end)
        self._dialog.rows[0].set_words(wish.words)

    def start(self) -> None:
        """Show the dialog, and read what it shows."""
        path, blog = self._article.path, self._article.blog
        if path is None:
            raise ValueError(self._article)
        self._run("habit", partial(_habit_of, path, blog, self._wish), self._take_habit, self._fail)
        for number, (row, image) in enumerate(self._images.items()):
            row.words_changed.connect(self._propose_names)
            row.treatment_changed.connect(partial(self._treat, number, row))
            refuse = partial(self._refuse, row)
            if image.path is not None:
                work = partial(read_thumbnail, image.path, THUMBNAIL * 2)
                self._run(f"read.{number}", work, row.show_of_blog, refuse)
            else:
                self._run(f"read.{number}", partial(_see, image), partial(self._show, row), refuse)
        self._dialog.open()

    def _run(
        self,
        name: str,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._desk.background.run(f"images.{name}", work, done, failed)

    def _show(self, row: ImageRow, seen: _Seen) -> None:
        settings = self._desk.choices.settings
        self._seen[row] = seen
        target = cast("Target", settings.image_format)
        row.show_picture(seen.picture, seen.thumbnail, settings.image_edge, target)

    def _treat(self, number: int, row: ImageRow) -> None:
        self._treated.pop(row, None)
        row.show_work()
        treatment = row.treatment(self._desk.choices.settings.image_quality)
        work = partial(treated, self._seen[row].data, treatment)
        self._run(f"treat.{number}", work, partial(self._take_treated, row), partial(self._refuse, row))

    def _take_treated(self, row: ImageRow, made: Treated) -> None:
        self._treated[row] = made
        row.show_treated(made)
        self._write_if_ready()

    def _refuse(self, row: ImageRow, error: Exception) -> None:
        self._dialog.refuse(row, words(error))
        self._write_if_ready()

    def _take_habit(self, habit: _Habit) -> None:
        article = self._article
        try:
            address_of(habit.folder / "image.png", article.path, article.blog, self._wish.place)
        except ImageOutsideBlog as error:
            self._dialog.reject()
            say(self._desk.window, tr("The image was not taken into the blog."), words(error))
            return
        self._habit = habit
        if any(image.path is None for image in self._images.values()):
            folder = place_words(habit.folder, article.blog.root)
            count = sum(image.path is None for image in self._images.values())
            told = ntr("The image goes to {folder}.", "The images go to {folder}.", count)
            self._dialog.show_place(told.format(folder=folder))
        self._propose_names()
        self._write_if_ready()

    def _propose_names(self) -> None:
        if self._habit is None:
            return
        taken = set(self._habit.stems)
        for row, image in self._images.items():
            if not row.is_name_given:
                stem = image_stem(self._name_words(row, image), is_ascii=self._habit.is_ascii)
                row.propose_name(next(name for name in free_names(stem, "") if name.lower() not in taken))
            taken.add(row.stem.lower())

    def _name_words(self, row: ImageRow, image: Arriving) -> str:
        """Answer what the image's file is named for: what it is called, what it shows, its article."""
        called = Path(image.name).stem
        if is_telling(called):
            return called
        path = self._article.path
        name = (path.parent.name if path.stem == "index" else path.stem) if path is not None else ""
        return row.words or name

    def _want(self) -> None:
        self._is_wanted = True
        self._dialog.show_work(is_busy=True)
        self._write_if_ready()

    def _write_if_ready(self) -> None:
        rows = self._dialog.wanted
        new = [row for row in rows if self._images[row].path is None]
        if not self._is_wanted or self._habit is None or any(row not in self._treated for row in new):
            return
        self._is_wanted = False
        self._dialog.is_written = True
        folder = self._habit.folder
        incoming = [Incoming(folder, *self._called(row), self._treated[row].data) for row in new]
        self._run("write", partial(put_images, incoming), partial(self._finish, rows, new), self._fail)

    def _called(self, row: ImageRow) -> tuple[str, str]:
        habit = self._habit
        stem = image_stem(row.stem, is_ascii=habit is not None and habit.is_ascii and not row.is_name_given)
        return stem, SUFFIXES[self._treated[row].picture.format][0]

    def _finish(self, rows: Sequence[ImageRow], new: Sequence[ImageRow], placed: tuple[Placed, ...]) -> None:
        article = self._article
        paths = {row: self._images[row].path for row in rows}
        paths |= {row: each.path for row, each in zip(new, placed, strict=True)}
        taken = tuple(
            Taken(address_of(path, article.path, article.blog, self._wish.place), row.words)
            for row, path in paths.items()
            if path is not None
        )
        self._dialog.accept()
        self._wish.done(taken)
        self._desk.brought.follow(article, [each.path for each in placed if each.is_new])

    def _fail(self, error: Exception) -> None:
        self._dialog.is_written = False
        self._dialog.show_failure(words(error))

    def _end(self) -> None:
        for number in range(len(self._images)):
            for kind in ("read", "treat"):
                self._desk.background.cancel(f"images.{kind}.{number}")
        for name in ("habit", "write"):
            self._desk.background.cancel(f"images.{name}")
        self._dialog.deleteLater()


def _see(image: Arriving) -> _Seen:
    data = image.read()
    return _Seen(data, read_picture(data), thumbnail_of(data, THUMBNAIL * 2))


def _habit_of(article: Path, blog: Blog, wish: Wish) -> _Habit:
    uses = sibling_uses(article, blog)
    folder = image_folder(article, blog, uses, wish.place, wish.key)
    stems = frozenset(Path(name).stem.lower() for name in names_in(folder))
    names: Collection[str] = {use.image.name for use in uses}
    return _Habit(folder, stems, are_ascii(names))
