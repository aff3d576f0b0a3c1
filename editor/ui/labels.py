"""Labels by their place in the style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(style: str, parent: QWidget, text: str = "", *, wraps: bool = False) -> QLabel:
    """Answer a label whose text is never taken for HTML; style is its name in the style sheet."""
    answer = QLabel(text, parent)
    answer.setObjectName(style)
    answer.setTextFormat(Qt.TextFormat.PlainText)
    answer.setWordWrap(wraps)
    return answer
