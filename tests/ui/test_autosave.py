from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QSignalSpy

from editor.article.files import FileChanged
from editor.ui.autosave import Autosave
from editor.ui.background import Background
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from editor.ui.open_article import OpenArticle

_MS = 40


class Bench:
    """A workspace with autosave, whose seconds are short."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "article.md"
        self.path.write_text("Texte\n", "utf-8")
        self.background = Background()
        self.workspace = Workspace()
        self.autosave = Autosave(self.workspace)
        self.saved = QSignalSpy(self.autosave.saved)
        self.failed = QSignalSpy(self.autosave.failed)

    def begin(self, when: str) -> None:
        self.autosave.set_mode(when, 0)
        self.autosave._pause.setInterval(_MS)
        self.autosave._bound.setInterval(4 * _MS)

    def open(self) -> OpenArticle:
        article = self.workspace.open_file(self.path)
        assert article is not None
        article.body.documentLayout()
        return article

    def close(self) -> None:
        self.background.finish()
        for part in (self.autosave, self.workspace, self.background):
            part.deleteLater()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    del qtbot  # the application must be there
    bench = Bench(tmp_path)
    yield bench
    bench.close()


def _type(article: OpenArticle, text: str) -> None:
    QTextCursor(article.body).insertText(text)


def test_off_nothing_is_saved(bench: Bench, qapp: QApplication) -> None:
    bench.begin("off")
    _type(bench.open(), "x")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert not bench.autosave._pause.isActive()
    assert bench.path.read_text("utf-8") == "Texte\n"


def test_leaving_the_window_saves_what_has_a_file(bench: Bench, qapp: QApplication) -> None:
    bench.begin("leaving")
    new = bench.workspace.new_article()
    _type(new, "Sans nom")
    article = bench.open()
    _type(article, "x")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert bench.saved.count() == 0
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert bench.path.read_text("utf-8") == "xTexte\n"
    assert [bench.saved.at(place)[0] for place in range(bench.saved.count())] == [article]
    assert new.is_modified()
    assert bench.failed.count() == 0


def test_a_pause_saves(bench: Bench, qtbot: QtBot) -> None:
    bench.begin("pause")
    article = bench.open()
    _type(article, "x")
    qtbot.waitUntil(lambda: bench.saved.count() == 1)
    assert bench.path.read_text("utf-8") == "xTexte\n"
    assert not article.is_modified()
    assert not bench.autosave._bound.isActive()
    article.set_field("title", "Été")
    qtbot.waitUntil(lambda: bench.saved.count() == 2)
    assert "title: Été" in bench.path.read_text("utf-8")


def test_typing_without_a_pause_does_not_starve_it(bench: Bench, qtbot: QtBot) -> None:
    bench.begin("pause")
    bench.autosave._pause.setInterval(600_000)
    article = bench.open()
    typed = 0

    def saved() -> bool:
        nonlocal typed
        if not bench.saved.count():
            _type(article, "x")
            typed += 1
        return bool(bench.saved.count())

    qtbot.waitUntil(saved)
    assert typed > 1
    assert bench.path.read_text("utf-8") == "x" * typed + "Texte\n"


def test_what_is_changed_already_is_saved_when_it_is_chosen(bench: Bench, qtbot: QtBot) -> None:
    bench.begin("off")
    _type(bench.open(), "x")
    bench.begin("pause")
    qtbot.waitUntil(lambda: bench.saved.count() == 1)


def test_a_version_it_has_not_seen_is_not_written_over(bench: Bench, qtbot: QtBot) -> None:
    bench.begin("pause")
    article = bench.open()
    bench.path.write_text("theirs", "utf-8")
    _type(article, "x")
    qtbot.waitUntil(lambda: bench.failed.count() == 1)
    assert bench.failed.at(0)[0] is article
    assert isinstance(bench.failed.at(0)[1], FileChanged)
    assert bench.path.read_text("utf-8") == "theirs"
    assert article.is_modified()
    assert not bench.autosave._pause.isActive()


def test_a_file_that_was_deleted_does_not_come_back_by_itself(bench: Bench, qtbot: QtBot) -> None:
    bench.begin("pause")
    article = bench.open()
    bench.path.unlink()
    article.lose_file()
    QTextCursor(article.body).insertText("x")
    qtbot.wait(6 * _MS)
    assert not bench.path.exists()
    assert article.is_modified()
