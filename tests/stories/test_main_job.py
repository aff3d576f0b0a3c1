"""Open an article, edit form and text, see it, save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_word_typed_appears_in_the_preview_and_only_it_reaches_the_file(desk: Desk, blog: Path) -> None:
    path = blog / "src/content/blog/slow-bread.md"
    before = path.read_bytes()
    desk.click_article("slow-bread.md")
    desk.wait_for_page("Slow Bread")
    desk.type("Warm words. 🍞 ")
    desk.wait_for_page("Warm words.")
    desk.press(Qt.Key.Key_S, _CONTROL)
    desk.wait(lambda: not desk.article.is_modified())
    head, fence, body = before.partition(b"---\r\n\r\n")
    assert fence
    assert path.read_bytes() == head + fence + "Warm words. 🍞 ".encode() + body


def test_opening_and_saving_writes_nothing(desk: Desk, blog: Path) -> None:
    path = blog / "src/content/blog/slow-bread.md"
    stamp = path.stat().st_mtime_ns, path.stat().st_ino
    desk.click_article("slow-bread.md")
    desk.run("file.save")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == stamp


def test_the_title_typed_in_the_form_changes_the_titles_bytes_only(desk: Desk, blog: Path) -> None:
    path = blog / "src/content/blog/premiere-neige-au-col.md"
    before = path.read_bytes()
    desk.click_article("premiere-neige-au-col.md")
    title = desk.field("Title")
    old = title.text().encode()
    desk.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    desk.press(Qt.Key.Key_End)
    desk.type(" : l’été d’après")
    desk.wait_for_page("l’été d’après")
    desk.run("file.save")
    after = path.read_bytes()
    assert "l’été d’après".encode() in after
    lines = [(a, b) for a, b in zip(before.split(b"\n"), after.split(b"\n"), strict=True) if a != b]
    assert len(lines) == 1
    assert old in lines[0][0]


def test_bold_toggles_and_is_one_step_to_undo(desk: Desk) -> None:
    desk.click_article("premiere-neige-au-col.md")
    before = desk.article.body_text()
    desk.press(Qt.Key.Key_B, _CONTROL)
    assert desk.article.body_text() != before
    desk.press(Qt.Key.Key_B, _CONTROL)
    assert desk.article.body_text() == before
    desk.press(Qt.Key.Key_B, _CONTROL)
    desk.press(Qt.Key.Key_Z, _CONTROL)
    assert desk.article.body_text() == before


def test_return_continues_a_list(desk: Desk) -> None:
    desk.workspace.new_article()
    desk.type("- un")
    desk.press(Qt.Key.Key_Return)
    desk.type("deux")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    desk.type("fin")
    assert desk.article.body_text() == "- un\n- deux\n\nfin"


def test_no_break_spaces_survive_typing_and_saving(desk: Desk, blog: Path) -> None:
    desk.click_article("premiere-neige-au-col.md")
    desk.type("Vite\u202f! «\u00a0Oui\u00a0» ")
    desk.run("file.save")
    text = (blog / "src/content/blog/premiere-neige-au-col.md").read_text("utf-8")
    assert "Vite\u202f! «\u00a0Oui\u00a0» " in text


def test_a_new_article_gets_its_file_name_from_the_title(
    desk: Desk, blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(*arguments: object) -> tuple[str, str]:
        proposed.append(str(arguments[2]))
        return str(arguments[2]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    desk.workspace.new_article()
    desk.wait(lambda: desk.window.desk.front_matter.header.source() != "")
    desk.qtbot.mouseClick(desk.field("Title"), Qt.MouseButton.LeftButton)
    desk.type("Été à Paris")
    desk.qtbot.mouseClick(desk.writing.viewport(), Qt.MouseButton.LeftButton)
    desk.type("Bonjour.")
    desk.run("file.save")
    place = blog / "src/content/blog/été-à-paris.md"
    assert proposed == [str(place)]
    assert place.read_text("utf-8") == '---\ntitle: "Été à Paris"\n---\nBonjour.'  # as its neighbours
    desk.wait_for_articles(14)


def test_the_next_start_shows_what_was_open(start: Callable[..., Desk], blog: Path) -> None:
    first = start(blog)
    first.wait_for_articles(13)
    first.click_article("slow-bread.md")
    first.click_article("three-mornings-on-the-river.md")
    first.run("view.preview")
    first.window.close()
    second = start()
    second.wait_for_articles(13)
    assert [article.path.name for article in second.workspace.articles if article.path] == [
        "slow-bread.md",
        "three-mornings-on-the-river.md",
    ]
    assert second.article.path is not None
    assert second.article.path.name == "three-mornings-on-the-river.md"
    assert not second.window.desk.preview.isVisible()


def test_words_are_found_one_after_the_other(desk: Desk) -> None:
    desk.click_article("premiere-neige-au-col.md")
    desk.press(Qt.Key.Key_F, _CONTROL)
    desk.type("le")
    desk.press(Qt.Key.Key_Return)
    first = desk.writing.textCursor().selectionStart()
    desk.press(Qt.Key.Key_Return)
    assert desk.writing.textCursor().selectedText().casefold() == "le"
    assert desk.writing.textCursor().selectionStart() > first
    desk.press(Qt.Key.Key_Escape)
    assert desk.writing.hasFocus()
