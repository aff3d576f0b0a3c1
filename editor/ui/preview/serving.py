"""What the page's own scheme answers: the page, the blog's images and fonts, boxes for what is not shown."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob as Job

from editor.export.images import image_type
from editor.translation import tr
from editor.ui.preview.addresses import BOX, FILES, MISSING, PAGE, REMOTE, SCHEME
from editor.ui.preview.boxes import box_svg, media_box

POLICY: Final = b"; ".join(
    (
        b"default-src 'none'",
        b"img-src 'self' data:",
        b"style-src 'unsafe-inline'",
        b"font-src 'self'",
        b"base-uri 'none'",
        b"form-action 'none'",
    )
)
_HOST: Final = QUrl(PAGE).host()
_OPEN_SCHEMES: Final = frozenset((SCHEME, "data"))
_FONTS: Final = {".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf"}


@dataclass(frozen=True, slots=True)
class ServedFolders:
    """The folders whose files the page may show: all of the blog, and what the site shows at its root."""

    root: Path | None = None
    public: Path | None = None


def served_type(path: Path) -> str | None:
    """Answer the media type of a file that the page may show, an image or a font, None for any other."""
    return image_type(path) or _FONTS.get(path.suffix.lower())


def served_file(path: str, folders: ServedFolders) -> Path | None:
    """Answer the file for the decoded path of an address; None if it is of another kind or leaves its folder.

    Links are followed first: what counts is where the file really lies.
    """
    if path.startswith(FILES):
        folder, inside = folders.root, path.removeprefix(FILES)
    else:
        folder, inside = folders.public, path.removeprefix("/")
    if folder is None or served_type(Path(inside)) is None:
        return None
    try:
        top = folder.resolve()
        file = (top / inside).resolve()
        allowed = file.is_relative_to(top) and served_type(file) is not None and file.is_file()
    except (OSError, ValueError, RuntimeError):
        return None
    return file if allowed else None


class PageScheme(QWebEngineUrlSchemeHandler):
    """Answers the requests of a page of ours, and no others."""

    def __init__(self, page: bytes, parent: QObject | None = None) -> None:
        """Serve page as the document."""
        super().__init__(parent)
        self.folders = ServedFolders()
        self._page = page

    def requestStarted(self, job: Job) -> None:
        """Answer one request (Qt)."""
        url, initiator = job.requestUrl(), job.initiator()
        ours = initiator.isEmpty() or initiator.scheme() in (SCHEME, "null")
        if job.requestMethod() != b"GET" or url.host() != _HOST or not ours:
            job.fail(Job.Error.RequestDenied)
            return
        path = url.path(QUrl.ComponentFormattingOption.FullyDecoded)
        if path == QUrl(PAGE).path():
            self._send(job, b"text/html; charset=utf-8", self._page)
            return
        file = served_file(path, self.folders)
        if file is not None:
            self._send_file(job, file)
        elif path.startswith(BOX):
            self._send_media_box(job, path.removeprefix(BOX), url)
        elif path.startswith(REMOTE):
            self._send_box(job, tr("On the web, not loaded here: {name}"), path.removeprefix(REMOTE))
        elif image_type(Path(path)) is not None or path.startswith(MISSING):
            self._send_box(job, tr("Not found: {name}"), Path(path).name)
        else:
            job.fail(Job.Error.UrlNotFound)

    def _send_media_box(self, job: Job, kind: str, url: QUrl) -> None:
        address = url.query(QUrl.ComponentFormattingOption.FullyDecoded)
        box = media_box(kind, address, self.folders.public)
        if box is None:
            job.fail(Job.Error.UrlNotFound)
        else:
            self._send(job, b"image/svg+xml", box)

    def _send_box(self, job: Job, label: str, name: str) -> None:
        self._send(job, b"image/svg+xml", box_svg(label.format(name=name)))

    def _send(self, job: Job, kind: bytes, data: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._reply(job, kind, buffer)

    def _send_file(self, job: Job, path: Path) -> None:
        file = QFile(str(path), job)
        if file.open(QIODevice.OpenModeFlag.ReadOnly):
            self._reply(job, (served_type(path) or "").encode(), file)
        else:
            job.fail(Job.Error.RequestFailed)

    def _reply(self, job: Job, kind: bytes, device: QIODevice) -> None:
        headers = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": b"nosniff"}
        multiple = {QByteArray(name.encode()): [QByteArray(value)] for name, value in headers.items()}
        # A lone value would become one header for each of its characters.
        job.setAdditionalResponseHeaders(multiple)  # type: ignore[arg-type] # the stub forgets the lists
        job.reply(QByteArray(kind), device)


class NetworkGuard(QWebEngineUrlRequestInterceptor):
    """Blocks every request but those for the page's own scheme and for inlined data."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block the request unless its scheme is open (Qt)."""
        if info.requestUrl().scheme() not in _OPEN_SCHEMES:
            logging.getLogger(__name__).debug("blocked %s", info.requestUrl().toString())
            info.block(True)  # noqa: FBT003 - Qt's signature
