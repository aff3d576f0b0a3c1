"""Lines far apart in a mixed file keep their own ends."""

from __future__ import annotations

from editor.article.line_ends import Text, keep_ends


def kept(raw: list[str], new: list[str]) -> str:
    plain = [line.rstrip("\r\n") + "\n" for line in raw]
    return keep_ends(Text("".join(raw), "".join(plain)), "".join(line + "\n" for line in new), "\r\n")


def test_lines_between_several_changes_keep_their_ends() -> None:
    raw = ["a 😀\n", "same\r\n", "b\r\n", "same\n", "c\r", "d\n"]
    new = ["A", "same", "b", "new", "same", "c", "D"]
    assert kept(raw, new) == "A\nsame\r\nb\r\nnew\r\nsame\nc\rD\n"


def test_lines_that_changed_places_keep_the_ends_of_one_row_of_them() -> None:
    raw = ["x\n", "a\n", "b\r", "c\n", "y\r\n"]
    assert kept(raw, ["x", "b", "c", "a", "y"]) == "x\nb\rc\na\r\ny\r\n"


def test_lines_that_stand_often_are_compared_in_short_stretches() -> None:
    raw = ["1\n", "-\r", "+\n", "-\r", "+\n", "2\n"]
    assert kept(raw, ["0", "+", "-", "+", "-", "+", "3"]) == "0\n+\r\n-\r+\n-\r+\n3\n"


def test_an_emptied_line_after_a_lone_carriage_return_stays_a_line() -> None:
    assert kept(["1\r", "x\n", "2\n"], ["0", "", "3"]) == "0\r\r3\n"


def test_long_stretches_of_lines_that_stand_often_keep_their_order() -> None:
    raw = ["1\r\n", *["-\r", "+\n"] * 300, "2\r\n"]
    after = kept(raw, ["0", *["+", "-"] * 300, "3"])
    assert after == "0\r\n" + "+\r-\n" * 300 + "3\r\n"
