"""How long a text is, beside how long it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from editor.blog.fields import advised_length
from editor.blog.schemas.shapes import TextShape
from editor.text.positions import utf16_length
from editor.translation import ntr, tr
from editor.ui.front_matter.field_editor import mark

if TYPE_CHECKING:
    from editor.blog.fields import Field


class LengthCounter(QLabel):
    """Counts the characters of a text beside the most that its schema allows, or search engines show."""

    def __init__(self, limit: int, parent: QWidget | None = None, *, is_rule: bool = False) -> None:
        """Count up to limit: the schema's where is_rule, whose count of an emoji is 2."""
        super().__init__(parent)
        self.limit = limit
        self._is_rule = is_rule
        self.setObjectName("counter")
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show the length of text in characters."""
        length = utf16_length(text) if self._is_rule else len(text)
        self.setText(f"{length} / {self.limit}" if length else "")
        excess = length - self.limit
        # Zod counts an emoji as two since long, and as one since version 4.5.
        is_error = self._is_rule and len(text) > self.limit
        mark(self, "tone", ("error" if is_error else "warning") if excess > 0 else "")
        if self._is_rule:
            shown = tr("The blog's schema allows {count} characters.").format(count=self.limit)
        else:
            shown = tr("Search engines show about {count} characters.").format(count=self.limit)
        cut = ntr("{count} character too many.", "{count} characters too many.", max(excess, 0))
        self.setToolTip(f"{shown} {cut.format(count=excess)}" if excess > 0 else shown)
        self.setAccessibleName(self.toolTip())


def counter_for(field: Field, parent: QWidget) -> LengthCounter | None:
    """Answer the counter that a field of text needs, None for none."""
    advised = advised_length(field.key)
    longest = field.shape.longest if isinstance(field.shape, TextShape) else None
    if longest is not None and (advised is None or longest <= advised):
        return LengthCounter(longest, parent, is_rule=True)
    return None if advised is None else LengthCounter(advised, parent)
