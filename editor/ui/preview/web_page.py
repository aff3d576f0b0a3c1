"""A page of the engine that shows an article and can do nothing else."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)

from editor.ui.preview.addresses import PAGE, SCHEME, written_address
from editor.ui.preview.serving import NetworkGuard, PageScheme

WORLD: Final = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_WEB_SCHEMES: Final = frozenset(("http", "https", "mailto"))
_Setting = QWebEngineSettings.WebAttribute
_OFF: Final = (
    _Setting.JavascriptEnabled,
    _Setting.JavascriptCanOpenWindows,
    _Setting.JavascriptCanAccessClipboard,
    _Setting.JavascriptCanPaste,
    _Setting.LocalStorageEnabled,
    _Setting.LocalContentCanAccessRemoteUrls,
    _Setting.LocalContentCanAccessFileUrls,
    _Setting.HyperlinkAuditingEnabled,
    _Setting.PluginsEnabled,
    _Setting.PdfViewerEnabled,
    _Setting.FullScreenSupportEnabled,
    _Setting.ScreenCaptureEnabled,
    _Setting.WebGLEnabled,
    _Setting.AutoLoadIconsForPage,
    _Setting.TouchIconsEnabled,
    _Setting.ErrorPageEnabled,
    _Setting.DnsPrefetchEnabled,
    _Setting.NavigateOnDropEnabled,
    _Setting.BackForwardCacheEnabled,
)


class ArticleWebPage(QWebEnginePage):
    """Shows the one document that its scheme serves; links are announced, everything else is refused."""

    web_link_activated = Signal(QUrl)
    article_link_activated = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)  # noqa: FBT003 - Qt's signature
        self.newWindowRequested.connect(self._follow_new_window)

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        type: QWebEnginePage.NavigationType,  # noqa: A002 - Qt's name
        isMainFrame: bool,  # noqa: N803, FBT001 - Qt's signature
    ) -> bool:
        """Let only our own document in (Qt)."""
        address = QUrl(url)
        if type == QWebEnginePage.NavigationType.NavigationTypeLinkClicked and isMainFrame:
            self._follow(address)
            return False
        return isMainFrame and address == QUrl(PAGE)

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,  # noqa: ARG002 - Qt's signature
        message: str,
        lineNumber: int,  # noqa: N803 - Qt's name
        sourceID: str,  # noqa: N803 - Qt's name
    ) -> None:
        """Keep what the engine says of an article's faults out of the program's output (Qt)."""
        logging.getLogger(__name__).debug("%s:%s: %s", sourceID, lineNumber, message)

    def _follow_new_window(self, request: QWebEngineNewWindowRequest) -> None:
        if request.isUserInitiated():
            self._follow(request.requestedUrl())

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in _WEB_SCHEMES:
            self.web_link_activated.emit(url)
            return
        written = written_address(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if written is not None:
            self.article_link_activated.emit(written)


def quiet_profile(page: bytes) -> tuple[QWebEngineProfile, PageScheme]:
    """Answer a profile that keeps, reaches and downloads nothing, and the scheme that serves page."""
    profile = QWebEngineProfile()
    scheme = PageScheme(page, profile)
    profile.installUrlSchemeHandler(SCHEME.encode(), scheme)
    # Only so is the guard the profile's: what its constructor takes for a parent does not keep it alive.
    guard = NetworkGuard()
    guard.setParent(profile)
    profile.setUrlRequestInterceptor(guard)
    profile.downloadRequested.connect(_refuse_download)
    return profile, scheme


def _refuse_download(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
