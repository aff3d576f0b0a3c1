"""Whatever two sides make of a text, no line vanishes without being shown, and neither side is preferred."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.text.differences import lines_of
from editor.text.merging import Choice, Origin, Region, conflicts_of, merge_texts, merged_text

LINES = ("a\n", "b\n", "été 😀\n", "\n", "\u00a0\n", "c d e\n")
MIRRORED = {
    Origin.OURS: Origin.THEIRS,
    Origin.THEIRS: Origin.OURS,
    Origin.SAME: Origin.SAME,
    Origin.CONFLICT: Origin.CONFLICT,
}


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Answer what a writer made of a text: lines put in, taken out, changed, the last line's end taken."""
    lines = lines_of(text)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(lines)))
        taken = draw(st.integers(0, 2))
        lines[place : place + taken] = draw(st.lists(st.sampled_from((*LINES, "new\n")), max_size=3))
    joined = "".join(lines)
    return joined.removesuffix("\n") if draw(st.booleans()) else joined


@st.composite
def edits_of_one_text(draw: st.DrawFn) -> tuple[str, str, str]:
    base = "".join(draw(st.lists(st.sampled_from(LINES), max_size=12)))
    base = base.removesuffix("\n") if draw(st.booleans()) else base
    return base, draw(edited(base)), draw(edited(base))


@given(edits_of_one_text())
def test_every_line_of_all_three_is_in_a_region(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    found = merge_texts(base, ours, theirs)
    assert "".join(region.base for region in found) == base
    assert "".join(region.ours for region in found) == ours
    assert "".join(region.theirs for region in found) == theirs


@given(edits_of_one_text())
def test_only_what_one_side_left_alone_is_taken_from_the_other(texts: tuple[str, str, str]) -> None:
    for region in merge_texts(*texts):
        match region.origin:
            case Origin.SAME:
                assert region.ours == region.theirs
            case Origin.OURS:
                assert region.theirs == region.base != region.ours
            case Origin.THEIRS:
                assert region.ours == region.base != region.theirs
            case Origin.CONFLICT:
                assert len({region.base, region.ours, region.theirs}) >= 2
                assert region.ours != region.theirs


@given(edits_of_one_text())
def test_a_side_that_changed_nothing_gives_the_other_byte_for_byte(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    assert merged_text(merge_texts(base, base, theirs)) == theirs
    assert merged_text(merge_texts(base, ours, base)) == ours
    assert merged_text(merge_texts(base, ours, ours)) == ours


@given(edits_of_one_text())
def test_the_sides_are_treated_alike(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    turned = [
        Region(MIRRORED[region.origin], region.base, region.theirs, region.ours)
        for region in merge_texts(base, theirs, ours)
    ]
    assert list(merge_texts(base, ours, theirs)) == turned


@given(edits_of_one_text(), st.data())
def test_each_way_to_decide_keeps_lines_whole(texts: tuple[str, str, str], data: st.DataObject) -> None:
    found = merge_texts(*texts)
    choices = [data.draw(st.sampled_from(region.choices())) for region in conflicts_of(found)]
    merged = merged_text(found, choices)
    known = {line.removesuffix("\n") for text in texts for line in lines_of(text)}
    if Choice.WORDS not in choices:
        assert {line.removesuffix("\n") for line in lines_of(merged)} <= known
    decided = iter(choices)
    for region in found:
        if region.origin is Origin.CONFLICT and next(decided) is Choice.BOTH:
            assert region.ours in region.text(Choice.BOTH)
            assert region.text(Choice.BOTH).endswith(region.theirs)
