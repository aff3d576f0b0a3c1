"""A field that is a list of short texts, such as tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from editor.blog.schemas.shapes import ListShape, ReferenceShape
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor
from editor.ui.front_matter.icons import icon
from editor.ui.front_matter.tags_box import TagsBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.blog.fields import Field
    from editor.ui.theme import Theme

_SEPARATORS: Final = re.compile(r"[,\r\n\u2028\u2029]")


class TagsField(FieldEditor):
    """Adds and removes tags; a comma or Return ends one, Backspace takes the last away."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._cross = icon("cross", theme.colour("soft_text"))
        self._box = TagsBox(self)
        shape = field.shape
        if isinstance(shape, ListShape) and isinstance(shape.item, ReferenceShape):
            self._box.line.setPlaceholderText(tr("Add an entry"))
        self._tags: list[str] = []
        self._box.chip_removed.connect(self._remove_tag)
        line = self._box.line
        line.textEdited.connect(self._split)
        line.tag_entered.connect(self._add_written)
        line.went_back.connect(self._remove_last)
        line.editingFinished.connect(self._finish_tags)
        line.offers.activated.connect(self._add_offered, Qt.ConnectionType.QueuedConnection)
        self._begin(self._box, (line,))

    def set_theme(self, theme: Theme) -> None:
        """Draw the crosses in the colours of theme."""
        self._cross = icon("cross", theme.colour("soft_text"))
        self._show_tags()

    def show_refusal(self, words: str) -> None:
        """Go back to the tags of the file, and say why."""
        super().show_refusal(words)
        self._show_value(self.field)

    def _show_value(self, field: Field) -> None:
        tags = [str(tag) for tag in field.value] if isinstance(field.value, list) else []
        if tags != self._tags:
            self._tags = tags
            self._show_tags()
        self._mark_foreign()
        self._offer()

    def _show_tags(self) -> None:
        self._box.show_tags(self._tags, self._cross)
        self._mark_foreign()
        self._offer()

    def _mark_foreign(self) -> None:
        """Mark the tags that the schema does not allow, or no entry has as its id."""
        allowed = self.field.allowed
        for chip, tag in zip(self._box.chips, self._tags, strict=True):
            chip.mark_foreign(is_foreign=allowed is not None and tag not in allowed)

    def _offer(self) -> None:
        self._box.line.offers.set_words(word for word in self.field.offers if word[0] not in self._tags)

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        for chip in self._box.chips:
            chip.cross.setEnabled(editable)

    def _split(self, text: str) -> None:
        self._show_note("")
        *complete, rest = _SEPARATORS.split(text)
        if complete:
            self._box.line.setText(rest.lstrip())
            self._add(complete)

    def _add_offered(self, tag: str) -> None:
        self._box.line.clear()
        self._add([tag])

    def _add_written(self) -> None:
        written = self._box.line.text()
        self._box.line.clear()
        self._add([written])

    def _add(self, texts: list[str]) -> None:
        tags = list(self._tags)
        refused = ""
        for tag in filter(None, map(str.strip, texts)):
            if tag in tags:
                refused = tag
            else:
                tags.append(tag)
        if tags != self._tags:
            self._change(tags)
        if refused:
            self._show_note(tr("“{tag}” is there already.").format(tag=refused), "warning")

    def _remove_last(self) -> None:
        if self._tags and self.field.editable:
            self._change(self._tags[:-1])

    def _remove_tag(self, place: int) -> None:
        self._change(self._tags[:place] + self._tags[place + 1 :])

    def _change(self, tags: list[str]) -> None:
        self._tags = tags
        self._show_tags()
        self.value_edited.emit(self.field.key, list(tags))

    def _finish_tags(self) -> None:
        if self._box.line.text().strip():
            self._add_written()
        self._finish(is_empty=not self._tags)
