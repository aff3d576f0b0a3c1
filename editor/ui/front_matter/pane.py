"""The front matter above the article's text: a form, or its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from editor.article.dates import read_date
from editor.blog.fields import Field, template_key
from editor.ui.front_matter.form import Form
from editor.ui.front_matter.head_text import HeadText
from editor.ui.front_matter.header import Header
from editor.ui.front_matter.style import style_sheet
from editor.ui.front_matter.thumbnail_button import THUMBNAIL_SIZE
from editor.ui.front_matter.thumbnails import Thumbnails
from editor.ui.front_matter.words import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QTextDocument

    from editor.blog.problems import Problem
    from editor.ui.background import Background
    from editor.ui.front_matter.problem_notes import WordedProblem
    from editor.ui.theme import Theme

# Of the height of the column it stands in; the rest is the article's text.
_GREATEST_SHARE: Final = 0.45
_SMALLEST_SHARE: Final = 120


class FrontMatterPane(QWidget):
    """Shows the fields of an article, tells what the writer makes of them, and owns none of it.

    The caller answers an edit with show_fields and clear_fault or show_fault, or else with show_refusal;
    key_moved tells the key before which a key is to stand, None for the end.
    """

    value_edited = Signal(str, object)
    raw_edited = Signal(str, str)
    key_removed = Signal(str)
    key_moved = Signal(str, object)
    repair_requested = Signal(object)
    image_requested = Signal(str)
    image_dropped = Signal(str, object)
    folded_changed = Signal(bool)
    text_shown_changed = Signal(bool)
    fault_activated = Signal(int)

    def __init__(
        self, background: Background, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        """Word dates in language, a code such as fr."""
        super().__init__(parent)
        self.setObjectName("front_matter")
        self._language = language
        self._is_folded = False
        self._shows_text = False
        self._fields: tuple[Field, ...] = ()
        self._problems: tuple[WordedProblem, ...] = ()
        self._thumbnails = Thumbnails(background, self)
        self.header = Header(theme, self)
        self.form = Form(language, theme, self)
        self.head_text = HeadText(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.header, self.form, self.head_text):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        if parent is not None:
            parent.installEventFilter(self)
        self._connect()
        self.set_theme(theme)
        self._show_parts()

    def set_head_document(self, document: QTextDocument | None) -> None:
        """Show another article, whose front matter is document; its fields are told by show_fields."""
        self.form.clear()
        self.head_text.set_document(document)
        self._fields = ()
        self.show_problems(())
        self._sum_up()

    def set_image_resolver(self, resolve: Callable[[str], Path | None]) -> None:
        """Find the file of an image's address by resolve."""
        self._thumbnails.set_resolver(resolve)

    def show_fields(self, fields: tuple[Field, ...], order: Sequence[str] = ()) -> None:
        """Show fields, as they are in the document now; one being typed in keeps caret and undo history.

        order holds the keys as they stand in the document.
        """
        self._fields = fields
        self.form.show_fields(fields, order)
        self._show_parts()

    def show_source(self, words: str, tip: str) -> None:
        """Say where the fields come from, and more of it in a tool tip."""
        self.header.show_source(words, tip)

    def show_problems(self, problems: tuple[WordedProblem, ...]) -> None:
        """Show problems at their fields, and how many there are."""
        self._problems = problems
        self.form.show_problems(problems)
        self.head_text.show_problems(problems)
        self.header.show_problems(problems)

    def lead_to_problem(self, problem: Problem | None = None) -> None:
        """Show a problem, without one the first: its field, or its line where the text is shown."""
        wanted = problem or next((worded.problem for worded in self._problems), None)
        if wanted is None:
            return
        self.set_folded(False)
        if self.is_text_shown():
            self.head_text.lead_to(wanted.line, wanted.column)
        else:
            self.form.lead_to(wanted.key)

    def show_fault(self, line: int, words: str) -> None:
        """Show the text instead of the form, and in words what is wrong at a line (0 is the first)."""
        self.head_text.show_fault(line, words)
        self._show_parts()

    def clear_fault(self) -> None:
        """Show what was shown before the fault; a writer who mended it in the text stays there."""
        if self.head_text.fault_words() and self.head_text.box.hasFocus():
            self.show_text(True)  # noqa: FBT003 - one property, one argument
        self.head_text.show_fault(-1, "")
        self._show_parts()

    def show_refusal(self, key: str, words: str) -> None:
        """Say at the field of key why its last edit was not taken."""
        self.form.show_refusal(key, words)

    def finish_editing(self) -> None:
        """Take what is being written in the form, as leaving its field does; the caret stays."""
        widget = self.window().focusWidget()
        if widget is not None and self.form.isAncestorOf(widget):
            widget.clearFocus()
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001 - one property, one argument
        """Fold the pane to its header, or open it."""
        if folded != self._is_folded:
            self._is_folded = folded
            self._arrange()
            self.folded_changed.emit(folded)

    def show_text(self, shown: bool) -> None:  # noqa: FBT001 - one property, one argument
        """Show the front matter as text, or as a form."""
        if shown != self._shows_text:
            self._shows_text = shown
            self._arrange()
            self.text_shown_changed.emit(shown)

    def is_folded(self) -> bool:
        """Whether only the header is shown."""
        return self._is_folded

    def is_text_shown(self) -> bool:
        """Whether the text is shown instead of the form."""
        return self._shows_text or bool(self.head_text.fault_words())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self.setStyleSheet(style_sheet(theme))
        self.header.set_theme(theme)
        self.form.set_theme(theme)
        self.head_text.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        """Watch the height of the column that the pane is put into."""
        parent = self.parentWidget()
        if parent is not None and event.type() == QEvent.Type.ParentAboutToChange:
            parent.removeEventFilter(self)
        elif parent is not None and event.type() == QEvent.Type.ParentChange:
            parent.installEventFilter(self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take no more than a share of the column."""
        parent = self.parentWidget()
        if parent is not None and watched is parent and event.type() == QEvent.Type.Resize:
            self.setMaximumHeight(max(_SMALLEST_SHARE, round(parent.height() * _GREATEST_SHARE)))
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.header.fold_clicked.connect(self._toggle_folded)
        self.header.switch_clicked.connect(self._toggle_text)
        self.header.problems_clicked.connect(self.lead_to_problem)
        self.form.key_moved.connect(self.key_moved)
        self.form.repair_requested.connect(self.repair_requested)
        self.form.value_edited.connect(self.value_edited)
        self.form.raw_edited.connect(self.raw_edited)
        self.form.key_removed.connect(self.key_removed)
        self.form.image_requested.connect(self.image_requested)
        self.form.image_dropped.connect(self.image_dropped)
        self.form.thumbnail_wanted.connect(self._load_thumbnail)
        self._thumbnails.loaded.connect(self.form.show_thumbnail)
        self.head_text.repair_requested.connect(self.repair_requested)
        self.head_text.fault_activated.connect(self.fault_activated)

    def _toggle_folded(self) -> None:
        self.set_folded(not self._is_folded)

    def _toggle_text(self) -> None:
        self.show_text(not self._shows_text)

    def _arrange(self) -> None:
        self.form.arrange()
        self._show_parts()

    def _show_parts(self) -> None:
        shows_text = self.is_text_shown()
        self.form.setVisible(not self._is_folded and not shows_text)
        self.head_text.setVisible(not self._is_folded and shows_text)
        self.header.show_state(is_folded=self._is_folded, shows_text=shows_text)
        self._sum_up()

    def _sum_up(self) -> None:
        fault = self.head_text.fault_words()
        parts = {template_key(field.key): field for field in reversed(self._fields)}
        words = [str(parts["title"].value)] if "title" in parts else []
        written = read_date(parts["pubDate"].value) if "pubDate" in parts else None
        if written is not None:
            words.append(day_in_words(written.day, self._language))
        self.header.show_summary(fault or " · ".join(filter(None, words)), is_fault=bool(fault))

    def _load_thumbnail(self, key: str, address: str) -> None:
        self._thumbnails.load(key, address, THUMBNAIL_SIZE * self.devicePixelRatioF())
