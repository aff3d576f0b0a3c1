"""The lines of a text, passage by passage, as the page has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.html import Options
from editor.rendering.live.page import Passage
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import begun
from editor.ui.preview.page_lines import PageLines, Place

TEXT = ("", "# a", "", "b", "b", "", "[r]: x", "", "- c", "- d")
PASSAGES = (
    Passage("", 1),
    Passage("<h1>a</h1>", 2),
    Passage("<p>b</p>", 3),
    Passage("", 2),
    Passage("<ul></ul>", 1),
    Passage("<section></section>", 0),
)
LINES = PageLines().of(PASSAGES)


def is_blank(line: int) -> bool:
    return not TEXT[line]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (0, Place(1, 0, 1, 2)),
        (1, Place(1, 0, 1, 2)),
        (1.5, Place(1, 0.5, 1, 2)),
        (2, Place(1, 1, 1, 2)),
        (3.25, Place(2, 0.25, 4, 5)),
        (6.5, Place(2, 3.5, 4, 5)),
        (9, Place(4, 1, 2, 2)),
        (99, Place(4, 91, 2, 2)),
        (-3, Place(1, 0, 1, 2)),
    ],
)
def test_a_line_has_a_place_in_its_passage(line: float, place: Place) -> None:
    assert LINES.place(line, is_blank) == place


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ({"index": 2, "line": 0.5}, 3.5),
        ({"index": 2, "line": 50}, 8),
        ({"index": 2, "share": 0.5}, 5),
        ({"index": 2, "below": 0}, 7),
        ({"index": 2, "below": 1}, 8),
        ({"index": 4, "below": 0.5}, 10),
        ({"index": 5, "line": 3}, 9),
        ({"index": 7, "line": 3}, 9),
    ],
)
def test_what_the_page_found_is_a_line(found: dict[str, float], line: float) -> None:
    assert LINES.line(found, is_blank) == line


def test_a_page_that_shows_nothing_has_no_places() -> None:
    for passages in ((), (Passage("", 0),), (Passage("", 4), Passage("", 0))):
        lines = PageLines().of(passages)
        assert lines.place(2, lambda _: False) is None
        assert lines.line({"index": 0, "line": 0}, lambda _: False) == 0


@given(st.data(), st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
def test_of_a_changed_page_the_lines_are_those_of_a_new_one(
    data: st.DataObject, one: list[int], other: list[int]
) -> None:
    cut = data.draw(st.integers(0, len(one)))
    before = tuple(Passage("<p>", count) for count in one)
    after = (*before[:cut], *(Passage("<b>", count) for count in other))
    assert PageLines().of(before).of(after) == PageLines().of(after)
    assert PageLines().of(before).of(before) == PageLines().of(before)


@pytest.mark.parametrize("dialect", ["astro", "python-markdown"])
@given(
    lines=st.lists(
        st.sampled_from(["a", "- b", "> c", "", "", "<div>", "</div>", "[r]: x", "[^n]: y", "d[^n]"])
    )
)
def test_each_line_of_a_text_has_a_place_that_leads_back(dialect: str, lines: list[str]) -> None:
    body = "\n".join(lines)
    options = Options("astro" if dialect == "astro" else "python-markdown", places=True)
    page = advanced(begun(body, options), len(body) + 1).page
    found = PageLines().of(page.passages)
    if any(passage.html for passage in page.passages[:-1]):
        assert found.end == max(1, len(lines))
        for line in range(len(lines)):
            place = found.place(line, lambda number: not lines[number].strip())
            assert place is not None
            assert page.passages[place.passage].html
            first, end = found.span(place.passage)
            assert first <= line < end or line < first
