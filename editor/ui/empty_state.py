"""What the window shows before an article is open: where to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.translation import tr
from editor.ui.labels import label

_SHOWN_FOLDERS = 4


class EmptyState(QWidget):
    """A few words and the ways to begin."""

    command_requested = Signal(str)
    folder_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = label("empty_title", self, tr("What will you write?"))
        self._words = label("quiet", self, wraps=True)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 40, 40, 40)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(title)
        layout.addWidget(self._words)
        layout.addSpacing(8)
        for command, words in (
            ("file.new", tr("New article")),
            ("file.open_folder", tr("Open the folder of a blog")),
            ("file.open", tr("Open an article")),
        ):
            layout.addWidget(self._button(command, words), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        layout.addLayout(self._recent)
        layout.addStretch(3)
        self.show_folders((), has_blog=False)

    def show_folders(self, folders: tuple[str, ...], *, has_blog: bool) -> None:
        """Offer the folders opened lately."""
        self._words.setText(
            tr("Choose an article at the left, or begin a new one.")
            if has_blog
            else tr("Open the folder of your blog. You can also drop it here.")
        )
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for folder in () if has_blog else folders[:_SHOWN_FOLDERS]:
            path = Path(folder)
            button = QPushButton(path.name or folder, self, flat=True)
            button.setObjectName("recent_folder")
            button.setToolTip(folder)
            button.clicked.connect(lambda _=False, chosen=path: self.folder_requested.emit(chosen))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, command: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName("invitation")
        button.setMinimumWidth(260)
        button.clicked.connect(lambda: self.command_requested.emit(command))
        return button
