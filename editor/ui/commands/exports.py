"""Commands that make a web page or a PDF file of the article."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject

from editor.article.files import read_file, write_file
from editor.export.article import Subject
from editor.export.html import Exported, export_html
from editor.export.pdf import print_page, with_metadata
from editor.messages import body_fault_words, words
from editor.paths import RESOURCES
from editor.rendering.page import reading_style
from editor.text.slug import slug
from editor.translation import tr
from editor.ui.commands.command import Command
from editor.ui.dialogs import places
from editor.ui.dialogs.progress_box import ProgressBox
from editor.ui.dialogs.questions import say
from editor.ui.printing import PagePrinter

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.commands.command import Desk

Result = TypeVar("Result")
_KEY: Final = "export"
_SHOWN_MS: Final = 8000


def export_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands that export the current article."""
    return (
        Command(
            "export.html",
            tr("Export web page…"),
            partial(_export, desk, ".html", Export),
            "Ctrl+Shift+E",
            desk.has_page,
            icon="export",
        ),
        Command(
            "export.pdf",
            tr("Export PDF…"),
            partial(_export, desk, ".pdf", PdfExport),
            "Ctrl+Shift+D",
            desk.has_page,
        ),
    )


class Export(QObject):
    """One article on its way to a file: a page made in the background, then written.

    Nothing is written once the writer has cancelled it, or begun another one.
    """

    def __init__(self, desk: Desk, subject: Subject, place: Path) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._subject = subject
        self._place = place
        self._missing: tuple[str, ...] = ()
        self._progress = ProgressBox(desk.window, tr("Exporting the article…"), self.cancel)

    def start(self) -> None:
        """Make the page."""
        for other in self._desk.window.findChildren(Export):
            if other is not self:
                other.cancel()
        self._run(self._work(), self._take)

    def cancel(self) -> None:
        """Give up; nothing has been written."""
        self._desk.background.cancel(_KEY)
        self._end()

    def _work(self) -> Callable[[], Exported]:
        return partial(_web_page, self._subject)

    def _take(self, exported: Exported) -> None:
        self._missing = exported.missing
        self._write(exported.html.encode())

    def _write(self, data: bytes) -> None:
        self._progress.finish()  # from here on there is nothing to wait for, and no way back
        self._run(partial(write_export, self._place, data), self._tell)

    def _run(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._desk.background.run(_KEY, work, done, self._fail)

    def _tell(self, _: None) -> None:
        self._end()
        if self._missing:
            said = tr("“{name}” was written without these images:").format(name=self._place.name)
            say(self._desk.window, said, "\n".join(self._missing))
        else:
            said = tr("Written: {path}").format(path=self._place)
            self._desk.window.statusBar().showMessage(said, _SHOWN_MS)

    def _fail(self, error: Exception) -> None:
        self._end()
        say(self._desk.window, tr("The article was not exported."), words(error))

    def _end(self) -> None:
        self._progress.finish()
        self.deleteLater()


class PdfExport(Export):
    """An article on its way to a PDF file: its page is printed by the engine before it is written."""

    def __init__(self, desk: Desk, subject: Subject, place: Path) -> None:
        super().__init__(desk, subject, place)
        self._printer = PagePrinter(self)
        self._printer.printed.connect(self._describe)
        self._printer.failed.connect(self._fail)

    def _work(self) -> Callable[[], Exported]:
        return partial(_print_page, self._subject, self._desk.choices.settings.paper)

    def _take(self, exported: Exported) -> None:
        self._missing = exported.missing
        self._printer.print_page(exported.html)

    def _describe(self, pdf: bytes) -> None:
        self._run(partial(_described, pdf, self._subject), self._write)

    def _end(self) -> None:
        self._printer.cancel()
        super()._end()


def write_export(place: Path, data: bytes) -> None:
    """Write an exported file in place of whatever stood there.

    Raises article.files.FileError.
    """
    write_file(place, data, read_file(place) if place.exists() else None)


def _export(desk: Desk, suffix: str, kind: type[Export]) -> None:
    desk.front_matter.finish_editing()
    place = places.choose_export_place(desk.window, _proposed(desk, suffix))
    if place is not None:
        kind(desk, _subject(desk), place).start()


def _web_page(subject: Subject) -> Exported:
    return export_html(subject.page(), subject.image_file)


def _print_page(subject: Subject, paper: str) -> Exported:
    return print_page(subject.page(), subject.image_file, "A4" if paper == "A4" else "Letter")


def _described(pdf: bytes, subject: Subject) -> bytes:
    return with_metadata(pdf, subject.metadata())


def _subject(desk: Desk) -> Subject:
    article = desk.current()
    style, author = reading_style(RESOURCES), desk.choices.settings.author
    chosen = article.chosen_dialect
    return Subject(article.text(), article.path, article.blog, style, author, chosen, body_fault_words)


def _proposed(desk: Desk, suffix: str) -> Path:
    article = desk.current()
    title = _subject(desk).head().title
    name = article.path.stem if article.path is not None else slug(title)
    if name in ("", "index"):
        name = article.path.parent.name if article.path is not None else "article"
    return Path.home() / f"{name}{suffix}"
