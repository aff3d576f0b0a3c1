"""A file that is edited at random: after every edit all bytes must be where the test knows them to be."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from editor.article.front_matter import (
    RefusedEdit,
    Value,
    move_key,
    read,
    remove_key,
    set_raw,
    set_value,
    values,
)
from editor.article.values import is_same, number_of
from editor.text.change import apply_edits
from tests.article.front_matters import Chunk, Pieces, name_of, words

texts = st.one_of(words, st.text())
moments = st.datetimes(datetime(100, 1, 1), datetime(9999, 12, 30)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
)
filled_scalars: st.SearchStrategy[Value] = st.one_of(
    texts, st.integers(-(2**53), 2**53), st.floats(), st.booleans(), moments
)
scalars: st.SearchStrategy[Value] = st.one_of(filled_scalars, st.none())


def nested(parts: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    """Answer values that are made of parts."""
    return st.recursive(
        parts,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(st.one_of(words, st.text()), inner, max_size=3)
        ),
        max_leaves=6,
    )


some_values = nested(scalars)


@st.composite
def changed(draw: st.DrawFn, value: Value, parts: st.SearchStrategy[Value] = scalars) -> Value:
    """Answer a value like another, with something added, removed, changed or moved in it."""
    if draw(st.integers(0, 4)) == 0:
        return draw(nested(parts))
    match value:
        case list() if value:
            i = draw(st.integers(0, len(value) - 1))
            ways: list[Value] = [
                [*value[:i], *value[i + 1 :]],
                [*value[:i], draw(parts), *value[i:]],
                [*value, draw(nested(parts))],
                [*value[i:], *value[:i]],
                [*value[:i], draw(changed(value[i], parts)), *value[i + 1 :]],
            ]
        case dict() if value:
            key = draw(st.sampled_from(list(value)))
            ways = [
                {other: item for other, item in value.items() if other != key},
                {**value, draw(words): draw(parts)},
                {**value, key: draw(changed(value[key], parts))},
            ]
        case str():
            ways = [value + " x", value[1:], value.upper(), value + "\nx\n", "a\n\nb", "\n x"]
        case bool():
            ways = [not value]
        case int() | float():
            ways = [number_of(float(value) + 1), value / 2]
        case datetime():
            ways = [value + timedelta(days=1), value - timedelta(hours=3)]
        case _:
            ways = [draw(nested(parts))]
    return draw(st.sampled_from(ways))


class Editing:
    """A file that is edited; after every edit all bytes must be where the pieces have them."""

    def __init__(self, drawn: Pieces) -> None:
        self.pieces = drawn
        self.text = drawn.text
        self.values = values(read(self.text))
        self.is_over = False

    def set(self, i: int, value: Value) -> None:
        key = self.key(i)
        after = apply_edits(self.text, set_value(self.text, key, value))
        assert is_same(values(read(after)), {**self.values, key: value})
        self._accept_body(i, after)

    def set_source(self, i: int, source: str) -> None:
        key = self.key(i)
        after = apply_edits(self.text, set_raw(self.text, key, source))
        found = values(read(after))
        assert is_same({**found, key: None}, {**self.values, key: None})
        self._accept_body(i, after)

    def add(self, key: str, value: Value, order: tuple[str, ...]) -> int:
        """Add a key and answer its place."""
        after = apply_edits(self.text, set_value(self.text, key, value, order))
        assert is_same(values(read(after)), {**self.values, key: value})
        keys = [name_of(chunk.key) for chunk in self.pieces.chunks]
        new = Chunk(key, "", "\0", "")
        before = [keys.index(name) for name in reversed(order[: order.index(key)]) if name in keys]
        behind = [keys.index(name) for name in order[order.index(key) :] if name in keys]
        if before:
            place, wanted = before[0] + 1, self.pieces.with_after(before[0], new)
        elif behind:
            place, wanted = behind[0], self.pieces.with_before(behind[0], new)
        else:
            place, wanted = len(keys), self.pieces.with_last(new)
        self.pieces = wanted
        self._accept_body(place, after)
        return place

    def remove(self, i: int) -> None:
        after = apply_edits(self.text, remove_key(self.text, self.key(i)))
        wanted = {key: value for key, value in self.values.items() if key != self.key(i)}
        assert is_same(values(read(after)), wanted)
        self._accept_but_blank_lines(self.pieces.without(i), after)

    def move(self, i: int, target: int | None) -> None:
        before = None if target is None else self.key(target)
        try:
            edits = move_key(self.text, self.key(i), before)
        except RefusedEdit:
            assert self.keeps_blank_lines() or self.has_names()
            self.is_over = True
            return
        after = apply_edits(self.text, edits)
        assert is_same(values(read(after)), self.values)
        self._accept_but_blank_lines(self._moved(i, target), after)

    def key(self, i: int) -> str:
        return name_of(self.pieces.chunks[i].key)

    def keeps_blank_lines(self) -> bool:
        """Whether there is a block scalar that blank lines below it belong to."""
        return re.search(r"[|>][0-9]?\+", self.text) is not None

    def has_names(self) -> bool:
        """Whether a value stands by name in another place."""
        return "&x" in self.text

    def _moved(self, i: int, target: int | None) -> Pieces:
        chunk = self.pieces.chunks[i]
        last = len(self.pieces.chunks) - 1
        own = self.pieces.owns_comments(i)
        moved = Chunk(chunk.key, chunk.above if own else "", chunk.body, "")
        if target is None:
            if i == last:
                return self.pieces
            rest = self.pieces.without(i)
            return rest.with_after(last - 1, moved)
        is_below_heading = not self.pieces.owns_comments(target)
        is_next = target == i + 1 and not chunk.below
        if target == i or (is_next and not (is_below_heading and self.pieces.chunks[target].above)):
            return self.pieces
        place = target - (i < target)
        rest = self.pieces.without(i)
        if is_below_heading:
            above = self.pieces.chunks[target].above
            chunks = list(rest.chunks)
            heading = chunks[place].above
            assert heading.endswith(above)
            chunks[place] = Chunk(chunks[place].key, "", chunks[place].body, chunks[place].below)
            chunks.insert(place, Chunk(moved.key, heading + moved.above, moved.body, ""))
            return replace(rest, chunks=tuple(chunks))
        chunks = list(rest.chunks)
        chunks.insert(place, moved)
        return replace(rest, chunks=tuple(chunks))

    def _accept_body(self, i: int, after: str) -> None:
        """Take what stands between the untouched bytes for the key's lines."""
        start, end = self.pieces.around(i)
        assert after.startswith(start)
        assert after.endswith(end)
        body = after[len(start) : len(after) - len(end)]
        assert body.endswith("\n")
        self._accept(self.pieces.with_body(i, body), after)
        if body.endswith("\n\n") and self.keeps_blank_lines():
            self.is_over = True  # whose the blank lines are now is the YAML's affair

    def _accept(self, wanted: Pieces, after: str) -> None:
        assert after == wanted.text
        self.pieces, self.text, self.values = wanted, after, values(read(after))

    def _accept_but_blank_lines(self, wanted: Pieces, after: str) -> None:
        """Take a text in which blank lines went along, lest a block that keeps them takes more."""
        if after == wanted.text or not self.keeps_blank_lines():
            self._accept(wanted, after)
            return
        assert without_blank_lines(after) == without_blank_lines(wanted.text)
        self.is_over = True


def without_blank_lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip(" \t")]
