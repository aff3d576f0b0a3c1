"""The fields within a field: those of a group, and those of a list's items."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import Entry
from editor.blog.fields import Field, Given, made_field
from editor.blog.schemas.shapes import GroupShape, ListShape, SchemaField
from editor.blog.value_source import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.fences import Format
    from editor.article.values import Value

# The keys that name a group best, in this order.
_NAMES: Final = ("title", "name", "label", "heading", "question", "id", "key", "text", "url", "href", "src")
_LONGEST_NAME: Final = 80
_NAMES_TOLD: Final = 2


def nested_fields(field: Field) -> tuple[Field, ...]:
    """Answer the fields of a group: the schema's in its order, then what else its value holds."""
    shape = field.shape
    if not isinstance(shape, GroupShape):
        return ()
    value = field.value if isinstance(field.value, dict) else {}
    rules = {rule.key: rule for rule in shape.fields}
    answer = []
    for key in dict.fromkeys((*rules, *value)):
        rule = rules.get(key)
        if rule is None and shape.other is not None:
            rule = SchemaField(key, shape.other, is_required=False, source=_source(field))
        entry = _entry(field, key, value[key]) if key in value else None
        answer.append(_nested(field, key, Given(entry, rule, rule is not None)))
    return tuple(answer)


def item_field(field: Field, value: Value) -> Field:
    """Answer the field of one item of a list; an item that is None is new and holds nothing yet."""
    shape = field.shape
    rule = SchemaField(field.key, shape.item, source=_source(field)) if isinstance(shape, ListShape) else None
    entry = None if value is None else _entry(field, field.key, value)
    return _nested(field, field.key, Given(entry, rule, words=field.words))


def with_nested(field: Field, key: str, value: Value) -> dict[str, Value]:
    """Answer the value of a group with key set to value; a new key stands where the schema has it."""
    old = field.value if isinstance(field.value, dict) else {}
    if key in old:
        return {**old, key: value}
    order = [nested.key for nested in nested_fields(field)]
    following = order[order.index(key) + 1 :] if key in order else []
    before = next((other for other in old if other in following), None)
    pairs: list[tuple[str, Value]] = []
    for other, held in old.items():
        if other == before:
            pairs.append((key, value))
        pairs.append((other, held))
    return dict(pairs if before is not None else [*pairs, (key, value)])


def without_nested(field: Field, key: str) -> dict[str, Value]:
    """Answer the value of a group without key."""
    old = field.value if isinstance(field.value, dict) else {}
    return {other: value for other, value in old.items() if other != key}


def name_of(value: Value) -> str:
    """Answer the words that tell a group from its neighbours, "" where it has none."""
    if not isinstance(value, dict):
        return ""
    keys = sorted(value, key=lambda key: _NAMES.index(key.lower()) if key.lower() in _NAMES else len(_NAMES))
    return " · ".join(islice(_names(value, keys), _NAMES_TOLD))[:_LONGEST_NAME]


def _names(value: dict[str, Value], keys: list[str]) -> Iterator[str]:
    for key in keys:
        held = value[key]
        if isinstance(held, str | int | float) and not isinstance(held, bool) and str(held).strip():
            yield " ".join(str(held).split())


def _nested(field: Field, key: str, given: Given) -> Field:
    return replace(made_field(key, given, field.entries, field.format), editable=field.editable)


def _entry(field: Field, key: str, value: Value) -> Entry:
    return Entry(key, value, _raw(value, field.format), 0, editable=field.editable)


def _raw(value: Value, notation: Format) -> str:
    """Answer a source of value; text, which is frequent, without the writer's way."""
    if isinstance(value, str) and value.isprintable() and not (notation == "toml" and "'" in value):
        return "'" + value.replace("'", "''") + "'"
    return source_of(value, notation)


def _source(field: Field) -> str:
    return field.rule.source if field.rule else ""
