"""Several articles open at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from editor.ui.article_tabs import ArticleTabs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier


def _click(desk: Desk, place: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    tabs = desk.window.findChildren(ArticleTabs)[0]
    desk.qtbot.mouseClick(tabs, button, pos=tabs.tabRect(place).center())


def _titles(desk: Desk) -> list[str]:
    tabs = desk.window.findChildren(ArticleTabs)[0]
    return [tabs.tabText(place) for place in range(tabs.count())]


def test_each_article_keeps_caret_place_and_history(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    desk.type("Unique 🍞 ")
    desk.press(Qt.Key.Key_End, _CONTROL)
    caret = desk.writing.textCursor().position()
    desk.wait(lambda: desk.writing.verticalScrollBar().value() > 0)
    scrolled = desk.writing.verticalScrollBar().value()
    desk.click_article("small-tools.md")
    desk.type("two ")
    _click(desk, 0)
    assert desk.article.path is not None
    assert desk.article.path.name == "slow-bread.md"
    assert desk.writing.textCursor().position() == caret
    assert desk.writing.verticalScrollBar().value() == scrolled
    assert _titles(desk) == ["• slow-bread.md", "• small-tools.md"]
    desk.press(Qt.Key.Key_Z, _CONTROL)
    assert "Unique" not in desk.article.body_text()
    assert _titles(desk) == ["slow-bread.md", "• small-tools.md"]
    _click(desk, 1)
    assert "two " in desk.article.body_text()


def test_the_middle_button_closes_a_tab(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    desk.click_article("small-tools.md")
    _click(desk, 0, Qt.MouseButton.MiddleButton)
    assert _titles(desk) == ["small-tools.md"]
    assert desk.article.path is not None
    assert desk.article.path.name == "small-tools.md"


def test_keys_go_round_the_tabs(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    desk.click_article("small-tools.md")
    desk.press(Qt.Key.Key_PageDown, _CONTROL)
    assert desk.article is desk.workspace.articles[0]
    desk.press(Qt.Key.Key_PageUp, _CONTROL)
    assert desk.article is desk.workspace.articles[1]


def test_what_is_being_written_in_the_form_stays_with_its_article(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    first = desk.article
    desk.click_article("small-tools.md")
    second = desk.article
    date = desk.field("Date")
    desk.qtbot.mouseClick(date, Qt.MouseButton.LeftButton)
    date.selectAll()
    desk.type("2024-02-29")
    desk.press(Qt.Key.Key_PageDown, _CONTROL)
    assert desk.article is first
    assert second.is_modified()
    assert not first.is_modified()


def test_two_articles_of_the_same_name_are_two(desk: Desk, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.md").write_text(f"In {folder} 🐑.\n", "utf-8")
    first = desk.open(tmp_path / "a/same.md")
    second = desk.open(tmp_path / "b/same.md")
    desk.type("Only b. ")
    desk.run("file.save")
    assert first is not second
    assert (tmp_path / "a/same.md").read_text("utf-8") == "In a 🐑.\n"
    assert (tmp_path / "b/same.md").read_text("utf-8") == "Only b. In b 🐑.\n"
    assert desk.workspace.open_file(tmp_path / "a/../a/same.md") is first


def test_an_article_behind_a_link_is_opened_once_and_belongs_where_it_was_found(
    desk: Desk, blog: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "vault.md").write_text("---\ntitle: Coffre\n---\n", "utf-8")
    link = blog / "src/content/blog/notes"
    link.symlink_to(notes)
    article = desk.open(link / "vault.md")
    assert article.blog.root == blog
    assert desk.workspace.open_file(notes / "vault.md") is article
