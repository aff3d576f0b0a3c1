"""Files of open articles that other programs write, replace, move and delete."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor

from editor.text.merging import Choice, conflicts_of
from editor.ui import outside_changes
from editor.ui.background import Background
from editor.ui.outside_changes import Changed, Merged, Missing, OutsideChanges, TooLarge, Unreadable
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.ui.open_article import OpenArticle

_TEXT = "---\ntitle: Un 🦊\ntags: [a]\n---\n\nOne\n\nTwo\n\nThree\n"
_PATIENCE_MS = 10_000


class Table:
    """A workspace with one article open, and another program."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.path = path
        self.qtbot = qtbot
        self.background = Background()
        self.workspace = Workspace()
        self.outside = OutsideChanges(self.workspace, self.background, self.workspace)
        path.write_text(_TEXT, "utf-8")
        article = self.workspace.open_file(path)
        assert article is not None
        self.article: OpenArticle = article
        article.body.documentLayout()

    def program(self, script: str) -> None:
        """Run a script of Python on the file (path) in another process."""
        code = f"import os, time, pathlib; path = pathlib.Path({str(self.path)!r}); {script}"
        subprocess.run([sys.executable, "-c", code], check=True)

    def write(self, text: str) -> None:
        """Replace the file by another program."""
        self.program(f"new = path.with_name('.x'); new.write_text({text!r}, 'utf-8'); new.replace(path)")

    def insert(self, text: str, after: str = "") -> None:
        cursor = QTextCursor(self.article.body)
        cursor.setPosition(self.article.body_text().index(after) + len(after))
        cursor.insertText(text)

    def wait_for(self, kind: type | None) -> None:
        def seen() -> bool:
            found = self.outside.outside_of(self.article)
            return found is None if kind is None else isinstance(found, kind)

        self.qtbot.waitUntil(seen, timeout=_PATIENCE_MS)

    def wait_for_text(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.article.text() == text, timeout=_PATIENCE_MS)


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    table = Table(tmp_path / "a.md", qtbot)
    yield table
    table.background.finish()
    table.workspace.deleteLater()
    table.background.deleteLater()


def test_an_unchanged_article_follows_as_one_step_to_undo(table: Table) -> None:
    new = _TEXT.replace("Un 🦊", "Deux").replace("Two", "2")
    table.write(new)
    table.wait_for_text(new)
    assert not table.article.is_modified()
    assert table.outside.outside_of(table.article) is None
    table.article.body.undo()
    assert table.article.body_text() == "\nOne\n\nTwo\n\nThree\n"
    assert table.article.is_modified()


def test_each_replacement_is_followed(table: Table) -> None:
    for word in ("first", "second", "third"):
        table.write(_TEXT.replace("Two", word))
        table.wait_for_text(_TEXT.replace("Two", word))


@pytest.mark.parametrize(
    "script",
    [
        "path.write_text('New', 'utf-8')",
        "path.unlink(); time.sleep(0.2); path.write_text('New', 'utf-8')",
        "path.rename(path.with_name('b.md')); path.write_text('New', 'utf-8')",
        "f = path.open('w'); f.write('N'); f.flush(); time.sleep(0.3); f.write('ew'); f.close()",
    ],
)
def test_whatever_way_it_is_written_it_is_followed(table: Table, script: str) -> None:
    table.program(script)
    table.wait_for_text("New")
    assert table.outside.outside_of(table.article) is None


def test_a_touched_file_changes_nothing(table: Table, qtbot: QtBot) -> None:
    table.insert("mine", "Two")
    with qtbot.assertNotEmitted(table.outside.changed, wait=500):
        table.program("os.utime(path)")
    assert table.article.is_modified()


def test_line_ends_and_byte_order_mark_are_followed(table: Table) -> None:
    table.insert(" mine", "Two")
    data = "\ufeff" + _TEXT.replace("One", "1").replace("\n", "\r\n")
    table.program(f"path.write_bytes({data.encode()!r})")
    table.wait_for(Changed)
    table.outside.take_merge(table.article, table.outside.merge(table.article))
    table.workspace.save(table.article, table.path)
    assert table.path.read_bytes() == data.replace("Two", "Two mine").encode()


def test_a_changed_article_is_merged_as_one_step_to_undo(table: Table) -> None:
    table.insert(" mine", "Three")
    table.article.set_field("tags", ["a", "b"])
    table.write(_TEXT.replace("Un 🦊", "Deux").replace("One", "1"))
    table.wait_for(Changed)
    assert table.article.body_text() == "\nOne\n\nTwo\n\nThree mine\n"
    regions = table.outside.merge(table.article)
    assert not conflicts_of(regions)
    table.outside.take_merge(table.article, regions)
    assert table.article.text() == _TEXT.replace("Un 🦊", "Deux").replace("[a]", "[a, b]").replace(
        "One", "1"
    ).replace("Three", "Three mine")
    found = table.outside.outside_of(table.article)
    assert isinstance(found, Merged)
    assert found.count == 2
    table.article.body.undo()
    assert table.article.body_text() == "\nOne\n\nTwo\n\nThree mine\n"
    table.article.body.redo()
    table.workspace.save(table.article, table.path)
    assert "1\n\nTwo\n\nThree mine" in table.path.read_text("utf-8")
    assert table.outside.outside_of(table.article) is None


def test_conflicts_are_decided(table: Table) -> None:
    table.insert(" mine", "Two")
    table.write(_TEXT.replace("Two", "Two theirs"))
    table.wait_for(Changed)
    regions = table.outside.merge(table.article)
    table.outside.take_merge(table.article, regions, [Choice.BOTH])
    assert table.article.body_text() == "\nOne\n\nTwo mine\nTwo theirs\n\nThree\n"


def test_ours_is_kept_and_saved_over_what_was_seen_only(table: Table) -> None:
    table.insert(" mine", "Two")
    table.write("theirs")
    table.wait_for(Changed)
    table.outside.keep_ours(table.article)
    assert table.outside.outside_of(table.article) is None
    assert table.article.is_modified()
    table.write("theirs again")
    table.wait_for(Changed)


def test_a_merge_that_gives_the_file_is_no_change(table: Table) -> None:
    table.insert("x", "Two")
    table.write(_TEXT.replace("Two", "Twox").replace("One", "1"))
    table.wait_for(Changed)
    table.outside.take_merge(table.article, table.outside.merge(table.article))
    assert not table.article.is_modified()


def test_the_same_text_by_both_is_saved(table: Table) -> None:
    table.insert("x", "Two")
    table.write(_TEXT.replace("Two", "Twox"))
    table.qtbot.waitUntil(lambda: not table.article.is_modified(), timeout=_PATIENCE_MS)
    assert table.outside.outside_of(table.article) is None


def test_a_file_changed_and_changed_back_is_no_matter(table: Table) -> None:
    table.insert("x", "Two")
    table.write("other")
    table.wait_for(Changed)
    table.write(_TEXT)
    table.wait_for(None)
    assert table.article.is_modified()


def test_a_deleted_file_leaves_the_text_and_can_be_saved_again(table: Table) -> None:
    table.program("path.unlink()")
    table.wait_for(Missing)
    assert table.article.text() == _TEXT
    assert table.article.is_modified()
    table.workspace.save(table.article, table.path)
    assert table.path.read_text("utf-8") == _TEXT
    assert table.outside.outside_of(table.article) is None


def test_a_file_that_comes_back_is_there_again(table: Table) -> None:
    table.program("path.rename(path.with_name('b.md'))")
    table.wait_for(Missing)
    table.program("path.with_name('b.md').rename(path)")
    table.wait_for(None)
    assert not table.article.is_modified()


def test_a_file_that_comes_back_otherwise_is_no_reason_to_lose_a_word(table: Table) -> None:
    table.insert(" mine", "Two")
    table.program("path.unlink()")
    table.wait_for(Missing)
    table.write("other")
    table.wait_for(Changed)
    assert "Two mine" in table.article.text()


def test_a_folder_that_is_moved_away_and_back(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "blog").mkdir()
    table = Table(tmp_path / "blog" / "a.md", qtbot)
    table.program("path.parent.rename(path.parent.with_name('moved'))")
    table.wait_for(Missing)
    table.program("path.parent.with_name('moved').rename(path.parent)")
    table.wait_for(None)
    table.write("New")
    table.wait_for_text("New")
    table.background.finish()
    table.workspace.deleteLater()
    table.background.deleteLater()


def test_what_a_link_leads_to_is_watched(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.md").write_text("x", "utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "real/a.md")
    table = Table(tmp_path / "link.md", qtbot)
    for text in ("one", "two"):
        table.program(f"new = path.with_name('n'); new.write_text('{text}'); new.replace(path.resolve())")
        table.wait_for_text(text)
    table.background.finish()
    table.workspace.deleteLater()
    table.background.deleteLater()


@pytest.mark.parametrize("data", [b"\xff\xfea", b"a\0b", b"caf\xe9 "])
def test_a_file_that_is_no_text_any_more_leaves_the_text(table: Table, data: bytes) -> None:
    table.program(f"path.write_bytes({data!r})")
    table.wait_for(Unreadable)
    assert table.article.text() == _TEXT
    table.write(_TEXT)
    table.wait_for(None)


def test_a_file_that_has_become_very_large_leaves_the_text(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside_changes, "LARGEST", 100)
    table.program("path.write_text('x' * 101)")
    table.wait_for(Unreadable)
    found = table.outside.outside_of(table.article)
    assert isinstance(found, Unreadable)
    assert isinstance(found.error, TooLarge)
    assert table.article.text() == _TEXT


def test_what_happens_while_another_is_opened_is_not_missed(table: Table, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("b", "utf-8")
    table.path.write_text("New", "utf-8")
    table.workspace.open_file(tmp_path / "b.md")
    table.wait_for_text("New")


def test_a_closed_article_is_not_looked_for(table: Table, qtbot: QtBot) -> None:
    table.write("other")
    table.workspace.close(table.article)
    with qtbot.assertNotEmitted(table.outside.changed, wait=400):
        os.utime(table.path)


def test_a_merge_of_nothing_is_refused(table: Table) -> None:
    with pytest.raises(LookupError):
        table.outside.merge(table.article)
