"""Prints a page to PDF with the engine of the preview, with or without a window."""

from __future__ import annotations

import logging
import os
from typing import Final

from PySide6.QtCore import (
    QByteArray,
    QEventLoop,
    QMarginsF,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings

from editor.export.pdf import PrintError
from editor.ui.preview.addresses import PAGE
from editor.ui.preview.engine import add_engine_flag, prepare_engine
from editor.ui.preview.web_page import WORLD, ArticleWebPage, quiet_profile

_IMAGES_READY: Final = "[...document.images].every((image) => image.complete)"
_FATAL_ERRORS_ONLY: Final = "--log-level=3"
_LOOK_AGAIN_MS: Final = 20
# Size and margins are the page's own; this stands only where its style names none.
_LAYOUT: Final = (
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(20, 20, 20, 20),
)


class PagePrinter(QObject):
    """Prints one page at a time; the page is never shown."""

    printed = Signal(bytes)
    failed = Signal(PrintError)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: ArticleWebPage | None = None
        self._wait = QTimer(self, singleShot=True, interval=_LOOK_AGAIN_MS)
        self._wait.timeout.connect(self._look_for_images)

    def print_page(self, html: str) -> None:
        """Print html, whose style names the paper; printed or failed answers."""
        self.cancel()
        profile, _ = quiet_profile(html.encode())
        page = ArticleWebPage(profile, self)
        # The engine wants the page gone before its profile, and the older child dies first.
        profile.setParent(self)
        page.destroyed.connect(profile.deleteLater)
        page.settings().setAttribute(QWebEngineSettings.WebAttribute.PreferCSSMarginsForPrinting, True)  # noqa: FBT003
        page.loadFinished.connect(self._begin)
        page.renderProcessTerminated.connect(self._report_crash)
        self._page = page
        page.load(QUrl(PAGE))

    def cancel(self) -> None:
        """Give up the page under way; neither signal follows."""
        self._wait.stop()
        if self._page is not None:
            self._page.loadFinished.disconnect(self._begin)
            self._page.renderProcessTerminated.disconnect(self._report_crash)
            self._page.deleteLater()
            self._page = None

    def _begin(self, loaded: bool) -> None:  # noqa: FBT001 - Qt's signature
        if loaded:
            self._look_for_images()
        else:
            self._fail(PrintError("page"))

    def _look_for_images(self) -> None:
        page = self._page
        if page is not None:
            page.runJavaScript(_IMAGES_READY, WORLD, lambda ready: self._go_on(page, ready=ready is True))

    def _go_on(self, page: ArticleWebPage, *, ready: bool) -> None:
        if page is not self._page:
            return
        if ready:
            page.printToPdf(lambda pdf: self._finish(page, pdf), QPageLayout(*_LAYOUT))
        else:
            self._wait.start()

    def _finish(self, page: ArticleWebPage, pdf: QByteArray | bytes) -> None:
        if page is not self._page:
            return
        data = pdf if isinstance(pdf, bytes) else pdf.data()
        if data:
            self.cancel()
            self.printed.emit(data)
        else:
            self._fail(PrintError("print"))

    def _report_crash(self, status: QWebEnginePage.RenderProcessTerminationStatus) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self._fail(PrintError("crash"))

    def _fail(self, error: PrintError) -> None:
        self.cancel()
        self.failed.emit(error)


def print_to_pdf_without_window(html: str) -> bytes:
    """Answer html printed to PDF, on a machine that need not have a display.

    Makes the application object if there is none yet. Raises export.pdf.PrintError.
    """
    application = QGuiApplication.instance() or _application_without_display()
    printer = PagePrinter(application)
    loop = QEventLoop()
    answers: list[bytes | PrintError] = []
    for signal in (printer.printed, printer.failed):
        signal.connect(answers.append)
        signal.connect(loop.quit)
    printer.print_page(html)
    loop.exec()
    printer.destroyed.connect(loop.quit)
    printer.deleteLater()
    loop.exec()
    if isinstance(answers[0], PrintError):
        raise answers[0]
    return answers[0]


def _application_without_display() -> QGuiApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    prepare_engine("software")
    add_engine_flag(os.environ, _FATAL_ERRORS_ONLY)
    qInstallMessageHandler(_note)
    return QGuiApplication([])


def _note(_type: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    # Standard error is for what concerns the user, not for what the engine misses without a display.
    logging.getLogger(__name__).debug("%s", message)
