"""The fields of a front matter merged: what each side made of each, and edits that bring both together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from editor.article.editing import remove_key, set_raw, set_value
from editor.article.faults import RefusedEdit, Unreadable
from editor.article.loading import read_document
from editor.article.values import Value, is_same
from editor.text.change import Edit, apply_edits
from editor.text.differences import common_ends, lines_of
from editor.text.merging import Choice, Origin, Region, conflicts_of, merged_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article.document import Document


@dataclass(frozen=True, slots=True)
class _Field:
    """A key's value and the source of that."""

    value: Value
    raw: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Whole lines of the text that is merged into, and what the edits of one key make of them."""

    start: int
    end: int
    text: str
    is_conflict: bool = False
    both: str = ""


_NOTHING: Final = Region(Origin.SAME, "", "", "")


def has_merged_fields(
    head: str, base: Document, ours: Document, theirs: Document, *, takes_json: bool = False
) -> bool:
    """Whether head has just the fields that a merge is to have, none of them in conflict."""
    expected: dict[str, Value] = {}
    for key in dict.fromkeys((*theirs.values, *ours.values)):
        # A list of one value, or of none: what is not there is not null.
        in_base, in_ours, in_theirs = (
            [it.values[key]] if key in it.values else [] for it in (base, ours, theirs)
        )
        if (
            not is_same(in_base, in_theirs)
            and not is_same(in_base, in_ours)
            and not is_same(in_ours, in_theirs)
        ):
            return False
        expected.update((key, value) for value in (in_theirs if is_same(in_base, in_ours) else in_ours))
    return _reads(head, expected, takes_json=takes_json)


def merge_fields(base: Document, ours: Document, theirs: Document) -> tuple[Region, ...] | None:
    """Answer the merge of front matters by their fields, in the order and with the comments of theirs.

    Those of ours are kept instead where ours has changed them and theirs has not; None where both have, and
    where a field cannot be edited alone.
    """
    if len({document.fences.format for document in (base, ours, theirs)}) > 1:
        return None
    if _is_made_of(base, ours):
        return _merged_into(base, theirs, ours)
    turned = _merged_into(base, ours, theirs) if _is_made_of(base, theirs) else None
    return None if turned is None else tuple(map(_turned, turned))


def _fields(document: Document) -> dict[str, _Field]:
    return {entry.key: _Field(entry.value, entry.raw) for entry in document.entries()}


def _changes(base: Document, side: Document) -> dict[str, _Field | None]:
    """Answer the fields that side has otherwise than base, in its order, None for one that it has not."""
    old, new = _fields(base), _fields(side)
    changed: dict[str, _Field | None] = {key: field for key, field in new.items() if old.get(key) != field}
    return changed | {key: None for key in old if key not in new}


def _edits(text: str, key: str, field: _Field | None, order: Sequence[str]) -> tuple[Edit, ...]:
    return remove_key(text, key) if field is None else set_raw(text, key, field.raw, order)


def _is_made_of(base: Document, side: Document) -> bool:
    """Whether side is base with some fields changed, and nothing else: no comment, no order."""
    text = base.text
    try:
        for key, field in _changes(base, side).items():
            text = apply_edits(text, _edits(text, key, field, side.keys))
    except RefusedEdit:
        return False
    return text == side.text


def _merged_into(base: Document, target: Document, other: Document) -> tuple[Region, ...] | None:
    """Answer the text of target with what other made of base; target is theirs, other is ours."""
    theirs, ours = _changes(base, target), _changes(base, other)
    wanted = {
        key: field for key, field in ours.items() if key not in theirs or not _agree(field, theirs[key])
    }
    places: dict[str, _Place] = {}
    try:
        for key, field in wanted.items():
            place = _place(target.text, _edits(target.text, key, field, other.keys))
            if key in theirs:
                place = replace(place, is_conflict=True, both=_both(place, key, base, target, other))
            places[key] = place
    except RefusedEdit:
        return None
    regions = _regions(base, target.text, places)
    if regions is None:
        return None
    values = {key: value for key, value in target.values.items() if key not in wanted}
    values |= {key: field.value for key, field in wanted.items() if field is not None}
    ours_everywhere = [Choice.OURS] * len(conflicts_of(regions))
    return regions if _reads(merged_text(regions, ours_everywhere), values) else None


def _agree(one: _Field | None, other: _Field | None) -> bool:
    return one == other if one is None or other is None else is_same(one.value, other.value)


def _place(text: str, edits: Sequence[Edit]) -> _Place:
    """Answer the lines that edits touch, and what they make of them."""
    edits = edits or (Edit(0, 0, ""),)
    start = text.rfind("\n", 0, edits[0].start) + 1
    end = text.find("\n", edits[-1].end) + 1 or len(text)
    moved = tuple(Edit(edit.start - start, edit.end - start, edit.replacement) for edit in edits)
    old, new = lines_of(text[start:end]), lines_of(apply_edits(text[start:end], moved))
    head, tail = common_ends(old, new)
    start += len("".join(old[:head]))
    end -= len("".join(old[len(old) - tail :]))
    return _Place(start, end, "".join(new[head : len(new) - tail]))


def _both(place: _Place, key: str, base: Document, target: Document, other: Document) -> str:
    """Answer the lines of place with what both sides put into a list, without what either took out of it.

    Empty where the field is no list on both sides.
    """
    lists = [document.values.get(key) for document in (base, other, target)]
    old, ours, theirs = (it if isinstance(it, list) else None for it in lists)
    if ours is None or theirs is None:
        return ""
    kept = [it for it in theirs if _is_in(it, ours) or not _is_in(it, old or [])]
    added = [it for it in ours if not _is_in(it, theirs) and not _is_in(it, old or [])]
    edits = set_value(target.text, key, [*kept, *added])
    joined = _place(target.text, edits) if edits else None
    return joined.text if joined and (joined.start, joined.end) == (place.start, place.end) else ""


def _is_in(item: Value, items: Sequence[Value]) -> bool:
    return any(is_same(item, other) for other in items)


def _regions(base: Document, text: str, places: Mapping[str, _Place]) -> tuple[Region, ...] | None:
    """Answer text in regions, those of places between what is taken as it is; None where places overlap."""
    bases = _fields(base)
    regions: list[Region] = []
    last = 0
    for key, place in sorted(places.items(), key=lambda item: (item[1].start, item[1].end)):
        if place.start < last:
            return None
        between, lines = text[last : place.start], text[place.start : place.end]
        old = f"{bases[key].raw}\n" if key in bases else ""
        origin = Origin.CONFLICT if place.is_conflict else Origin.OURS
        regions += [
            Region(Origin.SAME, between, between, between),
            Region(origin, old, place.text, lines, is_exclusive=True, both=place.both, field=key),
        ]
        last = place.end
    rest = text[last:]
    return tuple(region for region in (*regions, Region(Origin.SAME, rest, rest, rest)) if region != _NOTHING)


def _turned(region: Region) -> Region:
    """Answer a region with its sides changed over."""
    origin = Origin.THEIRS if region.origin is Origin.OURS else region.origin
    return replace(region, origin=origin, ours=region.theirs, theirs=region.ours)


def _reads(head: str, expected: dict[str, Value], *, takes_json: bool = False) -> bool:
    """Whether head is a front matter with just these fields."""
    try:
        found = read_document(head, takes_json=takes_json)
    except Unreadable:
        return False
    return found is not None and found.fences.end == len(head) and is_same(found.values, expected)
