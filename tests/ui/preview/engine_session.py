"""The engine under test: prepared before the application object, started once, asked by scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, QUrl
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from editor.ui.preview.engine import prepare_engine
from editor.ui.preview.web_page import WORLD
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

prepare_engine("software")

LIGHT = Theme("light", False, {"base": QColor("#ffffff")}, {}, "friendly")
DARK = Theme("dark", True, {"base": QColor("#101010")}, {}, "monokai")


# Without graphics hardware the engine complains as it starts, which is in the first test that needs it.
with_engine = [
    pytest.mark.usefixtures("running_engine"),
    pytest.mark.qt_log_ignore("QRhiGles2: Failed to create", "Failed to create RHI for backend"),
]


@pytest.fixture(scope="session")
def running_engine(qapp: QApplication) -> Iterator[None]:
    """Start the engine."""
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    loop = QEventLoop()
    page.loadFinished.connect(loop.quit)
    page.load(QUrl("data:text/html,<p>started</p>"))
    loop.exec()
    page.deleteLater()
    page.destroyed.connect(loop.quit)
    loop.exec()
    yield
    profile.deleteLater()


def answer_of(page: QWebEnginePage, script: str) -> object:
    """Answer what a script makes of the page, run where the page's own scripts cannot reach."""
    answers: list[object] = []
    loop = QEventLoop()

    def take(answer: object) -> None:
        answers.append(answer)
        loop.quit()

    page.runJavaScript(script, WORLD, take)
    if not answers:
        loop.exec()
    return answers[0]
