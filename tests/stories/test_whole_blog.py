"""The whole blog: its list in any order, its words found, its index thrown away and made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QMenu, QToolButton

from editor.index import building
from editor.ui.guides import Guides
from editor.ui.library.article_model import SECTION_ROLE, SUMMARY_ROLE
from editor.ui.library.hit_list import HIT_ROLE
from tests.benchmarks.blogs import make_blog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier


def _rows(desk: Desk) -> list[str]:
    """Answer the words of the list's rows: headings in brackets, files by their names."""
    model = desk.find(QListView, "articles").model()
    rows = []
    for row in range(model.rowCount()):
        section = model.index(row, 0).data(SECTION_ROLE)
        rows.append(f"[{section.name}]" if section else model.index(row, 0).data(SUMMARY_ROLE).path.name)
    return rows


def _choose(desk: Desk, button: str, *words: str) -> None:
    """Choose an entry of a menu above the list, by the beginnings of its words."""
    menu: QMenu | None = desk.find(QToolButton, button).menu()
    for word in words:
        assert menu is not None
        menu.aboutToShow.emit()
        action = next(action for action in menu.actions() if action.text().strip().startswith(word))
        menu = action.menu()  # type: ignore[assignment] # of its stubs
    action.trigger()


def _offered(desk: Desk, button: str) -> list[str]:
    menu = desk.find(QToolButton, button).menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def _hits(desk: Desk) -> list[str]:
    model = desk.find(QListView, "hits").model()
    return [model.index(row, 0).data(HIT_ROLE).path.name for row in range(model.rowCount())]


def _search(desk: Desk, words: str) -> None:
    desk.press(Qt.Key.Key_F, _BOTH)
    field = desk.find(QLineEdit, "search")
    assert field.hasFocus()
    field.clear()
    desk.type(words, field)


class TestTheList:
    def test_its_order_and_its_groups(self, desk: Desk) -> None:
        newest = _rows(desk)
        _choose(desk, "arrangement", "By title")
        assert _rows(desk) != newest
        assert _rows(desk)[0] == "a-year-of-reading.md"
        _choose(desk, "arrangement", "By file")
        assert _rows(desk) == sorted(newest)
        _choose(desk, "arrangement", "Grouped by year")
        assert _rows(desk)[0] == "[2031]"
        assert len(_rows(desk)) > 13
        # Keys pass over the headings.
        desk.press(Qt.Key.Key_P, _CONTROL)
        desk.press(Qt.Key.Key_Down)
        desk.press(Qt.Key.Key_Down)
        desk.press(Qt.Key.Key_Return)
        assert desk.article.path is not None

    def test_its_filters_are_told_and_taken_away(self, desk: Desk) -> None:
        _choose(desk, "arrangement", "Drafts (1)")
        desk.wait_for_articles(1)
        labels = [part.text() for part in desk.window.findChildren(QLabel)]
        assert "Drafts" in labels
        assert "1 of 13 articles" in labels
        clear = next(it for it in desk.window.findChildren(QToolButton) if it.text() == "Show all")
        desk.qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
        desk.wait_for_articles(13)
        _choose(desk, "arrangement", "Language", "fr")
        french = len(_rows(desk))
        assert 0 < french < 13
        _choose(desk, "arrangement", "Missing field", "updatedDate")
        assert len(_rows(desk)) <= french
        _choose(desk, "arrangement", "Language", "All articles")
        _choose(desk, "arrangement", "Missing field", "All articles")
        _choose(desk, "arrangement", "Tag", "montagne")
        assert "premiere-neige-au-col.md" in _rows(desk)
        assert len(_rows(desk)) < 13

    def test_articles_with_problems_are_looked_for_when_they_are_asked_for(
        self, desk: Desk, blog: Path
    ) -> None:
        # Nobody has looked yet: that is no count of none.
        assert "With problems" in _offered(desk, "arrangement")
        articles = blog / "src/content/blog"
        (articles / "broken.md").write_text("---\ntitle: a: b\n---\n", "utf-8")
        (articles / "lost.md").write_text(
            "---\ntitle: Lost\ndescription: x\npubDate: 2024-01-02\n---\n\n![](./nowhere.png)\n", "utf-8"
        )
        desk.run("file.refresh")
        desk.wait_for_articles(15)
        _choose(desk, "arrangement", "With problems")
        desk.wait(lambda: {"broken.md", "lost.md"} <= set(_rows(desk)))
        assert len(_rows(desk)) < 15
        assert f"With problems ({len(_rows(desk))})" in _offered(desk, "arrangement")

    def test_it_is_as_it_was_at_the_next_start(self, start: Callable[..., Desk], blog: Path) -> None:
        desk = start(blog)
        desk.wait_for_articles(13)
        _choose(desk, "arrangement", "By file")
        _choose(desk, "arrangement", "Dated in the future")
        desk.wait_for_articles(1)
        desk.give_up()
        desk = start(blog)
        desk.wait_for_articles(1)
        assert desk.find(QToolButton, "arrangement").text() == "By file name"

    def test_at_the_next_start_too_its_articles_with_problems_are_looked_for(
        self, start: Callable[..., Desk], blog: Path
    ) -> None:
        (blog / "src/content/blog/lost.md").write_text("![](./nowhere.png)\n", "utf-8")
        desk = start(blog)
        desk.wait_for_articles(14)
        _choose(desk, "arrangement", "With problems")
        desk.give_up()
        desk = start(blog)
        desk.wait(lambda: "lost.md" in _rows(desk))

    def test_many_articles_are_put_into_order_in_the_background(
        self, start: Callable[..., Desk], blog: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("editor.ui.library.feed._MOST_AT_ONCE", 5)
        desk = start(blog)
        desk.wait_for_articles(13)
        _choose(desk, "arrangement", "By file")
        desk.wait(lambda: _rows(desk) == sorted(_rows(desk)))
        desk.press(Qt.Key.Key_P, _CONTROL)
        desk.type("PREMIERE neige")
        desk.wait(lambda: _rows(desk) == ["premiere-neige-au-col.md"])

    def test_folders_with_counts(self, start: Callable[..., Desk], tmp_path: Path) -> None:
        make_blog(tmp_path / "blog", 40)
        desk = start(tmp_path / "blog")
        desk.wait_for_articles(40)
        button = desk.find(QToolButton, "place")
        button.menu().aboutToShow.emit()
        assert [action.text().strip() for action in button.menu().actions()][:3] == [
            "All folders",
            "blog (40)",
            "2008 (2)",
        ]
        _choose(desk, "place", "2008")
        desk.wait_for_articles(2)
        assert button.text() == "blog › 2008"


class TestTheSearch:
    def test_accents_and_case_do_not_count(self, desk: Desk, blog: Path) -> None:
        (blog / "src/content/blog/essai.md").write_text(
            "---\ntitle: Essai 😀\n---\n\nUn mot.\n\nPuis l’ÉMERVEILLEMENT d'un soir 😀.\n",
            "utf-8",
        )
        desk.run("file.refresh")
        desk.wait_for_articles(14)
        _search(desk, "emerveillement")
        desk.wait(lambda: _hits(desk) == ["essai.md"])
        desk.press(Qt.Key.Key_Return)
        assert desk.article.path is not None
        assert desk.article.path.name == "essai.md"
        assert desk.writing.hasFocus()
        assert desk.writing.textCursor().selectedText() == "ÉMERVEILLEMENT"

    def test_a_hit_in_the_front_matter_is_shown_there(self, desk: Desk, blog: Path) -> None:
        path = blog / "src/content/blog/slow-bread.md"
        path.write_text(
            path.read_text("utf-8").replace("\n---\n", "\nkeywords: [Épeautre]\n---\n", 1), "utf-8"
        )
        desk.run("file.refresh")
        desk.wait(lambda: not desk.program._index._background.is_busy("index.work"))
        _search(desk, '"epeautre"')
        desk.wait(lambda: _hits(desk) == ["slow-bread.md"])
        desk.press(Qt.Key.Key_Down)
        desk.press(Qt.Key.Key_Return)
        box = desk.window.desk.front_matter.head_text.box
        assert box.hasFocus()
        assert box.textCursor().selectedText() == "Épeautre"

    def test_what_is_not_saved_is_searched_as_it_is_written(self, desk: Desk) -> None:
        desk.click_article("slow-bread.md")
        desk.type("Quetzalcoatl ", desk.writing)
        _search(desk, "quetzal")
        desk.wait(lambda: _hits(desk) == ["slow-bread.md"])

    def test_escape_leads_back_to_the_list(self, desk: Desk) -> None:
        _search(desk, '"unclosed (AND* NEAR:')
        desk.wait(lambda: "No article holds these words." in desk.texts(desk.window))
        desk.press(Qt.Key.Key_Escape)
        assert desk.find(QLineEdit, "search").text() == ""
        desk.press(Qt.Key.Key_Escape)
        assert desk.find(QLineEdit, "filter").hasFocus()


class TestTheIndex:
    def test_once_it_is_listed_the_fields_of_the_blog_are_read(
        self, start: Callable[..., Desk], blog: Path
    ) -> None:
        desk = start(blog)
        desk.wait_for_articles(13)
        guides = desk.window.findChild(Guides)
        assert guides is not None
        desk.wait(lambda: guides.guide.collection is not None)

    def test_a_damaged_one_is_made_anew(self, start: Callable[..., Desk], blog: Path, tmp_path: Path) -> None:
        desk = start(blog)
        desk.wait_for_articles(13)
        desk.give_up()
        desk.program._index.finish()
        (kept,) = (tmp_path / "profile/cache/index").glob("*.sqlite")
        data = kept.read_bytes()
        kept.write_bytes(data[: len(data) // 3] + b"\0\xaa" * (len(data) // 3))
        desk = start(blog)
        desk.wait_for_articles(13)
        _search(desk, "neige")
        desk.wait(lambda: bool(_hits(desk)))

    def test_a_long_reading_is_told_and_can_be_stopped(
        self, start: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(building, "_BATCH", 5)
        monkeypatch.setattr(building, "_FEW", 1)
        monkeypatch.setattr(building, "_BREATH", 0.02)
        make_blog(tmp_path / "blog", 150)
        desk = start(tmp_path / "blog")
        page = desk.window.desk.library.list_page.reading
        desk.wait(page.isVisible)
        button = page.findChildren(QToolButton)[0]
        assert button.text() == "Stop"
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        desk.wait(lambda: button.text() == "Read the others")
        read = desk.find(QListView, "articles").model().rowCount()
        assert 0 < read < 150
        assert f"{read} of 150 were read" in desk.texts(desk.window)
        monkeypatch.setattr(building, "_BREATH", 0.001)
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        desk.wait_for_articles(150)
        desk.wait(page.isHidden)
