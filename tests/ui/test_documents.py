from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from editor.text.change import Edit
from editor.ui.documents import apply_edits, raw_text

pytestmark = pytest.mark.usefixtures("qapp")


def _document(text: str) -> QTextDocument:
    document = QTextDocument(text)
    document.clearUndoRedoStacks()
    document.setModified(False)
    return document


def test_raw_text_keeps_every_character() -> None:
    text = "Un\u00a0« mot\u202f» 🦊\n\n\tfin"
    assert raw_text(QTextDocument(text)) == text


def test_edits_count_in_characters_and_are_one_step() -> None:
    document = _document("🦊 un 🦊 deux")
    apply_edits(document, (Edit(2, 4, "une 🐝"), Edit(7, 11, "")))
    assert raw_text(document) == "🦊 une 🐝 🦊 "
    document.undo()
    assert raw_text(document) == "🦊 un 🦊 deux"
    assert not document.isUndoAvailable()


def test_joined_edits_are_undone_together() -> None:
    document = _document("")
    apply_edits(document, (Edit(0, 0, "a"),))
    apply_edits(document, (Edit(1, 1, "b"),), join=True)
    apply_edits(document, (Edit(2, 2, "c"),))
    document.undo()
    assert raw_text(document) == "ab"
    document.undo()
    assert raw_text(document) == ""


def test_no_edits_are_no_step() -> None:
    document = _document("a")
    apply_edits(document, ())
    assert not document.isUndoAvailable()
    assert not document.isModified()
