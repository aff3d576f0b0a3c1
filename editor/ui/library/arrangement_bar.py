"""The two buttons above the list: which articles are shown, and in which order; and what is left out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.index.arranging import Arrangement, Facets
from editor.translation import mark, tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QResizeEvent

_SORTS: Final = {
    "date": mark("By date"),
    "title": mark("By title"),
    "file": mark("By file name"),
    "change": mark("By last change"),
}
_GROUPS: Final = {
    "none": mark("Not grouped"),
    "year": mark("Grouped by year"),
    "folder": mark("Grouped by folder"),
}
_STATES: Final = {
    "draft": mark("Drafts"),
    "published": mark("Without drafts"),
    "future": mark("Dated in the future"),
    "problem": mark("With problems"),
}
_INDENTATION: Final = "    "
_NARROW: Final = 210
"""Pixels in which two buttons have no room for their words."""


class ArrangementBar(QWidget):
    """Shows an arrangement and lets the writer choose another one."""

    arrangement_changed = Signal(Arrangement)

    def __init__(self, facets: Callable[[], Facets], parent: QWidget | None = None) -> None:
        """Ask facets for what can be chosen whenever a menu opens."""
        super().__init__(parent)
        self._facets = facets
        self._how = Arrangement()
        self._place = self._button("place", tr("Folder"), self._fill_places)
        self._view = self._button("arrangement", tr("Order and filters"), self._fill_view)
        self._told = label("quiet", self, wraps=True)
        self._told.setAccessibleName(tr("Filters"))
        self._clear = QToolButton(self)
        self._clear.setText(tr("Show all"))
        self._clear.setObjectName("unfold")
        self._clear.clicked.connect(lambda: self._choose(self._how.without_filters()))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.show_arrangement(self._how)

    def show_arrangement(self, how: Arrangement) -> None:
        """Show how the articles are listed."""
        self._how = how
        self._place.setText(how.place.replace("/", " › ") or tr("All folders"))
        self._view.setText(tr(_SORTS[how.sort]))
        told = self._filter_words()
        self._told.setText(" · ".join(told))
        self._told.setVisible(bool(told))
        self._clear.setVisible(how.is_filtering)

    def _filter_words(self) -> list[str]:
        how = self._how
        state = tr(_STATES[how.state]) if how.state else ""
        missing = tr("without “{field}”").format(field=how.missing) if how.missing else ""
        return [words for words in (state, how.tag, how.language, missing) if words]

    def _button(self, name: str, words: str, fill: Callable[[QMenu], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(fill, menu))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._buttons.setSpacing(6)
        self._buttons.addWidget(self._place, 1)
        self._buttons.addWidget(self._view, 1)
        column.addLayout(self._buttons)
        self._filters.addWidget(self._told, 1)
        self._filters.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(self._filters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside each other below each other where there is little room."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in (self._buttons, self._filters):
            row.setDirection(below if self.width() < _NARROW else beside)

    def _choose(self, how: Arrangement) -> None:
        self.show_arrangement(how)
        self.arrangement_changed.emit(how)

    def _fill_places(self, menu: QMenu) -> None:
        menu.clear()
        places = [("", tr("All folders"))]
        for name, count in self._facets().places:
            depth, last = name.count("/"), name.rpartition("/")[2]
            places.append((name, f"{_INDENTATION * depth}{last} ({count})"))
        self._offer(menu, "place", places)

    def _fill_view(self, menu: QMenu) -> None:
        menu.clear()
        facets = self._facets()
        self._offer(menu, "sort", [(name, tr(words)) for name, words in _SORTS.items()])
        menu.addSeparator()
        self._offer(menu, "group", [(name, tr(words)) for name, words in _GROUPS.items()])
        menu.addSeparator()
        states = [(state, _state_words(state, count)) for state, count in facets.states]
        self._offer(menu, "state", [("", tr("Drafts and others")), *states])
        menu.addSeparator()
        self._offer_counted(menu, tr("Tag"), "tag", facets.tags)
        self._offer_counted(menu, tr("Language"), "language", facets.languages)
        self._offer_counted(menu, tr("Missing field"), "missing", facets.missing)

    def _offer_counted(self, menu: QMenu, title: str, name: str, counted: Iterable[tuple[str, int]]) -> None:
        choices = [(value, f"{value} ({count})") for value, count in counted]
        submenu = menu.addMenu(title)
        submenu.setEnabled(bool(choices))
        self._offer(submenu, name, [("", tr("All articles")), *choices])

    def _offer(self, menu: QMenu, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Put choices for one part of the arrangement into menu, of which one is checked."""
        group = QActionGroup(menu)
        for value, words in choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(getattr(self._how, name) == value)
            chosen: dict[str, Any] = {name: value}
            action.triggered.connect(partial(self._choose, replace(self._how, **chosen)))
            group.addAction(action)


def _state_words(state: str, count: int) -> str:
    # Who has problems is known only once the blog was looked at: none is no count then.
    return f"{tr(_STATES[state])} ({count})" if count or state != "problem" else tr(_STATES[state])
