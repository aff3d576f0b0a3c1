"""Whether an input of the form has something of its own to take back; else the front matter's text has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def has_history(widget: QObject | None, verb: str) -> bool:
    """Whether widget can do verb, undo or redo, on something of its own."""
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        return document.isUndoAvailable() if verb == "undo" else document.isRedoAvailable()
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if verb == "undo" else widget.isRedoAvailable()
    return False


def asks_in_vain(widget: QObject, event: QKeyEvent) -> bool:
    """Whether the key asks widget to undo or redo where it has nothing to."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return not has_history(widget, "undo")
    return event.matches(QKeySequence.StandardKey.Redo) and not has_history(widget, "redo")
