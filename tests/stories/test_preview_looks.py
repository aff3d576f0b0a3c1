"""How the preview shows the article: style, light, width, cards, chosen in menus and strip and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_CARDS = "document.documentElement.lastElementChild.shadowRoot"


def _is_checked(desk: Desk, command: str) -> bool:
    desk.window.actions_by_id.refresh()
    return desk.window.actions_by_id.action(command).isChecked()


def _wait_for(desk: Desk, script: str, answer: object) -> None:
    desk.wait(lambda: desk.ask_page(script) == answer)


def test_what_is_chosen_shows_at_once_and_stays(start: Callable[..., Desk], blog: Path) -> None:
    desk = start(blog)
    desk.wait_for_articles(13)
    desk.click_article("premiere-neige-au-col.md")
    desk.wait_for_page("Première neige")
    desk.run("preview.style_blog")
    _wait_for(desk, "getComputedStyle(document.body).paddingLeft", "22.5px")
    desk.run("preview.paint_dark")
    _wait_for(desk, "getComputedStyle(document.documentElement).backgroundColor", "rgb(25, 27, 32)")
    desk.run("preview.width_phone")
    _wait_for(desk, "innerWidth", 390.0)
    desk.window.close()
    desk = start()
    desk.wait_for_page("Première neige")
    _wait_for(desk, "getComputedStyle(document.documentElement).backgroundColor", "rgb(25, 27, 32)")
    _wait_for(desk, "innerWidth", 390.0)
    for command in ("preview.style_blog", "preview.paint_dark", "preview.width_phone"):
        assert _is_checked(desk, command)
    desk.run("preview.style_reading")
    desk.run("preview.paint_window")
    desk.run("preview.width_desk")
    _wait_for(desk, "document.documentElement.dataset.theme", "light")
    _wait_for(desk, "innerWidth", float(desk.window.desk.preview.width()))


def test_a_style_of_ones_own_is_chosen_as_a_file(
    desk: Desk, choose: Callable[[Path | str], list[str]], tmp_path: Path
) -> None:
    sheet = tmp_path / "mon style.css"
    sheet.write_text("body { color: rgb(1, 2, 3) }", "utf-8")
    desk.click_article("slow-bread.md")
    desk.wait_for_page("Slow Bread")
    choose("")
    desk.run("preview.style_file")
    assert _is_checked(desk, "preview.style_reading")
    choose(sheet)
    desk.run("preview.style_file")
    _wait_for(desk, "getComputedStyle(document.body).color", "rgb(1, 2, 3)")
    assert _is_checked(desk, "preview.style_file")
    sheet.unlink()
    desk.wait(lambda: any("mon style.css" in words for words in desk.texts(desk.window)))


def test_cards_are_chosen_in_the_strip_and_follow_the_form(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    desk.wait_for_page("Slow Bread")
    buttons = {button.text(): button for button in desk.window.findChildren(QToolButton)}
    desk.qtbot.mouseClick(buttons["Search and social"], Qt.MouseButton.LeftButton)
    _wait_for(
        desk, f"{_CARDS}?.querySelector('.trail').textContent", "https://la-marge.example › blog › slow-bread"
    )
    title = desk.field("Title")
    title.setFocus()
    title.selectAll()
    desk.type("Un pain très lent, écrit si longuement que les moteurs de recherche le couperaient 😀", title)
    _wait_for(desk, f"{_CARDS}.querySelector('.result .cut').textContent", " recherche le couperaient 😀")
    desk.qtbot.mouseClick(buttons["Page"], Qt.MouseButton.LeftButton)
    _wait_for(desk, f"{_CARDS} === null", True)
    assert _is_checked(desk, "preview.page")


def test_the_page_is_in_the_language_of_the_article(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    _wait_for(desk, "document.documentElement.lang", "en")
    desk.click_article("premiere-neige-au-col.md")
    _wait_for(desk, "document.documentElement.lang", "fr")
