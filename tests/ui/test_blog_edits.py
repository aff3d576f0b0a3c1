"""A change of several files, open and closed ones, is made and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor

from editor.article.files import FileChanged, FileError, write_file
from editor.article.history.store import History
from editor.blog.blog_edit import BlogEdit, ChangedSince, FileMove, edited
from editor.text.change import Edit
from editor.ui.background import Background
from editor.ui.blog_edits import BlogEdits
from editor.ui.histories import Histories
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.ui.open_article import OpenArticle

_TEXTS = {"a.md": "---\ntitle: A\n---\n\nUn 🦊 ici\n", "b.md": "Un lien\r\n\r\nfin\r\n", "c.md": "Un\n"}


class Table:
    """A workspace on a folder of three articles, the first two open, the second with changes."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.qtbot = qtbot
        for name, text in _TEXTS.items():
            (folder / name).write_bytes(text.encode())
        self.background = Background()
        self.workspace = Workspace()
        self.history = History(folder / "state")
        self.histories = Histories(self.workspace, self.history, self.workspace)
        self.edits = BlogEdits(
            self.workspace, self.background, self.histories, folder / "state" / "edit", self.workspace
        )
        self.a, self.b = self.open("a.md"), self.open("b.md")
        self.type(self.b, "Mine ")
        self.errors: list[Exception] = []
        self.edits.failed.connect(self.errors.append)

    def open(self, name: str) -> OpenArticle:
        article = self.workspace.open_file(self.folder / name)
        assert article is not None
        article.body.documentLayout()
        return article

    def type(self, article: OpenArticle, text: str) -> None:
        QTextCursor(article.body).insertText(text)

    def bytes_of(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def two_for_one(self, *moves: FileMove) -> BlogEdit:
        """Answer the change that writes Deux for Un everywhere."""
        edits = []
        for name in _TEXTS:
            source = self.edits.reader()(self.folder / name)
            place = source.text.index("Un")
            edits.append(edited(self.folder / name, source, [Edit(place, place + 2, "Deux")]))
        return BlogEdit(tuple(edits), moves)

    def make(self, edit: BlogEdit) -> None:
        with self.qtbot.waitSignal(self.edits.ended):
            self.edits.make(edit, "Deux")

    def undo(self) -> None:
        with self.qtbot.waitSignal(self.edits.ended):
            self.edits.undo()


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    table = Table(tmp_path, qtbot)
    yield table
    table.histories.finish()
    table.background.finish()
    table.workspace.deleteLater()
    table.background.deleteLater()


def test_closed_files_are_written_and_open_ones_follow_and_unsaved_ones_stay_unsaved(table: Table) -> None:
    table.make(table.two_for_one())
    assert table.bytes_of("a.md") == _TEXTS["a.md"].replace("Un", "Deux").encode()
    assert table.bytes_of("c.md") == b"Deux\n"
    assert not table.a.is_modified()
    assert table.a.body_text() == "\nDeux 🦊 ici\n"
    assert table.bytes_of("b.md") == _TEXTS["b.md"].encode()
    assert table.b.is_modified()
    assert table.b.text() == "Mine Deux lien\n\nfin\n"
    table.b.body.undo()
    assert table.b.text() == "Mine Un lien\n\nfin\n"


def test_it_is_taken_back_and_made_again(table: Table) -> None:
    table.make(table.two_for_one())
    assert (table.edits.last(), table.edits.last(undone=True)) == ("Deux", "")
    table.type(table.b, "Later ")
    table.undo()
    assert table.bytes_of("a.md") == _TEXTS["a.md"].encode()
    assert table.bytes_of("c.md") == b"Un\n"
    assert table.b.text() == "Later Mine Un lien\n\nfin\n"
    assert (table.edits.last(), table.edits.last(undone=True)) == ("", "Deux")
    with table.qtbot.waitSignal(table.edits.ended):
        table.edits.redo()
    assert table.bytes_of("c.md") == b"Deux\n"
    assert (table.edits.last(), table.edits.last(undone=True)) == ("Deux", "")


def test_it_is_taken_back_only_where_its_blog_is_open(table: Table) -> None:
    table.make(table.two_for_one())
    other = table.folder / "other"
    other.mkdir()
    table.workspace.open_folder(other)
    assert table.edits.last() == ""
    table.workspace.open_folder(table.folder)
    assert table.edits.last() == "Deux"


def test_another_change_ends_what_could_be_made_again(table: Table) -> None:
    table.make(table.two_for_one())
    table.undo()
    table.make(table.two_for_one())
    assert table.edits.last(undone=True) == ""


def test_a_passage_written_anew_keeps_it_from_being_taken_back(table: Table) -> None:
    table.make(table.two_for_one())
    (table.folder / "c.md").write_bytes(b"Trois\n")
    table.edits.undo()
    assert [type(error) for error in table.errors] == [ChangedSince]
    assert table.bytes_of("a.md") == _TEXTS["a.md"].replace("Un", "Deux").encode()
    assert table.edits.last() == "Deux"


def test_open_articles_follow_their_files_and_their_versions_too(table: Table) -> None:
    new = table.folder / "new"
    move_a = FileMove(table.folder / "a.md", new / "a.md")
    move_b = FileMove(table.folder / "b.md", new / "b.md")
    with table.qtbot.waitSignals([table.a.path_changed, table.b.path_changed]):
        table.make(table.two_for_one(move_a, move_b))
    assert (table.a.path, table.b.path) == (new / "a.md", new / "b.md")
    assert table.bytes_of("new/a.md") == _TEXTS["a.md"].replace("Un", "Deux").encode()
    assert table.b.is_modified()
    table.workspace.save(table.b, new / "b.md")
    assert table.bytes_of("new/b.md") == b"Mine Deux lien\r\n\r\nfin\r\n"
    table.histories.finish()
    versions = table.history.past(new / "a.md").versions
    assert _TEXTS["a.md"].encode() in [table.history.read(new / "a.md", it) for it in versions]
    table.b.body.undo()
    table.undo()
    assert table.a.path == table.folder / "a.md"
    assert table.bytes_of("a.md") == _TEXTS["a.md"].encode()
    assert not new.exists()


def test_what_a_closed_file_held_is_kept_as_a_version(table: Table) -> None:
    table.make(table.two_for_one())
    table.histories.finish()
    (version,) = table.history.past(table.folder / "c.md").versions
    assert table.history.read(table.folder / "c.md", version) == b"Un\n"


def test_the_versions_of_closed_articles_follow_them(table: Table) -> None:
    table.make(BlogEdit(moves=(FileMove(table.folder / "c.md", table.folder / "d.md"),)))
    table.workspace.close(table.open("d.md"))
    table.make(BlogEdit(moves=(FileMove(table.folder / "d.md", table.folder / "e.md"),)))
    table.histories.finish()
    (version,) = table.history.past(table.folder / "e.md").versions
    assert table.history.read(table.folder / "e.md", version) == b"Un\n"


def test_a_change_that_cannot_be_made_is_told_and_changes_nothing(table: Table) -> None:
    edit = table.two_for_one()
    (table.folder / "c.md").write_bytes(b"meanwhile")
    table.make(edit)
    assert [type(error) for error in table.errors] == [FileChanged]
    assert table.bytes_of("a.md") == _TEXTS["a.md"].encode()
    assert table.b.text() == "Mine Un lien\n\nfin\n"
    assert table.edits.last() == ""


def test_it_can_be_stopped(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_and_stop(path: Path, data: bytes, expected: bytes | None) -> None:
        table.edits.stop()
        write_file(path, data, expected)

    monkeypatch.setattr("editor.blog.edit_making.write_file", write_and_stop)
    table.make(table.two_for_one())
    assert not table.errors
    assert table.bytes_of("a.md") == _TEXTS["a.md"].encode()
    assert table.b.text() == "Mine Un lien\n\nfin\n"
    assert table.edits.last() == ""


def test_what_is_typed_meanwhile_stays(table: Table) -> None:
    with table.qtbot.waitSignal(table.edits.ended):
        table.edits.make(table.two_for_one(), "Deux")
        table.type(table.a, "Meanwhile ")
    assert table.bytes_of("a.md") == _TEXTS["a.md"].replace("Un", "Deux").encode()
    assert table.a.body_text() == "Meanwhile \nDeux 🦊 ici\n"
    assert table.a.is_modified()
    table.workspace.save(table.a, table.folder / "a.md")


def test_what_cannot_be_read_is_told(table: Table) -> None:
    with pytest.raises(FileError):
        table.edits.reader()(table.folder / "none.md")
