"""Edits of a front matter that change one key and leave every other byte as it is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from editor.article.document import Document, read_document
from editor.article.faults import RefusedEdit, RefusedValue, Unreadable
from editor.article.key_places import KeyPlaces, below, beside
from editor.article.slots import line_end, shared
from editor.article.values import Value, is_same
from editor.article.yaml_edits import NoPlace, TreeEditor
from editor.article.yaml_values import ValueReader
from editor.article.yaml_writing import flow_text, habits_of, key_text
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.article.document import Pair
    from editor.article.yaml_tree import Mapping


def set_value(
    text: str, key: str, value: Value, order: Sequence[str] = (), *, quote: str = ""
) -> tuple[Edit, ...]:
    """Answer the edits after which key has value, written in the style it had; none where it has it already.

    An absent key comes after the nearest of those before it in order that is there, else before the nearest
    after it, else last; quote is what the siblings put strings in, for a file that shows no habit. A front
    matter is made where there is none.
    Raises RefusedEdit where other text would have to change.
    """
    document = _document(text, key)
    if document is None:
        habits = habits_of("", None, quote)
        return _new_front_matter(text, key, flow_text(value, habits, is_flow=False), {key: value})
    if key in document.values and is_same(document.values[key], value):
        return ()
    editor = _editor(document, quote)
    place = _place(document, key)
    if place is None:
        ways = KeyPlaces(document, editor).additions(key, value, order)
    else:
        ways = _value_edits(editor, *place, value)
    return _first_checked(document, ways, {**document.values, key: value}, key)


def set_raw(text: str, key: str, source: str, order: Sequence[str] = ()) -> tuple[Edit, ...]:
    """Answer the edits after which source stands as the YAML text of key's value; order as in set_value.

    Its lines keep their indentation where they take the place of a value on lines of its own, as Entry.raw
    has it; where they come below a key they are indented with it.
    Raises RefusedValue where source is not one value, RefusedEdit as set_value does.
    """
    document = _document(text, key)
    if document is None:
        return _new_front_matter(text, key, source, None)
    editor = _editor(document)
    place = _place(document, key)
    if place:
        ways = _raw_edits(editor, *place, source)
    else:
        ways = KeyPlaces(document, editor).raw_additions(key, source, order)
    try:
        return _first_checked(document, ways, None, key)
    except RefusedEdit as refused:
        if refused.reason != "not-restored":
            raise
        raise RefusedValue("not-one-value", key) from None


def remove_key(text: str, key: str) -> tuple[Edit, ...]:
    """Answer the edits that take key and its value away, its lines and its own comments only (yaml_lines).

    None where it is absent. Raises RefusedEdit where other text would have to change.
    """
    document = _document(text, key)
    if document is None or key not in document.values:
        return ()
    if _place(document, key) is None:
        raise RefusedEdit("merged", key)
    wanted = {other: value for other, value in document.values.items() if other != key}
    return _first_checked(document, KeyPlaces(document, _editor(document)).removals(key), wanted, key)


def move_key(text: str, key: str, before: str | None) -> tuple[Edit, ...]:
    """Answer the edits that put key's lines with its own comments before another key, or last.

    Raises RefusedEdit("absent") where one of both is not there, and where other text would have to change.
    """
    document = _document(text, key)
    for name in (key, before):
        if name is not None and (document is None or name not in document.values):
            raise RefusedEdit("absent", name)
    if document is None or key == before:
        return ()
    if not all(_place(document, name) for name in (key, before) if name is not None):
        raise RefusedEdit("merged", key)
    ways = KeyPlaces(document, _editor(document)).moves(key, before)
    checked = _first_checked(document, ways, document.values, key)
    keys = [pair.key for pair in document.pairs if pair.key != key]
    keys.insert(len(keys) if before is None else keys.index(before), key)
    after = read_document(apply_edits(text, checked))
    if after is None or [pair.key for pair in after.pairs] != keys:
        raise RefusedEdit("not-restored", key)
    return checked


def _document(text: str, key: str) -> Document | None:
    try:
        document = read_document(text)
    except Unreadable as unreadable:
        raise RefusedEdit(unreadable.reason, key) from None
    if document and document.fences.format == "toml":
        raise RefusedEdit("toml", key)
    return document


def _editor(document: Document, quote: str = "") -> TreeEditor:
    reader = ValueReader(document.text)
    if document.root:
        reader.value(document.root)  # makes the anchors known to the aliases
    return TreeEditor(document.text, habits_of(document.text, document.root, quote), reader)


def _place(document: Document, key: str) -> tuple[Mapping, Pair] | None:
    """Answer the mapping in which key itself stands, and its nodes there."""
    root = document.root
    return next(((root, pair) for pair in document.pairs if root and pair.key == key), None)


def _value_edits(editor: TreeEditor, root: Mapping, pair: Pair, value: Value) -> Iterator[list[Edit]]:
    """Yield the ways to give a key a value: with the least change, or all of it anew."""
    try:
        slot = editor.slot(root, pair.key_node)
    except NoPlace as reason:
        raise RefusedEdit(str(reason), pair.key) from None
    with suppress(NoPlace):  # a part of the value may have none; the whole has
        yield editor.set_value(pair.value_node, slot, value)
    yield editor.rewrite(pair.value_node, slot, value)


def _raw_edits(editor: TreeEditor, root: Mapping, pair: Pair, source: str) -> Iterator[list[Edit]]:
    """Yield the ways to put this source in the place of the value: where it was, or on lines of its own."""
    node = pair.value_node
    try:
        slot = editor.slot(root, pair.key_node)
    except NoPlace as reason:
        raise RefusedEdit(str(reason), pair.key) from None
    end = max(node.end, slot.before)
    if not source:
        yield [Edit(slot.before, end, "")]
        return
    yield editor.put(node, slot, source)
    yield [Edit(node.start, node.end, source)]
    if not slot.is_flow:
        last = line_end(editor.text, end)
        yield [Edit(slot.before, end, ""), Edit(last, last, below(source, " " * slot.column))]


def _new_front_matter(text: str, key: str, source: str, wanted: dict[str, Value] | None) -> tuple[Edit, ...]:
    """Answer the insertion of a front matter with one key."""
    head = f"---\n{beside(f'{key_text(key)}:', source)}\n---\n"
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
    document: Document, ways: Iterable[list[Edit]], wanted: dict[str, Value] | None, key: str
) -> tuple[Edit, ...]:
    """Answer the first of several ways that gives the wanted values. Raises RefusedEdit where none does."""
    for edits in ways:
        try:
            return _checked(document, edits, wanted, key)
        except RefusedEdit:
            continue
    raise RefusedEdit(_reason(document, key), key)


def _reason(document: Document, key: str) -> str:
    """Answer the code of what keeps a key from being changed alone."""
    place = _place(document, key)
    return "anchor-or-tag" if place and place[1].value_node in shared(place[0]) else "not-restored"


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
        raise RefusedEdit(_reason(document, key), key)
    if wanted is None and key in found.values:
        wanted = {**document.values, key: found.values[key]}
    if wanted is None or not is_same(found.values, wanted):
        raise RefusedEdit(_reason(document, key), key)
    return ordered
