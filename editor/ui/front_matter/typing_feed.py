"""Tells what stands in the field of the form that is being typed in, before it is a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from editor.ui.open_article import OpenArticle

if TYPE_CHECKING:
    from editor.ui.front_matter.pane import FrontMatterPane
    from editor.ui.workspace import Workspace


class TypingFeed(QObject):
    """Follows the keyboard: half a date or YAML with an error is in no document, and yet was written."""

    typed = Signal(OpenArticle, str, str)
    """An article, the name of a field of its form, and all that stands there."""

    def __init__(self, workspace: Workspace, pane: FrontMatterPane) -> None:
        super().__init__(pane)
        self._workspace = workspace
        self._pane = pane
        self._input: QLineEdit | QPlainTextEdit | None = None
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._input is not None:
            self._input.textChanged.disconnect(self._tell)
            self._input.destroyed.disconnect(self._forget)
            self._input = None
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._pane.form.isAncestorOf(now):
            self._input = now
            now.textChanged.connect(self._tell)
            now.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._input = None

    def _tell(self) -> None:
        article = self._workspace.current
        if article is not None and self._input is not None:
            shown = self._input
            text = shown.text() if isinstance(shown, QLineEdit) else shown.toPlainText()
            self.typed.emit(article, shown.accessibleName(), text)
