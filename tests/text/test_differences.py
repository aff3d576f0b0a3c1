"""What differs between two texts: everything of both is there, and what is not marked is in both."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from editor.text.change import apply_edits
from editor.text.differences import (
    Gap,
    Line,
    Piece,
    Row,
    blocks,
    edits_between,
    folded,
    lines_of,
    rows,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

texts = st.text("ab é😀\u00a0\n\u2028\f.", max_size=30)


def shown(pieces: Sequence[Piece]) -> str:
    """Answer a line with its marked pieces in brackets."""
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)


def drawn(old: str, new: str) -> list[tuple[str | None, str | None]]:
    return [
        (shown(row.old.pieces) if row.old else None, shown(row.new.pieces) if row.new else None)
        for row in rows(old, new)
    ]


@given(texts)
def test_lines_and_words_are_the_text(text: str) -> None:
    assert "".join(lines_of(text)) == text
    assert all(line.endswith("\n") for line in lines_of(text)[:-1])
    assert all("\n" not in line[:-1] for line in lines_of(text))
    assert "".join(words_of(text)) == text


@given(texts, texts)
def test_blocks_follow_each_other_and_are_what_they_say(old: str, new: str) -> None:
    i = j = 0
    old_lines, new_lines = lines_of(old), lines_of(new)
    last: bool | None = None
    for block in blocks(old_lines, new_lines):
        assert (block.old_start, block.new_start) == (i, j)
        i, j = block.old_end, block.new_end
        taken, put = old_lines[block.old_start : i], new_lines[block.new_start : j]
        assert taken or put
        assert (taken == put) == block.is_same
        assert block.is_same is not last
        last = block.is_same
    assert (i, j) == (len(old_lines), len(new_lines))


@given(texts, texts)
def test_edits_make_one_text_of_the_other(old: str, new: str) -> None:
    edits = edits_between(old, new)
    assert apply_edits(old, edits) == new
    assert (not edits) == (old == new)


@given(texts, texts)
def test_rows_hold_every_line_of_both(old: str, new: str) -> None:
    for text, side in (
        (old, [row.old for row in rows(old, new)]),
        (new, [row.new for row in rows(old, new)]),
    ):
        lines = [line for line in side if line is not None]
        assert [line.number for line in lines] == list(range(len(lines_of(text))))
        words = ["".join(piece.text for piece in line.pieces) for line in lines]
        assert [word.removesuffix("⏎") for word in words] == [it.removesuffix("\n") for it in lines_of(text)]


@given(texts, texts)
def test_a_row_is_the_same_or_marked(old: str, new: str) -> None:
    for row in rows(old, new):
        if row.is_same:
            assert row.old is not None
            assert row.new is not None
            assert row.old.pieces == row.new.pieces
            assert not any(piece.is_marked for piece in row.old.pieces)
        else:
            sides = [line.pieces for line in (row.old, row.new) if line is not None]
            # An empty line has nothing that could be marked.
            assert any(piece.is_marked for side in sides for piece in side) or sides == [()]


def test_words_that_changed_are_marked() -> None:
    old = "# Bread\n\nThe old recipe of my aunt, 😀.\nEnd\n"
    new = "# Bread\n\nThe new and better recipe of my uncle, 😀.\nEnd\n"
    assert drawn(old, new) == [
        ("# Bread", "# Bread"),
        ("", ""),
        ("The [old] recipe of my [aunt], 😀.", "The [new and better] recipe of my [uncle], 😀."),
        ("End", "End"),
    ]


def test_a_line_without_a_word_in_the_other_is_marked_as_a_whole() -> None:
    assert drawn("one two\n", "three, four\n") == [("[one two]", "[three, four]")]
    assert drawn("a\nb\n", "a\nc\nb\n") == [("a", "a"), (None, "[c]"), ("b", "b")]
    assert drawn("a\nc\nb\n", "a\nb\n") == [("a", "a"), ("[c]", None), ("b", "b")]


def test_a_missing_end_of_the_last_line_is_shown() -> None:
    assert drawn("a\nb\n", "a\nb") == [("a", "a"), ("b[⏎]", "b")]


def test_no_break_spaces_are_a_difference() -> None:
    assert drawn("a\u00a0b c\n", "a b c\n") == [("a[\u00a0]b c", "a[ ]b c")]


def row(number: int, *, is_same: bool) -> Row:
    line = Line(number, (Piece(str(number), is_marked=not is_same),))
    return Row(line, line, is_same=is_same)


def test_what_is_far_from_a_difference_is_folded() -> None:
    given_rows = [row(number, is_same=number not in (4, 9)) for number in range(14)]
    assert folded(given_rows, 1) == (Gap(3), *given_rows[3:6], Gap(2), *given_rows[8:11], Gap(3))
    assert folded(given_rows, 2) == (Gap(2), *given_rows[2:12], Gap(2))
    # One row alone is shown, not folded.
    assert folded(given_rows, 3) == tuple(given_rows)
    assert folded(given_rows[:3], 3) == (Gap(3),)
    assert folded([], 3) == ()


def test_long_texts_are_compared_in_time() -> None:
    old = "".join(f"{number % 7}\n\n" for number in range(40_000))
    new = "new\n" + "".join(f"{number % 5}\n\n" for number in range(40_000))
    started = perf_counter()
    assert blocks(lines_of(old), lines_of(new))
    assert perf_counter() - started < 2
