"""What the preview is made of while one writes, and what it leaves alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor

from editor.ui import documents
from editor.ui.background import Background
from editor.ui.preview import feed as feed_module
from editor.ui.preview.feed import PreviewFeed
from editor.ui.preview.view import PreviewView
from editor.ui.workspace import Workspace
from tests.ui.preview.engine_session import LIGHT, answer_of, with_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.ui.open_article import OpenArticle

pytestmark = with_engine
_HEAD = "---\ntitle: Un titre\n---\n"
_LONG = "".join(f"Texte {number}.\n\n" for number in range(3000))


class Desk:
    """An article that is written, and its preview on a screen."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot = qtbot
        self.path = path
        self.background = Background()
        self.workspace = Workspace()
        self.view = PreviewView(LIGHT)
        self.view.resize(500, 400)
        self.feed = PreviewFeed(self.workspace, self.background, self.view)
        self.view.show()

    def open(self, text: str, name: str = "a.md") -> None:
        """Open an article of this text."""
        path = self.path / name
        path.write_bytes(text.encode())
        article = self.workspace.open_file(path)
        assert article is not None
        article.body.documentLayout()  # without one, which every pane asks for, Qt tells of no change

    @property
    def article(self) -> OpenArticle:
        article = self.workspace.current
        assert article is not None
        return article

    def type(self, text: str, position: int | None = None) -> None:
        """Write into the body, at its end unless a position is given."""
        cursor = QTextCursor(self.article.body)
        if position is None:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor.setPosition(position)
        cursor.insertText(text)

    def wait_for(self, html: str) -> None:
        """Wait until the page says html."""
        self.qtbot.waitUntil(lambda: html in self.html())

    def html(self) -> str:
        """Answer the article's HTML, without the lines that its elements were made of."""
        html = str(answer_of(self.view._page, "document.querySelector('article').innerHTML"))
        return re.sub(r' data-lines="\d+ \d+"', "", html)

    def close(self) -> None:
        self.view.hide()
        for article in self.workspace.articles:
            self.workspace.close(article)
        self.background.finish()
        for part in (self.view, self.workspace, self.background):
            part.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Answer the list of how many characters are read from documents by now."""
    counts: list[int] = []
    read_lines, read_text = documents.lines_of, documents.raw_text

    def lines_of(*arguments: object) -> str:
        text = read_lines(*arguments)  # type: ignore[arg-type] # handed on
        counts.append(len(text))
        return text

    def raw_text(*arguments: object) -> str:
        text = read_text(*arguments)  # type: ignore[arg-type] # handed on
        counts.append(len(text))
        return text

    for module in (feed_module, "editor.ui.open_article"):
        monkeypatch.setattr(f"{getattr(module, '__name__', module)}.raw_text", raw_text)
    monkeypatch.setattr(feed_module, "lines_of", lines_of)
    return counts


def test_what_is_written_is_shown(desk: Desk) -> None:
    desk.open(f"{_HEAD}Un *texte*.\n\n- a\n")
    desk.wait_for("<em>texte</em>")
    desk.type("- b 😀\u00a0!")
    desk.wait_for("<li>b 😀&nbsp;!</li>")
    desk.article.body.undo()
    desk.wait_for("<li>a</li>\n</ul>")
    desk.article.set_field("title", "Un autre")
    desk.wait_for("<h1>Un autre</h1>")


def test_a_key_reads_its_lines_and_no_others(desk: Desk, reads: list[int]) -> None:
    desk.open(f"{_HEAD}{_LONG}fin")
    desk.wait_for("<p>fin</p>")
    reads.clear()
    for letter in "ale":
        desk.type(letter)
        desk.wait_for(f"{letter}</p>")
    desk.type("Début : ", 0)
    desk.wait_for("<p>Début : Texte 0.</p>")
    assert reads == [4, 5, 6, 16]


def test_letters_that_come_while_a_page_is_made_are_one_step(desk: Desk, reads: list[int]) -> None:
    desk.open(f"{_HEAD}{_LONG}fin")
    for letter in "ale":
        desk.type(letter)
    desk.wait_for("<p>finale</p>")
    assert desk.html().count("<p>") == 3001


def test_a_hidden_preview_makes_nothing_and_catches_up(
    desk: Desk, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(f"{_HEAD}a")
    desk.wait_for("<p>a</p>")
    desk.view.hide()
    reads.clear()
    started: list[str] = []
    monkeypatch.setattr(desk.background, "run", lambda key, *_: started.append(key))
    desk.type("b")
    desk.qtbot.wait(20)
    assert (reads, started) == ([], [])
    monkeypatch.undo()
    desk.view.show()
    desk.wait_for("<p>ab</p>")


def test_a_preview_that_is_hidden_from_the_start_makes_nothing(desk: Desk) -> None:
    desk.view.hide()
    desk.open("a")
    desk.qtbot.wait(20)
    assert not desk.background.is_busy("preview.render")
    desk.view.show()
    desk.wait_for("<p>a</p>")


@pytest.mark.parametrize("text", ["", "Texte.\n\n", f"{_LONG}"])
def test_a_front_matter_that_is_typed_above_the_text_is_one(desk: Desk, text: str) -> None:
    desk.open(f"{text}fin")
    desk.wait_for("fin</p>")
    for line in ("---\n", "title: Neuf\n", "---\n"):
        desk.type(
            line, desk.article.body.toRawText().rfind("\u2029fin") if line is None else _end_of_fences(desk)
        )
    desk.wait_for("<h1>Neuf</h1>")
    assert "title:" not in desk.html()
    desk.type("e")
    desk.wait_for("<p>fine</p>")


def _end_of_fences(desk: Desk) -> int:
    """Answer where the next line of the front matter goes."""
    lines = desk.article.body_text().split("\n")
    written = [line for line in lines[:2] if line.startswith(("---", "title"))]
    return sum(len(line) + 1 for line in written)


def test_a_front_matter_that_loses_its_end_is_text(desk: Desk) -> None:
    desk.open(f"{_HEAD}a")
    desk.wait_for("<h1>Un titre</h1>")
    cursor = QTextCursor(desk.article.head)
    cursor.setPosition(len("---\ntitle: Un titre\n"))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    desk.wait_for("title: Un titre")
    desk.type("b")
    desk.wait_for("ab</p>")
    desk.article.head.undo()
    desk.wait_for("<h1>Un titre</h1>")


def test_an_image_that_comes_is_shown_when_the_writer_comes_back(desk: Desk) -> None:
    desk.open("![a](./a.png)")
    desk.wait_for("@missing/a.png")
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(desk.path / "a.png"))
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    desk.wait_for("@files/a.png")


def test_the_head_is_hidden_and_shown(desk: Desk) -> None:
    desk.open(f"{_HEAD}a")
    desk.wait_for("<h1>Un titre</h1>")
    desk.feed.show_head(False)
    desk.qtbot.waitUntil(lambda: "<h1>" not in desk.html())
    desk.feed.show_head(True)
    desk.wait_for("<h1>Un titre</h1>")


def test_articles_take_turns(desk: Desk) -> None:
    desk.open("premier")
    desk.wait_for("premier")
    first = desk.article
    desk.open("second", "b.md")
    desk.wait_for("second")
    desk.workspace.set_current(first)
    desk.wait_for("premier")
    desk.type("e")
    desk.wait_for("<p>premiere</p>")
    assert "second" not in desk.html()


def test_a_fault_is_told_and_got_over(desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    desk.open("a")
    desk.wait_for("<p>a</p>")

    def fail(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(feed_module, "continued_page", fail)
    with qtbot.captureExceptions() as raised:
        desk.type("b")
        qtbot.waitUntil(lambda: desk.view._message.isVisible())
    assert [kind for kind, *_ in raised] == [ArithmeticError]
    desk.type("c")
    desk.wait_for("<p>abc</p>")
    assert not desk.view._message.isVisible()


@pytest.mark.parametrize(("milliseconds", "pause"), [(0, 0), (59, 0), (100, 200), (5000, 1500)])
def test_a_page_that_is_slow_to_make_as_a_whole_waits_for_a_pause(milliseconds: int, pause: int) -> None:
    assert feed_module._pause_after(milliseconds) == pause


def test_a_blog_of_python_markdown_is_read_as_a_whole(desk: Desk, reads: list[int]) -> None:
    (desk.path / "pelicanconf.py").write_text("", "utf-8")
    desk.open("Title: Un\n\nTerme\n: Sens", "content.md")
    desk.wait_for("<dd>Sens")
    desk.type(" propre")
    desk.wait_for("<dd>Sens propre")
