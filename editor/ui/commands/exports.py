"""Commands that make a web page or a PDF file of the article."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article.files import read_file, write_file
from editor.export.article import Subject
from editor.export.html import Exported, export_html
from editor.export.pdf import print_page, with_metadata
from editor.messages import words
from editor.paths import RESOURCES
from editor.rendering.page import reading_style
from editor.text.slug import slug
from editor.translation import tr
from editor.ui.commands.command import Command
from editor.ui.dialogs import places
from editor.ui.dialogs.export_progress import ExportProgress
from editor.ui.dialogs.questions import say
from editor.ui.printing import PagePrinter

if TYPE_CHECKING:
    from editor.ui.commands.command import Desk

_KEY = "export"


def export_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands that export the current article."""
    return (
        Command(
            "export.html",
            tr("Export web page…"),
            partial(_export_html, desk),
            "Ctrl+Shift+E",
            desk.has_article,
            icon="export",
        ),
        Command(
            "export.pdf", tr("Export PDF…"), partial(_export_pdf, desk), "Ctrl+Shift+D", desk.has_article
        ),
    )


def write_export(place: Path, data: bytes) -> None:
    """Write an exported file in place of whatever stood there.

    Raises article.files.FileError.
    """
    write_file(place, data, read_file(place) if place.exists() else None)


def _export_html(desk: Desk) -> None:
    place = places.choose_export_place(desk.window, _proposed(desk, ".html"))
    if place is not None:
        progress = ExportProgress(desk.window, partial(desk.background.cancel, _KEY))
        work = partial(_html_into, _subject(desk), place)
        desk.background.run(
            _KEY, work, partial(_finish, desk, progress, place), partial(_fail, desk, progress)
        )


def _export_pdf(desk: Desk) -> None:
    place = places.choose_export_place(desk.window, _proposed(desk, ".pdf"))
    if place is not None:
        _PdfExport(desk, _subject(desk), place).start()


class _PdfExport:
    """One article on its way to a PDF file: its page made, printed by the engine, written."""

    def __init__(self, desk: Desk, subject: Subject, place: Path) -> None:
        self._desk = desk
        self._subject = subject
        self._place = place
        self._printer = PagePrinter(desk.window)
        self._printer.printed.connect(self._write)
        self._printer.failed.connect(self._fail)
        self._progress = ExportProgress(desk.window, self._cancel)
        self._exported = Exported("", ())

    def start(self) -> None:
        """Make the page in the background, then print it."""
        paper = "A4" if self._desk.choices.settings.paper == "A4" else "Letter"
        work = partial(_print_page, self._subject, paper)
        self._desk.background.run(_KEY, work, self._print, self._fail)

    def _print(self, exported: Exported) -> None:
        self._exported = exported
        self._printer.print_page(exported.html)

    def _write(self, pdf: bytes) -> None:
        work = partial(_pdf_into, self._subject, pdf, self._place)
        self._desk.background.run(_KEY, work, self._finish, self._fail)

    def _finish(self, _: None) -> None:
        self._printer.deleteLater()
        _finish(self._desk, self._progress, self._place, self._exported)

    def _fail(self, error: Exception) -> None:
        self._printer.deleteLater()
        _fail(self._desk, self._progress, error)

    def _cancel(self) -> None:
        self._desk.background.cancel(_KEY)
        self._printer.cancel()
        self._printer.deleteLater()


def _html_into(subject: Subject, place: Path) -> Exported:
    exported = export_html(subject.page(), subject.image_file)
    write_export(place, exported.html.encode())
    return exported


def _print_page(subject: Subject, paper: str) -> Exported:
    return print_page(subject.page(), subject.image_file, "A4" if paper == "A4" else "Letter")


def _pdf_into(subject: Subject, pdf: bytes, place: Path) -> None:
    write_export(place, with_metadata(pdf, subject.metadata()))


def _finish(desk: Desk, progress: ExportProgress, place: Path, exported: Exported) -> None:
    progress.finish()
    if exported.missing:
        say(
            desk.window,
            tr("“{name}” was written without these images:").format(name=place.name),
            "\n".join(exported.missing),
        )
    else:
        desk.window.statusBar().showMessage(tr("Written: {path}").format(path=place), 8000)


def _fail(desk: Desk, progress: ExportProgress, error: Exception) -> None:
    progress.finish()
    say(desk.window, tr("The article was not exported."), words(error))


def _subject(desk: Desk) -> Subject:
    article = desk.current()
    style, author = reading_style(RESOURCES), desk.choices.settings.author
    return Subject(article.text(), article.path, article.blog, style, author)


def _proposed(desk: Desk, suffix: str) -> Path:
    article = desk.current()
    title = _subject(desk).head().title
    name = article.path.stem if article.path is not None else slug(title)
    if name in ("", "index"):
        name = article.path.parent.name if article.path is not None else "article"
    return Path.home() / f"{name}{suffix}"
