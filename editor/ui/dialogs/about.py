"""What this program is, and the versions it runs on."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from editor import __version__
from editor.translation import tr
from editor.ui.icons import program_icon


def show_about(parent: QWidget) -> None:
    """Show the program's name, version and licence."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About Article Editor"))
    box.setIconPixmap(program_icon().pixmap(64, 64))
    box.setText(f"Article Editor {__version__}")
    box.setInformativeText(
        tr("Write the articles of a blog, and see what the blog will show.")
        + f"\n\nPython {platform.python_version()} · Qt {qVersion()}\n"
        + tr("MIT licence")
    )
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    box.deleteLater()
