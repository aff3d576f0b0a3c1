"""Which line of the text stands where on the page."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING, Any, Final

import pytest
from PySide6.QtGui import QImage

from editor.rendering.live.page import Passage
from editor.ui.preview.updates import PreviewPage, call
from editor.ui.preview.view import PreviewView
from tests.ui.preview.engine_session import LIGHT, answer_of, with_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = with_engine

# The blocks of a text, each with its lines without and with the blank ones at its end.
BLOCKS: Final = (
    ('<h2 data-lines="0 1">Titre 😀</h2>', 1, 2),
    (f'<p data-lines="0 1">{"un mot et un autre mot " * 30}</p>', 1, 2),
    (
        '<ul data-lines="0 5">\n<li data-lines="0 1">un</li>\n'
        '<li data-lines="1 4">deux\n<ul data-lines="2 4">'
        f'<li data-lines="2 3">trois {"long " * 60}</li><li data-lines="3 4">quatre</li></ul></li>'
        '<li data-lines="4 5">cinq</li></ul>',
        5,
        7,
    ),
    (
        '<blockquote data-lines="0 4"><p data-lines="0 1">cité</p>'
        '<p data-lines="2 4">encore</p></blockquote>',
        4,
        5,
    ),
    ("<p>brut, sans lignes</p><p>suite</p>", 3, 4),
    (
        '<table data-lines="0 4"><thead data-lines="0 1"><tr data-lines="0 1"><th>a</th></tr></thead>'
        '<tbody data-lines="2 4"><tr data-lines="2 3"><td>un</td></tr><tr data-lines="3 4"><td>deux</td></tr>'
        "</tbody></table>",
        4,
        5,
    ),
    ('<pre data-lines="0 5"><code>a = 1\nb = 2\nc = 3\n</code></pre>', 5, 6),
    ("", 1, 2),
    *((f'<p data-lines="0 2">{number} {"texte " * 40}</p>', 2, 3) for number in range(40)),
)
PLACE_AFTER: Final = """(holder, length) => {
    const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && texts.currentNode.length < length) length -= texts.currentNode.length;
    const range = document.createRange();
    range.setStart(texts.currentNode, length);
    holder.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, bottom } = range.getBoundingClientRect();
    return JSON.stringify([left, (top + bottom) / 2]);
}"""
ROW: Final = 17
"""Pixels: half a row of the page."""
Place = list[float]


class Synced:
    """A preview of the blocks, and questions to it."""

    def __init__(self, qtbot: QtBot, blocks: tuple[tuple[str, int, int], ...] = BLOCKS) -> None:
        self.qtbot = qtbot
        self.blocks = blocks
        self.view = PreviewView(LIGHT)
        self.view.resize(700, 500)
        self.view.show()
        self.show([html for html, _, _ in blocks])

    def show(self, htmls: list[str]) -> None:
        page = PreviewPage("a", None, tuple(Passage(html, 1) for html in htmls))
        self.view.show_page(page)
        self.qtbot.waitUntil(lambda: self.view._shown is page)

    def ask(self, script: str) -> Any:
        return answer_of(self.view._page, script)

    def call(self, name: str, *arguments: object) -> Any:
        answer = self.ask(call(name, *arguments))
        return json.loads(answer) if isinstance(answer, str) else answer

    def place(self, index: int, line: float) -> Place:
        """Answer a line of a block as page.js is told it."""
        return [index, line, *self.blocks[index][1:]]

    def height(self, index: int, line: float) -> float:
        answer = self.call("heights", [self.place(index, line)])["heights"][0]
        assert isinstance(answer, int | float)
        return answer

    def line(self, height: float) -> tuple[int, float]:
        """Answer the block at a height, and the line in it."""
        found = self.call("lines", [height])["lines"][0]
        index = int(found["index"])
        _, filled, count = self.blocks[index]
        if "line" in found:
            return index, found["line"]
        if "share" in found:
            return index, found["share"] * filled
        return index, filled + found["below"] * (count - filled)

    def box(self, script: str) -> tuple[float, float]:
        """Answer top and bottom of an element, from the top of the page."""
        edges = "r => JSON.stringify([r.top + scrollY, r.bottom + scrollY])"
        top, bottom = json.loads(self.ask(f"({edges})({script}.getBoundingClientRect())"))
        return top, bottom


@pytest.fixture
def synced(qtbot: QtBot) -> Iterator[Synced]:
    synced = Synced(qtbot)
    yield synced
    synced.view.close()
    synced.view.deleteLater()


def element(words: str, selector: str = "*") -> str:
    """Answer the script that finds the innermost element that begins with words."""
    begins = f"it => it.textContent.startsWith({json.dumps(words)})"
    return f"[...document.querySelectorAll('.prose {selector}')].findLast({begins})"


@pytest.mark.parametrize(
    ("index", "line", "words", "selector", "share"),
    [
        (0, 0, "Titre", "h2", 0),
        (0, 0.5, "Titre", "h2", 0.5),
        (1, 0.25, "un mot", "p", 0.25),
        (2, 0.5, "un", "li", 0.5),
        (2, 2.5, "trois", "li", 0.5),
        (2, 3, "quatre", "li", 0),
        (2, 4.5, "cinq", "li", 0.5),
        (3, 0.5, "cité", "p", 0.5),
        (3, 3, "encore", "p", 0.5),
        (5, 0.5, "a", "tr", 0.5),
        (5, 2.5, "un", "tr", 0.5),
        (5, 3.5, "deux", "tr", 0.5),
        (6, 2.5, "a = 1", "code", 0.5),
        (8, 1, "0 texte", "p", 0.5),
    ],
)
def test_a_line_stands_where_its_element_does(
    index: int, line: float, words: str, selector: str, share: float, synced: Synced
) -> None:
    top, bottom = synced.box(element(words, selector))
    assert synced.height(index, line) == pytest.approx(top + share * (bottom - top), abs=1)


def test_lines_of_code_stand_where_they_are_shown(synced: Synced) -> None:
    top, bottom = synced.box(element("a = 1", "code"))
    height = (bottom - top) / 3
    for line in range(3):
        assert synced.height(6, 1.5 + line) == pytest.approx(top + height * (line + 0.5), abs=1)


def test_blank_lines_stand_between_the_blocks(synced: Synced) -> None:
    _, above = synced.box("document.querySelector('.prose > ul')")
    below, _ = synced.box("document.querySelector('.prose > blockquote')")
    assert synced.height(2, 5) == pytest.approx(above, abs=1)
    assert synced.height(2, 6) == pytest.approx((above + below) / 2, abs=1)
    assert synced.height(2, 7) == pytest.approx(below, abs=1)


def test_a_block_that_shows_nothing_stands_where_the_next_begins(synced: Synced) -> None:
    below, _ = synced.box(element("0 texte", "p"))
    assert synced.height(7, 0) == pytest.approx(below, abs=1)
    assert synced.height(7, 2) == pytest.approx(below, abs=1)


def test_further_down_in_the_text_is_further_down_on_the_page_and_back_again(synced: Synced) -> None:
    last = -1.0
    for index, (_, filled, count) in enumerate(synced.blocks[:12]):
        for step in range(4 * count):
            line = step / 4
            height = synced.height(index, line)
            assert height >= last - 0.01
            last = height
            found, at = synced.line(height + 0.01)
            if line < filled and synced.blocks[index][0]:
                again = synced.height(found, at)
                assert again == pytest.approx(height, abs=1)


def test_places_outside_of_the_text_are_at_its_ends(synced: Synced) -> None:
    assert synced.line(-50)[0] == 0
    assert synced.line(1e6)[0] == len(BLOCKS) - 1
    assert synced.height(0, -3) == synced.height(0, 0)


def test_a_page_without_blocks_has_a_place_too(qtbot: QtBot) -> None:
    synced = Synced(qtbot, ())
    synced.blocks = (("", 1, 1),)
    assert synced.height(0, 0) >= 0
    assert synced.call("markBlock", 0, 0) is True
    synced.view.close()
    synced.view.deleteLater()


def test_a_line_is_kept_as_high_as_is_asked(synced: Synced) -> None:
    for index, height in ((20, 100), (30, 350), (25, 0)):
        synced.call("keep", synced.place(index, 1), height)
        assert synced.height(index, 1) - synced.ask("scrollY") == pytest.approx(height, abs=ROW)
    assert synced.call("keep", synced.place(0, 0), 400) == 0
    reach = synced.call("heights", [])["reach"]
    assert synced.call("keep", synced.place(len(BLOCKS) - 1, 1), 0) == pytest.approx(reach, abs=1)


@pytest.mark.parametrize("share", [0, 0.3, 0.55, 0.999])
def test_of_a_paragraph_of_many_rows_the_row_of_the_caret_is_kept(share: float, synced: Synced) -> None:
    synced.call("keep", synced.place(1, share), 60)
    middle = f"""(text => {{
        const range = document.createRange();
        range.setStart(text, Math.floor({share} * text.length));
        range.setEnd(text, Math.floor({share} * text.length) + 1);
        const {{ top, bottom }} = range.getBoundingClientRect();
        return (top + bottom) / 2;
    }})(document.querySelector(".prose > p").firstChild)"""
    assert synced.ask(middle) == pytest.approx(60, abs=1)


def test_of_an_item_with_items_in_it_its_own_row_is_kept(synced: Synced) -> None:
    synced.call("keep", synced.place(2, 1.5), 60)
    top, _ = synced.box(element("deux", "li"))
    assert 60 - ROW * 2 <= top - synced.ask("scrollY") <= 60


def test_what_is_folded_away_has_no_height_of_its_own(qtbot: QtBot) -> None:
    folded = (
        '<details data-lines="0 4"><summary data-lines="0 1">s</summary><p data-lines="2 3">p</p></details>'
    )
    synced = Synced(qtbot, ((folded, 4, 5), ('<p data-lines="0 1">suite</p>', 1, 1)))
    top, bottom = synced.box("document.querySelector('details')")
    assert top <= synced.height(0, 2.5) <= bottom
    synced.view.close()
    synced.view.deleteLater()


def test_lines_that_an_article_claims_itself_do_no_harm(qtbot: QtBot) -> None:
    claims = ('<p data-lines="9 2">a</p><p data-lines="x">b</p><p data-lines="">c</p>', 3, 4)
    synced = Synced(qtbot, (claims, ('<p data-lines="0 1">suite</p>', 1, 1)))
    for line in (0, 1, 2.5, 4):
        assert 0 <= synced.height(0, line) <= synced.height(1, 1)
    assert synced.call("lines", [20])["lines"][0]["index"] == 0
    assert synced.call("markBlock", 0, 1) is True
    synced.view.close()
    synced.view.deleteLater()


class TestMark:
    def marked(self, synced: Synced) -> Any:
        return synced.ask(
            "[...document.querySelectorAll('[data-caret]')].map(it => it.textContent.slice(0, 6)).join()"
        )

    @pytest.mark.parametrize(
        ("index", "line", "text"),
        [(0, 0, "Titre "), (2, 3, "quatre"), (3, 2, "encore"), (4, 1, "brut, "), (5, 3, "deux"), (7, 0, "")],
    )
    def test_the_innermost_element_of_a_line_is_marked(
        self, index: int, line: int, text: str, synced: Synced
    ) -> None:
        synced.call("markBlock", index, line)
        assert self.marked(synced) == text

    def test_the_mark_lies_around_the_element_and_lets_clicks_through(self, synced: Synced) -> None:
        synced.call("markBlock", 2, 3)
        synced.qtbot.waitUntil(
            lambda: synced.ask("document.body.lastChild.getBoundingClientRect().height") > 0
        )
        top, bottom = synced.box(element("quatre", "li"))
        mark_top, mark_bottom = synced.box("document.body.lastChild")
        assert mark_top == pytest.approx(top - 4, abs=1)
        assert mark_bottom == pytest.approx(bottom + 4, abs=1)
        assert synced.ask("getComputedStyle(document.body.lastChild).pointerEvents") == "none"

    def test_there_is_one_mark_or_none(self, synced: Synced) -> None:
        synced.call("markBlock", 2, 3)
        synced.call("markBlock", 0, 0)
        assert synced.ask("document.querySelectorAll('[data-caret]').length") == 1
        synced.call("markBlock", -1, 0)
        assert synced.ask("document.querySelectorAll('[data-caret]').length") == 0
        assert synced.ask("document.body.children.length") == 1

    def test_a_block_that_is_written_anew_is_marked_anew(self, synced: Synced) -> None:
        synced.call("markBlock", 0, 0)
        synced.show(['<h2 data-lines="0 1">Autre</h2>', *(html for html, _, _ in BLOCKS[1:])])
        synced.call("markBlock", 0, 0)
        assert self.marked(synced) == "Autre"


class TestClick:
    def click(self, synced: Synced, words: str, selector: str, after: str) -> Any:
        """Answer what is told of a click right after some words of an element."""
        place = synced.ask(f"({PLACE_AFTER})({element(words, selector)}, {json.dumps(after)}.length)")
        return synced.call("clicked", *json.loads(place))

    @pytest.mark.parametrize(
        ("words", "selector", "after", "told"),
        [
            ("Titre", "h2", "Ti", (0, 0, 1, "Titre", 0, 2)),
            ("un mot", "p", "un mot et un au", (1, 0, 1, "autre", 0, 2)),
            ("un mot", "p", "un mot et un autre mo", (1, 0, 1, "mot", 1, 2)),
            ("trois", "li", "trois long lo", (2, 2, 3, "long", 1, 2)),
            ("encore", "p", "enc", (3, 2, 4, "encore", 0, 3)),
            ("deux", "td", "de", (5, 3, 4, "deux", 0, 2)),
            ("a = 1", "code", "a = 1\nb = 2", (6, 0, 5, "2", 0, 1)),
            ("brut", "p", "brut, s", (4, -1, -1, "sans", 0, 1)),
        ],
    )
    def test_a_click_tells_block_lines_and_word(
        self, words: str, selector: str, after: str, told: tuple[object, ...], synced: Synced
    ) -> None:
        found = self.click(synced, words, selector, after)
        assert tuple(found[key] for key in ("index", "first", "end", "word", "number", "within")) == told

    @pytest.mark.parametrize(
        "html",
        [
            '<p data-lines="0 1"><a href="x.md">mots</a></p>',
            '<details data-lines="0 1"><summary>mots</summary></details>',
        ],
    )
    def test_a_click_that_means_something_else_tells_nothing(self, html: str, qtbot: QtBot) -> None:
        synced = Synced(qtbot, ((html, 1, 1),))
        assert self.click(synced, "mots", "a, .prose summary", "mo") is None
        synced.view.close()
        synced.view.deleteLater()

    def test_a_selection_is_no_click(self, synced: Synced) -> None:
        synced.ask("getSelection().selectAllChildren(document.querySelector('h2'))")
        assert self.click(synced, "Titre", "h2", "Ti") is None

    def test_a_click_beside_the_article_tells_nothing(self, synced: Synced) -> None:
        assert synced.call("clicked", -5, -5) is None


def test_a_line_stays_as_high_while_an_image_above_it_is_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "a.png"))
    source = f"data:image/png;base64,{b64encode((tmp_path / 'a.png').read_bytes()).decode()}"
    blocks = [('<p data-lines="0 1"><img id="late"></p>', 1, 2), *BLOCKS[8:]]
    synced = Synced(qtbot, tuple(blocks))
    before = synced.height(10, 1)
    synced.ask(f"document.querySelector('#late').src = {json.dumps(source)}")
    qtbot.waitUntil(lambda: synced.ask("document.querySelector('#late').naturalHeight") == 300)
    assert synced.height(10, 1) > before + 200
    synced.call("keep", synced.place(10, 1), 200)
    assert synced.height(10, 1) - synced.ask("scrollY") == pytest.approx(200, abs=ROW)
    synced.view.close()
    synced.view.deleteLater()
