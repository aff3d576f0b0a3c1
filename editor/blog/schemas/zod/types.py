"""What a Zod schema takes in, and what the methods that any schema has make of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.blog.schemas.combining import NOTHING, united, without_nothing
from editor.blog.schemas.shapes import SchemaField

if TYPE_CHECKING:
    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape


@dataclass(frozen=True, slots=True)
class ZodType:
    """A shape of values, whether there may be none, or null, and what stands for none.

    Of a schema that cannot be read nobody knows whether it may be absent: it may.
    """

    shape: Shape
    is_optional: bool = False
    is_nullable: bool = False
    has_default: bool = False
    default: Value = None
    default_source: str = ""
    description: str = ""

    @property
    def whole(self) -> Shape:
        """The shape, with null where it may be null."""
        return united((self.shape, NOTHING)) if self.is_nullable else self.shape

    def of_shape(self, shape: Shape) -> ZodType:
        """Answer the same of another shape."""
        return replace(self, shape=shape)

    def with_default(self, default: Value, source: str = "") -> ZodType:
        """Answer a type for whose absent values default stands, a source where that is no plain value."""
        return replace(self, has_default=True, default=default, default_source=source)

    def field(self, key: str, source: str) -> SchemaField:
        """Answer the field of a key whose values are of this type."""
        shape, is_nullable = without_nothing(self.whole)
        return SchemaField(
            key,
            shape,
            is_required=not self.is_optional and not self.has_default,
            is_nullable=is_nullable,
            has_default=self.has_default,
            default=self.default,
            default_source=self.default_source,
            description=self.description,
            source=source,
        )


def type_of(field: SchemaField) -> ZodType:
    """Answer the type of a field's values."""
    return ZodType(
        field.shape,
        is_optional=not field.is_required and not field.has_default,
        is_nullable=field.is_nullable,
        has_default=field.has_default,
        default=field.default,
        default_source=field.default_source,
        description=field.description,
    )
