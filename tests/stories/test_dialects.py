"""How the Markdown of a blog is read: shown, chosen by the writer, remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from editor.article.files import read_file
from editor.ui.preview.frame import PreviewFrame

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

TEXT = "Été -- oui.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Answer an Astro site of version 6 with two articles, whose Markdown has plugins."""
    root = tmp_path / "site été"
    articles = root / "src" / "content" / "blog"
    articles.mkdir(parents=True)
    (root / "package.json").write_text('{"dependencies": {"astro": "^6.0.0"}}', "utf-8")
    plugins = "'remark-toc', 'remark-emoji', 'remark-code', 'rehype-wrap', 'remark-oembed', 'remark-gfm'"
    settings = f"export default {{ markdown: {{ remarkPlugins: [{plugins}] }} }};"
    (root / "astro.config.mjs").write_text(settings, "utf-8")
    for name in ("a.md", "b.md"):
        (articles / name).write_text(TEXT, "utf-8")
    return root


def notes(desk: Desk) -> list[str]:
    """Answer what the preview says below the page."""
    frame = desk.window.findChild(PreviewFrame)
    assert frame is not None
    return [each.text() for each in frame.findChildren(QLabel, "quiet") if each.isVisible() and each.text()]


def test_the_dialect_is_shown_and_chosen_for_all_articles_of_the_blog(
    start: Callable[..., Desk], site: Path
) -> None:
    articles = site / "src" / "content" / "blog"
    desk = start(articles / "a.md", articles / "b.md")
    assert "Astro with remark" in desk.status()
    desk.wait(lambda: "Été — oui." in desk.page())
    button = desk.find(QToolButton, "dialect")
    menu = button.menu()
    assert menu is not None
    shown: list[list[str]] = []
    menu.aboutToShow.connect(lambda: shown.append([it.text() for it in menu.actions() if it.isChecked()]))
    menu.aboutToShow.connect(lambda: pick(menu, "Astro"), Qt.ConnectionType.QueuedConnection)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown == [["Markdown as the blog says"]]
    desk.wait(lambda: "Été – oui." in desk.page())
    assert desk.status().endswith("Astro")
    desk.workspace.open_file(articles / "a.md")
    desk.wait(lambda: "Été – oui." in desk.page())
    assert read_file(articles / "a.md") == TEXT.encode()


def pick(menu: QMenu, text: str) -> None:
    """Choose the entry of an open menu."""
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_the_choice_is_remembered_until_it_is_taken_back(
    start: Callable[..., Desk], site: Path, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    article = site / "src" / "content" / "blog" / "a.md"
    desk = start(article)
    desk.run("dialect.python_markdown")
    desk.wait(lambda: "Été -- oui." in desk.page())
    desk.window.close()
    again = start(article)
    assert "Python-Markdown" in again.status()
    again.wait(lambda: "Été -- oui." in again.page())
    exported = tmp_path / "a.html"
    choose(exported)
    again.run("export.html")
    again.wait(exported.exists)
    assert "Été -- oui." in exported.read_text("utf-8")
    again.run("dialect.as_blog")
    again.wait(lambda: "Été — oui." in again.page())
    assert "Astro with remark" in again.status()


def test_another_place_is_another_blog(start: Callable[..., Desk], site: Path, tmp_path: Path) -> None:
    article = site / "src" / "content" / "blog" / "a.md"
    desk = start(article)
    desk.run("dialect.python_markdown")
    desk.workspace.save(desk.article, tmp_path / "seul.md")
    assert desk.status().endswith("Astro")
    desk.wait(lambda: "Été – oui." in desk.page())


def test_plugins_that_the_page_does_not_show_are_named(
    start: Callable[..., Desk], site: Path, tmp_path: Path
) -> None:
    desk = start(site / "src" / "content" / "blog" / "a.md")
    folded = "This blog also runs remark-toc, remark-emoji, remark-code and 2 more: not shown here."
    assert notes(desk) == [folded]
    (unfold,) = (it for it in desk.window.findChildren(QToolButton, "unfold") if it.isVisible())
    desk.qtbot.mouseClick(unfold, Qt.MouseButton.LeftButton)
    assert notes(desk) == [folded.replace(" and 2 more", ", rehype-wrap, remark-oembed")]
    assert not unfold.isVisible()
    desk.run("dialect.python_markdown")
    assert notes(desk) == []
    (tmp_path / "seul.md").write_text(TEXT, "utf-8")
    desk.open(tmp_path / "seul.md")
    assert notes(desk) == []
    (tmp_path / "mkdocs.yml").write_text("markdown_extensions: f()\n", "utf-8")
    (tmp_path / "autre.md").write_text(TEXT, "utf-8")
    desk.open(tmp_path / "autre.md")
    assert notes(desk) == ["The settings in mkdocs.yml cannot be read: the page follows the usual ones."]
