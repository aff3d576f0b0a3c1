"""The program was cut off: what was not saved is offered at the next start, until the writer has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton, QTextBrowser

from editor.article.fences import Parts, split
from editor.article.journal.entries import Splice, Texts
from editor.article.journal.journal import Journal, Original
from editor.article.journal.reading import read_journal
from editor.article.source import decode
from editor.text.positions import utf16_length
from editor.ui.dialogs import questions
from editor.ui.dialogs.rescue_dialog import RescueDialog
from editor.ui.outside_changes import Changed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_NAME = "slow-bread.md"


class Rescue:
    """Answers the dialog of the next start, step by step; notes what it showed."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.shown: list[str] = []
        self.lists: list[list[str]] = []
        self.unfinished: list[str] = []

    def answer(self, *buttons: str) -> None:
        """Press these buttons, one after the other, once the dialog is there."""
        self.steps += buttons
        QTimer.singleShot(0, self._press)

    def _press(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RescueDialog) or not dialog.isVisible():
            QTimer.singleShot(20, self._press)
            return
        labels = [it.text() for it in dialog.findChildren(QLabel) if it.isVisible()]
        differences = dialog.findChild(QTextBrowser, "differences")
        assert differences is not None
        self.shown.append("\n".join([*labels, differences.toPlainText() if differences.isVisible() else ""]))
        box = dialog.findChild(QPlainTextEdit, "unfinished")
        assert box is not None
        self.unfinished += [box.toPlainText()] if box.isVisible() else []
        names = dialog.findChild(QListWidget, "rescued")
        assert names is not None
        self.lists.append([names.item(row).text() for row in range(names.count())])
        button = self.steps.pop(0)
        if self.steps:
            QTimer.singleShot(20, self._press)
        {it.text(): it for it in dialog.findChildren(QPushButton)}[button].click()


@pytest.fixture
def path(blog: Path) -> Path:
    return blog / "src/content/blog" / _NAME


@pytest.fixture
def rescue() -> Rescue:
    return Rescue()


@pytest.fixture
def cut_off(tmp_path: Path) -> Callable[..., Path]:
    """Answer a function that leaves the journal of a text of a file, or of none, as a killed program does."""

    def leave(path: Path | None, typed: str) -> Path:
        data = path.read_bytes() if path else None
        parts = split(decode(data).text) if data is not None else Parts("", "")
        texts = Texts(parts.head, parts.body)
        journal = Journal(Original(path, data), texts)
        journal.take(Splice(True, 0, 0, typed, utf16_length(typed + texts.body)))
        folders = tmp_path / "profile" / "state" / "journal"
        place = folders / f"dead{len(list(folders.glob('*')))}" / "0.journal"
        journal.write(place)
        return place

    return leave


def test_what_was_not_saved_is_offered_beside_the_file_and_restored(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue
) -> None:
    before = path.read_bytes()
    place = cut_off(path, "Sauvé 🛟 ")
    rescue.answer("Restore")
    desk = start(path.parents[3])
    assert rescue.lists == [[_NAME]]
    assert str(path) in rescue.shown[0]
    assert "Sauvé 🛟 " in rescue.shown[0]
    assert "changed since" not in rescue.shown[0]
    assert desk.article.path == path
    assert desk.article.is_modified()
    assert "Sauvé 🛟 " in desk.article.body_text()
    assert path.read_bytes() == before
    assert not place.parent.exists()
    desk.run("file.save")
    assert path.read_bytes().replace("Sauvé 🛟 ".encode(), b"") == before
    assert path.read_bytes() != before


def test_restored_text_is_one_step_and_kept_anew(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue, tmp_path: Path
) -> None:
    cut_off(path, "Sauvé ")
    rescue.answer("Restore")
    desk = start()
    (place,) = (tmp_path / "profile" / "state" / "journal").glob("*/*.journal")
    assert read_journal(place.read_bytes()).texts.joined == desk.article.text()
    desk.article.body.undo()
    assert not desk.article.is_modified()


def test_decided_later_it_is_offered_again(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue
) -> None:
    place = cut_off(path, "Sauvé ")
    for _ in range(2):
        rescue.answer("Decide later")
        desk = start(path)
        assert not desk.article.is_modified()
        desk.give_up()
        assert place.exists()
    assert rescue.lists == [[_NAME], [_NAME]]
    # The journal is let go of, and the dialog of another start may have it.
    rescue.answer("Keep the file")
    start()
    assert not place.exists()


def test_the_file_is_kept_where_the_writer_says_so(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue
) -> None:
    before = path.read_bytes()
    place = cut_off(path, "Sauvé ")
    rescue.answer("Keep the file")
    desk = start()
    assert path.read_bytes() == before
    assert desk.workspace.articles == ()
    assert not place.exists()


def test_it_can_be_saved_elsewhere(
    start: Callable[..., Desk],
    path: Path,
    cut_off: Callable[..., Path],
    rescue: Rescue,
    choose: Callable[[Path | str], list[str]],
) -> None:
    before = path.read_bytes()
    place = cut_off(path, "Sauvé ")
    other = path.with_name("other.md")
    choose("")
    rescue.answer("Save as…", "Decide later")
    start()
    assert place.exists()
    proposed = choose(other)
    rescue.answer("Save as…")
    desk = start()
    assert proposed[-1] == str(path)
    assert path.read_bytes() == before
    assert other.read_bytes().replace("Sauvé ".encode(), b"") == before
    assert desk.article.path == other
    assert not place.exists()


def test_a_place_that_cannot_be_written_keeps_it(
    start: Callable[..., Desk],
    path: Path,
    cut_off: Callable[..., Path],
    rescue: Rescue,
    choose: Callable[[Path | str], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = cut_off(path, "Sauvé ")
    said: list[str] = []
    monkeypatch.setattr(questions, "say", lambda _window, words, _more="": said.append(words))
    choose(path.parent / "no folder" / "a.md")
    rescue.answer("Save as…", "Decide later")
    start()
    assert said == ["“a.md” could not be read or written. The folder does not exist."]
    assert place.exists()


def test_articles_are_decided_one_by_one(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue
) -> None:
    cut_off(path, "Sauvé ")
    new = cut_off(None, "Sans nom 🛟\nsuite")
    rescue.answer("Restore", "Restore")
    desk = start()
    assert rescue.lists == [[_NAME, "New article: Sans nom 🛟"], ["New article: Sans nom 🛟"]]
    assert "This article has no file yet." in rescue.shown[1]
    assert [it.path for it in desk.workspace.articles] == [path, None]
    assert desk.article.text() == "Sans nom 🛟\nsuite"
    assert desk.article.is_modified()
    assert not new.exists()


def test_a_file_that_changed_or_went_meanwhile_is_said_to_have(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue
) -> None:
    cut_off(path, "Sauvé ")
    other = path.with_name("small-tools.md")
    cut_off(other, "Sauvé aussi ")
    path.write_text("theirs", "utf-8")
    other.unlink()
    rescue.answer("Restore", "Restore")
    desk = start()
    assert "The file has been changed since." in rescue.shown[0]
    assert "theirs" in rescue.shown[0]
    assert "The file is not there any more" in rescue.shown[1]
    restored, new = desk.workspace.articles
    assert (restored.path, new.path) == (path, None)
    assert "Sauvé " in restored.text()
    assert new.text().count("Sauvé aussi ") == 1
    desk.workspace.set_current(restored)
    desk.run("file.save")
    assert path.read_text("utf-8") == "theirs"
    assert restored.is_modified()


def test_what_was_rescued_is_merged_with_what_came_meanwhile(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue
) -> None:
    cut_off(path, "Sauvé ")
    path.write_bytes(path.read_bytes() + b"Theirs, at the end.\r\n")
    rescue.answer("Restore")
    desk = start()
    desk.wait(lambda: isinstance(desk.window.desk.outside.outside_of(desk.article), Changed))
    desk.run("outside.merge")
    assert desk.article.text().count("Sauvé ") == desk.article.text().count("Theirs, at the end.") == 1
    desk.run("file.save")
    assert b"Theirs, at the end.\r\n" in path.read_bytes()
    assert "Sauvé ".encode() in path.read_bytes()


@pytest.mark.parametrize(
    ("data", "words", "goes"),
    [
        (b"article-editor journal 99\nwhat it likes", "It was kept by a newer version", False),
        (b"\0" * 100, "What was kept is damaged.", True),
    ],
)
def test_what_cannot_be_read_is_said(
    start: Callable[..., Desk], tmp_path: Path, rescue: Rescue, data: bytes, words: str, goes: bool
) -> None:
    place = tmp_path / "profile" / "state" / "journal" / "dead" / "0.journal"
    place.parent.mkdir(parents=True)
    place.write_bytes(data)
    rescue.answer(*(["Discard"] if goes else ["Discard", "Restore", "Decide later"]))
    start()
    assert words in rescue.shown[0]
    assert rescue.lists[0] == ["Cannot be read"]
    assert place.exists() is not goes


def test_a_damaged_end_is_said(
    start: Callable[..., Desk], path: Path, cut_off: Callable[..., Path], rescue: Rescue
) -> None:
    place = cut_off(path, "Sauvé ")
    place.write_bytes(place.read_bytes() + b"torn")
    rescue.answer("Decide later")
    start()
    assert "The end of what was kept is damaged" in rescue.shown[0]


def test_half_a_date_in_the_form_is_shown_to_be_copied(
    start: Callable[..., Desk], path: Path, tmp_path: Path, rescue: Rescue
) -> None:
    desk = start(path)
    line = desk.field("Date")
    desk.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    line.selectAll()
    desk.type("le 29 févr")
    assert not desk.article.is_modified()
    assert desk.program.journals.flush()
    (place,) = (tmp_path / "profile" / "state" / "journal").glob("*/*.journal")
    left = place.read_bytes()
    desk.give_up()
    dead = place.parent.with_name("dead") / place.name
    dead.parent.mkdir()
    dead.write_bytes(left)
    rescue.answer("Decide later")
    start()
    assert "You were writing this in the form." in rescue.shown[0]
    assert rescue.unfinished == ["Date: le 29 févr"]


def test_what_is_given_up_on_closing_is_not_offered(
    start: Callable[..., Desk], path: Path, tmp_path: Path
) -> None:
    desk = start(path)
    desk.type("x")
    assert desk.program.journals.flush()
    assert list((tmp_path / "profile" / "state" / "journal").glob("*/*.journal"))
    desk.answer("Do not save")
    desk.window.close()
    desk.program.journals.flush()
    assert not list((tmp_path / "profile" / "state" / "journal").glob("*/*.journal"))


def test_a_state_folder_that_cannot_be_read_is_no_hindrance(
    start: Callable[..., Desk], path: Path, tmp_path: Path, expect_log_warning: Callable[[str], None]
) -> None:
    for message in ("no journals were read", "not kept"):
        expect_log_warning(message)
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "state").touch()
    desk = start(path)
    desk.type("x")
    desk.wait(lambda: "Not protected" in desk.status())
    (tmp_path / "profile" / "state").unlink()
    desk.program.journals._again.setInterval(10)
    desk.type("y")
    desk.wait(lambda: "Not protected" not in desk.status())
