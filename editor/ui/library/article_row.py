"""How a row of the list looks: an article's title, below it date and draft mark; or a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.index.arranging import Section
from editor.ui.library.article_model import SECTION_ROLE, SUMMARY_ROLE, facts, section_words

if TYPE_CHECKING:
    from editor.blog.collection import ArticleSummary
    from editor.ui.theme import Theme

_MARGIN: Final = 12
_LEADING: Final = 8


class ArticleRow(QStyledItemDelegate):
    """Draws a summary in the colours of the theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Answer room for two lines."""
        del index
        height = QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height()
        return QSize(0, height + 2 * _LEADING + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        painter.save()
        section = index.data(SECTION_ROLE)
        if isinstance(section, Section):
            self._paint_section(painter, option, section)
            painter.restore()
            return
        summary: ArticleSummary = index.data(SUMMARY_ROLE)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("selected_row"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.colour("alternate_base"))
        area = option.rect.adjusted(_MARGIN, _LEADING, -_MARGIN, -_LEADING)
        self._paint_title(painter, area, summary.title, option.font)
        self._paint_facts(painter, area, summary, _small(option.font))
        painter.restore()

    def _paint_section(self, painter: QPainter, option: QStyleOptionViewItem, section: Section) -> None:
        area = option.rect.adjusted(_MARGIN, _LEADING, -_MARGIN, -_LEADING)
        font = _small(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("soft_text"))
        text = QFontMetrics(font).elidedText(
            section_words(section), Qt.TextElideMode.ElideMiddle, area.width()
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text)
        painter.setPen(self._theme.colour("edge"))
        painter.drawLine(area.bottomLeft().x(), option.rect.bottom(), area.right(), option.rect.bottom())

    def _paint_title(self, painter: QPainter, area: QRect, title: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        text = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)

    def _paint_facts(self, painter: QPainter, area: QRect, summary: ArticleSummary, font: QFont) -> None:
        painter.setFont(font)
        words, role = facts(summary)
        painter.setPen(self._theme.colour(role))
        text = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small
