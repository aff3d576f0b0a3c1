"""The shapes that a schema allows a front-matter value: what Zod and JSON Schema say, in one vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from editor.article.values import Value

TextFormat = Literal["", "url", "email"]
Unread = Literal["expression", "import", "call", "recursion"]
"""What keeps a part of a schema from being read: an expression, a name imported from elsewhere, a call of
something unknown, a shape that holds itself."""


@dataclass(frozen=True, slots=True)
class TextShape:
    """Text; lengths in UTF-16 code units as JavaScript counts, pattern a JavaScript regular expression.

    is_coerced: z.coerce, so that String() makes text of any value.
    """

    shortest: int | None = None
    longest: int | None = None
    pattern: str = ""
    format: TextFormat = ""
    is_coerced: bool = False


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A number; bounds belong to the range unless they are excluded.

    is_coerced: z.coerce, so that Number() makes a number of what is none: 0 of null.
    """

    smallest: float | None = None
    largest: float | None = None
    is_smallest_excluded: bool = False
    is_largest_excluded: bool = False
    is_whole: bool = False
    step: float | None = None
    is_coerced: bool = False


@dataclass(frozen=True, slots=True)
class FlagShape:
    """True or false; is_coerced: z.coerce, so that any text but an empty one is true."""

    is_coerced: bool = False


@dataclass(frozen=True, slots=True)
class DateShape:
    """A date; one that is not coerced must be a timestamp of YAML, no text."""

    is_coerced: bool = True


@dataclass(frozen=True, slots=True)
class ChoiceShape:
    """One of several values: an enumeration, or a literal alone; None stands for null."""

    choices: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ImageShape:
    """The address of an image that Astro imports: image()."""


@dataclass(frozen=True, slots=True)
class ReferenceShape:
    """The id of an entry of another collection; "" where the source does not name it."""

    collection: str = ""


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list of values of one shape."""

    item: Shape
    shortest: int | None = None
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class GroupShape:
    """A mapping: named fields, and the shape of other keys' values, None where others are not meant."""

    fields: tuple[SchemaField, ...] = ()
    other: Shape | None = None
    are_others_refused: bool = False


@dataclass(frozen=True, slots=True)
class UnionShape:
    """One of several shapes; discriminator is the key that tells which group it is, "" for none."""

    options: tuple[Shape, ...]
    discriminator: str = ""


@dataclass(frozen=True, slots=True)
class AnyShape:
    """Any value; unread and source say what of the schema could not be read, "" where it allows anything."""

    unread: Unread | Literal[""] = ""
    source: str = ""


Shape: TypeAlias = (
    TextShape
    | NumberShape
    | FlagShape
    | DateShape
    | ChoiceShape
    | ImageShape
    | ReferenceShape
    | ListShape
    | GroupShape
    | UnionShape
    | AnyShape
)


@dataclass(frozen=True, slots=True)
class SchemaField:
    """One key of a schema.

    A field with a default is not required. default_source is the default's text where it is no plain value
    (a function, a new Date()), else "". source names what says so, for the writer: "schema.json", the name
    of the content configuration such as "content.config.ts", or "articles".
    """

    key: str
    shape: Shape
    is_required: bool = True
    is_nullable: bool = False
    has_default: bool = False
    default: Value = None
    default_source: str = ""
    description: str = ""
    source: str = ""


ANYTHING = AnyShape()
