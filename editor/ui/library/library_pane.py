"""The articles of the blog at the left of the window: their list, or what a search found in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.ui.labels import label
from editor.ui.library.list_page import ListPage
from editor.ui.library.search_page import SearchPage

if TYPE_CHECKING:
    from editor.ui.theme import Theme


class LibraryPane(QWidget):
    """Shows the blog's articles; a click or Return opens one."""

    article_activated = Signal(Path)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("pane_title", self)
        self.list_page = ListPage(theme, self)
        self.search_page = SearchPage(theme, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list_page)
        self._pages.addWidget(self.search_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        self._title.setContentsMargins(12, 0, 12, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._pages, 1)
        self.list_page.article_activated.connect(self.article_activated)
        self.list_page.menu_requested.connect(self.menu_requested)
        self.search_page.closed.connect(self.focus_filter)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self.list_page.set_theme(theme)
        self.search_page.set_theme(theme)

    def set_title(self, title: str) -> None:
        """Show the blog's name above its articles."""
        self._title.setText(title)

    def set_current(self, path: Path | None) -> None:
        """Mark the article at path as the one being written."""
        self.list_page.set_current(path)

    def focus_filter(self) -> None:
        """Show the list, and put the caret into its filter line."""
        self._pages.setCurrentWidget(self.list_page)
        self.list_page.focus_filter()

    def focus_search(self) -> None:
        """Show what was found last, and put the caret into the search field."""
        self._pages.setCurrentWidget(self.search_page)
        self.search_page.focus_field()

    def show_tag(self, tag: str) -> None:
        """Show the list of the articles that have tag."""
        self._pages.setCurrentWidget(self.list_page)
        self.list_page.show_tag(tag)

    def has_list_focus(self) -> bool:
        """Whether the writer is in the list of articles."""
        return self.list_page.has_list_focus()

    def pointed_path(self) -> Path | None:
        """Answer the article whose row is current in the list."""
        return self.list_page.pointed_path()
