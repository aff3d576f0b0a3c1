"""Which kind of field a key is: by what a schema says of it, or else by its name and its value."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, Literal

from editor.article.dates import read_date
from editor.blog.schemas.shapes import (
    AnyShape,
    ChoiceShape,
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
    from collections.abc import Iterable

    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape

FieldKind = Literal[
    "line",
    "text",
    "date",
    "image",
    "tags",
    "flag",
    "number",
    "choice",
    "reference",
    "scalar",
    "list",
    "group",
    "groups",
    "raw",
]
"""scalar is a line that may be several things: text, a number, a flag; it is written as what it reads as."""

_LONG_LINE: Final = 80
_LONG_TAG: Final = 60
_LONG_WORD: Final = 40
_TEXT_WORDS: Final = frozenset({"description", "excerpt", "summary", "abstract", "intro"})
_DATE_WORDS: Final = frozenset(
    {
        "date",
        "datetime",
        "pubdate",
        "publish",
        "published",
        "update",
        "updated",
        "modified",
        "created",
        "lastmod",
    }
)
_IMAGE_WORDS: Final = frozenset(
    {"image", "heroimage", "img", "cover", "banner", "thumbnail", "photo", "picture"}
)
_TAGS_WORDS: Final = frozenset({"tags", "categories", "keywords"})
# The input formats of astro:assets.
_IMAGE_ADDRESS: Final = re.compile(
    r"[^\n]+\.(?:jpe?g|a?png|tiff|webp|gif|svg|avif)(?:[?#]\S*)?", re.IGNORECASE
)


def kind_of_value(key: str, value: Value) -> FieldKind:
    """Answer the kind of a field that no schema speaks of."""
    if isinstance(value, list):
        return "tags" if all(isinstance(item, str) and _is_tag(item) for item in value) else "raw"
    if isinstance(value, dict):
        return "raw"
    if plain_key(key) == "title":
        return "text" if isinstance(value, str) and _has_lines(value) else "line"
    if _last_word(key) in _TEXT_WORDS:
        return "text"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int | float):
        return "number" if math.isfinite(value) else "raw"
    if value is None:
        return _kind_of_nothing(key)
    return _kind_of_string(key, value) if isinstance(value, str) else "date"


def kind_of_shape(key: str, shape: Shape, value: Value, words: Iterable[str] = ()) -> FieldKind:
    """Answer the kind of a field whose schema says shape, a union resolved; value is None where it is absent.

    A value of another structure than the shape's is raw. words are those that the key has elsewhere.
    """
    match shape:
        case ListShape():
            return _kind_of_list(shape.item, value, words) if isinstance(value, list | None) else "raw"
        case GroupShape():
            return "group" if isinstance(value, dict | None) else "raw"
        case AnyShape():
            return kind_of_value(key, value)
    if isinstance(value, list | dict):
        return "raw"
    match shape:
        case TextShape():
            return _kind_of_text(key, shape, value)
        case DateShape():
            return "date" if _may_be_date(value) else "line"
        case FlagShape():
            return "flag"
        case NumberShape():
            return "number"
        case ChoiceShape():
            return "choice"
        case ImageShape():
            return "image"
        case ReferenceShape():
            return "reference"
    return "scalar"


def plain_key(key: str) -> str:
    """Answer a key without what its spellings differ in: case, hyphens, underscores."""
    return re.sub(r"[\W_]+", "", key).lower()


def _kind_of_list(item: Shape, value: Value, words: Iterable[str]) -> FieldKind:
    items = value if isinstance(value, list) else []
    match item:
        case AnyShape():
            return kind_of_value("", items) if items or not item.unread else "raw"
        case GroupShape():
            return "groups" if all(isinstance(it, dict) for it in items) else "raw"
        case UnionShape(options) if all(isinstance(it, GroupShape) for it in options):
            return "groups" if all(isinstance(it, dict) for it in items) else "raw"
        case TextShape(format="") | ReferenceShape():
            are_tags = all(isinstance(it, str) and _is_tag(it) for it in items)
            return "tags" if are_tags and not any(map(_is_sentence, (*items, *words))) else "list"
        case ChoiceShape(choices) if all(isinstance(it, str) for it in (*choices, *items)):
            return "list" if any(map(_is_sentence, (*choices, *items))) else "tags"
    return "list"


def _kind_of_text(key: str, shape: TextShape, value: Value) -> FieldKind:
    text = value if isinstance(value, str) else ""
    if _has_lines(text):
        return "text"
    if _is_image(key, text):
        return "image"
    if shape.format or plain_key(key) == "title":
        return "line"
    is_long = len(text) > _LONG_LINE or (shape.longest or 0) > _LONG_LINE
    return "text" if is_long or _last_word(key) in _TEXT_WORDS else "line"


def _kind_of_string(key: str, value: str) -> FieldKind:
    if _DATE_WORDS.intersection(_words(key)) and _may_be_date(value):
        return "date"
    if _is_image(key, value):
        return "image"
    return "text" if len(value) > _LONG_LINE or _has_lines(value) else "line"


def _kind_of_nothing(key: str) -> FieldKind:
    if _last_word(key) in _IMAGE_WORDS:
        return "image"
    if _last_word(key) in _TAGS_WORDS:
        return "tags"
    return "date" if _DATE_WORDS.intersection(_words(key)) else "raw"


def _may_be_date(value: Value) -> bool:
    is_blank = value is None or (isinstance(value, str) and not value.strip())
    return is_blank or read_date(value) is not None


def _is_image(key: str, value: str) -> bool:
    is_one_word = not re.search(r"\s", value)
    if _last_word(key) in _IMAGE_WORDS and is_one_word:
        return True
    return (is_one_word or "/" in value) and _IMAGE_ADDRESS.fullmatch(value) is not None


def _is_tag(item: str) -> bool:
    return len(item) <= _LONG_TAG and "\n" not in item


def _is_sentence(item: Value) -> bool:
    # A comma ends a tag in the form.
    return isinstance(item, str) and (len(item) > _LONG_WORD or "," in item)


def _has_lines(value: str) -> bool:
    # A block scalar ends in a line end of its own; that alone makes no second line.
    return "\n" in value.removesuffix("\n")


def _words(key: str) -> tuple[str, ...]:
    apart = re.sub(r"(?<=[^\W_A-Z])(?=[A-Z])", " ", key)
    return tuple(word.lower() for word in re.split(r"[\W_]+", apart) if word)


def _last_word(key: str) -> str:
    return next(reversed(_words(key)), "")
