"""Edits of a front matter that change one key and leave every other byte as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.article.document import Document, read_document
from editor.article.faults import RefusedEdit, RefusedValue, Unreadable
from editor.article.slots import column_of, line_end
from editor.article.values import Value, is_same
from editor.article.yaml_edits import NoPlace, TreeEditor
from editor.article.yaml_values import ValueReader
from editor.article.yaml_writing import Habits, flow_text, habits_of, key_text
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from editor.article.document import Pair
    from editor.article.yaml_tree import Mapping

BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


def set_value(text: str, key: str, value: Value) -> tuple[Edit, ...]:
    """Answer the edits after which key has value, written in the style it had; none where it has it already.

    An absent key comes last, and a front matter is made where there is none.
    Raises RefusedEdit where other text would have to change.
    """
    document = _document(text, key)
    if document is None:
        return _new_front_matter(text, key, flow_text(value, Habits(), is_flow=False), {key: value})
    if key in document.values and is_same(document.values[key], value):
        return ()
    editor = _editor(document)
    place = _place(document, key)
    try:
        if place is None:
            edits = [_addition(document, editor.new_pair(key, value, _column(document)))]
        else:
            root, pair = place
            edits = editor.set_key(root, pair[1:], value, is_flow=False)
    except NoPlace as reason:
        raise RefusedEdit(str(reason), key) from None
    return _checked(document, edits, {**document.values, key: value}, key)


def set_raw(text: str, key: str, source: str) -> tuple[Edit, ...]:
    """Answer the edits after which source stands as the YAML text of key's value.

    Raises RefusedValue where source is not one value, RefusedEdit as set_value does.
    """
    document = _document(text, key)
    if document is None:
        return _new_front_matter(text, key, source, None)
    place = _place(document, key)
    ways = _raw_edits(document, *place, source) if place else _raw_additions(document, key, source)
    try:
        return _first_checked(document, ways, None, key)
    except RefusedEdit:
        raise RefusedValue("not-one-value", key) from None


def remove_key(text: str, key: str) -> tuple[Edit, ...]:
    """Answer the edits that take key and its value away, its lines only; none where it is absent.

    Raises RefusedEdit where other text would have to change.
    """
    document = _document(text, key)
    if document is None or key not in document.values:
        return ()
    place = _place(document, key)
    if place is None:
        raise RefusedEdit("merged", key)
    try:
        edit = _editor(document).remove_pair(place[1][1:])
    except NoPlace as reason:
        raise RefusedEdit(str(reason), key) from None
    wanted = {other: value for other, value in document.values.items() if other != key}
    blank = BLANK_LINES.match(text, edit.end)
    ways = [[edit], [Edit(edit.start, blank.end() if blank else edit.end, "")]]
    return _first_checked(
        document, ways, wanted, key
    )  # a block that keeps its last line breaks would take more


def _document(text: str, key: str) -> Document | None:
    try:
        document = read_document(text)
    except Unreadable as unreadable:
        raise RefusedEdit(unreadable.reason, key) from None
    if document and document.fences.format == "toml":
        raise RefusedEdit("toml", key)
    if document and document.root and document.root.is_flow:
        raise RefusedEdit("flow-root", key)
    return document


def _editor(document: Document) -> TreeEditor:
    reader = ValueReader(document.text)
    if document.root:
        reader.value(document.root)  # makes the anchors known to the aliases
    return TreeEditor(document.text, habits_of(document.text, document.root), reader)


def _place(document: Document, key: str) -> tuple[Mapping, Pair] | None:
    """Answer the mapping in which key itself stands, and its nodes there."""
    root = document.root
    return next(((root, pair) for pair in document.pairs if root and pair.key == key), None)


def _column(document: Document) -> int:
    """Answer the column of the keys; on the fence's own line it counts from the fence."""
    if not document.pairs:
        return 0
    start = document.pairs[0].key_node.start
    return min(column_of(document.text, start), start - document.fences.start)


def _addition(document: Document, lines: str) -> Edit:
    return Edit(document.fences.stop, document.fences.stop, lines + "\n")


def _raw_additions(document: Document, key: str, source: str) -> list[list[Edit]]:
    """Answer the ways to add a key with this source: beside the key, or below it."""
    indentation = " " * _column(document)
    start = f"{indentation}{key_text(key)}:"
    return [
        [_addition(document, lines)]
        for lines in (_beside(start, source), start + _below(source, indentation))
    ]


def _raw_edits(document: Document, root: Mapping, pair: Pair, source: str) -> list[list[Edit]]:
    """Answer the ways to put this source in the place of the value: where it was, or on lines of its own."""
    editor, node = _editor(document), pair.value_node
    try:
        slot = editor.slot(root, pair.key_node, node, is_flow=False)
    except NoPlace as reason:
        raise RefusedEdit(str(reason), pair.key) from None
    if not source:
        return [[Edit(slot.before, max(node.end, slot.before), "")]]
    end = line_end(document.text, max(node.end, slot.before))
    below = _below(source, " " * slot.column)
    return [
        editor.put(node, slot, source),
        [Edit(node.start, node.end, source)],
        [Edit(slot.before, max(node.end, slot.before), ""), Edit(end, end, below)],
    ]


def _beside(start: str, source: str) -> str:
    return f"{start} {source}" if source else start


def _below(source: str, indentation: str) -> str:
    return "".join(f"\n{indentation}  {line}" if line else "\n" for line in source.split("\n"))


def _new_front_matter(text: str, key: str, source: str, wanted: dict[str, Value] | None) -> tuple[Edit, ...]:
    """Answer the insertion of a front matter with one key."""
    head = f"---\n{_beside(f'{key_text(key)}:', source)}\n---\n"
    try:
        document = read_document(head)
    except Unreadable:
        document = None
    if document is None or document.fences.end != len(head) or document.values.keys() != {key}:
        raise RefusedValue("not-one-value", key)
    if wanted is not None and not is_same(document.values, wanted):
        raise RefusedEdit("not-restored", key)
    gap = "\n" if text and not text.startswith("\n") else ""
    return (Edit(0, 0, head + gap),)


def _first_checked(
    document: Document, ways: list[list[Edit]], wanted: dict[str, Value] | None, key: str
) -> tuple[Edit, ...]:
    """Answer the first of several ways that gives the wanted values. Raises RefusedEdit where none does."""
    *others, last = ways
    for edits in others:
        try:
            return _checked(document, edits, wanted, key)
        except RefusedEdit:
            continue
    return _checked(document, last, wanted, key)


def _checked(
    document: Document, edits: list[Edit], wanted: dict[str, Value] | None, key: str
) -> tuple[Edit, ...]:
    """Answer the edits in order. Raises RefusedEdit unless they give exactly the wanted values.

    Where wanted is None, key may have any value and the others must stay.
    """
    ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
    try:
        head = apply_edits(document.text[: document.fences.end], ordered)
        found = read_document(head)
    except (ValueError, Unreadable):
        found = None
    if found is None or found.fences.end != len(head):
        raise RefusedEdit("not-restored", key)
    if wanted is None and key in found.values:
        wanted = {**document.values, key: found.values[key]}
    if wanted is None or not is_same(found.values, wanted):
        raise RefusedEdit("not-restored", key)
    return ordered
