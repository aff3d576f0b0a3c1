"""One schema of two sources: what Astro generated says what is allowed, its configuration what is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.blog.schemas.shapes import (
    AnyShape,
    DateShape,
    FlagShape,
    GroupShape,
    ImageShape,
    ListShape,
    NumberShape,
    ReferenceShape,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from editor.blog.schemas.shapes import SchemaField, Shape


def merged(
    generated: tuple[SchemaField, ...], configured: tuple[SchemaField, ...]
) -> tuple[SchemaField, ...]:
    """Answer the fields of both, in the order of the configuration.

    The generated schema is what Astro made of all that the configuration holds, also what a reader of its
    text cannot follow; images, references and coercion show in the configuration only. A key that stands in
    one of them only is kept: the generated schema may be older.
    """
    known = {field.key: field for field in generated}
    fields = [_merged_field(known.pop(field.key, None), field) for field in configured]
    return (*fields, *known.values())


def _merged_field(generated: SchemaField | None, configured: SchemaField) -> SchemaField:
    if generated is None:
        return configured
    field = replace(
        generated,
        shape=merged_shape(generated.shape, configured.shape),
        description=generated.description or configured.description,
        default_source=configured.default_source,
        source=configured.source if _is_meant(configured.shape) else generated.source,
    )
    if not generated.has_default and configured.has_default:
        # Zod 4 does not generate the default of what is transformed, as a reference is.
        return replace(field, is_required=False, has_default=True, default=configured.default)
    return field


def merged_shape(generated: Shape, configured: Shape) -> Shape:
    """Answer the generated shape with what the configured one alone shows."""
    if _is_meant(configured):
        return configured
    match configured:
        case TextShape(pattern=pattern) if isinstance(generated, TextShape):
            # Generated patterns have lost their flags.
            is_coerced = configured.is_coerced
            return replace(generated, is_coerced=is_coerced, pattern=pattern or generated.pattern)
        case NumberShape() if isinstance(generated, NumberShape):
            return replace(generated, is_coerced=configured.is_coerced)
        case FlagShape() if isinstance(generated, FlagShape):
            return replace(generated, is_coerced=configured.is_coerced)
        case ListShape() if isinstance(generated, ListShape):
            return replace(generated, item=merged_shape(generated.item, configured.item))
        case GroupShape(fields, other) if isinstance(generated, GroupShape):
            others = generated.other
            others = merged_shape(others, other) if others is not None and other is not None else others
            return replace(generated, fields=merged(generated.fields, fields), other=others)
        case UnionShape(options) if isinstance(generated, UnionShape) and len(options) == len(
            generated.options
        ):
            pairs = zip(generated.options, options, strict=True)
            together = tuple(merged_shape(one, other) for one, other in pairs)
            return UnionShape(together, configured.discriminator or generated.discriminator)
        case UnionShape(options) if any(map(_is_meant, options)):
            return configured  # an image and a text are generated as one text
        case DateShape() if isinstance(generated, DateShape):
            return configured
        case _:
            return configured if isinstance(generated, AnyShape) else generated


def _is_meant(shape: Shape) -> bool:
    """Whether a shape is one that generated schemas cannot tell from text."""
    return isinstance(shape, ImageShape | ReferenceShape)
