"""What an article cannot do in the preview: run, reach the network, read the machine's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtWebEngineCore import QWebEnginePage

from editor.rendering.live.page import Passage
from editor.ui.preview.addresses import PAGE, SITE
from editor.ui.preview.serving import NetworkGuard, ServedFolders
from editor.ui.preview.updates import PreviewPage
from editor.ui.preview.view import PreviewView
from editor.ui.preview.web_page import ArticleWebPage, quiet_profile
from tests.ui.preview.engine_session import LIGHT, answer_of, with_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo
    from pytestqt.qtbot import QtBot

    Show = Callable[[str], PreviewView]

pytestmark = with_engine
POLICY_OFF = b"default-src * data: 'unsafe-inline' 'unsafe-eval'"

HOSTILE = """
<script>document.title = "ran"</script>
<img src="nothing" onerror="document.title = 'ran'">
<svg onload="document.title = 'ran'"><script>document.title = "ran"</script><image href="{web}/1.png"/></svg>
<iframe srcdoc="<script>top.document.title = 'ran'</script><link rel=preconnect href={web}/>"></iframe>
<iframe src="javascript:top.document.title='ran'"></iframe>
<iframe src="{web}/2"></iframe><iframe src="{page}"></iframe><iframe src="file:///etc/passwd"></iframe>
<object data="{web}/3"></object><embed src="{web}/4">
<link rel="preconnect" href="{web}/"><link rel="prefetch" href="{web}/5">
<link rel="dns-prefetch" href="{web}/"><link rel="stylesheet" href="{web}/6.css">
<style>@import "{web}/7.css"; body {{ background: url({web}/8.png) }}</style>
<style>@font-face {{ font-family: f; src: url({web}/9.woff) }} p {{ font-family: f }}</style>
<p style="background: url({web}/10.png)">text</p>
<img src="{web}/11.png" srcset="{web}/12.png 2x"><img src="//127.0.0.1:{port}/13.png">
<picture><source srcset="{web}/14.png"><img src="{web}/15.png"></picture>
<video src="{web}/16.mp4" poster="{web}/17.png" autoplay></video><audio src="{web}/18.mp3" autoplay></audio>
<meta http-equiv="refresh" content="0;url={web}/19"><base href="{web}/20/">
<form action="{web}/21" method="post"><button id="send">send</button></form>
<a id="ping" href="b.md" ping="{web}/22">a</a>
<img id="end" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
"""


class CountingGuard(NetworkGuard):
    """The usual guard, and what came to it."""

    asked: list[str] = []  # noqa: RUF012 - emptied for each test

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        self.asked.append(info.requestUrl().toString())
        super().interceptRequest(info)


@pytest.fixture
def server(qtbot: QtBot) -> Iterator[QTcpServer]:
    """A server on this machine; who connects to it has left the page."""
    server = QTcpServer()
    assert server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
    yield server
    server.close()
    server.deleteLater()


@pytest.fixture
def show(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """Show an article in a preview."""
    views: list[PreviewView] = []
    monkeypatch.setattr(CountingGuard, "asked", [])
    monkeypatch.setattr("editor.ui.preview.web_page.NetworkGuard", CountingGuard)

    def show_article(html: str) -> PreviewView:
        view = PreviewView(LIGHT)
        views.append(view)
        view.show()
        page = PreviewPage("a", None, (Passage(html, 1),))
        view.show_page(page)
        qtbot.waitUntil(lambda: view._shown is page)
        return view

    yield show_article
    for view in views:
        view.close()
        view.deleteLater()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ArticleWebPage]:
    """A page without a view."""
    profile, _ = quiet_profile(b"<!DOCTYPE html><title>t</title>")
    page = ArticleWebPage(profile)
    yield page
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    profile.deleteLater()


def settle(view: PreviewView, qtbot: QtBot) -> None:
    """Wait until every image has come or failed, and the engine has answered a few times more."""
    done = "[...document.images].every(image => image.complete)"
    qtbot.waitUntil(lambda: answer_of(view._page, done) is True)
    for _ in range(20):
        answer_of(view._page, "1")


def hostile(server: QTcpServer) -> str:
    port = server.serverPort()
    return HOSTILE.format(web=f"http://127.0.0.1:{port}", port=port, page=PAGE)


def remote_requests() -> list[str]:
    return [address for address in CountingGuard.asked if not address.startswith(("article:", "data:"))]


@pytest.mark.parametrize("policy_on", [True, False])
def test_a_hostile_article_does_not_run_and_reaches_nobody(
    policy_on: bool, show: Show, server: QTcpServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not policy_on:
        monkeypatch.setattr("editor.ui.preview.serving.POLICY", POLICY_OFF)
    view = show(hostile(server))
    settle(view, qtbot)
    answer_of(view._page, "document.querySelector('#send').click()")
    answer_of(view._page, "document.querySelector('#ping').click()")
    settle(view, qtbot)
    assert answer_of(view._page, "document.title") == "Article"
    assert answer_of(view._page, "location.href") == PAGE
    assert not server.hasPendingConnections()
    # Without the policy the requests are made, and the guard stops them: two walls, each tested.
    assert bool(remote_requests()) is not policy_on
    assert CountingGuard.asked


def test_what_connects_or_leads_away_unasked_is_not_on_the_page(
    show: Show, server: QTcpServer, qtbot: QtBot
) -> None:
    view = show(hostile(server))
    found = answer_of(view._page, "document.querySelectorAll('article :is(script, link, meta, base)').length")
    assert found == 0
    assert answer_of(view._page, "document.querySelectorAll('[srcdoc]').length") == 0


def test_even_a_document_that_asks_for_connections_gets_none(
    server: QTcpServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.ui.preview.serving.POLICY", POLICY_OFF)
    link = f'<link rel="preconnect" href="http://127.0.0.1:{server.serverPort()}/">'
    profile, _ = quiet_profile(f"<!DOCTYPE html><title>t</title>{link}<p>a</p>".encode())
    page = ArticleWebPage(profile)
    with qtbot.waitSignal(page.loadFinished):
        page.load(QUrl(PAGE))
    for _ in range(20):
        answer_of(page, "1")
    assert not server.hasPendingConnections()
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    profile.deleteLater()


@pytest.mark.parametrize("policy_on", [True, False])
@pytest.mark.parametrize(
    "address",
    [
        "file://{outside}",
        "{site}@files/../outside.png",
        "{site}@files/%2e%2e/outside.png",
        "{site}@files/..%2foutside.png",
        "{site}@files/%2e%2e%2foutside.png",
        "{site}@files/..%5coutside.png",
        "{site}@files/%252e%252e%252foutside.png",
        "{site}@files/{outside}",
        "{site}@files//{outside}",
        "{site}@files/link.png",
        "{site}@files/folder/outside.png",
        "{site}../outside.png",
        "article://other/@files/inside.png",
    ],
)
def test_no_file_outside_of_the_blog_is_shown(
    address: str, policy_on: bool, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not policy_on:
        monkeypatch.setattr("editor.ui.preview.serving.POLICY", POLICY_OFF)
    blog = tmp_path / "blog"
    blog.mkdir()
    for file in (tmp_path / "outside.png", blog / "inside.png"):
        QImage(41, 30, QImage.Format.Format_RGB32).save(str(file))
    (blog / "link.png").symlink_to(tmp_path / "outside.png")
    (blog / "folder").symlink_to(tmp_path)
    source = address.format(site=SITE, outside=tmp_path / "outside.png")
    view = show("<p>empty</p>")
    view.set_blog(ServedFolders(blog, blog))
    view.show_page(PreviewPage("b", None, (Passage(f'<img src="{source}"><img src="/inside.png">', 1),)))
    qtbot.waitUntil(lambda: answer_of(view._page, "document.images[1]?.naturalWidth === 41") is True)
    settle(view, qtbot)
    assert answer_of(view._page, "document.images[0].naturalWidth") != 41


def test_images_of_the_blog_are_shown_and_absent_ones_have_a_box(
    show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    QImage(41, 30, QImage.Format.Format_RGB32).save(str(tmp_path / "é 😀.png"))
    view = show("<p>empty</p>")
    view.set_blog(ServedFolders(tmp_path, tmp_path))
    sources = ("@files/é 😀.png", "é 😀.png", "@missing/a.png", "@remote/a", "gone.png", "gone.html")
    images = "".join(f'<img src="{SITE}{source}">' for source in sources)
    view.show_page(PreviewPage("b", None, (Passage(images, 1),)))
    qtbot.waitUntil(lambda: answer_of(view._page, "document.images.length") == len(sources))
    settle(view, qtbot)
    widths = answer_of(view._page, "[...document.images].map(image => image.naturalWidth).join()")
    assert widths == "41,41,480,480,480,0"


def test_an_image_that_cannot_be_read_is_not_shown(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    view = show("<p>empty</p>")
    view.set_blog(ServedFolders(tmp_path, tmp_path))
    (tmp_path / "a.png").write_bytes(b"no picture")
    view.show_page(PreviewPage("b", None, (Passage(f'<img src="{SITE}@files/a.png">', 1),)))
    qtbot.waitUntil(lambda: answer_of(view._page, "document.images.length") == 1)
    settle(view, qtbot)
    assert answer_of(view._page, "document.images[0].naturalWidth") == 0


def test_only_the_one_document_may_be_loaded(page: ArticleWebPage) -> None:
    kinds = QWebEnginePage.NavigationType
    typed = kinds.NavigationTypeTyped
    assert page.acceptNavigationRequest(QUrl(PAGE), typed, True)
    assert not page.acceptNavigationRequest(QUrl(PAGE), typed, False)
    assert not page.acceptNavigationRequest(QUrl("https://e.example/"), typed, True)
    assert not page.acceptNavigationRequest(QUrl("https://e.example/"), kinds.NavigationTypeRedirect, True)
    assert not page.acceptNavigationRequest(QUrl(SITE + "@files/a.svg"), typed, True)


def test_everything_that_an_article_does_not_need_is_off(page: ArticleWebPage) -> None:
    on = {attribute for attribute in page.settings().WebAttribute if page.settings().testAttribute(attribute)}
    names = {attribute.name for attribute in on}
    assert not names & {
        *("JavascriptEnabled", "LocalContentCanAccessRemoteUrls", "LocalContentCanAccessFileUrls"),
        *("PluginsEnabled", "PdfViewerEnabled", "FullScreenSupportEnabled", "JavascriptCanAccessClipboard"),
        *("NavigateOnDropEnabled", "HyperlinkAuditingEnabled", "DnsPrefetchEnabled", "ErrorPageEnabled"),
    }
    assert page.profile().isOffTheRecord()


def test_a_download_is_cancelled() -> None:
    class Download:
        cancelled = False

        def cancel(self) -> None:
            self.cancelled = True

    download = Download()
    from editor.ui.preview.web_page import _refuse_download

    _refuse_download(download)  # type: ignore[arg-type] # stands in for one of the engine
    assert download.cancelled
