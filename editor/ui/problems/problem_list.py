"""The list of problems: those of one article, or of all of a blog's, each article's below its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from editor.problem_words import reason, sentence
from editor.translation import ntr, tr
from editor.ui.labels import place_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from editor.blog.problems import Problem
    from editor.ui.theme import Theme

_MOST: Final = 2_000
"""Problems that are shown; who has more begins with these."""
_ROLE: Final = Qt.ItemDataRole.UserRole
_ICON: Final = 12
_DOT: Final = 8
_COLOURS: Final = {"error": "error", "warning": "warning", "note": "placeholder_text"}


class Found(NamedTuple):
    """A problem and the article that it is in; None for the one that is written."""

    path: Path | None
    problem: Problem


class ProblemList(QTreeWidget):
    """Shows problems; a click or Return activates one."""

    problem_activated = Signal(Found)
    problem_pointed = Signal(object)
    """The row of a Found is current, or None: no row of a problem."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.setAccessibleName(tr("Problems"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.set_theme(theme)
        self.itemClicked.connect(self._activate)
        self.itemActivated.connect(self._activate)
        self.currentItemChanged.connect(lambda item, _: self.problem_pointed.emit(_found(item)))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._icons = {severity: _dot(theme.colour(role)) for severity, role in _COLOURS.items()}
        self._quiet = theme.colour("soft_text")
        for item in self._items():
            found = _found(item)
            if found is not None:
                self._colour(item, found)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the problems of the article that is written."""
        place = self._place()
        self.clear()
        self.setIndentation(0)
        for problem in problems[:_MOST]:
            self.addTopLevelItem(self._item(Found(None, problem)))
        self._return_to(place)

    def show_articles(self, articles: Sequence[tuple[Path, Sequence[Problem]]], root: Path) -> None:
        """Show the problems of articles, which are named from root."""
        place = self._place()
        self.clear()
        self.setIndentation(14)
        count = 0
        for path, problems in articles:
            if not problems or count >= _MOST:
                continue
            heading = QTreeWidgetItem([place_words(path, root), str(len(problems))])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            heading.setForeground(1, self._quiet)
            heading.addChildren([self._item(Found(path, problem)) for problem in problems[: _MOST - count]])
            self.addTopLevelItem(heading)
            count += len(problems)
        self._tell_of_others(sum(len(problems) for _, problems in articles) - _MOST)
        self.expandAll()
        self._return_to(place)

    def _tell_of_others(self, count: int) -> None:
        """Say in a last row how many problems have none, if any."""
        if count > 0:
            words = ntr("{count} more is not shown.", "{count} more are not shown.", count)
            item = QTreeWidgetItem([words.format(count=count), ""])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setForeground(0, self._quiet)
            self.addTopLevelItem(item)

    def _item(self, found: Found) -> QTreeWidgetItem:
        problem = found.problem
        line = tr("Line {line}").format(line=problem.line + 1)
        item = QTreeWidgetItem([sentence(problem), line])
        item.setData(0, _ROLE, found)
        item.setToolTip(0, f"{sentence(problem)}\n{reason(problem.rule)}")
        self._colour(item, found)
        return item

    def _colour(self, item: QTreeWidgetItem, found: Found) -> None:
        item.setIcon(0, self._icons[found.problem.severity])
        item.setForeground(1, self._quiet)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """Yield every row."""
        item = self.topLevelItem(0)
        while item is not None:
            yield item
            item = self.itemBelow(item)

    def _place(self) -> tuple[Found | None, int]:
        return _found(self.currentItem()), self.verticalScrollBar().value()

    def _return_to(self, place: tuple[Found | None, int]) -> None:
        """Make the row of the same problem current again, and stand where the list stood."""
        wanted, scrolled = place
        items = self._items() if wanted is not None else iter(())
        same = next((item for item in items if _is_same(_found(item), wanted)), None)
        if same is not None:
            self.setCurrentItem(same)
        else:
            self.problem_pointed.emit(None)
        self.verticalScrollBar().setValue(scrolled)

    def _activate(self, item: QTreeWidgetItem) -> None:
        found = _found(item)
        if found is not None:
            self.problem_activated.emit(found)


def _found(item: QTreeWidgetItem | None) -> Found | None:
    found: Found | None = item.data(0, _ROLE) if item is not None else None
    return found


def _is_same(one: Found | None, other: Found | None) -> bool:
    """Whether two are the same problem, though lines may have moved."""
    if one is None or other is None or one.path != other.path:
        return False
    still: dict[str, Any] = {"line": 0, "column": 0, "repair": ()}
    return replace(one.problem, **still) == replace(other.problem, **still)


def _dot(colour: QColor) -> QIcon:
    pixmap = QPixmap(_ICON * 2, _ICON * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    edge = _ICON - _DOT
    painter.drawEllipse(edge, edge, _DOT * 2, _DOT * 2)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else the style tints it where its row is selected
    return icon
