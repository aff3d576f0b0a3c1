"""Ways to an article: list, filter, recent files, drag and drop, links, the empty window."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton

from editor.ui.empty_state import EmptyState
from editor.ui.recent_menu import RecentMenu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QUrl

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier


def _name(desk: Desk) -> str:
    return desk.article.path.name if desk.article.path is not None else ""


def test_the_list_is_filtered_and_an_article_opened_by_keyboard(desk: Desk) -> None:
    desk.press(Qt.Key.Key_P, _CONTROL)
    desk.type("PREMIERE neige")
    desk.wait_for_articles(1)
    desk.press(Qt.Key.Key_Return)
    assert _name(desk) == "premiere-neige-au-col.md"
    assert desk.writing.hasFocus()
    desk.press(Qt.Key.Key_P, _CONTROL)
    desk.press(Qt.Key.Key_Escape)
    desk.wait_for_articles(13)
    desk.press(Qt.Key.Key_Down)
    assert desk.find(QListView, "articles").hasFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.writing.hasFocus()


def test_a_filter_that_fits_nothing_says_so(desk: Desk) -> None:
    desk.press(Qt.Key.Key_P, _CONTROL)
    desk.type("🦄")
    desk.wait_for_articles(0)
    desk.press(Qt.Key.Key_Return)
    assert desk.workspace.articles == ()
    assert "No article fits the filter." in [part.text() for part in desk.window.findChildren(QLabel)]


def test_a_recent_article_is_opened_from_the_menu(desk: Desk, blog: Path) -> None:
    desk.click_article("slow-bread.md")
    desk.click_article("small-tools.md")
    desk.run("file.close")
    desk.run("file.close")
    menu = desk.window.findChildren(RecentMenu)[0]
    shown = [action.text() for action in menu.actions() if not action.isSeparator()]
    articles = blog / "src/content/blog"
    assert shown == [str(articles / "small-tools.md"), str(articles / "slow-bread.md"), str(blog)]
    next(action for action in menu.actions() if action.text().endswith("slow-bread.md")).trigger()
    assert _name(desk) == "slow-bread.md"


def test_files_and_folders_dropped_on_the_window_are_opened(desk: Desk, tmp_path: Path) -> None:
    site = tmp_path / "notes"
    site.mkdir()
    (site / "a & b 🐝.md").write_text("Bzz.\n", "utf-8")
    desk.drop(desk.window, site / "a & b 🐝.md", site)
    assert _name(desk) == "a & b 🐝.md"
    desk.wait_for_articles(1)
    assert desk.workspace.blog is not None
    assert desk.workspace.blog.root == site


def test_the_empty_window_leads_to_a_first_article(
    start: Callable[..., Desk], blog: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    desk = start()
    empty = desk.window.findChildren(EmptyState)[0]
    # Nothing is said of a folder where none is open.
    assert not any("in this folder" in part.text() for part in desk.window.findChildren(QLabel))
    buttons = {button.text(): button for button in empty.findChildren(QPushButton)}
    choose(blog)
    desk.qtbot.mouseClick(buttons["Open the folder of a blog"], Qt.MouseButton.LeftButton)
    desk.wait_for_articles(13)
    choose(blog / "src/content/blog/slow-bread.md")
    desk.qtbot.mouseClick(buttons["Open an article"], Qt.MouseButton.LeftButton)
    assert _name(desk) == "slow-bread.md"
    assert not empty.isVisible()


def test_a_lone_file_brings_its_folder(start: Callable[..., Desk], tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text("# Seul\n", "utf-8")
    desk = start(tmp_path / "one.md")
    desk.wait_for_articles(2)
    assert _name(desk) == "one.md"


@pytest.mark.parametrize(
    ("address", "name", "line"),
    [
        ("./small-tools.md", "small-tools.md", ""),
        ("/blog/slow-bread/#the-next-day", "slow-bread.md", "## The next day"),
        ("../slow-bread/", "slow-bread.md", ""),
        ("slow-bread.md#the-next-day", "slow-bread.md", "## The next day"),
    ],
)
def test_a_link_in_the_preview_opens_the_article_it_leads_to(
    address: str, name: str, line: str, start: Callable[..., Desk], blog: Path
) -> None:
    article = blog / "src/content/blog/liens.md"
    article.write_text(f"---\ntitle: Liens\n---\n[lien]({address})\n", "utf-8")
    desk = start(blog, article)
    desk.wait_for_page(">lien</a>")
    desk.click_in_page(".prose a")
    desk.wait(lambda: _name(desk) == name)
    desk.wait(lambda: not line or desk.writing.textCursor().block().text() == line)
    if line:
        # The page has come along: the part is in sight.
        desk.wait_for_page(f'id="{address.partition("#")[2]}"')
        top = f"document.getElementById('{address.partition('#')[2]}').getBoundingClientRect().top"
        desk.wait(lambda: 0 <= float(str(desk.ask_page(top))) < desk.web_view().height())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("./nowhere.md", "There is no article at “nowhere.md”."),
        ("/blog/nowhere/#part", "There is no article at “/blog/nowhere/#part”."),
        ("/", "“/” leads to a page of the site that is not an article."),
        (
            "/images/three-mornings.jpg",
            "“/images/three-mornings.jpg” leads to a file that is not an article.",
        ),
    ],
)
def test_a_link_that_leads_to_no_article_is_told(
    address: str, words: str, start: Callable[..., Desk], blog: Path
) -> None:
    article = blog / "src/content/blog/liens.md"
    article.write_text(f"---\ntitle: Liens\n---\n[lien]({address})\n", "utf-8")
    desk = start(blog, article)
    desk.wait_for_page(">lien</a>")
    told = desk.answer("Close")
    desk.click_in_page(".prose a")
    desk.wait(lambda: bool(told))
    assert told == [words]
    assert _name(desk) == "liens.md"


def test_a_part_that_is_not_there_is_told_and_the_article_opened(
    start: Callable[..., Desk], blog: Path
) -> None:
    article = blog / "src/content/blog/liens.md"
    article.write_text("---\ntitle: Liens\n---\n[lien](/blog/slow-bread/#nowhere)\n", "utf-8")
    desk = start(blog, article)
    desk.wait_for_page(">lien</a>")
    desk.click_in_page(".prose a")
    desk.wait(lambda: desk.window.statusBar().currentMessage() == "The article has no part “nowhere”.")
    assert _name(desk) == "slow-bread.md"


def test_a_web_link_in_the_preview_is_opened_in_the_browser(
    start: Callable[..., Desk], blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_address(address: QUrl) -> bool:
        opened.append(address.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_address)
    desk = start(blog)
    desk.workspace.new_article()
    desk.type("[web](https://example.org/x)")
    desk.wait_for_page("https://example.org/x")
    desk.click_in_page("a")
    desk.wait(lambda: bool(opened))
    assert opened == ["https://example.org/x"]


def test_of_all_links_that_are_clicked_only_web_and_mail_come_to_the_desktop(
    start: Callable[..., Desk], blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    web = ("http://example.org/a", "HTTPS://example.org/b", "mailto:jo@example.org")
    others = (
        *("javascript:document.title='ran'", "java\tscript:document.title='ran'", "vbscript:x"),
        *("file:///etc/passwd", "data:text/html,<p>x", "blob:https://example.org/1", "ftp://example.org/"),
        *("tel:+33123", "sms:1", "vscode://file/etc/passwd", "ms-settings:", "steam://run/1", "x-custom:1"),
        *("view-source:https://example.org/", "chrome://gpu", "qrc:/a", "devtools://a"),
        *("filesystem:https://example.org/a", "article://blog/@files/a.md", "article://other/a"),
    )
    written = enumerate((*others, *web))
    links = [f'<p><a id="l{number}" href="{escape(it)}">lien</a></p>' for number, it in written]
    article = blog / "src/content/blog/liens.md"
    article.write_text("\n\n".join(links), "utf-8")
    desk = start(article)
    desk.wait_for_page("mailto:")
    # On the page's own host an address is an article's, and there is none.
    answered = desk.answer("Close")
    for number in range(len(links)):
        desk.ask_page(f"document.querySelector('#l{number}').scrollIntoView()")
        desk.click_in_page(f"#l{number}")
    desk.wait(lambda: len(opened) == len(web))
    assert opened == ["http://example.org/a", "https://example.org/b", "mailto:jo@example.org"]
    assert desk.ask_page("document.title") == "Article"
    assert desk.ask_page("location.protocol") == "article:"
    assert answered == ["There is no article at “/@files/a.md”."]


@pytest.mark.parametrize("address", ["about:blank", "//["])
def test_a_link_that_the_engine_follows_unasked_leads_back(address: str, desk: Desk) -> None:
    desk.workspace.new_article()
    desk.type(f"<a href='{address}'>lien</a>")
    desk.wait_for_page("lien")
    loaded: list[bool] = []
    desk.web_view().page().loadFinished.connect(loaded.append)
    desk.click_in_page("a")
    desk.wait(lambda: bool(loaded))
    desk.wait_for_page("lien")
    assert desk.ask_page("location.protocol") == "article:"


def test_a_new_article_is_replaced_by_the_one_opened_unless_something_is_in_it(desk: Desk) -> None:
    desk.workspace.new_article()
    desk.click_article("slow-bread.md")
    assert len(desk.workspace.articles) == 1
    desk.workspace.new_article()
    desk.type("Une idée")
    desk.click_article("small-tools.md")
    assert len(desk.workspace.articles) == 3


def test_articles_written_by_others_are_listed_after_a_refresh(desk: Desk, blog: Path) -> None:
    (blog / "src/content/blog/venu-d-ailleurs.md").write_text("# Venu\n", "utf-8")
    desk.press(Qt.Key.Key_F5)
    desk.wait_for_articles(14)


def test_the_filter_stays_while_the_list_changes(desk: Desk, blog: Path) -> None:
    desk.press(Qt.Key.Key_P, _CONTROL)
    desk.type("bread")
    desk.wait_for_articles(1)
    (blog / "src/content/blog/more-bread.md").write_text("# More\n", "utf-8")
    desk.run("file.refresh")
    desk.wait_for_articles(2)
    assert desk.find(QLineEdit, "filter").text() == "bread"
