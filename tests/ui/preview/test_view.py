"""The preview pane: what is on the page, and what stays when it changes."""

from __future__ import annotations

import os
import random
import signal
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor.rendering.live.page import Passage
from editor.rendering.page import PageHead
from editor.ui.preview.addresses import image_address
from editor.ui.preview.serving import ServedFolders
from editor.ui.preview.updates import PreviewPage
from editor.ui.preview.view import PreviewView
from tests.ui.preview.engine_session import DARK, LIGHT, answer_of, with_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = with_engine
HEAD = PageHead("Été 😀", day=date(2022, 7, 8), language="fr")
LONG = [f"<p>{number} {'texte ' * 40}</p>\n" for number in range(60)]


class Shown:
    """A preview on a screen, and questions to it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.view = PreviewView(LIGHT)
        self.view.resize(600, 500)
        self.view.show()

    def show(self, blocks: Iterable[str], head: PageHead | None = None, key: str = "a") -> None:
        """Show a page and wait for it."""
        self.send(blocks, head, key)
        self.wait_for_page()

    def send(self, blocks: Iterable[str], head: PageHead | None = None, key: str = "a") -> None:
        """Hand a page over."""
        self.view.show_page(PreviewPage(key, head, tuple(Passage(html, 1) for html in blocks)))

    def wait_for_page(self) -> None:
        """Wait until all that was handed over is on the page."""
        self.qtbot.waitUntil(lambda: self.view._shown is not None and self.view._shown is self.view._wanted)

    def ask(self, script: str) -> object:
        """Answer what a script makes of the page."""
        return answer_of(self.view._page, script)

    def wait_for(self, script: str) -> None:
        """Wait until a script answers true."""
        self.qtbot.waitUntil(lambda: self.ask(script) is True)

    def wait_for_frames(self) -> None:
        """Wait until the page was painted twice, with whatever the engine does of itself by then."""
        again = "requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.painted = true }))"
        self.ask(f"globalThis.painted = false; {again}; true")
        self.wait_for("painted")

    def html(self) -> object:
        """Answer the HTML of the article."""
        return self.ask("document.querySelector('article').innerHTML")

    def top_of(self, selector: str) -> float:
        """Answer where an element begins below the top of the pane, in CSS pixels."""
        top = self.ask(f"document.querySelector({selector!r}).getBoundingClientRect().top")
        assert isinstance(top, float)
        return top


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(qtbot)
    yield shown
    shown.view.close()
    shown.view.deleteLater()


def test_head_and_blocks_stand_on_the_page_as_on_the_blog(shown: Shown) -> None:
    shown.show(["<h2>A</h2>\n", "<p>é 😀</p>\n"], HEAD)
    tags = "[...document.querySelectorAll('.prose > *')].map(element => element.localName).join()"
    assert shown.ask(tags) == "div,h2,p"
    assert shown.ask("document.querySelector('h1').textContent") == "Été 😀"
    assert shown.ask("document.querySelector('p').textContent") == "é 😀"


def test_a_head_is_changed_and_hidden(shown: Shown) -> None:
    shown.show(["<p>a</p>"], HEAD)
    shown.show(["<p>a</p>"], PageHead("Autre", hero="data:image/gif;base64,R0lGODlhAQABAAAAACw="))
    assert shown.ask("document.querySelector('h1').textContent") == "Autre"
    assert shown.ask("document.querySelector('article').firstElementChild.className") == "hero-image"
    shown.show(["<p>a</p>"], None)
    assert shown.ask("document.querySelector('.prose').innerHTML.trim()") == "<p>a</p>"
    assert shown.ask("document.querySelector('.hero-image') === null") is True


def blocks_of(chance: random.Random) -> str:
    texts = (
        "<p>é 😀</p>\n",
        "<p>b</p>\n",
        "",
        "text\n",
        "<!-- c -->\n",
        "<ul><li>a</li></ul>\n",
        "<p>x</p><p>y</p>\n",
    )
    frames = (
        "<details><summary>s</summary><p>d</p></details>\n",
        "<tr><td>stray</td></tr>",
        "</div><p>open\n",
    )
    return chance.choice(texts + frames)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_the_page_is_the_same_as_a_fresh_one(seed: int, shown: Shown) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    blocks = [blocks_of(chance) for _ in range(8)]
    head: PageHead | None = HEAD
    for number in range(25):
        start = chance.randrange(len(blocks) + 1)
        end = min(len(blocks), start + chance.randrange(4))
        blocks[start:end] = [blocks_of(chance) for _ in range(chance.randrange(4))]
        head = chance.choice((head, None, HEAD, PageHead("b")))
        if number % 3:
            shown.send(blocks, head)
        else:
            shown.show(blocks, head)
    shown.show(blocks, head)
    patched = shown.html()
    shown.show(blocks, head, key="fresh")
    assert patched == shown.html()


def test_what_did_not_change_is_not_touched(shown: Shown) -> None:
    shown.show(["<p>a</p>", "<p>b</p>", "<p>c</p>"], HEAD)
    shown.ask("for (const element of document.querySelectorAll('p, h1')) element.kept = true")
    shown.show(["<p>a</p>", "<p>new</p>", "<p>x</p>", "<p>c</p>"], HEAD)
    kept = "[...document.querySelectorAll('h1, p')].map(element => element.kept === true).join()"
    assert shown.ask(kept) == "true,true,false,false,true"


def test_of_pages_that_come_while_one_is_on_its_way_only_the_last_is_sent(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.show(["<p>a</p>"])
    sent: list[str] = []
    run = shown.view._page.runJavaScript

    def count(script: str, world: int, done: Callable[[object], None]) -> None:
        sent.append(script)
        run(script, world, done)

    monkeypatch.setattr(shown.view._page, "runJavaScript", count)
    for number in range(20):
        shown.send([f"<p>{number}</p>"])
    shown.wait_for_page()
    monkeypatch.undo()
    calls = [f'articlePage.patch([[0, 1, ["<p>{number}</p>"]]], true)' for number in (0, 19)]
    assert [script.count(call) for script, call in zip(sent, calls, strict=True)] == [1, 1]
    assert shown.ask("document.querySelector('.prose').textContent.trim()") == "19"


def test_a_page_that_does_not_come_is_asked_for_again(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.show(["<p>a</p>"])
    asked: list[QUrl] = []
    monkeypatch.setattr(shown.view._page, "load", asked.append)
    shown.view._load()
    shown.view._page.loadFinished.emit(False)
    shown.qtbot.waitUntil(lambda: len(asked) == 2)
    monkeypatch.undo()
    shown.view._load()
    shown.show(["<p>b</p>"])
    assert shown.ask("document.querySelector('p').textContent") == "b"


def test_a_hidden_pane_is_sent_nothing_and_catches_up(shown: Shown) -> None:
    shown.show(["<p>a</p>"])
    shown.view.hide()
    shown.send(["<p>b</p>"])
    assert shown.ask("document.querySelector('p').textContent") == "a"
    shown.view.show()
    shown.wait_for_page()
    assert shown.ask("document.querySelector('p').textContent") == "b"


def test_what_goes_above_the_view_leaves_the_text_in_it_where_it_is(shown: Shown) -> None:
    shown.show(LONG, HEAD)
    shown.ask("document.querySelectorAll('.prose > p')[30].id = 'here'; here.scrollIntoView()")
    before = shown.top_of("#here")
    shown.show([*LONG[:5], *LONG[10:]], HEAD)
    shown.wait_for_frames()
    assert abs(shown.top_of("#here") - before) < 1
    shown.show([*LONG[:5], *LONG[10:]], None)
    shown.wait_for_frames()
    assert abs(shown.top_of("#here") - before) < 1


def test_an_edit_at_the_top_of_the_view_does_not_move_the_view(shown: Shown) -> None:
    shown.show(LONG)
    shown.ask("document.querySelectorAll('.prose > p')[30].scrollIntoView(); scrollBy(0, 20)")
    before = shown.ask("scrollY")
    shown.show([*LONG[:30], "<p>short</p>", *LONG[31:]])
    shown.wait_for_frames()
    assert shown.ask("scrollY") == before
    shown.show([*LONG[:30], f"<p>{'long ' * 900}</p>", *LONG[31:]])
    shown.wait_for_frames()
    assert shown.ask("scrollY") == before


@pytest.mark.parametrize("place", [2, len(LONG) - 2])
def test_what_is_written_out_of_view_comes_into_view(place: int, shown: Shown) -> None:
    shown.show(LONG)
    shown.ask(f"document.querySelectorAll('.prose > p')[{len(LONG) // 2}].scrollIntoView()")
    shown.show([*LONG[:place], '<p id="new">new</p>', *LONG[place + 1 :]])
    shown.wait_for_frames()
    top = shown.top_of("#new")
    assert top >= 0
    assert shown.ask(f"{top} <= innerHeight")


def test_an_article_that_comes_back_gets_its_place_back(shown: Shown) -> None:
    shown.show(LONG)
    shown.ask("scrollTo(0, 900)")
    shown.show(LONG, key="b")
    assert shown.ask("scrollY") == 0
    shown.show(LONG, key="a")
    assert shown.ask("scrollY") == 900


def test_an_image_is_moved_and_not_loaded_anew(shown: Shown, tmp_path: Path) -> None:
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(tmp_path / "a.png"))
    shown.view.set_blog(ServedFolders(tmp_path))
    source = image_address("a.png", tmp_path / "a.png", tmp_path)
    shown.show([f'<p>a <img src="{source}" alt="x" width="20"></p>'])
    shown.wait_for("document.images[0].naturalWidth === 40")
    shown.ask("document.images[0].kept = true")
    shown.show([f'<p>ab <img src="{source}" alt="y" title="t"></p>'])
    image = shown.ask("(({kept, outerHTML}) => `${kept} ${outerHTML}`)(document.images[0])")
    assert image == f'true <img src="{source}" alt="y" title="t">'


def test_what_the_reader_unfolded_stays_unfolded_while_it_is_written(shown: Shown) -> None:
    shown.show(["<details><summary>a</summary></details>"])
    shown.ask("document.querySelector('details').open = true")
    shown.show(["<details><summary>ab</summary></details>"])
    assert shown.ask("document.querySelector('details').open") is True
    shown.show(["<details open><summary>ab</summary></details>"])
    shown.show(["<details><summary>ab</summary></details>"])
    assert shown.ask("document.querySelector('details').open") is False


def test_the_page_is_light_or_dark_as_the_theme(shown: Shown) -> None:
    shown.show(["<p>a</p>"])
    assert shown.ask("document.documentElement.dataset.theme") == "light"
    shown.view.set_theme(DARK)
    assert shown.view._page.backgroundColor() == DARK.colour("base")
    shown.wait_for("getComputedStyle(document.documentElement).colorScheme === 'dark'")


def test_a_message_stands_in_place_of_the_page_until_a_page_comes(shown: Shown) -> None:
    shown.show(["<p>a</p>"])
    shown.view.show_message("Nothing here")
    assert shown.view._message.isVisible()
    assert shown.view._message.text() == "Nothing here"
    assert not shown.view._view.isVisible()
    shown.show(["<p>b</p>"])
    assert shown.view._view.isVisible()
    assert shown.ask("document.querySelector('p').textContent") == "b"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_crash_of_the_engine_is_got_over_but_not_for_ever(shown: Shown) -> None:
    shown.show(["<p>a</p>"], HEAD)
    os.kill(shown.view._page.renderProcessPid(), signal.SIGKILL)
    shown.qtbot.waitUntil(lambda: shown.view._crashes == 1)
    shown.qtbot.waitUntil(lambda: shown.view._crashes == 0)
    assert shown.ask("document.querySelector('p').textContent") == "a"
    for _ in range(3):
        crashed = shown.view._page.RenderProcessTerminationStatus.CrashedTerminationStatus
        shown.view._page.renderProcessTerminated.emit(crashed, 1)
    assert shown.view._message.isVisible()
    shown.send(["<p>b</p>"], HEAD)
    assert shown.view._message.isVisible()
    shown.show(["<p>c</p>"], HEAD, key="other")
    assert shown.ask("document.querySelector('p').textContent") == "c"


def test_a_page_that_does_not_answer_is_built_anew(shown: Shown) -> None:
    shown.show(["<p>a</p>"], HEAD)
    shown.ask("articlePage = null; true")
    shown.show(["<p>b</p>"], HEAD)
    assert shown.ask("document.querySelector('h1 ~ hr, p').localName") == "hr"
    assert shown.ask("document.querySelector('p').textContent") == "b"


def test_the_context_menu_copies_and_selects(shown: Shown) -> None:
    shown.show(["<p>Un texte</p>"])
    shown.view._view.customContextMenuRequested.emit(QPoint(10, 10))
    menu = shown.view.findChild(QMenu)
    assert menu is not None
    copy, select = menu.actions()
    select.trigger()
    shown.wait_for("getSelection().toString().includes('Un texte')")
    shown.qtbot.waitUntil(copy.isEnabled)
    copy.trigger()
    shown.qtbot.waitUntil(lambda: "Un texte" in QApplication.clipboard().text())
    menu.close()


def click(shown: Shown, selector: str) -> None:
    """Click on an element as a reader does."""
    place = shown.ask(
        f"(({{x, y, width, height}}) => `${{x + width / 2}} ${{y + height / 2}}`)"
        f"(document.querySelector({selector!r}).getBoundingClientRect())"
    )
    x, y = (round(float(number)) for number in str(place).split())
    target = shown.view._view.focusProxy()
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


@pytest.mark.parametrize("attributes", ["", ' target="_blank"', ' target="other" rel="x"', " download"])
def test_a_web_link_is_announced_and_not_followed(attributes: str, shown: Shown) -> None:
    shown.show([f'<p><a href="https://e.example/é?a=1#b"{attributes}>lien</a></p>'])
    with shown.qtbot.waitSignal(shown.view.web_link_activated) as announced:
        click(shown, "a")
    assert announced.args is not None
    assert announced.args[0].toString() == "https://e.example/é?a=1#b"
    assert shown.ask("location.protocol") == "article:"


@pytest.mark.parametrize(
    ("written", "announced"),
    [("../autre.md#é", "../autre.md#é"), ("./b.md", "b.md"), ("/blog/c/", "/blog/c/")],
)
def test_a_link_to_another_article_is_announced_as_it_was_written(
    written: str, announced: str, shown: Shown
) -> None:
    shown.show([f'<p><a href="{written}">lien</a></p>'])
    with shown.qtbot.waitSignal(shown.view.article_link_activated) as got:
        click(shown, "a")
    assert got.args == [announced]


def test_a_link_within_the_page_scrolls_there(shown: Shown) -> None:
    shown.show(['<p><a href="#fin">lien</a></p>', *LONG, '<h2 id="fin">Fin</h2>'])
    click(shown, "a")
    shown.wait_for("scrollY > 1000")
    assert shown.ask("articlePage !== undefined") is True


@pytest.mark.parametrize(
    "address",
    ["javascript:document.title='ran'", "file:///etc/passwd", "data:text/html,x", "ftp://e.example/"],
)
def test_any_other_link_leads_nowhere(address: str, shown: Shown) -> None:
    announced: list[object] = []
    shown.view.web_link_activated.connect(announced.append)
    shown.view.article_link_activated.connect(announced.append)
    shown.show([f'<p><a href="{address}">lien</a></p>', '<p><a id="b" href="b.md">b</a></p>'])
    click(shown, "a")
    with shown.qtbot.waitSignal(shown.view.article_link_activated):
        click(shown, "#b")
    assert announced == ["b.md"]
    assert shown.ask("document.title") == "Article"
