"""An error that nobody expected: the text is on the disk, one dialog tells of it, and the writer goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from editor.article.journal.reading import read_journal
from editor.ui.dialogs.unexpected import UnexpectedDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_WRITTEN = "Mes mots 🤫"


class Faulty(QObject):
    """Fails where Qt calls Python: in a slot, and in a method of Qt's that is overridden."""

    def fail(self) -> None:
        raise ValueError(_WRITTEN)

    def eventFilter(  # noqa: N802 - Qt's name
        self, watched: QObject, event: QEvent
    ) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            raise KeyError(_WRITTEN)
        return False


def _dialogs(desk: Desk) -> list[UnexpectedDialog]:
    return [it for it in desk.window.findChildren(UnexpectedDialog) if it.isVisible()]


def test_the_text_is_kept_and_the_writer_goes_on(
    desk: Desk, tmp_path: Path, expect_log_warning: Callable[[str], None]
) -> None:
    expect_log_warning("unexpected error")
    desk.click_article("small-tools.md")
    faulty = Faulty(desk.window)
    with desk.program.errors.told():
        desk.type(_WRITTEN)
        QTimer.singleShot(0, faulty.fail)
        desk.wait(lambda: bool(_dialogs(desk)))
        (place,) = (tmp_path / "profile" / "state" / "journal").glob("*/*.journal")
        assert read_journal(place.read_bytes()).texts.joined == desk.article.text()
        desk.writing.installEventFilter(faulty)
        for _ in range(3):
            # Sent by Qt: what fails below Python's own call comes back to it.
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "x")
            QApplication.postEvent(desk.writing, key)
        desk.wait(lambda: "KeyError" in _report(desk))
        desk.writing.removeEventFilter(faulty)
    assert len(_dialogs(desk)) == 1
    report = _report(desk)
    assert report.count("ValueError") == report.count("KeyError") == 1
    assert "tests/stories/test_unexpected.py" in report
    assert not [word for word in _WRITTEN.split() if word in report]
    buttons = {it.text(): it for it in _dialogs(desk)[0].findChildren(QPushButton)}
    buttons["Go on writing"].click()
    assert _dialogs(desk) == []
    desk.type("Encore ", desk.writing)
    assert "Encore " in desk.article.body_text()


def _report(desk: Desk) -> str:
    box = desk.find(QPlainTextEdit, "report")
    return box.toPlainText()
