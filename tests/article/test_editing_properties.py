"""Whatever front matter is drawn, edits change their key alone, twice in a row, and when they are undone."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from editor.article.front_matter import RefusedEdit, Value, read, remove_key, set_value, split, values
from editor.article.source import decode, encode
from editor.article.values import is_same
from editor.text.change import apply_edits
from tests.article.front_matters import Pieces, flow_roots, name_of, pieces
from tests.article.random_edits import Editing, changed, some_values

SOURCES = (
    "2025-07-07",
    "[a, 'b']",
    "- a\n- b",
    '"x" # c',
    "",
    "{a: 1}",
    "|\n    x\n    y",
    "a: 1\nb:\n  - c",
)


def edit(editing: Editing, draw: st.DataObject) -> None:
    """Do one edit and undo it."""
    i = draw.draw(st.integers(0, len(editing.pieces.chunks) - 1))
    before, old = editing.text, editing.values
    entry = next(entry for entry in read(before).entries if entry.key == editing.key(i))
    step = draw.draw(st.sampled_from(("set", "set", "set source", "add", "move", "remove")))
    if step == "set":
        editing.set(i, draw.draw(changed(entry.value)))
        if draw.draw(st.booleans()):
            editing.set(i, entry.value)
            assert is_same(editing.values, old)
        elif entry.raw[:1] in "[{&*!" or not isinstance(entry.value, list | dict):
            editing.set_source(i, entry.raw)
            assert is_same(editing.values, old)
    elif step == "set source":
        editing.set_source(i, draw.draw(st.sampled_from(SOURCES)))
    elif step == "add":
        keys = [name_of(chunk.key) for chunk in editing.pieces.chunks]
        order = draw.draw(st.permutations([*keys[:2], "new", "absent"]))
        place = editing.add("new", draw.draw(some_values), tuple(order))
        if not editing.is_over:
            editing.remove(place)
            assert editing.is_over or editing.text == before
    elif step == "move":
        editing.move(i, draw.draw(st.one_of(st.none(), st.integers(0, len(editing.pieces.chunks) - 1))))
    elif len(editing.pieces.chunks) > 1:
        editing.remove(i)


@given(pieces(with_anchors=False), st.data())
def test_edits_touch_their_key_alone(drawn: Pieces, data: st.DataObject) -> None:
    assume(read(drawn.text).fault is None)
    editing = Editing(drawn)
    edit(editing, data)
    if not editing.is_over:
        edit(editing, data)


@given(pieces(), st.data())
def test_edits_among_anchors_touch_their_key_alone_or_are_refused(drawn: Pieces, data: st.DataObject) -> None:
    assume(read(drawn.text).fault is None)
    editing = Editing(drawn)
    try:
        edit(editing, data)
        if not editing.is_over:
            edit(editing, data)
    except RefusedEdit:
        assert editing.has_names()


@given(pieces(), st.sampled_from(("\n", "\r\n", "\r")), st.booleans(), some_values)
def test_line_ends_and_byte_order_mark_stay(
    drawn: Pieces, line_end: str, has_bom: bool, value: Value
) -> None:
    assume(read(drawn.text).fault is None)
    if has_bom and drawn.text[:1] == "\n":
        has_bom = False
    source = decode((("\ufeff" if has_bom else "") + drawn.text.replace("\n", line_end)).encode())
    assert encode(source, source.text + "x") == source.data + b"x"
    place = len(drawn.chunks) - 1
    start, end = drawn.around(place)
    key = name_of(drawn.chunks[place].key)
    data = encode(source, apply_edits(source.text, set_value(source.text, key, value)))
    assert data.startswith((("\ufeff" if has_bom else "") + start.replace("\n", line_end)).encode())
    assert data.endswith(end.replace("\n", line_end).encode())
    assert is_same(values(read(decode(data).text))[key], value)


@given(pieces(), some_values)
def test_what_is_editable_can_be_edited(drawn: Pieces, value: Value) -> None:
    found = read(drawn.text)
    assume(found.fault is None)
    for entry in found.entries:
        if entry.editable:
            after = apply_edits(drawn.text, set_value(drawn.text, entry.key, value))
            assert is_same(values(read(after)), {**values(found), entry.key: value})


@given(some_values)
def test_a_front_matter_is_made_for_any_value(value: Value) -> None:
    after = apply_edits("body 😀", set_value("body 😀", "key", value))
    assert is_same(values(read(after)), {"key": value})
    assert split(after).body == "\nbody 😀"


@given(flow_roots(), st.integers(0, 9), st.one_of(st.none(), some_values))
def test_fields_in_braces_are_changed_alone(text: str, number: int, value: Value) -> None:
    old = read(text)
    keys = [*(entry.key for entry in old.entries), "new"]
    key = keys[number % len(keys)]
    if value is None:
        after = apply_edits(text, remove_key(text, key))
        wanted = {other: item for other, item in values(old).items() if other != key}
    else:
        after = apply_edits(text, set_value(text, key, value, ("new", *reversed(keys))))
        wanted = {**values(old), key: value}
    assert is_same(values(read(after)), wanted)
    others = [(entry.key, entry.raw) for entry in old.entries if entry.key != key]
    assert [(entry.key, entry.raw) for entry in read(after).entries if entry.key != key] == others
    assert after.endswith("---\nbody 😀\n")
