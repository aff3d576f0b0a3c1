"""Labels by their place in the style sheet; sizes and places in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QWidget

from editor.translation import language

if TYPE_CHECKING:
    from pathlib import Path

_WITH_DECIMALS: Final = 1_000_000


def label(style: str, parent: QWidget, text: str = "", *, wraps: bool = False) -> QLabel:
    """Answer a label whose text is never taken for HTML; style is its name in the style sheet."""
    answer = QLabel(text, parent)
    answer.setObjectName(style)
    answer.setTextFormat(Qt.TextFormat.PlainText)
    answer.setWordWrap(wraps)
    return answer


def place_words(path: Path, root: Path) -> str:
    """Answer a path as the writer knows it: from the blog's root on."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def size_words(size: int) -> str:
    """Answer a size in bytes as the writer reads it."""
    decimals = 1 if size >= _WITH_DECIMALS else 0
    return QLocale(language()).formattedDataSize(size, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)
