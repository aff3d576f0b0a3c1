"""Bytes become text and the same bytes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.article.source import EMPTY, NotText, decode, encode, encode_edited
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from typing import Literal

ENDS = ["\n", "\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1"]
texts = st.lists(
    st.tuples(st.sampled_from(["a", "b", "", "été", "😀", "\u2028\x85\x0c"]), st.sampled_from(ENDS))
)
files = st.builds(
    lambda bom, lines, last: (bom + "".join(line + end for line, end in lines) + last).encode(),
    st.sampled_from(["", "\ufeff"]),
    texts,
    st.sampled_from(["", "x", "\u00a0"]),
)


@given(st.one_of(files, st.binary()))
def test_any_bytes_come_back_or_are_no_text(data: bytes) -> None:
    try:
        source = decode(data)
    except NotText:
        return
    assert encode(source, source.text) == data
    assert not any(end in source.text for end in ENDS[1:])


@pytest.mark.parametrize(
    ("data", "reason", "offset"),
    [
        ("été".encode("utf-16"), "utf-16", 0),
        ("été 😀".encode("utf-16-be"), "utf-16", 0),
        ("abcd".encode("utf-16-le"), "utf-16", 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", 8),
        (b"ab\0", "binary", 2),
        ("ab é".encode("latin-1"), "not-utf-8", 3),
    ],
)
def test_what_is_no_text_is_named(
    data: bytes, reason: Literal["utf-16", "binary", "not-utf-8"], offset: int
) -> None:
    with pytest.raises(NotText) as caught:
        decode(data)
    assert (caught.value.reason, caught.value.offset) == (reason, offset)


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        (b"a\r\nb\r\n", "b", "b\nc", b"a\r\nb\r\nc\r\n"),
        (b"\xef\xbb\xbfa\n", "a", "\U0001f600", b"\xef\xbb\xbf\xf0\x9f\x98\x80\n"),
        (b"a\rb", "b", "b\n", b"a\rb\r"),
        (b"a\r\nb\nc\r\nd\r\n", "b", "B", b"a\r\nB\nc\r\nd\r\n"),
        (b"a\r\nb\nc\r\nd\r\n", "c\n", "c\nnew\n", b"a\r\nb\nc\r\nnew\r\nd\r\n"),
        ("a\u2029b\nc\n".encode(), "b\n", "b\nnew\n", "a\u2029b\nnew\nc\n".encode()),
        ("a\u2029b".encode(), "b", "b\n", "a\u2029b\n".encode()),
        (b"", "", "a\n", b"a\n"),
        (b"a\rb\n\n", "b\n", "", b"a\r\r"),
        (b"a\rb\nc", "b", "", b"a\r\rc"),
    ],
)
def test_an_edit_keeps_the_ends_of_the_other_lines(before: bytes, old: str, new: str, after: bytes) -> None:
    source = decode(before)
    assert encode(source, source.text.replace(old, new, 1)) == after


def test_a_new_article_is_plain() -> None:
    assert encode(EMPTY, "Été 😀\n") == "Été 😀\n".encode()


@st.composite
def edited(draw: st.DrawFn) -> tuple[bytes, Edit]:
    data = draw(files)
    text = decode(data).text
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return data, Edit(start, end, draw(st.sampled_from(["", "\n", "a", "\n\n", "z\n", "\nz😀"])))


@given(edited())
@example((b"a\r\n\n", Edit(0, 1, "\n")))
def test_an_edited_text_is_read_back_as_it_was_written(case: tuple[bytes, Edit]) -> None:
    data, edit = case
    source = decode(data)
    text = apply_edits(source.text, (edit,))
    assert decode(encode(source, text)).text == text.removeprefix("" if source.has_bom else "\ufeff")


@st.composite
def edited_lines(draw: st.DrawFn) -> tuple[list[str], list[str], int, int, list[str]]:
    """Draw lines of which no two are alike, their ends, and new ones for some of them."""
    count = draw(st.integers(2, 20))
    lines = [f"{number} 😀" for number in range(count)]
    ends = draw(st.lists(st.sampled_from(ENDS), min_size=count, max_size=count))
    start = draw(st.integers(0, count))
    stop = draw(st.integers(start, count))
    return lines, ends, start, stop, draw(st.lists(st.sampled_from(["new", "more", "x"]), max_size=4))


@given(edited_lines())
def test_untouched_lines_keep_their_own_ends(
    case: tuple[list[str], list[str], int, int, list[str]],
) -> None:
    lines, ends, start, stop, new = case
    old = [line + end for line, end in zip(lines, ends, strict=True)]
    source = decode("".join(old).encode())
    text = "".join(f"{line}\n" for line in [*lines[:start], *new, *lines[stop:]])
    after = encode(source, text).decode()
    assert after.startswith("".join(old[:start]))
    assert after.endswith("".join(old[stop:]))


def test_what_no_file_can_hold_does_not_keep_the_rest_from_being_saved() -> None:
    data = encode(decode(b"a\r\n"), "a\nb\0c\ud83e d\U0001f956\n")
    assert data == "a\r\nb\ufffdc\ufffd d\U0001f956\r\n".encode()
    assert decode(data).text == "a\nb\ufffdc\ufffd d\U0001f956\n"


@given(files)
@example(b"b\na\r\nb\na\r\nb\r\na\n")
def test_edits_leave_every_line_its_end(data: bytes) -> None:
    source = decode(data)
    edits = tuple(Edit(i, i + 1, "b") for i, letter in enumerate(source.text) if letter == "a")
    assert encode_edited(source, edits) == data.replace(b"a", b"b")


@given(files, st.data())
def test_edits_of_a_file_read_back_as_those_of_its_text(data: bytes, drawn: st.DataObject) -> None:
    source = decode(data)
    places = sorted(drawn.draw(st.lists(st.integers(0, len(source.text)), max_size=6)))
    words = st.sampled_from(["", "x", "\n", "x\ny", "\0"])
    edits = tuple(Edit(*pair, drawn.draw(words)) for pair in zip(places[::2], places[1::2], strict=False))
    text = apply_edits(source.text, edits).replace("\0", "\ufffd")
    assert decode(encode_edited(source, edits)).text == text
