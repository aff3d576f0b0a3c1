"""A change of several files as a value, and what takes it back."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.article.source import decode, raw_lines
from editor.blog.blog_edit import (
    BlogEdit,
    ChangedSince,
    FileEdit,
    FileMove,
    edited,
    inverse,
    made_in,
    without,
)
from editor.text.change import Edit
from editor.text.differences import Block, blocks, lines_of

A, B, NEW = Path("/blog/a.md"), Path("/blog/b.md"), Path("/blog/new")


def test_edits_of_a_text_keep_its_byte_order_mark_and_line_ends() -> None:
    source = decode("\ufeffun\r\nmot\u00a0!\r\n".encode())
    made = edited(A, source, [Edit(3, 6, "😀\nmots")])
    assert made == FileEdit(A, source.data, "\ufeffun\r\n😀\r\nmots\u00a0!\r\n".encode())


def test_a_passage_that_is_left_keeps_its_bytes_and_the_others_theirs() -> None:
    source = decode(b"a b\r\nb\na\nb\r\na\r\nb\r\na\nb\r\n")
    edit = edited(A, source, [Edit(place, place + 1, "X") for place in (0, 6, 10, 14)])
    left = without(edit, _passages(edit)[2])
    assert left.after == b"X b\r\nb\nX\nb\r\na\r\nb\r\nX\nb\r\n"


@st.composite
def _edits(draw: st.DrawFn, ends: str) -> FileEdit:
    """Draw an edit of a file whose lines, many of them alike, have ends such as "n r rn"."""
    marks = {"n": "\n", "r": "\r", "rn": "\r\n", "p": "\u2029"}
    end = st.sampled_from([marks[name] for name in ends.split()])
    lines = draw(st.lists(st.tuples(st.sampled_from(["a", "b", "a b", ""]), end)))
    raw = (
        draw(st.sampled_from(["", "\ufeff"]))
        + "".join(map("".join, lines))
        + draw(st.sampled_from(["", "a"]))
    )
    source = decode(raw.encode())
    new = st.sampled_from(["X", "X\nb", "", "\n"])
    places = [place for place, letter in enumerate(source.text) if letter == "a"]
    return edited(A, source, [Edit(place, place + 1, draw(new)) for place in places])


@given(_edits("n rn p"))
def test_any_passage_can_be_left(edit: FileEdit) -> None:
    before, after = (raw_lines(data) for data in (edit.before, edit.after))
    for block in _passages(edit):
        now = raw_lines(without(edit, block).after)
        kept = before[block.old_start : block.old_end]
        assert now == [*after[: block.new_start], *kept, *after[block.new_end :]]
        assert without(edit, block).after.startswith(b"\xef\xbb\xbf") is edit.before.startswith(
            b"\xef\xbb\xbf"
        )


@given(_edits("n r rn"))
@example(edited(A, decode(b"a\r\r\na b\nb\r\n"), [Edit(0, 1, "\n"), Edit(3, 4, "")]))
def test_no_two_lines_become_one_where_a_passage_is_left(edit: FileEdit) -> None:
    old, new = (lines_of(decode(data).text) for data in (edit.before, edit.after))
    for block in _passages(edit):
        now = [*new[: block.new_start], *old[block.old_start : block.old_end], *new[block.new_end :]]
        assert decode(without(edit, block).after).text == "".join(now)


def test_where_every_passage_is_left_nothing_changes() -> None:
    edit = edited(A, decode(b"x\ra\n\nb"), [Edit(2, 4, "")])
    assert edit.after == b"x\r\rb"
    (block,) = _passages(edit)
    assert without(edit, block).after == edit.before


def _passages(edit: FileEdit) -> list[Block]:
    old, new = (lines_of(decode(data).text) for data in (edit.before, edit.after))
    return [block for block in blocks(old, new) if not block.is_same]


def test_only_a_change_of_something_is_one() -> None:
    assert not BlogEdit(emptied=(NEW,))
    assert BlogEdit(edits=(FileEdit(A, b"", b"a"),))
    assert BlogEdit(moves=(FileMove(A, B),))


def test_it_tells_where_a_file_lies_after_the_moves() -> None:
    edit = BlogEdit(moves=(FileMove(A, B), FileMove(Path("/blog/old"), NEW), FileMove(B, A / "b.md")))
    assert edit.place_of(A) == A / "b.md"
    assert edit.place_of(Path("/blog/old/in/a.png")) == NEW / "in" / "a.png"
    assert edit.place_of(Path("/blog/older/a.png")) == Path("/blog/older/a.png")


def test_what_takes_it_back_undoes_the_last_move_first() -> None:
    edit = BlogEdit((FileEdit(A, b"1", b"2"),), (FileMove(A, NEW / "a.md"), FileMove(B, A)), (NEW,))
    back = inverse(edit, {NEW / "a.md": decode(b"2")}.__getitem__)
    assert back.edits == (FileEdit(NEW / "a.md", b"2", b"1"),)
    assert back.moves == (FileMove(A, B), FileMove(NEW / "a.md", A))


def test_what_was_written_since_then_stays() -> None:
    edit = BlogEdit((FileEdit(A, b"one\n\ntwo\n\nthree\n", b"one\n\n2\n\nthree\n"),))
    back = inverse(edit, lambda _: decode(b"one\n\n2\n\nthree!\nfour\n"))
    assert back.edits[0].after == b"one\n\ntwo\n\nthree!\nfour\n"
    line = BlogEdit((FileEdit(A, b"one two three\n", b"one 2 three\n"),))
    back = inverse(line, lambda _: decode(b"and one 2 three!\n"))
    assert back.edits[0].after == b"and one two three!\n"


def test_it_is_made_in_a_text_that_was_written_on() -> None:
    edit = FileEdit(A, b"one two\r\n\r\nthree\r\n", b"one 2\r\n\r\nthree\r\n")
    assert made_in(edit, "one two\n\nthree\n") == "one 2\n\nthree\n"
    assert made_in(edit, "and one two\n\nthree!\n") == "and one 2\n\nthree!\n"
    assert made_in(edit, "four\n\nthree\n") == "four\n\nthree\n"


def test_a_passage_written_anew_cannot_be_taken_back() -> None:
    edit = BlogEdit((FileEdit(A, b"one\n", b"two\n"),), (FileMove(A, B),))
    with pytest.raises(ChangedSince) as caught:
        inverse(edit, lambda _: decode(b"three\n"))
    assert caught.value.path == B


@given(
    st.lists(st.sampled_from(["a", "b\u00a0", "", "é😀"]), max_size=8),
    st.lists(st.sampled_from(["a", "c", ""]), max_size=8),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_taken_back_at_once_every_byte_is_as_before(old: list[str], new: list[str], end: str) -> None:
    edit = FileEdit(A, end.join(old).encode(), "\n".join(new).encode())
    back = inverse(BlogEdit((edit,)), lambda _: decode(edit.after))
    assert back.edits == (FileEdit(A, edit.after, edit.before),)
