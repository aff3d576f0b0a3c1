"""Whether values have the shapes that the blog's schema gives them: what Zod would say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from editor.article.values import is_same, number_of, number_text
from editor.blog.checks.bounds import broken_bounds
from editor.blog.checks.dates import coerced_date_findings, strict_date_findings
from editor.blog.checks.findings import REMOVAL, Finding, Repair, kind_name, wrong_type
from editor.blog.checks.images import imported_image_findings, public_image_findings
from editor.blog.checks.near import near_word
from editor.blog.field_kinds import kind_of_shape
from editor.blog.schemas.resolving import resolved
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
    from collections.abc import Iterator
    from pathlib import Path

    from editor.article.places import Place
    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.blog.problems import Severity
    from editor.blog.schemas.guide import Guide
    from editor.blog.schemas.shapes import SchemaField, Shape

MOST_STEPS: Final = 50_000
"""Values looked at, once for each shape that they may have; what is beyond is not checked."""
_PATTERN_STEPS: Final = 250
_MOST_CHOICES: Final = 8
_FLAGS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NUMBER: Final = re.compile(r"\s*(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*", re.ASCII)
_OTHER_NUMBER: Final = re.compile(r"\s*(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|[-+]?Infinity)?\s*")
NEVER_UNKNOWN: Final = frozenset({"slug", "layout", "$schema"})
"""Keys that Astro itself knows."""


@dataclass(slots=True)
class ShapeCheck:
    """Checks the values of one article.

    habits are the texts of dates that other articles have.
    """

    path: Path | None
    blog: Blog
    guide: Guide
    habits: tuple[str, ...] = ()
    _steps: int = field(default=0, init=False)

    def group(self, shape: GroupShape, values: dict[str, Value], place: Place = ()) -> Iterator[Finding]:
        """Yield what is wrong with a mapping; for the front matter itself place is ()."""
        for rule in shape.fields:
            here = (*place, rule.key)
            if rule.key in values:
                yield from self._field(rule, values[rule.key], here)
            elif rule.is_required:
                yield Finding("missing", here)
        named = {rule.key for rule in shape.fields}
        for key, value in values.items():
            if key not in named and shape.other is not None:
                yield from self._of(shape.other, value, (*place, key))
            elif key not in named and shape.are_others_refused and key not in NEVER_UNKNOWN:
                yield Finding("unknown-key", (*place, key), is_of_key=True)

    def _field(self, rule: SchemaField, value: Value, place: Place) -> Iterator[Finding]:
        if value is None and rule.is_nullable:
            return
        for finding in self._of(rule.shape, value, place):
            is_removable = finding.rule in ("empty", "empty-date") and finding.place == place
            yield replace(finding, repair=REMOVAL) if is_removable and not rule.is_required else finding

    def _of(self, shape: Shape, value: Value, place: Place) -> Iterator[Finding]:
        self._steps += 1
        if self._steps > MOST_STEPS:
            return
        match shape:
            case AnyShape():
                return
            case UnionShape():
                yield from self._union(shape, value, place)
            case DateShape(is_coerced):
                yield from self._date(value, place, is_coerced=is_coerced)
            case ChoiceShape():
                yield from _choice_findings(shape, value, place)
            case _ if value is None:
                if not _is_coerced(shape):
                    yield Finding("empty", place, self._severity(shape))
            case ListShape(item) | GroupShape(other=item):
                yield from self._collection(shape, item, value, place)
            case _:
                yield from self._scalar(shape, value, place)

    def _date(self, value: Value, place: Place, *, is_coerced: bool) -> Iterator[Finding]:
        if is_coerced:
            yield from coerced_date_findings(value, place, self.habits)
        elif value is None:
            yield Finding("empty", place)
        else:
            yield from strict_date_findings(value, place)

    def _collection(self, shape: Shape, item: Shape | None, value: Value, place: Place) -> Iterator[Finding]:
        if isinstance(shape, GroupShape) and isinstance(value, dict):
            yield from self.group(shape, value, place)
        elif isinstance(shape, ListShape) and isinstance(value, list):
            for rule, data in broken_bounds(shape, value):
                yield Finding(rule, place, data=data)
            for number, each in enumerate(value):
                yield from self._of(shape.item, each, (*place, number))
        else:
            is_word = (
                isinstance(shape, ListShape) and isinstance(value, str) and not re.search(r"[,;\n]", value)
            )
            is_item = is_word and item is not None and next(self._of(item, value, place), None) is None
            repair = Repair("list", [value]) if is_item and value else None
            expected = "list" if isinstance(shape, ListShape) else "group"
            # A Date is an object to Zod.
            if not isinstance(value, datetime) or expected == "list" or _has_required(shape):
                yield wrong_type(expected, value, place, repair)

    def _scalar(self, shape: Shape, value: Value, place: Place) -> Iterator[Finding]:
        match shape:
            case TextShape(is_coerced=is_coerced) if not isinstance(value, str):
                if not is_coerced:
                    yield self._no_text(shape, value, place)
            case NumberShape() if isinstance(value, bool) or not isinstance(value, int | float):
                yield from self._no_number(shape, value, place)
            case FlagShape(is_coerced) if not isinstance(value, bool):
                if not is_coerced:
                    yield self._no_flag(shape, value, place)
            case ReferenceShape():
                yield from self._reference(shape, value, place)
            case ImageShape():
                yield from self._image(value, place)
            case _:
                self._steps += _PATTERN_STEPS if isinstance(shape, TextShape) and shape.pattern else 0
                for rule, data in broken_bounds(shape, value):
                    yield Finding(rule, place, data=data)
                if isinstance(value, str) and kind_of_shape(str(place[-1]), shape, value) == "image":
                    yield from public_image_findings(value, place, self.blog)

    def _no_text(self, shape: TextShape, value: Value, place: Place) -> Finding:
        if isinstance(value, list | dict):
            return replace(wrong_type("text", value, place), severity=self._severity(shape))
        data = {"found": kind_name(value)}
        return Finding("text-unquoted", place, self._severity(shape), data, Repair("quote"))

    def _no_number(self, shape: NumberShape, value: Value, place: Place) -> Iterator[Finding]:
        is_odd = not isinstance(value, str) or _OTHER_NUMBER.fullmatch(value) is not None
        number = number_of(float(value)) if isinstance(value, str) and _NUMBER.fullmatch(value) else None
        if shape.is_coerced and number is not None:
            for rule, data in broken_bounds(shape, number):
                yield Finding(rule, place, data=data)
        elif number is not None:
            yield Finding("number-quoted", place, self._severity(shape), repair=Repair("unquote", number))
        elif not (shape.is_coerced and is_odd):
            severity = self._severity(shape) if is_odd else "error"
            yield replace(wrong_type("number", value, place), severity=severity)

    def _no_flag(self, shape: FlagShape, value: Value, place: Place) -> Finding:
        flag = _FLAGS.get(value.strip().lower()) if isinstance(value, str) else None
        if flag is None:
            return replace(wrong_type("flag", value, place), severity=self._severity(shape))
        return Finding("flag-text", place, self._severity(shape), repair=Repair("write", flag))

    def _severity(self, shape: Shape) -> Severity:
        """How bad a wrong type is: z.coerce may take it, which Astro's generated schema does not show."""
        sources = self.guide.collection.sources if self.guide.collection else ()
        is_uncertain = isinstance(shape, TextShape | NumberShape | FlagShape) and sources == ("schema.json",)
        return "warning" if is_uncertain else "error"

    def _reference(self, shape: ReferenceShape, value: Value, place: Place) -> Iterator[Finding]:
        collection: Value = shape.collection
        if isinstance(value, dict):
            collection = value.get("collection", collection)
            value = value.get("id", value.get("slug"))
        ids = self.guide.entries.get(str(collection), ())
        if isinstance(value, list | bool | datetime):
            yield wrong_type("reference", value, place)
        elif isinstance(value, str) and ids and value not in ids:
            near = near_word(value, ids)
            data = {"collection": str(collection), **({"near": near.word} if near.word else {})}
            repair = Repair("write", near.word) if near.is_sure else None
            yield Finding("dangling-reference", place, data=data, repair=repair)

    def _image(self, value: Value, place: Place) -> Iterator[Finding]:
        if isinstance(value, str):
            yield from imported_image_findings(value, place, self.path, self.blog)
        else:
            yield wrong_type("image", value, place)

    def _union(self, shape: UnionShape, value: Value, place: Place) -> Iterator[Finding]:
        """Yield nothing where one of the shapes fits; else what is wrong by the one that is likely meant."""
        for option in shape.options:
            if next(self._of(option, value, place), None) is None:
                return
        lists = [option for option in shape.options if isinstance(option, ListShape)]
        likely = lists[0] if lists and isinstance(value, list) else resolved(shape, value)
        if value is None:
            yield Finding("empty", place)
        elif isinstance(likely, UnionShape):
            yield Finding("fits-none", place)
        else:
            yield from self._of(likely, value, place)


def _choice_findings(shape: ChoiceShape, value: Value, place: Place) -> Iterator[Finding]:
    if any(is_same(choice, value) for choice in shape.choices):
        return
    if value is None:
        yield Finding("empty", place)
        return
    texts = tuple(choice for choice in shape.choices if isinstance(choice, str))
    shown = [_shown(choice) for choice in shape.choices]
    choices = ", ".join([*shown[:_MOST_CHOICES], *(["…"] if len(shown) > _MOST_CHOICES else [])])
    near = near_word(value, texts) if isinstance(value, str) else None
    data = {"choices": choices, **({"near": near.word} if near and near.word else {})}
    repair = Repair("write", near.word) if near and near.is_sure else _retyped(value, shape.choices)
    yield Finding("unknown-choice", place, data=data, repair=repair)


def _retyped(value: Value, choices: tuple[Value, ...]) -> Repair | None:
    """Answer the repair that writes the choice whose words are those of value: '2' is 2, 2 is '2'."""
    if isinstance(value, list | dict):
        return None
    same = [choice for choice in choices if _shown(choice) == _shown(value)]
    return Repair("write", same[0]) if len(same) == 1 else None


def _shown(value: Value) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return number_text(value) if isinstance(value, int | float) else str(value)


def _has_required(shape: Shape) -> bool:
    return isinstance(shape, GroupShape) and any(rule.is_required for rule in shape.fields)


def _is_coerced(shape: Shape) -> bool:
    return isinstance(shape, TextShape | NumberShape | FlagShape) and shape.is_coerced
