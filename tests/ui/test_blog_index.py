"""The index of the open blog: in the background, true to the disk and to what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor.blog.collection import content_of
from editor.index import building
from editor.index.database import Index, place_of_index
from editor.ui.blog_index import BlogIndex, IndexState, Results
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.blog.collection import ArticleSummary


class Desk:
    """A blog, its index, and what that told."""

    def __init__(self, folder: Path, cache: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.cache = cache
        self.qtbot = qtbot
        self.workspace = Workspace()
        self.listings: list[tuple[ArticleSummary, ...]] = []
        self.states: list[IndexState] = []
        self.results: list[Results] = []
        self.start()

    def start(self) -> None:
        """Begin with a new index, as a next start of the program does."""
        self.index = BlogIndex(self.workspace, self.cache)
        self.index.listing_changed.connect(self.listings.append)
        self.index.state_changed.connect(self.states.append)
        self.index.results_changed.connect(self.results.append)

    def stop(self) -> None:
        self.index.finish()
        self.index.deleteLater()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def wait_for(self, *names: str) -> None:
        """Wait until the list shows these files."""

        def seen() -> bool:
            shown = sorted(summary.path.name for summary in self.listings[-1]) if self.listings else None
            return shown == sorted(names)

        self.qtbot.waitUntil(seen)

    def search(self, typed: str) -> list[str]:
        self.results.clear()
        self.index.search(typed)
        self.qtbot.waitUntil(lambda: bool(self.results))
        return sorted(hit.path.name for hit in self.results[-1].hits)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "blog", tmp_path / "cache", qtbot)
    desk.write("a.md", "# Neige 😀\n")
    desk.write("b.md", "# Pain\n\nDu levain.\n")
    yield desk
    desk.stop()
    desk.workspace.deleteLater()


def test_a_small_blog_is_listed_at_once_as_a_whole(desk: Desk) -> None:
    desk.workspace.open_folder(desk.folder)
    desk.wait_for("a.md", "b.md")
    assert len(desk.listings) == 1
    assert {summary.title for summary in desk.listings[0]} == {"Neige 😀", "Pain"}


def test_a_folder_without_articles_is_listed_too(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    desk.workspace.open_folder(tmp_path / "none")
    desk.wait_for()


def test_a_next_start_shows_what_is_known_and_then_what_changed(desk: Desk) -> None:
    desk.workspace.open_folder(desk.folder)
    desk.wait_for("a.md", "b.md")
    desk.stop()
    desk.listings.clear()
    desk.write("b.md", "# Other\n")
    (desk.folder / "a.md").unlink()
    desk.start()
    desk.workspace.open_folder(desk.folder)
    desk.wait_for("b.md")
    assert len(desk.listings[0]) == 2
    assert desk.listings[-1][0].title == "Other"


def test_a_save_is_listed(desk: Desk) -> None:
    article = desk.workspace.open_file(desk.folder / "a.md")
    assert article is not None
    desk.wait_for("a.md", "b.md")
    QTextCursor(article.body).insertText("# Été\n\n")
    desk.workspace.save(article, desk.folder / "a.md")
    desk.qtbot.waitUntil(lambda: "Été" in {summary.title for summary in desk.listings[-1]})
    desk.workspace.save(article, desk.folder / "c.md")
    desk.wait_for("a.md", "b.md", "c.md")


def test_what_other_programs_do_in_its_folders_is_seen(desk: Desk) -> None:
    desk.workspace.open_folder(desk.folder)
    desk.wait_for("a.md", "b.md")
    desk.write("new.md", "x")
    desk.wait_for("a.md", "b.md", "new.md")
    desk.write("deep/other.md", "x")
    desk.wait_for("a.md", "b.md", "new.md", "other.md")
    desk.write("deep/third.md", "x")
    desk.wait_for("a.md", "b.md", "new.md", "other.md", "third.md")
    (desk.folder / "new.md").unlink()
    desk.wait_for("a.md", "b.md", "other.md", "third.md")


def test_what_was_written_in_place_is_seen_when_the_writer_comes_back(desk: Desk) -> None:
    desk.workspace.open_folder(desk.folder)
    desk.wait_for("a.md", "b.md")
    desk.write("b.md", "# Changed\n")
    desk.index._look_on_return(Qt.ApplicationState.ApplicationInactive)
    desk.index._look_on_return(Qt.ApplicationState.ApplicationActive)
    desk.qtbot.waitUntil(lambda: "Changed" in {summary.title for summary in desk.listings[-1]})


def test_another_blog_takes_its_place(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "z.md").write_text("x")
    desk.workspace.open_folder(desk.folder)
    desk.workspace.open_folder(other)
    desk.wait_for("z.md")
    desk.workspace.open_folder(desk.folder)
    desk.wait_for("a.md", "b.md")
    assert desk.search("x") == []


def test_what_is_written_and_not_saved_is_found(desk: Desk) -> None:
    article = desk.workspace.open_file(desk.folder / "a.md")
    assert article is not None
    desk.wait_for("a.md", "b.md")
    assert desk.search("neige") == ["a.md"]
    cursor = QTextCursor(article.body)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText("Montagne")
    assert desk.search("neige") == []
    assert desk.search("montagne") == ["a.md"]
    assert desk.search("montagne") == ["a.md"]
    desk.workspace.close(article)
    desk.qtbot.waitUntil(lambda: desk.search("montagne") == [])
    assert desk.search("neige") == ["a.md"]


def test_further_hits_are_told(desk: Desk) -> None:
    for number in range(25):
        desk.write(f"{number}.md", "Montagne\n")
    desk.workspace.open_folder(desk.folder)
    desk.qtbot.waitUntil(lambda: bool(desk.listings))
    assert len(desk.search("montagne")) == 10
    found = desk.results[-1].found
    with desk.qtbot.waitSignal(desk.index.hits_came) as came:
        desk.index.ask_for_hits(found, 20)
    assert came.args is not None
    assert (came.args[0], came.args[1], len(came.args[2])) == (found, 20, 5)


def test_a_search_waits_for_the_database(desk: Desk) -> None:
    desk.index.search("levain")
    assert desk.results == []
    desk.workspace.open_folder(desk.folder)
    desk.qtbot.waitUntil(lambda: any(result.hits for result in desk.results))


def test_a_long_reading_tells_how_far_it_is_and_can_be_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_BATCH", 5)
    monkeypatch.setattr(building, "_FEW", 1)
    monkeypatch.setattr(building, "_BREATH", 0.01)
    for number in range(60):
        desk.write(f"{number}.md", "x")
    desk.index.state_changed.connect(lambda state: desk.index.stop_reading() if state.done else None)
    desk.workspace.open_folder(desk.folder)
    desk.qtbot.waitUntil(lambda: bool(desk.states) and not desk.states[-1].is_reading)
    assert 0 < desk.states[-1].done < desk.states[-1].total == 62
    assert 0 < len(desk.listings[-1]) < 62
    # Nothing takes it up again but the writer.
    desk.index._look_on_return(Qt.ApplicationState.ApplicationActive)
    desk.index.state_changed.disconnect()
    desk.index.refresh()
    desk.qtbot.waitUntil(lambda: len(desk.listings[-1]) == 62)


def test_a_large_blog_is_shown_while_it_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_BATCH", 5)
    monkeypatch.setattr("editor.ui.blog_index._FIRST_SHOWN", 10)
    for number in range(60):
        desk.write(f"{number}.md", "x")
    desk.stop()
    desk.start()
    desk.workspace.open_folder(desk.folder)
    desk.qtbot.waitUntil(lambda: bool(desk.listings) and len(desk.listings[-1]) == 62)
    assert [len(listing) for listing in desk.listings] == [10, 40, 62]


class TestDamage:
    def damage(self, desk: Desk) -> None:
        """Have every use of the database fail from now on."""
        assert desk.index._index is not None
        with desk.index._index._lock:
            desk.index._index._connection.close()

    def test_a_damaged_database_is_made_anew(self, desk: Desk) -> None:
        desk.workspace.open_folder(desk.folder)
        desk.wait_for("a.md", "b.md")
        self.damage(desk)
        desk.index.search("levain")
        desk.qtbot.waitUntil(lambda: any(result.hits for result in desk.results))
        assert len(desk.listings[-1]) == 2
        assert desk.index._index is not None
        assert desk.index._index.is_kept

    def test_one_that_is_damaged_again_is_in_memory(self, desk: Desk) -> None:
        desk.workspace.open_folder(desk.folder)
        desk.wait_for("a.md", "b.md")
        for _ in range(2):
            self.damage(desk)
            with desk.qtbot.waitSignal(desk.index.listing_changed):
                desk.index.refresh()
        assert desk.index._index is not None
        assert not desk.index._index.is_kept
        assert desk.search("levain") == ["b.md"]

    def test_damage_that_shows_as_it_is_opened(self, desk: Desk) -> None:
        desk.workspace.open_folder(desk.folder)
        desk.wait_for("a.md", "b.md")
        desk.stop()
        place = place_of_index(desk.cache, desk.folder)
        data = place.read_bytes()
        place.write_bytes(data[:4096] + b"\xaa" * (len(data) - 4096))
        desk.listings.clear()
        desk.start()
        desk.workspace.open_folder(desk.folder)
        desk.wait_for("a.md", "b.md")

    def test_an_error_that_is_none_of_the_database_is_not_hidden(self, desk: Desk) -> None:
        desk.workspace.open_folder(desk.folder)
        desk.wait_for("a.md", "b.md")
        assert desk.workspace.blog is not None
        index = Index(content_of(desk.workspace.blog).root, None)
        with pytest.raises(ZeroDivisionError):
            desk.index._mend(index, ZeroDivisionError())
        index.close()
