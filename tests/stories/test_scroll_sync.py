"""Text and page go together: the caret's line as high in both, either one scrolled, a click on a word."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.stories.desk import Desk

NEAR: Final = 22
"""Pixels: less than a row."""
PARAGRAPH: Final = (
    "Des mots et encore des mots, si bien que la ligne en prend plusieurs sur la page étroite. " * 3
)


def _article() -> str:
    """Answer a long text of all kinds of blocks, in which each place has a word of its own."""
    chapters = [
        (
            f"## Chapitre c{number}\n\n"
            f"Début d{number}. {PARAGRAPH} Fin f{number} 😀.\n\n"
            f"- un\n- puce p{number}, {PARAGRAPH}\n  - sous s{number}\n- trois\n\n"
            f"> Cité.\n>\n> Encore e{number}.\n\n"
            f"| a | b |\n|---|---|\n| 1 | 2 |\n| cellule t{number} | 3 |\n\n"
            f"```python\nx = 1\ny = 'k{number}'\nz = 3\n```\n\n"
        )
        for number in range(1, 13)
    ]
    return "\n".join(("---\ntitle: Un long article\n---\n", *chapters, "Dernier mot z0.\n"))


@pytest.fixture
def long_desk(start: Callable[..., Desk], blog: Path) -> Desk:
    """Answer the window with a long article, its form folded."""
    article = blog / "src/content/blog/long.md"
    article.write_text(_article(), "utf-8")
    desk = start(article)
    desk.wait_for_page("Dernier mot z0")
    return desk


def _go_to(desk: Desk, word: str) -> None:
    """Put the caret to a word with the keyboard."""
    cursor = desk.writing.document().find(word)
    assert not cursor.isNull(), word
    cursor.clearSelection()
    desk.writing.setFocus()
    desk.writing.setTextCursor(cursor)
    desk.writing.ensureCursorVisible()
    desk.qtbot.keyClick(desk.writing, Qt.Key.Key_Left)


def _height_in_text(desk: Desk) -> int:
    """Answer how high on the screen the middle of the caret's row is."""
    return desk.writing.viewport().mapToGlobal(desk.writing.cursorRect().center()).y()


def _height_on_page(desk: Desk, word: str) -> float:
    """Answer how high on the screen the middle of a word's row is on the page."""
    script = f"""(() => {{
        const texts = document.createTreeWalker(document.querySelector(".prose"), NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {{
            const index = texts.currentNode.data.search(/\\b{word}\\b/);
            if (index < 0) continue;
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + {len(word)});
            const {{ top, bottom }} = range.getBoundingClientRect();
            return (top + bottom) / 2;
        }}
        return -1e6;
    }})()"""
    answer = desk.ask_page(script)
    assert isinstance(answer, int | float)
    preview = desk.window.desk.preview
    return answer * preview.zoom() + preview.mapToGlobal(QPoint(0, 0)).y()


def _scrolled(desk: Desk) -> float:
    answer = desk.ask_page("scrollY")
    assert isinstance(answer, int | float)
    return answer


def _reach(desk: Desk) -> float:
    answer = desk.ask_page("document.documentElement.scrollHeight - innerHeight")
    assert isinstance(answer, int | float)
    return answer


def _settle(desk: Desk) -> None:
    """Wait until nothing moves any more."""
    seen: list[tuple[float, int]] = []

    def is_still() -> bool:
        seen.append((_scrolled(desk), desk.writing.verticalScrollBar().value()))
        return len(seen) > 4 and len(set(seen[-4:])) == 1

    desk.wait(is_still)


def _turn_wheel(desk: Desk, widget: QWidget, notches: int) -> None:
    place = QPointF(widget.rect().center())
    for _ in range(abs(notches)):
        turned = QPoint(0, 120 if notches > 0 else -120)
        event = QWheelEvent(
            place,
            QPointF(widget.mapToGlobal(widget.rect().center())),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("word", ["c5", "d6", "f6", "p7", "s7", "e7", "t8", "k8", "c11"])
def test_the_line_of_the_caret_is_as_high_on_the_page(word: str, long_desk: Desk) -> None:
    _go_to(long_desk, word)
    long_desk.wait(lambda: abs(_height_on_page(long_desk, word) - _height_in_text(long_desk)) < NEAR)


@pytest.mark.parametrize("width", ["tablet", "phone"])
def test_it_is_so_on_a_page_of_another_width(width: str, long_desk: Desk) -> None:
    _go_to(long_desk, "p7")
    long_desk.run(f"preview.width_{width}")
    long_desk.wait(lambda: abs(_height_on_page(long_desk, "p7") - _height_in_text(long_desk)) < NEAR)


def test_it_is_so_when_the_form_is_folded(long_desk: Desk) -> None:
    _go_to(long_desk, "p7")
    _settle(long_desk)
    before = _height_in_text(long_desk)
    long_desk.run("view.fold_front_matter")
    long_desk.wait(lambda: _height_in_text(long_desk) != before)
    long_desk.wait(lambda: abs(_height_on_page(long_desk, "p7") - _height_in_text(long_desk)) < NEAR)


def test_it_stays_so_while_words_and_lines_are_written(long_desk: Desk) -> None:
    _go_to(long_desk, "d6")
    for _ in range(6):
        long_desk.type("mot nouveau ")
    long_desk.press(Qt.Key.Key_Return)
    long_desk.press(Qt.Key.Key_Return)
    long_desk.type("ici ")
    long_desk.wait_for_page("ici")
    long_desk.wait(lambda: abs(_height_on_page(long_desk, "ici") - _height_in_text(long_desk)) < NEAR)
    _settle(long_desk)
    assert abs(_height_on_page(long_desk, "ici") - _height_in_text(long_desk)) < NEAR


def test_both_begin_and_end_together_when_the_text_is_scrolled(long_desk: Desk) -> None:
    bar = long_desk.writing.verticalScrollBar()
    _turn_wheel(long_desk, long_desk.writing.viewport(), -400)
    assert bar.value() == bar.maximum()
    long_desk.wait(lambda: abs(_scrolled(long_desk) - _reach(long_desk)) < 2)
    _turn_wheel(long_desk, long_desk.writing.viewport(), 400)
    long_desk.wait(lambda: _scrolled(long_desk) == 0)
    _settle(long_desk)
    assert (bar.value(), _scrolled(long_desk)) == (0, 0)


def test_both_begin_and_end_together_when_the_page_is_scrolled(long_desk: Desk) -> None:
    bar = long_desk.writing.verticalScrollBar()
    face = long_desk.web_view().focusProxy()
    assert face is not None
    long_desk.focus_page()
    long_desk.qtbot.keyClick(face, Qt.Key.Key_End)
    long_desk.wait(lambda: abs(_scrolled(long_desk) - _reach(long_desk)) < 2)
    long_desk.wait(lambda: bar.value() == bar.maximum())
    long_desk.qtbot.keyClick(face, Qt.Key.Key_Home)
    long_desk.wait(lambda: _scrolled(long_desk) == 0)
    long_desk.wait(lambda: bar.value() == 0)


def test_the_page_follows_the_wheel_without_a_jump_and_never_backwards(long_desk: Desk) -> None:
    _go_to(long_desk, "d6")
    _settle(long_desk)
    before = _scrolled(long_desk)
    for _ in range(12):
        _turn_wheel(long_desk, long_desk.writing.viewport(), -1)
        _settle(long_desk)
        now = _scrolled(long_desk)
        assert -1 <= now - before < 400
        before = now


def test_nothing_moves_by_itself(long_desk: Desk) -> None:
    for word in ("d3", "k7", "z0", "c1"):
        _go_to(long_desk, word)
        _settle(long_desk)
        place = (_scrolled(long_desk), long_desk.writing.verticalScrollBar().value())
        long_desk.qtbot.wait(150)
        assert (_scrolled(long_desk), long_desk.writing.verticalScrollBar().value()) == place


def test_an_article_that_is_opened_is_seen_from_its_top(long_desk: Desk) -> None:
    _settle(long_desk)
    assert _scrolled(long_desk) == 0


def test_a_click_on_a_footnote_puts_the_caret_where_it_is_written(
    start: Callable[..., Desk], blog: Path
) -> None:
    article = blog / "src/content/blog/notes.md"
    article.write_text(
        "Un[^a].\n\n[^a]: Note n1\n    et n2.\n\nDeux[^Été].\n\n[^Été]: Note n3 n4.\n\nFin.\n", "utf-8"
    )
    desk = start(article)
    desk.wait_for_page("n4")
    for word in ("n4", "n2"):
        _click_word(desk, word)
        desk.wait(partial(_is_at, desk, word))


@pytest.mark.parametrize("word", ["c5", "f6", "p7", "s7", "e7", "t8", "k8"])
def test_a_click_on_the_page_puts_the_caret_there_as_high_as_the_click(word: str, long_desk: Desk) -> None:
    _go_to(long_desk, word)
    _settle(long_desk)
    _go_to(long_desk, "Fin f6" if word != "f6" else "d6")
    _settle(long_desk)
    _click_word(long_desk, word)
    long_desk.wait(lambda: _word_at_caret(long_desk) == word)
    assert long_desk.writing.hasFocus()
    _settle(long_desk)
    assert abs(_height_on_page(long_desk, word) - _height_in_text(long_desk)) < 30


def test_the_block_of_the_caret_is_marked(long_desk: Desk) -> None:
    marked = "document.querySelector('[data-caret]')?.textContent.slice(0, 9)"
    _go_to(long_desk, "c5")
    long_desk.wait(lambda: long_desk.ask_page(marked) == "Chapitre ")
    _go_to(long_desk, "t8")
    long_desk.wait(lambda: str(long_desk.ask_page(marked)).strip().startswith("cellule"))


def test_the_line_stays_as_high_while_an_image_above_it_is_loaded(
    start: Callable[..., Desk], blog: Path
) -> None:
    image = QImage(600, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGray)
    image.save(str(blog / "public/late.png"))
    article = blog / "src/content/blog/long.md"
    article.write_text(_article().replace("## Chapitre c3", "![](/late.png)\n\n## Chapitre c3"), "utf-8")
    desk = start(article)
    desk.wait_for_page("Dernier mot z0")
    _go_to(desk, "d6")
    desk.wait(lambda: desk.ask_page("[...document.images].every(it => it.complete)") is True)
    desk.wait(lambda: abs(_height_on_page(desk, "d6") - _height_in_text(desk)) < NEAR)


def _click_word(desk: Desk, word: str) -> None:
    """Click on a word of the page where it is, which is in sight after a moment."""
    script = f"""(() => {{
        const texts = document.createTreeWalker(document.querySelector(".prose"), NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {{
            const index = texts.currentNode.data.search(/\\b{word}\\b/);
            if (index < 0) continue;
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + {len(word)});
            if (Math.abs(range.getBoundingClientRect().top - innerHeight / 2) > innerHeight / 2 - 40) {{
                texts.currentNode.parentElement.scrollIntoView({{ block: "center", behavior: "instant" }});
            }}
            const {{ left, right, top, bottom }} = range.getBoundingClientRect();
            return JSON.stringify([(left + right) / 2, (top + bottom) / 2]);
        }}
    }})()"""
    desk.ask_page(script)
    _settle(desk)
    x, y = json.loads(str(desk.ask_page(script)))
    face = desk.web_view().focusProxy()
    assert face is not None
    desk.qtbot.mouseClick(face, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def _is_at(desk: Desk, word: str) -> bool:
    return _word_at_caret(desk) == word


def _word_at_caret(desk: Desk) -> str:
    cursor = desk.writing.textCursor()
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    return cursor.selectedText()
