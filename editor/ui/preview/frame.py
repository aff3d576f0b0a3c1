"""Around the page: a strip with what the preview can show, and the page in the width of a device."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor.translation import tr
from editor.ui.icons import icon
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from editor.ui.preview.view import PreviewView
    from editor.ui.theme import Theme

WIDTHS: Final = {"phone": 390, "tablet": 820, "desk": 0}
"""CSS pixels of the page on a device; 0: all of the pane."""
_ICON: Final = QSize(18, 18)


class PreviewFrame(QWidget):
    """The preview pane as the window shows it: strip, page, and a line for what is to be said of the page."""

    def __init__(self, view: PreviewView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = _Strip(self)
        self._room = _Room(view, self)
        self._note = _Note(self)
        self._unshown = _Note(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._room, 1)
        layout.addWidget(self._unshown)
        layout.addWidget(self._note)
        self.set_theme(theme)

    def fill_strip(self, faces: Sequence[QAction], menu: QMenu) -> None:
        """Offer what the preview can show, and the menu of how it shows it."""
        self._strip.fill(faces, menu)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of the window's theme."""
        self._strip.set_theme(theme)

    def set_width(self, name: str) -> None:
        """Show the page in the width of a device, one of WIDTHS; smaller where the pane is narrower."""
        self._room.set_width(WIDTHS.get(name, 0))

    def show_note(self, text: str) -> None:
        """Say something of the page below it; nothing where text is empty."""
        self._note.show_text(text, text)

    def show_unshown(self, short: str, whole: str) -> None:
        """Say below the page what it does not show, short until the writer wants to see the whole."""
        self._unshown.show_text(short, whole)


class _Note(QWidget):
    """A quiet line that unfolds; hidden while it has nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self._text = label("quiet", self, wraps=True)
        self._more = QToolButton(self)
        self._more.setText("…")
        self._more.setToolTip(tr("Show all"))
        self._more.setAccessibleName(self._more.toolTip())
        self._more.setObjectName("unfold")
        self._more.clicked.connect(self._unfold)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def show_text(self, short: str, whole: str) -> None:
        self._text.setText(short)
        self._whole = whole
        self._more.setVisible(short != whole)
        self.setVisible(bool(short))

    def _unfold(self) -> None:
        self._text.setText(self._whole)
        self._more.hide()


class _Strip(QWidget):
    """What the preview can show at the left, how it shows it at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = QToolButton(self, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self._look.setObjectName("preview_look")
        self._look.setIconSize(_ICON)
        self._look.setToolTip(tr("Style, light and width of the page"))
        self._look.setAccessibleName(self._look.toolTip())
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 3, 8, 3)
        self._layout.setSpacing(2)
        self._layout.addStretch(1)
        self._layout.addWidget(self._look)

    def fill(self, faces: Sequence[QAction], menu: QMenu) -> None:
        for place, action in enumerate(faces):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._layout.insertWidget(place, button)
        self._look.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        self._look.setIcon(icon("look", theme))


class _Room(QWidget):
    """Gives the view a width, in the middle."""

    def __init__(self, view: PreviewView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._wanted = 0
        view.setParent(self)

    def set_width(self, pixels: int) -> None:
        self._wanted = pixels
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wanted = self._wanted or self.width()
        shown = min(wanted, self.width())
        self._view.setGeometry(QRect((self.width() - shown) // 2, 0, shown, self.height()))
        self._view.set_zoom(shown / wanted if wanted else 1)
