"""Two panes that show one text, one of which follows the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.alignment import Lag, Pull, Scroll, Spots, aligned, pull_of_ends, spots

lengths = st.floats(0, 5000, allow_nan=False)


def wanted(at: Spots, scroll: Scroll, stretch: float, head: float) -> Spots:
    """Answer where a pane has the spots whose text is stretch times as high, below a head."""
    return Spots(
        head + stretch * at.here - (at.here - scroll.place),
        head + stretch * at.top - at.top,
        head + stretch * at.bottom - (at.bottom - scroll.reach),
    )


def follow(
    place: float, caret: float, sizes: tuple[float, float, float], stretch: float, head: float
) -> float:
    """Answer where the other pane goes when this one, of a text so long in a pane so high, is at place."""
    length, height, other_height = sizes
    scroll = Scroll(place, max(0.0, length - height), height)
    reach = max(0.0, head + stretch * length - other_height)
    return aligned(wanted(spots(caret, scroll), scroll, stretch, head), pull_of_ends(scroll), reach)


def test_the_line_of_the_caret_stands_as_high_in_the_middle_of_a_text() -> None:
    scroll = Scroll(2000, 6000, 800)
    at = spots(2300, scroll)
    assert at.here == 2300
    assert pull_of_ends(scroll) == Pull(0, 0)
    assert aligned(wanted(at, scroll, 1.5, 400), Pull(0, 0), 9000) == 400 + 1.5 * 2300 - 300


def test_a_caret_out_of_sight_is_replaced_by_the_nearest_line_in_sight() -> None:
    scroll = Scroll(2000, 6000, 1000)
    assert spots(100, scroll).here == 2060
    assert spots(5000, scroll).here == 2940


def test_a_text_that_cannot_be_scrolled_pulls_nowhere() -> None:
    assert pull_of_ends(Scroll(0, 0, 500)) == Pull(0, 0)
    assert aligned(Spots(30, 30, 30), Pull(0, 0), 0) == 0
    assert aligned(Spots(30, 30, 30), Pull(0, 0), -10) == 0


@given(st.floats(0.3, 4), st.floats(0, 900), lengths, st.floats(900, 9000))
def test_both_panes_meet_at_both_ends(stretch: float, head: float, caret: float, length: float) -> None:
    sizes = (length, 700.0, 800.0)
    reach = max(0.0, head + stretch * length - 800)
    assert follow(0, caret, sizes, stretch, head) == pytest.approx(0, abs=0.01)
    assert follow(length - 700, caret, sizes, stretch, head) == pytest.approx(reach, abs=0.01)


@given(st.floats(0.5, 3), st.floats(0, 500), lengths, st.floats(1500, 9000))
def test_what_follows_goes_the_same_way(stretch: float, head: float, caret: float, length: float) -> None:
    steps = [(length - 700) * step / 60 for step in range(61)]
    places = [follow(step, caret, (length, 700.0, 800.0), stretch, head) for step in steps]
    assert all(one <= other + 0.01 for one, other in pairwise(places))


@given(lengths, st.floats(-500, 500), st.floats(0, 4000))
def test_a_lag_is_whole_where_it_begins_and_gone_at_the_ends(since: float, by: float, reach: float) -> None:
    since = min(since, reach)
    lag = Lag(by, since)
    if 0 < since < reach:
        assert lag.left(Scroll(since, reach, 700)) == by
    if since > 0:
        assert lag.left(Scroll(0, reach, 700)) == 0
    if since < reach:
        assert lag.left(Scroll(reach, reach, 700)) == 0
    assert lag.left(Scroll(since + 700, reach + 1400, 700)) == pytest.approx(0)
    assert Lag().left(Scroll(3, 10, 5)) == 0
