"""Edits of a front matter that change one key and leave every other byte as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article.faults import RefusedEdit, RefusedValue, Unreadable
from editor.article.key_places import beside
from editor.article.loading import read_document
from editor.article.values import Value, is_same
from editor.article.yaml_writing import flow_text, habits_of, key_text
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.article.document import Document


def set_value(
    text: str, key: str, value: Value, order: Sequence[str] = (), *, quote: str = ""
) -> tuple[Edit, ...]:
    """Answer the edits after which key has value, written in the style it had; none where it has it already.

    An absent key comes after the nearest of those before it in order that is there, else before the nearest
    after it, else last; in TOML above the first header, a table last. quote is what the siblings put strings
    in, for a file that shows no habit. A front matter is made where there is none.
    Raises RefusedEdit where other text would have to change, RefusedValue where TOML has no such value.
    """
    document = _document(text, key)
    if document is None:
        habits = habits_of("", None, quote)
        return _new_front_matter(text, key, flow_text(value, habits, is_flow=False), {key: value})
    if key in document.values and is_same(document.values[key], value):
        return ()
    ways = document.ways(quote).to_set(key, value, order)
    return _first_checked(document, ways, {**document.values, key: value}, key)


def set_raw(text: str, key: str, source: str, order: Sequence[str] = ()) -> tuple[Edit, ...]:
    """Answer the edits after which source stands as the text of key's value; order as in set_value.

    It is in the language of the front matter, YAML where there is none, and as Entry.raw has it. In YAML its
    lines keep their indentation where they take the place of a value on lines of its own; where they come
    below a key they are indented with it.
    Raises RefusedValue where source is not one value, RefusedEdit as set_value does.
    """
    document = _document(text, key)
    if document is None:
        return _new_front_matter(text, key, source, None)
    try:
        return _first_checked(document, document.ways().to_set_source(key, source, order), None, key)
    except RefusedEdit as refused:
        if refused.reason != "not-restored":
            raise
        raise RefusedValue("not-one-value", key) from None


def remove_key(text: str, key: str) -> tuple[Edit, ...]:
    """Answer the edits that take key and its value away, its lines and its own comments only (rows).

    None where it is absent. Raises RefusedEdit where other text would have to change.
    """
    document = _document(text, key)
    if document is None or key not in document.values:
        return ()
    wanted = {other: value for other, value in document.values.items() if other != key}
    return _first_checked(document, document.ways().to_remove(key), wanted, key)


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
    checked = _first_checked(document, document.ways().to_move(key, before), document.values, key)
    keys = [name for name in document.keys if name != key]
    keys.insert(len(keys) if before is None else keys.index(before), key)
    after = read_document(apply_edits(text, checked))
    if after is None or list(after.keys) != keys:
        raise RefusedEdit("not-restored", key)
    return checked


def _document(text: str, key: str) -> Document | None:
    try:
        return read_document(text, takes_json=True)
    except Unreadable as unreadable:
        raise RefusedEdit(unreadable.reason, key) from None


def _new_front_matter(text: str, key: str, source: str, wanted: dict[str, Value] | None) -> tuple[Edit, ...]:
    """Answer the insertion of a front matter in YAML with one key."""
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
        ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
        if _gives(document, ordered, wanted, key):
            return ordered
    raise RefusedEdit(document.ways().reason(key), key)


def _gives(document: Document, edits: tuple[Edit, ...], wanted: dict[str, Value] | None, key: str) -> bool:
    """Whether edits give exactly the wanted values.

    Where wanted is None, key may have any value and the others must stay.
    """
    try:
        head = apply_edits(document.text[: document.fences.end], edits)
        found = read_document(head)
    except (ValueError, Unreadable):
        found = None
    if found is None or found.fences.end != len(head):
        return False
    if wanted is None and key in found.values:
        wanted = {**document.values, key: found.values[key]}
    return wanted is not None and is_same(found.values, wanted)
