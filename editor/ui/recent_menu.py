"""The menu of the files and folders opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from editor.session import Session
from editor.translation import tr


class RecentMenu(QMenu):
    """Lists recent files, then recent folders; asks for the one chosen."""

    file_requested = Signal(Path)
    folder_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open recent"), parent)
        self.show_session(Session())

    def show_session(self, session: Session) -> None:
        """List the files and folders of session that still exist."""
        self.clear()
        for names, signal in (
            (session.recent_files, self.file_requested),
            (session.recent_folders, self.folder_requested),
        ):
            self.addSeparator()
            for name in names:
                path = Path(name)
                if path.exists():
                    action = self.addAction(_shown(path).replace("&", "&&"))
                    action.triggered.connect(lambda _=False, chosen=path, ask=signal: ask.emit(chosen))
        self.setEnabled(any(not action.isSeparator() for action in self.actions()))


def _shown(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
