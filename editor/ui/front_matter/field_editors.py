"""Which editor edits which kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.front_matter.choice_field import ChoiceField
from editor.ui.front_matter.date_field import DateField
from editor.ui.front_matter.flag_field import FlagField
from editor.ui.front_matter.group_field import GroupField
from editor.ui.front_matter.image_field import ImageField
from editor.ui.front_matter.items_field import ItemsField
from editor.ui.front_matter.line_field import LineField
from editor.ui.front_matter.number_field import NumberField
from editor.ui.front_matter.raw_field import RawField
from editor.ui.front_matter.reference_field import ReferenceField
from editor.ui.front_matter.scalar_field import ScalarField
from editor.ui.front_matter.tags_field import TagsField
from editor.ui.front_matter.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.blog.fields import Field
    from editor.ui.front_matter.field_editor import FieldEditor
    from editor.ui.theme import Theme


def field_editor(field: Field, language: str, theme: Theme, parent: QWidget) -> FieldEditor:
    """Answer a new editor for field, which words dates in language."""

    def nested(field: Field, theme: Theme, parent: QWidget) -> FieldEditor:
        return field_editor(field, language, theme, parent)

    match field.kind:
        case "line":
            return LineField(field, parent)
        case "text":
            return TextField(field, parent)
        case "scalar":
            return ScalarField(field, parent)
        case "date":
            return DateField(field, language, theme, parent)
        case "image":
            return ImageField(field, theme, parent)
        case "tags":
            return TagsField(field, theme, parent)
        case "flag":
            return FlagField(field, parent)
        case "number":
            return NumberField(field, theme, parent)
        case "choice":
            return ChoiceField(field, parent)
        case "reference":
            return ReferenceField(field, theme, parent)
        case "group":
            return GroupField(field, nested, theme, parent)
        case "list" | "groups":
            return ItemsField(field, nested, theme, parent)
        case "raw":
            return RawField(field, theme, parent)
