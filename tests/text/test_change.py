"""Edits, changes and selections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.change import (
    Edit,
    Selection,
    apply_edits,
    difference,
    index_after,
    lines_after,
    merged_edits,
)

TEXT = "un 😀 été"


def test_a_selection_knows_its_ends() -> None:
    assert (Selection(5, 2).start, Selection(5, 2).end, Selection(5, 2).is_empty) == (2, 5, False)
    assert Selection.at(3) == Selection(3, 3)
    assert Selection.at(3).is_empty


def test_edits_are_applied_together() -> None:
    assert apply_edits(TEXT, (Edit(0, 2, "deux"), Edit(3, 4, ""), Edit(8, 8, "!"))) == "deux  été!"
    assert apply_edits(TEXT, ()) == TEXT


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(0, 3, ""), Edit(2, 4, "")),
        (Edit(4, 5, ""), Edit(0, 1, "")),
        (Edit(3, 2, ""),),
        (Edit(0, 99, ""),),
    ],
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="Edit"):
        apply_edits(TEXT, edits)


@given(st.text("ab😀\u00a0", max_size=8), st.text("ab😀\u00a0", max_size=8))
def test_a_difference_makes_one_text_of_the_other(old: str, new: str) -> None:
    edit = difference(old, new)
    assert (edit is None) == (old == new)
    if edit is not None:
        assert apply_edits(old, (edit,)) == new
        taken = old[edit.start : edit.end]
        assert not taken or not edit.replacement or taken[0] != edit.replacement[0]
        assert not taken or not edit.replacement or taken[-1] != edit.replacement[-1]


def test_edits_that_touch_become_one_and_idle_ones_go() -> None:
    edits = [Edit(4, 4, "b"), Edit(0, 2, "x"), Edit(2, 2, "y"), Edit(3, 4, ""), Edit(6, 7, "t")]
    assert merged_edits(TEXT, edits) == (Edit(0, 2, "xy"), Edit(3, 4, "b"))


@pytest.mark.parametrize(
    ("index", "behind", "expected"),
    [
        (0, False, 0),
        (0, True, 1),
        (1, True, 2),
        (3, False, 4),
        (4, False, 6),
        (5, True, 6),
        (5, False, 6),
        (7, True, 8),
    ],
)
def test_an_index_moves_with_the_text(index: int, behind: bool, expected: int) -> None:
    edits = (Edit(0, 0, "a"), Edit(3, 5, "bc"), Edit(8, 8, "d"))
    assert index_after(index, edits, behind=behind) == expected


def test_a_selection_of_lines_takes_in_what_was_put_at_its_ends() -> None:
    edits = (Edit(0, 0, "> "), Edit(8, 8, "!"))
    assert lines_after(Selection(0, 8), edits) == Selection(0, 11)
    assert lines_after(Selection(8, 0), edits) == Selection(11, 0)
    assert lines_after(Selection.at(0), edits) == Selection.at(2)
