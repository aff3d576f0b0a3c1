"""Whatever TOML is drawn, edits change their key alone, twice in a row, and when they are undone."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.article.front_matter import (
    RefusedEdit,
    RefusedValue,
    Value,
    move_key,
    read,
    remove_key,
    set_raw,
    set_value,
    values,
)
from editor.article.source import decode, encode
from editor.article.values import is_same
from editor.text.change import apply_edits
from tests.article.front_matters import Chunk, Pieces, name_of
from tests.article.random_edits import (
    Editing,
    changed,
    filled_scalars,
    nested,
    some_values,
    without_blank_lines,
)
from tests.article.toml_front_matters import TomlPieces, toml_pieces

filled_values = nested(filled_scalars)
SOURCES = (
    *("2025-07-07", "[1, 'b']", '"x" # c', "{a = 1}", "'''\nx'''", "[\n  1, # one\n]", "0x1F"),
    *("1_000", "[[1], {b.c = 2}]", '"""\\\n  x"""'),
)


class TomlEditing(Editing):
    """A file in TOML that is edited."""

    @property
    def toml(self) -> TomlPieces:
        """The pieces."""
        assert isinstance(self.pieces, TomlPieces)
        return self.pieces

    def set(self, i: int, value: Value) -> None:
        key = self.key(i)
        after = apply_edits(self.text, set_value(self.text, key, value))
        assert is_same(values(read(after)), {**self.values, key: value})
        self._accept_body_or_move(i, after, must_stay=self.must_stay(i, value))

    def set_source(self, i: int, source: str) -> None:
        key = self.key(i)
        after = apply_edits(self.text, set_raw(self.text, key, source))
        found = values(read(after))
        assert is_same({**found, key: None}, {**self.values, key: None})
        self._accept_body_or_move(i, after, must_stay=not self.is_of_tables(i) or after == self.text)

    def must_stay(self, i: int, value: Value) -> bool:
        """Whether a value can be written where the lines of a key are."""
        body = self.toml.chunks[i].body
        if body.startswith("[["):
            return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
        is_table = body.startswith("[") and ".x" not in body.partition("\n")[0]
        return (is_table and isinstance(value, dict)) or not self.is_of_tables(i)

    def is_of_tables(self, i: int) -> bool:
        """Whether a key is made of headers, or of dots."""
        return self.toml.is_section(i) or self.toml.is_dotted(i)

    def add(self, key: str, value: Value, order: tuple[str, ...]) -> int:
        """Add a key and answer its place."""
        chunks = self.toml.chunks
        if self.toml.pairs == len(chunks):
            return super().add(key, value, order)
        after = apply_edits(self.text, set_value(self.text, key, value, order))
        assert is_same(values(read(after)), {**self.values, key: value})
        tables = value if isinstance(value, list) else [value]
        if tables and all(isinstance(table, dict) and table for table in tables):
            before = self.text.removesuffix(self.toml.tail)
            assert after.startswith((before + "\n[", before + "["))
            assert after.endswith(self.toml.tail)
            self.is_over = True
        elif not self.toml.pairs:
            self._accept_first(after)
        else:
            return self._accept_pair(key, order, after)
        return 0

    def remove(self, i: int) -> None:
        after = apply_edits(self.text, remove_key(self.text, self.key(i)))
        wanted = {key: value for key, value in self.values.items() if key != self.key(i)}
        assert is_same(values(read(after)), wanted)
        self._accept(self.toml.without(i), after)

    def move(self, i: int, target: int | None) -> None:
        before = None if target is None else self.key(target)
        place = len(self.toml.chunks) if target is None else target
        pairs = self.toml.pairs
        if (i < pairs < place) or (i >= pairs > place):
            with pytest.raises(RefusedEdit, match="table-order"):
                move_key(self.text, self.key(i), before)
            self.is_over = True
            return
        edits = move_key(self.text, self.key(i), before)
        after = apply_edits(self.text, edits)
        assert is_same(values(read(after)), self.values)
        if place in (i, i + 1):
            assert after == self.text
        elif i < pairs:
            is_last = place == pairs < len(self.toml.chunks)
            wanted = self._moved_above_tables(i) if is_last else self._moved(i, target)
            self._accept(wanted, after)
        else:
            self._accept_moved_tables(i, place, after)

    def _accept_body_or_move(self, i: int, after: str, *, must_stay: bool) -> None:
        """Take what stands between the untouched bytes, or another form of a key made of tables or dots."""
        if must_stay:
            self._accept_body(i, after)
            return
        lines = iter(without_blank_lines(after))
        assert all(line in lines for line in without_blank_lines(self.toml.without(i).text))
        self.text, self.values, self.is_over = after, values(read(after)), True

    def _moved_above_tables(self, i: int) -> Pieces:
        chunk = self.toml.chunks[i]
        above = chunk.above if self.toml.owns_comments(i) else ""
        return self.toml.without(i).with_after(self.toml.pairs - 2, Chunk(chunk.key, above, chunk.body, ""))

    def _accept_first(self, after: str) -> None:
        """Take a pair above all tables."""
        chunk = self.toml.chunks[0]
        start = self.toml.head + ("" if self.toml.owns_comments(0) else chunk.above)
        assert after.startswith(start)
        assert after.endswith(self.text.removeprefix(start))
        self.is_over = True

    def _accept_pair(self, key: str, order: tuple[str, ...], after: str) -> int:
        """Take a pair beside the one where order has it, or after the last; answer its place."""
        keys = [name_of(chunk.key) for chunk in self.toml.chunks[: self.toml.pairs]]
        new = Chunk(key, "", "\0", "")
        before = [keys.index(name) for name in reversed(order[: order.index(key)]) if name in keys]
        behind = [keys.index(name) for name in order[order.index(key) :] if name in keys]
        if before or not behind:
            place = before[0] + 1 if before else len(keys)
            wanted = self.toml.with_after(place - 1, new)
        else:
            place, wanted = behind[0], self.toml.with_before(behind[0], new)
        self.pieces = wanted
        self._accept_body(place, after)
        return place

    def _accept_moved_tables(self, i: int, place: int, after: str) -> None:
        """Take tables elsewhere, with the blank lines that set them apart from fewer."""
        chunk = self.toml.chunks[i]
        lines = (chunk.above if self.toml.owns_comments(i) else "") + chunk.body
        above, below = self.toml.blank_lines(i)
        is_last = i == len(self.toml.chunks) - 1
        gap = above if i and (is_last or len(above) <= len(below)) else below
        rest = self.toml.without(i)
        if place < i:
            start = rest.around(place)[0]
            if self.toml.owns_comments(place):
                start = start.removesuffix(rest.chunks[place].above)
            moved = lines + gap
        else:
            start = rest.around(place - 2)[0] + rest.chunks[place - 2].body
            moved = gap + lines
        assert after == start + moved + rest.text.removeprefix(start)
        self.is_over = True


def has_null(value: Value) -> bool:
    """Whether there is null in a value."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or any(map(has_null, parts))


def edit(editing: TomlEditing, draw: st.DataObject) -> None:
    """Do one edit and undo it."""
    count = len(editing.pieces.chunks)
    i = draw.draw(st.integers(0, count - 1))
    before, old = editing.text, editing.values
    entry = next(entry for entry in read(before).entries if entry.key == editing.key(i))
    step = draw.draw(st.sampled_from(("set", "set", "set source", "add", "move", "remove")))
    if step == "set":
        was_of_tables = editing.is_of_tables(i)
        editing.set(i, draw.draw(changed(entry.value, filled_scalars)))
        if not editing.is_over and draw.draw(st.booleans()):
            editing.set(i, entry.value)
            assert is_same(editing.values, old)
        elif not editing.is_over and editing.is_of_tables(i) == was_of_tables:
            editing.set_source(i, entry.raw)
            assert is_same(editing.values, old)
    elif step == "set source":
        editing.set_source(i, draw.draw(st.sampled_from((entry.raw, *SOURCES))))
    elif step == "add":
        keys = [name_of(chunk.key) for chunk in editing.pieces.chunks]
        order = draw.draw(st.permutations([*keys[:2], "new", "absent"]))
        place = editing.add("new", draw.draw(filled_values), tuple(order))
        if not editing.is_over:
            editing.remove(place)
            assert editing.text == before
    elif step == "move":
        editing.move(i, draw.draw(st.one_of(st.none(), st.integers(0, count - 1))))
    elif count > 1:
        editing.remove(i)


@given(toml_pieces(), st.data())
def test_edits_touch_their_key_alone(drawn: TomlPieces, data: st.DataObject) -> None:
    editing = TomlEditing(drawn)
    edit(editing, data)
    if not editing.is_over:
        edit(editing, data)


@given(toml_pieces(with_tables=False), st.data())
def test_edits_of_pairs_touch_their_key_alone(drawn: TomlPieces, data: st.DataObject) -> None:
    editing = TomlEditing(drawn)
    edit(editing, data)
    if not editing.is_over:
        edit(editing, data)


@given(toml_pieces())
def test_every_source_is_told_as_the_file_has_it(drawn: TomlPieces) -> None:
    text = drawn.text
    found = read(text)
    assert found.fault is None
    for i, (entry, chunk) in enumerate(zip(found.entries, drawn.chunks, strict=True)):
        assert (entry.key, entry.editable) == (name_of(chunk.key), True)
        assert entry.line == text.count("\n", 0, len(drawn.around(i)[0]))
        assert entry.raw in chunk.body
        assert apply_edits(text, set_raw(text, entry.key, entry.raw)) == text


@given(toml_pieces(with_tables=False), st.sampled_from(("\n", "\r\n", "\r")), st.booleans(), filled_values)
def test_line_ends_and_byte_order_mark_stay(
    drawn: TomlPieces, line_end: str, has_bom: bool, value: Value
) -> None:
    mark = "\ufeff" if has_bom and drawn.text[:1] != "\n" else ""
    source = decode((mark + drawn.text.replace("\n", line_end)).encode())
    assert encode(source, source.text + "x") == source.data + b"x"
    i = next((i for i, chunk in enumerate(drawn.chunks) if not drawn.is_dotted(i)), 0)
    start, end = drawn.around(i)
    assume(not drawn.is_dotted(i))
    key = name_of(drawn.chunks[i].key)
    data = encode(source, apply_edits(source.text, set_value(source.text, key, value)))
    assert data.startswith((mark + start.replace("\n", line_end)).encode())
    assert data.endswith(end.replace("\n", line_end).encode())
    assert is_same(values(read(decode(data).text))[key], value)


@given(toml_pieces(), some_values)
def test_what_is_editable_can_be_edited(drawn: TomlPieces, value: Value) -> None:
    for entry in read(drawn.text).entries:
        if has_null(value):
            with pytest.raises(RefusedValue, match="no-null"):
                set_value(drawn.text, entry.key, value)
            continue
        after = apply_edits(drawn.text, set_value(drawn.text, entry.key, value))
        assert is_same(values(read(after)), {**values(read(drawn.text)), entry.key: value})
