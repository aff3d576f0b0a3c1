"""What the page's own scheme answers: the page, the blog's images, boxes for images that are not there."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from html import escape
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
from editor.ui.preview.addresses import FILES, MISSING, PAGE, REMOTE, SCHEME

POLICY: Final = b"; ".join(
    (
        b"default-src 'none'",
        b"img-src 'self' data:",
        b"style-src 'unsafe-inline'",
        b"base-uri 'none'",
        b"form-action 'none'",
    )
)
_HOST: Final = QUrl(PAGE).host()
_OPEN_SCHEMES: Final = frozenset((SCHEME, "data"))
_BOX_COLOUR: Final = "gray"
_LONGEST_NAME: Final = 46


@dataclass(frozen=True, slots=True)
class ServedFolders:
    """The folders whose images the page may show: all of the blog, and what the site shows at its root."""

    root: Path | None = None
    public: Path | None = None


def served_image(path: str, folders: ServedFolders) -> Path | None:
    """Answer the image file for the decoded path of an address; None if it is no image or leaves its folder.

    Links are followed first: what counts is where the file really lies.
    """
    if path.startswith(FILES):
        folder, inside = folders.root, path.removeprefix(FILES)
    else:
        folder, inside = folders.public, path.removeprefix("/")
    if folder is None or image_type(Path(inside)) is None:
        return None
    try:
        top = folder.resolve()
        file = (top / inside).resolve()
        allowed = file.is_relative_to(top) and image_type(file) is not None and file.is_file()
    except (OSError, ValueError, RuntimeError):
        return None
    return file if allowed else None


def box_svg(label: str) -> bytes:
    """Answer a small picture that shows label."""
    shown = label if len(label) <= _LONGEST_NAME else label[: _LONGEST_NAME - 1] + "…"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="112" viewBox="0 0 480 112" '
        f'fill="none" stroke="{_BOX_COLOUR}" stroke-width="2" stroke-linejoin="round">'
        '<rect x="222" y="24" width="36" height="28" rx="4"/><circle cx="232" cy="34" r="3"/>'
        '<path d="m224 50 11-10 7 6 6-5 9 9"/>'
        f'<text x="240" y="84" fill="{_BOX_COLOUR}" stroke="none" text-anchor="middle" '
        f'font-family="sans-serif" font-size="15">{escape(shown)}</text></svg>'
    ).encode()


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
        file = served_image(path, self.folders)
        if file is not None:
            self._send_file(job, file)
        elif path.startswith(REMOTE):
            self._send_box(job, tr("On the web, not loaded here: {name}"), path.removeprefix(REMOTE))
        elif image_type(Path(path)) is not None or path.startswith(MISSING):
            self._send_box(job, tr("Not found: {name}"), Path(path).name)
        else:
            job.fail(Job.Error.UrlNotFound)

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
            self._reply(job, (image_type(path) or "").encode(), file)
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
