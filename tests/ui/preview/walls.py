"""Shows a hostile article in the preview with some of its walls taken down, and tells what came of it.

Run in a process of its own, for the engine is told before it starts that no host is ever found, or not:
walls.py resolver|no-resolver SET…, where a SET names the walls that stand, such as policy,guard. For each set
one line of JSON says which scripts ran, which requests came to the server, and where the page is in the end.
"""

from __future__ import annotations

import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.qt_environment import prepare_qt

prepare_qt(offscreen=True)

import pytest  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket  # noqa: E402
from PySide6.QtWebEngineCore import (  # noqa: E402
    QWebEnginePage,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
)
from PySide6.QtWidgets import QApplication  # noqa: E402

from editor.ui.background import Background  # noqa: E402
from editor.ui.preview import engine, serving, view, web_page  # noqa: E402
from editor.ui.preview.addresses import PAGE  # noqa: E402
from editor.ui.preview.feed import PreviewFeed  # noqa: E402
from editor.ui.theme import load_theme  # noqa: E402
from editor.ui.workspace import Workspace  # noqa: E402
from tests.ui.preview.payloads import (  # noqa: E402
    REQUESTS_THAT_COME,
    SCRIPTS_THAT_RUN,
    hostile_articles,
)

if TYPE_CHECKING:
    from collections.abc import Callable

WALLS: Final = ("policy", "guard", "scripts", "disarm", "navigation")
_OPEN: Final = b"default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"
_CLICK_ALL: Final = (
    "for (const it of document.querySelectorAll('.harm')) { try { it.click() } catch { } } true"
)
_COUNT: Final = "document.querySelectorAll('.prose *').length"
_PATIENCE_MS: Final = 2000
_STEP_MS: Final = 60
_QUIET_STEPS: Final = 6
_MOST_STEPS: Final = 1000


class Server(QTcpServer):
    """Counts what comes, and answers each request with a script that tells that it ran."""

    def __init__(self) -> None:
        super().__init__()
        self.connections = 0
        self.requests: list[str] = []
        self.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self.newConnection.connect(self._take)

    def host(self) -> str:
        return f"127.0.0.1:{self.serverPort()}"

    def _take(self) -> None:
        socket = self.nextPendingConnection()
        self.connections += 1
        socket.readyRead.connect(lambda: self._answer(socket))

    def _answer(self, socket: QTcpSocket) -> None:
        line = bytes(socket.readAll().data()).partition(b"\r\n")[0].decode("latin-1")
        if line.endswith("HTTP/1.1"):
            path = line.split(" ")[1]
            self.requests.append(path)
            body = f"console.log(`ran:{path}`)"
            kind = "text/javascript" if path.endswith(".js") else "text/html"
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            socket.write(f"{head}{body}".encode())


class OpenGate(QWebEngineUrlRequestInterceptor):
    """Stands where the guard stood and blocks nothing."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Let it pass (Qt)."""


class Told:
    """What the page says and asks for, with the walls that stand; defenceless is one that finds hosts too."""

    def __init__(self, walls: frozenset[str]) -> None:
        self.walls = walls
        self.is_defenceless = not walls and sys.argv[1] != "resolver"
        self.ran: set[str] = set()
        self.asked: list[str] = []
        self.served: list[str] = []


def build(told: Told, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Have the preview's parts made with these walls only."""
    if "policy" not in told.walls:
        patch.setattr(serving, "POLICY", _OPEN)
    if "guard" not in told.walls:
        patch.setattr(web_page, "NetworkGuard", OpenGate)
    if "scripts" not in told.walls:
        attribute = QWebEngineSettings.WebAttribute.JavascriptEnabled
        patch.setattr(web_page, "_OFF", tuple(it for it in web_page._OFF if it is not attribute))
    if "disarm" not in told.walls:
        patch.setattr(view, "_SCRIPTS", (without_disarm(folder), *view._SCRIPTS[1:]))
    if "navigation" not in told.walls:
        patch.setattr(web_page.ArticleWebPage, "acceptNavigationRequest", lambda *_: True)
        for way_back in ("_stay", "_begin_again"):
            patch.setattr(view.PreviewView, way_back, lambda *_: None)

    def listen(_page: object, _level: object, message: str, _line: int, _source: str) -> None:
        if message.startswith("ran:"):
            told.ran.add(message)

    class Spy(serving.PageScheme):
        def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:  # noqa: N802 - Qt's name
            told.asked.append(job.requestUrl().toString())
            super().requestStarted(job)

        def _send_file(self, job: QWebEngineUrlRequestJob, path: Path) -> None:
            told.served.append(str(path))
            super()._send_file(job, path)

    patch.setattr(web_page.ArticleWebPage, "javaScriptConsoleMessage", listen)
    patch.setattr(web_page, "PageScheme", Spy)


def without_disarm(folder: Path) -> Path:
    """Answer a copy in folder of the page's script that takes nothing out of an article."""
    script = view._SCRIPTS[0].read_text("utf-8")
    opened = script.replace("function disarm(holder) {", "function disarm(holder) { return;", 1)
    assert opened != script
    copy = folder / "page.js"
    copy.write_text(opened, "utf-8")
    return copy


def wait_for(done: Callable[[], bool]) -> None:
    for _ in range(_MOST_STEPS):
        if done():
            return
        wait(_STEP_MS // 2)


def wait_for_quiet(told: Told, server: Server, pane: view.PreviewView) -> None:
    """Wait until nothing has happened for a while, which is all that tells that nothing more will."""
    happened, quiet = -1, 0
    for _ in range(100):
        wait(_STEP_MS)
        ask(pane._page, "1")
        now = len(told.ran) + len(told.asked) + server.connections + len(server.requests)
        quiet = quiet + 1 if now == happened else 0
        happened = now
        if quiet == _QUIET_STEPS:
            return


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def ask(page: QWebEnginePage, script: str) -> object:
    answers: list[object] = []
    loop = QEventLoop()

    def take(answer: object) -> None:
        answers.append(answer)
        loop.quit()

    page.runJavaScript(script, web_page.WORLD, take)
    if not answers:
        QTimer.singleShot(_PATIENCE_MS, loop.quit)  # a page that is led away does not answer
        loop.exec()
    return answers[0] if answers else None


def attack(walls: frozenset[str], folder: Path) -> dict[str, object]:
    """Answer what comes of the articles with these walls only."""
    told, server = Told(walls), Server()
    with pytest.MonkeyPatch.context() as patch:
        build(told, folder, patch)
        background = Background()
        workspace = Workspace()
        pane = view.PreviewView(load_theme("light"))
        links: list[str] = []
        pane.web_link_activated.connect(lambda url: links.append(url.toString()))
        PreviewFeed(workspace, background, pane)
        pane.resize(800, 600)
        pane.show()
        shown = show_all(workspace, pane, folder, told, server)
        place = pane._page.url().toString()
        background.finish()
        pane.close()
        for part in (pane, workspace, background, server):
            part.deleteLater()
        wait(_STEP_MS)
    return {
        "shown": shown,
        "ran": sorted(told.ran),
        "requests": sorted(set(server.requests)),
        "connections": server.connections,
        "asked": sorted(set(told.asked)),
        "served": told.served,
        "links": links,
        "place": place,
    }


def show_all(workspace: Workspace, pane: view.PreviewView, folder: Path, told: Told, server: Server) -> int:
    """Show each hostile article, and click on what in it may be clicked; answer how much was on the page."""
    blog = folder / "src" / "content" / "blog"
    blog.mkdir(parents=True)
    (folder / "astro.config.mjs").touch()
    shown = 0
    for number, text in enumerate(hostile_articles(server.host())):
        article = blog / f"{number}.md"
        article.write_text(text, "utf-8")
        workspace.open_file(article)
        wait_for(partial(is_other, pane, pane._shown))
        if number:
            wait(2 * _STEP_MS)
        elif told.is_defenceless:  # nothing but a slow machine keeps them off
            wait_for(lambda: told.ran >= SCRIPTS_THAT_RUN and set(server.requests) >= REQUESTS_THAT_COME)
        else:
            wait_for_quiet(told, server, pane)
        count = ask(pane._page, _COUNT)
        shown += int(count) if isinstance(count, int | float) else 0
        ask(pane._page, _CLICK_ALL)
        if not pane._page.url().toString().startswith(PAGE):
            break  # led away, where nothing else is shown
    wait_for_quiet(told, server, pane)
    return shown


def is_other(pane: view.PreviewView, before: object) -> bool:
    """Whether the pane shows another page than before."""
    return pane._shown is not None and pane._shown is not before


def main() -> None:
    """Attack once for each set of walls."""
    engine.choose_graphics("software")
    engine.sandbox_for_root()
    if sys.argv[1] == "resolver":
        engine.prepare_engine("software")
    engine.register_scheme()
    application = QApplication(sys.argv[:1])
    for names in sys.argv[2:]:
        with tempfile.TemporaryDirectory() as folder:
            walls = frozenset(name for name in names.split(",") if name)
            assert walls <= set(WALLS), names
            print(json.dumps(attack(walls, Path(folder))), flush=True)  # noqa: T201
    application.processEvents()


if __name__ == "__main__":
    main()
