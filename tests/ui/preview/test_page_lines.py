"""The lines of a text, block by block, as the page has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.preview.page_lines import PageLines, Place, lines_of_blocks

TEXT = ("# a", "", "b", "b", "", "", "- c", "- d")
LINES = PageLines((0, 2, 6), len(TEXT))


def is_blank(line: int) -> bool:
    return not TEXT[line]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (0, Place(0, 0, 1, 2)),
        (0.5, Place(0, 0.5, 1, 2)),
        (1, Place(0, 1, 1, 2)),
        (2.25, Place(1, 0.25, 2, 4)),
        (5.5, Place(1, 3.5, 2, 4)),
        (7, Place(2, 1, 2, 2)),
        (99, Place(2, 93, 2, 2)),
        (-3, Place(0, 0, 1, 2)),
    ],
)
def test_a_line_has_a_place_in_its_block(line: float, place: Place) -> None:
    assert LINES.place(line, is_blank) == place


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ({"index": 1, "line": 0.5}, 2.5),
        ({"index": 1, "line": 50}, 6),
        ({"index": 1, "share": 0.5}, 3),
        ({"index": 1, "below": 0}, 4),
        ({"index": 1, "below": 1}, 6),
        ({"index": 2, "below": 0.5}, 8),
        ({"index": 7, "line": 3}, 0),
    ],
)
def test_what_the_page_found_is_a_line(found: dict[str, float], line: float) -> None:
    assert LINES.line(found, is_blank) == line


def test_a_page_without_blocks_has_no_places() -> None:
    assert PageLines((), 4).place(2, is_blank) is None
    assert PageLines((), 4).line({"index": 0, "line": 2}, is_blank) == 0


def test_what_is_shown_elsewhere_than_it_is_written_has_no_lines() -> None:
    lines = lines_of_blocks([0, 4, 1], 9)
    assert lines.starts == (0, 4, 4)
    assert lines.span(1) == (4, 4)


@given(st.lists(st.integers(0, 30), max_size=12), st.floats(0, 40))
def test_a_place_leads_back_to_its_line(starts: list[int], line: float) -> None:
    lines = lines_of_blocks(starts, 31)
    place = lines.place(line, lambda _: False)
    if place is not None and starts and starts[0] <= line < 31:
        again = lines.line({"index": place.block, "line": place.line}, lambda _: False)
        assert again == pytest.approx(line)
