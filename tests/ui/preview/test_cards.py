"""The current article as a search result and a card, as the form is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.ui.background import Background
from editor.ui.open_article import OpenArticle
from editor.ui.preview.cards import CardsFeed
from editor.ui.preview.feed import PreviewFeed
from editor.ui.preview.view import PreviewView
from editor.ui.workspace import Workspace
from tests.ui.preview.engine_session import DARK, LIGHT, answer_of, with_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = with_engine
ARTICLE = "---\ntitle: Été 😀\ndescription: Un résumé\nheroImage: ./a.png\n---\n\nLe texte.\n"
LONG = "\n\n".join("texte " * 40 for _ in range(60))
TREE = "[...document.documentElement.children].at(-1).shadowRoot"
HAS_CARDS = "document.documentElement.children.length === 3"


class Desk:
    """A preview with its feeds, and one article of a blog."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.file = folder / "src" / "content" / "blog" / "mon-article.md"
        self.file.parent.mkdir(parents=True)
        self.file.write_text(ARTICLE + LONG, "utf-8")
        (folder / "astro.config.mjs").write_text("export default { site: 'https://e.example' }", "utf-8")
        self.background = Background()
        self.workspace = Workspace()
        self.view = PreviewView(LIGHT)
        self.view.resize(600, 500)
        self.feeds = (
            PreviewFeed(self.workspace, self.background, self.view),
            CardsFeed(self.workspace, self.background, self.view),
        )
        self.view.show()
        article = self.workspace.open_file(self.file)
        assert isinstance(article, OpenArticle)
        self.article = article
        self.wait_for("document.querySelector('h1')?.textContent", "Été 😀")

    def show_face(self, face: str) -> None:
        self.feeds[1].show_face(face)

    def ask(self, script: str) -> object:
        return answer_of(self.view._page, script)

    def wait_for(self, script: str, answer: object = True) -> None:
        self.qtbot.waitUntil(lambda: self.ask(script) == answer)

    def wait_for_title(self, title: str) -> None:
        self.wait_for(f"{TREE}?.querySelector('.result .title').textContent", title)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.background.finish()
    desk.view.close()
    for part in (desk.view, desk.workspace, desk.background):
        part.deleteLater()


def test_cards_lie_over_the_page_and_leave_it_where_it_was(desk: Desk) -> None:
    # An image that comes later moves what is in view, and the place with it.
    desk.wait_for("[...document.images].every((image) => image.complete)")
    desk.ask("scrollTo(0, 700)")
    desk.show_face("cards")
    desk.wait_for_title("Été 😀")
    corner = f"document.elementFromPoint(5, 5) === {TREE}.host"
    assert desk.ask(corner) is True
    assert desk.ask("document.body.inert") is True
    assert desk.ask(f"{TREE}.querySelector('.trail').textContent") == "https://e.example › mon-article"
    desk.show_face("page")
    desk.wait_for(f"!({HAS_CARDS})")
    assert desk.ask("document.body.inert") is False
    assert desk.ask("scrollY") == 700


def test_cards_follow_the_form(desk: Desk) -> None:
    desk.show_face("cards")
    desk.wait_for_title("Été 😀")
    desk.article.set_field("title", "Autre titre")
    desk.wait_for_title("Autre titre")
    desk.article.set_field("description", "Très " * 60)
    desk.wait_for(f"{TREE}.querySelectorAll('.result .cut').length", 1)
    desk.article.remove_field("title")
    desk.wait_for(f"{TREE}.querySelectorAll('.title .empty').length", 2)


def test_the_picture_is_the_hero_or_a_box_that_names_it(desk: Desk) -> None:
    desk.show_face("cards")
    desk.wait_for(f"{TREE}?.querySelector('img')?.getAttribute('src')", "article://blog/@missing/a.png")
    ratio = f"(({{width, height}}) => width / height)({TREE}.querySelector('.image').getBoundingClientRect())"
    assert desk.ask(ratio) == pytest.approx(1200 / 630, abs=0.01)


def test_no_style_of_the_page_reaches_the_cards(desk: Desk) -> None:
    desk.view.hold(
        "setStyle", "* { color: rgb(1, 2, 3) !important; font-size: 99px !important; display: none }"
    )
    desk.show_face("cards")
    desk.wait_for_title("Été 😀")
    size = f"getComputedStyle({TREE}.querySelector('.result .title')).fontSize"
    assert desk.ask(size) == "20px"
    assert desk.ask(f"getComputedStyle({TREE}.host).display") == "block"
    assert desk.ask(f"getComputedStyle({TREE}.querySelector('main')).color") != "rgb(1, 2, 3)"
    assert desk.ask("document.elementFromPoint(5, 5)?.shadowRoot !== null") is True


def test_cards_are_dark_when_the_page_is(desk: Desk) -> None:
    desk.show_face("cards")
    desk.wait_for_title("Été 😀")
    desk.view.set_theme(DARK)
    desk.wait_for(f"getComputedStyle({TREE}.querySelector('main')).colorScheme", "dark")


def test_another_article_has_its_own_cards_and_none_has_none(desk: Desk, tmp_path: Path) -> None:
    desk.show_face("cards")
    desk.wait_for_title("Été 😀")
    other = desk.workspace.new_article()
    desk.wait_for(f"{TREE}?.querySelector('.trail').textContent", "https://e.example › article")
    desk.workspace.close(other)
    desk.wait_for_title("Été 😀")
    desk.workspace.close(desk.article)
    desk.wait_for(f"!({HAS_CARDS})")


def test_a_page_that_is_loaded_anew_has_its_cards(desk: Desk) -> None:
    desk.show_face("cards")
    desk.wait_for_title("Été 😀")
    desk.view._load()
    desk.qtbot.waitUntil(lambda: desk.view._ready)
    desk.wait_for_title("Été 😀")
