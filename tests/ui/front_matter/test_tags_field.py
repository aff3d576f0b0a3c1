from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from editor.blog.schemas.guide import Guide, KeyUsage, Usage
from editor.blog.schemas.shapes import ChoiceShape, ListShape, ReferenceShape, SchemaField, TextShape
from editor.ui.front_matter.tags_box import TagLine, TagsBox
from editor.ui.theme import load_theme
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView
    from pytestqt.qtbot import QtBot


def line_of(article: Article) -> TagLine:
    line = article.editor("tags").stops()[0]
    assert isinstance(line, TagLine)
    return line


def box_of(article: Article) -> TagsBox:
    box = line_of(article).parentWidget()
    assert isinstance(box, TagsBox)
    return box


def test_a_comma_or_return_ends_a_tag(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [été]\n")
    line = line_of(article)
    line.setFocus()
    write(line, " mer,")
    assert article.head() == "tags: [été, mer]\n"
    write(line, "ciel bleu 🌞")
    assert article.edits == [("value", "tags")]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == "tags: [été, mer, ciel bleu 🌞]\n"
    assert line.text() == ""
    assert line.hasFocus()
    assert len(box_of(article).chips) == 3


def test_return_in_an_empty_line_goes_on(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [a]\nslug: b\n")
    line = line_of(article)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.editor("slug").has_focus_within()


def test_backspace_takes_the_last_away(qtbot: QtBot, article: Article) -> None:
    article.open("tags:\n  - a\n  - b\n")
    line = line_of(article)
    line.setFocus()
    write(line, "x")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert article.edits == []
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert article.head() == "tags:\n  - a\n"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert article.editor("tags").field.value == []


def test_the_cross_of_a_chip_takes_it_away(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [a, b, c]\n")
    QTest.mouseClick(box_of(article).chips[1].cross, Qt.MouseButton.LeftButton)
    assert article.head() == "tags: [a, c]\n"
    assert len(box_of(article).chips) == 2


def test_a_tag_is_not_added_twice(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [a]\n")
    line = line_of(article)
    line.setFocus()
    write(line, "a,")
    assert article.edits == []
    assert "“a”" in article.editor("tags").note()
    write(line, "b")
    assert article.editor("tags").note() == ""


def test_pasted_tags_are_taken_apart(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [a]\n")
    QGuiApplication.clipboard().setText("b, a\nc d,, e")
    line_of(article).paste()
    assert article.head() == "tags: [a, b, c d]\n"
    assert line_of(article).text() == "e"


def test_what_is_written_when_the_field_is_left_is_added(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [a]\n")
    line = line_of(article)
    line.setFocus()
    write(line, "b")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert article.head() == "tags: [a, b]\n"
    assert line.text() == ""


def test_tags_added_and_taken_away_again_leave_no_key(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    line = line_of(article)
    line.setFocus()
    write(line, "a,")
    assert article.keys() == ["title", "tags"]
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert article.keys() == ["title"]


def test_many_tags_flow_over_lines_and_the_box_is_as_high(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [a]\n")
    box = box_of(article)
    low = box.height()
    article.set_value("tags", [f"étiquette numéro {number} 🌞" for number in range(12)])
    qtbot.waitUntil(lambda: box.height() > low * 2)
    geometries = [chip.geometry() for chip in box.chips]
    assert all(box.rect().contains(geometry) for geometry in (*geometries, box.line.geometry()))
    assert not any(one.intersects(other) for one in geometries for other in geometries if one is not other)
    wide = box.height()
    article.pane.window().resize(360, 1400)
    qtbot.waitUntil(lambda: box.height() > wide)


def test_a_click_in_the_box_goes_to_the_line(qtbot: QtBot, article: Article) -> None:
    article.open("tags: [a]\ntitle: t\n")
    box = box_of(article)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight())
    assert box.line.hasFocus()
    assert box.property("focused") is True


def test_a_refused_change_is_taken_back(article: Article) -> None:
    article.open("tags: [a]\n")
    article.pane.show_refusal("tags", "No 🌞")
    assert article.editor("tags").note() == "No 🌞"
    assert len(box_of(article).chips) == 1


def test_tags_that_cannot_be_edited_have_no_live_cross(qtbot: QtBot, article: Article) -> None:
    article.open("a: &x {tags: [a]}\n<<: *x\n")
    assert not box_of(article).chips[0].cross.isEnabled()
    assert line_of(article).isReadOnly()
    QTest.keyClick(line_of(article), Qt.Key.Key_Backspace)
    assert article.edits == []


def test_another_theme_keeps_the_tags(article: Article) -> None:
    article.open("tags: [a, b]\n")
    article.pane.set_theme(load_theme("light"))
    assert len(box_of(article).chips) == 2


WORDS = (("astro", 12), ("astronomie", 7), ("été 🌞", 2))
TAGS = SchemaField("tags", ListShape(TextShape()), is_required=False)
GUIDE = Guide(
    usage=Usage(12, (KeyUsage("tags", 12, ListShape(TextShape()), words=WORDS),)),
    entries={"blog": ("first", "second")},
)


def popup_of(article: Article) -> QAbstractItemView:
    popup = line_of(article).offers.popup()
    assert popup is not None
    return popup


def shown(article: Article) -> list[tuple[str, int]]:
    model = popup_of(article).model()
    places = [model.index(row, 0) for row in range(model.rowCount())]
    return [(place.data(), place.data(Qt.ItemDataRole.UserRole)) for place in places]


def test_tags_of_other_articles_are_offered_with_their_counts(qtbot: QtBot, article: Article) -> None:
    article.open_with([TAGS], "tags: [astro]\n", GUIDE)
    line = line_of(article)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert shown(article) == [("astronomie", 7), ("été 🌞", 2)]
    popup_of(article).grab()
    write(line, "NOM")
    qtbot.waitUntil(lambda: shown(article) == [("astronomie", 7)])
    QTest.keyClick(popup_of(article), Qt.Key.Key_Down)
    QTest.keyClick(popup_of(article), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: article.head() == "tags: [astro, astronomie]\n")
    assert line.text() == ""
    assert not popup_of(article).isVisible()


def test_a_click_takes_the_offer_and_not_what_was_typed(qtbot: QtBot, article: Article) -> None:
    article.open_with([TAGS], "tags: []\n", GUIDE)
    line = line_of(article)
    line.setFocus()
    write(line, "nom")
    popup = popup_of(article)
    qtbot.waitUntil(popup.isVisible)
    place = popup.visualRect(popup.model().index(0, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: article.head() == "tags: [astronomie]\n")


def test_return_takes_what_was_typed_where_no_offer_is_picked(qtbot: QtBot, article: Article) -> None:
    article.open_with([TAGS], "tags: []\n", GUIDE)
    line = line_of(article)
    line.setFocus()
    write(line, "astr")
    qtbot.waitUntil(popup_of(article).isVisible)
    QTest.keyClick(popup_of(article), Qt.Key.Key_Return)
    assert article.head() == "tags: [astr]\n"
    assert not popup_of(article).isVisible()


def test_what_the_schema_does_not_allow_is_marked(article: Article) -> None:
    article.open_with([SchemaField("tags", ListShape(ChoiceShape(("a", "b"))))], "tags: [a, c]\n")
    assert [chip.property("wrong") or "" for chip in box_of(article).chips] == ["", "error"]
    article.open_with(
        [SchemaField("tags", ListShape(ReferenceShape("blog")))], "tags: [first, gone]\n", GUIDE
    )
    assert [chip.property("wrong") or "" for chip in box_of(article).chips] == ["", "error"]
    assert line_of(article).offers.words == ("second",)
