"""The preview pane: shows an article's page and follows its changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QWidget

from editor.paths import RESOURCES
from editor.rendering.page import PageHead, page_html, reading_style, style_element
from editor.translation import tr
from editor.ui.preview.addresses import PAGE
from editor.ui.preview.updates import PreviewPage, call, update_script
from editor.ui.preview.web_page import WORLD, ArticleWebPage, quiet_profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from editor.ui.preview.serving import ServedFolders
    from editor.ui.theme import Theme

_SCRIPTS: Final = tuple(Path(__file__).with_name(name) for name in ("page.js", "look.js", "sync.js"))
_MOST_CRASHES: Final = 2
_PATIENCE_MS: Final = 10_000
_AGAIN_MS: Final = 500
"""After what time a page that did not come is asked for again: from the start, or since another was told."""


class PreviewView(QWidget):
    """Shows the page of an article as the blog will, and only what changed of it is touched.

    The page never runs scripts of the article and never reaches the network. While the pane is hidden
    nothing is sent; it catches up when it is shown.
    """

    page_shown = Signal(object)
    scrolled = Signal()
    resized = Signal()
    web_link_activated = Signal(QUrl)
    article_link_activated = Signal(str)
    became_visible = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: PreviewPage | None = None
        self._shown: PreviewPage | None = None
        self._held: dict[str, str] = {}
        self._ready = False
        self._sending = False
        self._crashes = 0
        self._given_up: str | None = None
        self._insist = QTimer(self, singleShot=True)
        self._patience = _PATIENCE_MS
        self._companion: Callable[[PreviewPage], str | None] = lambda _: None
        self._view = QWebEngineView(self)
        self._view.setAcceptDrops(False)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        document = page_html(PageHead(""), "", (style_element(reading_style(RESOURCES)),))
        # The page is the older child and so dies before its profile, as the engine wants it.
        profile, self._scheme = quiet_profile(document.encode())
        self._page = ArticleWebPage(profile, self)
        profile.setParent(self)
        self._view.setPage(self._page)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(24)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._view)
        self._layout.addWidget(self._message)
        self._connect()
        self.set_theme(theme)
        self._load()

    def show_page(self, page: PreviewPage) -> None:
        """Show page in place of the one shown; of the same article only what changed is touched.

        The reader keeps the place; an article that comes back gets the place it was left at.
        """
        if page.key == self._given_up:
            return
        if self._given_up is not None:
            self._given_up = None
            self._crashes = 0
            self._load()
        self._wanted = page
        self.hold("setLanguage", page.language)
        self._layout.setCurrentWidget(self._view)
        self._send()

    def set_blog(self, folders: ServedFolders) -> None:
        """Let the page show the images of these folders, and no others."""
        self._scheme.folders = folders

    def set_theme(self, theme: Theme) -> None:
        """Show the page light or dark, as theme is."""
        self._page.setBackgroundColor(theme.colour("base"))
        self.hold("setPaint", "dark" if theme.dark else "light")

    def hold(self, name: str, *arguments: object) -> None:
        """Have the page as this call of its scripts makes it, now and whenever it is loaded anew."""
        script = call(name, *arguments)
        if self._held.get(name) != script:
            self._held[name] = script
            if self._ready:
                self._page.runJavaScript(script, WORLD)

    def accompany(self, companion: Callable[[PreviewPage], str | None]) -> None:
        """Have companion answer what is done together with each update, as a call of the page's scripts."""
        self._companion = companion

    def ask(self, name: str, *arguments: object, done: Callable[[object], None]) -> None:
        """Call a function of the page's scripts, if the page is there; done takes the answer."""
        if self._ready:
            self._page.runJavaScript(call(name, *arguments), WORLD, done)

    def run(self, script: str) -> None:
        """Run calls of the page's scripts, if the page is there."""
        if self._ready:
            self._page.runJavaScript(script, WORLD)

    def shows(self, key: str) -> bool:
        """Whether the page of the article that key stands for is shown."""
        return self._ready and self._shown is not None and self._shown.key == key and self.isVisible()

    def zoom(self) -> float:
        """Answer how much larger the page is shown (1: as it is)."""
        return self._view.zoomFactor()

    def face(self) -> QWidget | None:
        """Answer the widget that gets the reader's keys and clicks: another one after a crash."""
        return self._view.focusProxy()

    def set_zoom(self, factor: float) -> None:
        """Show the page larger (1: as it is) in the same room."""
        self._view.setZoomFactor(factor)

    def show_message(self, text: str) -> None:
        """Show text in place of a page, until show_page is called."""
        self._wanted = None
        self._message.setText(text)
        self._layout.setCurrentWidget(self._message)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while the pane was hidden (Qt)."""
        super().showEvent(event)
        self._send()
        self.became_visible.emit()

    def _connect(self) -> None:
        self._page.loadFinished.connect(self._look)
        self._insist.timeout.connect(self._ask_again)
        self._page.renderProcessTerminated.connect(self._recover)
        self._page.urlChanged.connect(self._stay)
        self._page.scrollPositionChanged.connect(self.scrolled)
        self._page.contentsSizeChanged.connect(self.resized)
        self._page.web_link_activated.connect(self.web_link_activated)
        self._page.article_link_activated.connect(self.article_link_activated)
        self._view.customContextMenuRequested.connect(self._open_menu)

    def _load(self) -> None:
        self._ready = False
        self._insist.start(self._patience)
        self._page.load(QUrl(PAGE))

    def _ask_again(self) -> None:
        self._patience *= 2  # a slow machine gets its time
        self._load()

    def _look(self, loaded: bool) -> None:  # noqa: FBT001 - Qt's signature
        # A page that the engine went to unasked is told as loaded too, when ours is on its way again; and it
        # may keep ours from coming.
        if loaded:
            self._page.runJavaScript("location.href", WORLD, self._begin)
        elif not self._ready and self._given_up is None:
            self._insist.start(_AGAIN_MS)

    def _begin(self, address: object) -> None:
        if not isinstance(address, str) or address.partition("#")[0] != PAGE:
            return
        self._insist.stop()
        self._patience = _PATIENCE_MS
        self._shown = None
        self._sending = False
        self._ready = True
        for script in (*(path.read_text("utf-8") for path in _SCRIPTS), *self._held.values()):
            self._page.runJavaScript(script, WORLD)
        self._send()

    def _send(self) -> None:
        """Send what is new, unless something is on its way: then _sent sends what came meanwhile, at once."""
        if self._wanted is None or self._sending or not self._ready or not self.isVisible():
            return
        wanted = self._wanted
        script = update_script(self._shown, wanted)
        if script is None:
            self._shown = wanted
            self.page_shown.emit(wanted)
            return
        together = self._companion(wanted)
        self._sending = True
        script = f"{script} && ({together}, true)" if together else script
        script = f"(() => {{ try {{ return {script} && {call('settle')} }} catch {{ return false }} }})()"
        self._page.runJavaScript(script, WORLD, lambda done: self._sent(wanted, done))

    def _sent(self, wanted: PreviewPage, done: object) -> None:
        # A page that is taken down answers too, but with nothing.
        if not self._ready or not isinstance(done, bool):
            return
        self._sending = False
        if done:
            self._shown = wanted
            self._crashes = 0
            self.page_shown.emit(wanted)
            self._send()
        else:
            self._begin_again()

    def _stay(self, url: QUrl) -> None:
        # The engine asks nobody before it follows a link to about:blank.
        if url.toString().partition("#")[0] != PAGE:
            self._load()

    def _recover(self, status: QWebEnginePage.RenderProcessTerminationStatus) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self._begin_again()

    def _begin_again(self) -> None:
        self._crashes += 1
        if self._crashes <= _MOST_CRASHES:
            self._load()
        elif self._wanted is not None:
            self._ready = False
            self._given_up = self._wanted.key
            self._insist.stop()
            self.show_message(tr("The preview stopped working. Close the article and open it again."))

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = self._page.action(QWebEnginePage.WebAction.Copy)
        copy.setText(tr("Copy"))
        select_all = self._page.action(QWebEnginePage.WebAction.SelectAll)
        select_all.setText(tr("Select all"))
        menu.addActions([copy, select_all])
        menu.popup(self._view.mapToGlobal(place))
