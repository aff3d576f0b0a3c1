from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtTest import QSignalSpy

from editor.article import files
from editor.article.journal import claims, writer
from editor.article.journal.journal import Original
from editor.article.journal.reading import Kept, read_journal
from editor.article.source import decode
from editor.text.positions import position_of
from editor.ui.background import Background
from editor.ui.documents import raw_text
from editor.ui.journals import Journals
from editor.ui.open_article import original_of
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QTextDocument
    from pytestqt.qtbot import QtBot

    from editor.ui.open_article import OpenArticle

_TEXT = "---\ntitle: Un 🦊\n---\n\nTexte 🥖\n"


class Bench:
    """A workspace whose articles have journals."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "state" / "journal"
        self.background = Background()
        self.workspace = Workspace()
        self.journals = Journals(self.workspace, self.root)

    def open(self, text: str = _TEXT) -> OpenArticle:
        path = self.folder / "article.md"
        path.write_bytes(text.encode())
        article = self.workspace.open_file(path)
        assert article is not None
        return article

    def kept(self, article: OpenArticle) -> Kept | None:
        """Answer what the disk holds of an article's journal once everything is written."""
        assert self.journals.flush()
        places = list(self.root.glob(f"*/{article.number}.journal"))
        return read_journal(places[0].read_bytes()) if places else None

    def text(self, article: OpenArticle) -> str | None:
        kept = self.kept(article)
        return None if kept is None else kept.texts.joined

    def close(self) -> None:
        self.journals.finish()
        self.background.finish()
        for part in (self.journals, self.workspace, self.background):
            part.deleteLater()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    del qtbot  # the application must be there
    bench = Bench(tmp_path)
    yield bench
    bench.close()


def _type(document: QTextDocument, position: int, text: str, removed: int = 0) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + removed, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


def test_what_is_typed_is_kept_until_it_is_saved(bench: Bench) -> None:
    article = bench.open()
    assert bench.kept(article) is None
    _type(article.body, 1, "Été\u00a0! ", removed=2)
    article.set_field("title", "Deux 🦊")
    kept = bench.kept(article)
    assert kept is not None
    assert kept.subject.path == article.path
    assert kept.base.joined == _TEXT
    assert kept.texts.joined == article.text() == _TEXT.replace("Te", "Été\u00a0! ").replace("Un", "Deux")
    assert article.path is not None
    bench.workspace.save(article, article.path)
    assert bench.kept(article) is None
    _type(article.body, 0, "x")
    again = bench.kept(article)
    assert again is not None
    assert again.subject == original_of(article).subject() != kept.subject
    assert again.base == kept.texts


def test_every_change_undone_needs_no_journal(bench: Bench) -> None:
    article = bench.open()
    _type(article.body, 0, "x")
    assert bench.kept(article) is not None
    article.body.undo()
    assert not article.is_modified()
    assert bench.kept(article) is None
    article.body.redo()
    assert bench.text(article) == article.text() != _TEXT


def test_a_new_article_is_kept(bench: Bench) -> None:
    article = bench.workspace.new_article()
    _type(article.body, 0, "Sans nom")
    kept = bench.kept(article)
    assert kept is not None
    assert kept.subject.path is None
    assert kept.texts.joined == "Sans nom"


def test_closing_and_giving_up_end_it(bench: Bench) -> None:
    article = bench.open()
    _type(article.body, 0, "x")
    bench.workspace.close(article)
    assert bench.kept(article) is None
    other = bench.workspace.new_article()
    _type(other.body, 0, "x")
    bench.journals.give_up()
    assert bench.kept(other) is None


def test_the_end_of_the_program_writes_what_is_left(bench: Bench) -> None:
    article = bench.open()
    _type(article.body, 0, "x")
    bench.journals.finish()
    _type(article.body, 0, "too late ")
    (claim,) = claims.claim_abandoned(bench.root)
    (place,) = claim.journals()
    assert read_journal(place.read_bytes()).texts.joined == article.text().replace("too late ", "")
    claim.release()


def test_a_change_of_the_looks_of_a_whole_text_is_no_change(bench: Bench) -> None:
    article = bench.open()
    cursor = QTextCursor(article.body)
    cursor.select(QTextCursor.SelectionType.Document)
    form = QTextBlockFormat()
    form.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(form)
    assert bench.kept(article) is None
    _type(article.body, 0, "x")
    assert bench.text(article) == article.text()


def test_a_text_put_in_as_a_whole_is_kept(bench: Bench) -> None:
    article = bench.open()
    article.body.setPlainText("Autre\ntexte 🐌\n")
    _type(article.body, 2, "x")
    assert bench.text(article) == article.text()
    article.body.clear()
    assert bench.text(article) == article.text()


def test_a_body_that_meets_its_head_is_kept_so(bench: Bench) -> None:
    article = bench.open("---\na: 1\n---texte\n")
    _type(article.body, 0, "x")
    assert bench.text(article) == "---\na: 1\n---xtexte\n"
    _type(article.head, len("---\na: "), "2", removed=1)
    assert bench.text(article) == article.text() == "---\na: 2\n---xtexte\n"


def test_a_file_that_another_program_changed_is_the_new_base(bench: Bench) -> None:
    article = bench.open()
    _type(article.body, 0, "ours ")
    theirs = decode(_TEXT.replace("Texte", "Theirs").encode())
    article.take_outside(theirs, article.text().replace("Texte", "Theirs"))
    kept = bench.kept(article)
    assert kept is not None
    assert kept.subject == original_of(article).subject()
    assert kept.base.joined == theirs.text
    assert kept.texts.joined == article.text() == theirs.text.replace("\n\n", "\nours \n")


def test_an_article_that_follows_its_file_has_none(bench: Bench) -> None:
    article = bench.open()
    article.take_outside(decode(b"theirs\n"), "theirs\n")
    assert bench.kept(article) is None
    article.take_outside(decode(b"theirs\r\n"), "theirs\n")
    _type(article.body, 0, "x")
    kept = bench.kept(article)
    assert kept is not None
    assert kept.subject == Original(article.path, b"theirs\r\n").subject()
    assert (kept.base.joined, kept.texts.joined) == ("theirs\n", "xtheirs\n")


def test_the_text_of_a_file_that_was_taken_away_is_kept_though_nothing_was_typed(bench: Bench) -> None:
    article = bench.open()
    article.lose_file()
    assert bench.text(article) == _TEXT
    _type(article.body, 0, "x")
    assert bench.text(article) == article.text()


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "undo", "redo", "block", "join", "fields"]),
        st.integers(0, 60),
        st.integers(0, 5),
        st.text(st.sampled_from("aé\n🥖\u00a0\u2028\u2029-"), max_size=6),
    ),
    max_size=12,
)


@given(st.sampled_from([_TEXT, "", "texte\r\n\r\n", "---\na: 1\n---texte"]), _STEPS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_whatever_is_done_to_the_documents_is_kept(
    bench: Bench, text: str, steps: list[tuple[str, int, int, str]]
) -> None:
    for article in bench.workspace.articles:
        bench.workspace.close(article)
    article = bench.open(text)
    opened = article.text()
    told = QSignalSpy(bench.journals._written)
    for what, place, count, inserted in steps:
        document = (article.head, article.body)[place % 2]
        letters = raw_text(document)
        start = place % (len(letters) + 1)
        position = position_of(letters, start)
        removed = position_of(letters, start + count) - position
        match what:
            case "type":
                _type(document, position, inserted, removed)
            case "undo":
                document.undo()
            case "redo":
                document.redo()
            case "fields":
                article.apply_edits(())
                article.restore(article.text())
            case _:
                cursor = QTextCursor(document)
                (cursor.joinPreviousEditBlock if what == "join" else cursor.beginEditBlock)()
                cursor.setPosition(position)
                cursor.insertText(inserted)
                cursor.setPosition(0)
                cursor.movePosition(QTextCursor.MoveOperation.End)
                cursor.insertText(inserted)
                cursor.endEditBlock()
    kept = bench.text(article)
    assert (opened if kept is None else kept) == article.text()
    assert all(told.at(place)[0].out_of_step == frozenset() for place in range(told.count()))


def test_a_change_that_was_missed_is_told_as_a_whole(bench: Bench, qtbot: QtBot) -> None:
    article = bench.open()
    article.body.blockSignals(True)
    _type(article.body, 0, "missed ")
    article.body.blockSignals(False)
    _type(article.body, 0, "seen ")
    qtbot.waitUntil(lambda: bench.text(article) == article.text())
    assert "seen missed " in article.text()


def test_that_nothing_can_be_kept_is_told_once_and_tried_again(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GATHERING", 0)
    bench.journals._again.setInterval(20)

    def refuse(*_: object) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    heard = QSignalSpy(bench.journals.state_changed)
    article = bench.open()
    with monkeypatch.context() as full:
        full.setattr(files, "_force", refuse)
        _type(article.body, 0, "x")
        qtbot.waitUntil(lambda: heard.count() == 1)
        _type(article.body, 0, "y")
        assert not bench.journals.flush()
        assert bench.journals._again.isActive()
    qtbot.waitUntil(lambda: heard.count() == 2)
    assert heard.at(0)[0].cause.errno == errno.ENOSPC
    assert heard.at(1)[0] is None
    assert bench.text(article) == article.text()


def test_an_error_nobody_expected_comes_to_the_window(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = bench.open()
    monkeypatch.setattr(writer.JournalWriter, "_written", lambda *_: 1 // 0)
    with qtbot.captureExceptions() as caught:
        _type(article.body, 0, "x")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
