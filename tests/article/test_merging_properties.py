"""Whatever two sides make of an article, fields are merged by key, and nothing vanishes unseen."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from editor.article.front_matter import RefusedEdit, read, remove_key, set_value, split, values
from editor.article.merging import merge_articles
from editor.article.values import is_same
from editor.text.change import apply_edits
from editor.text.differences import lines_of
from editor.text.merging import conflicts_of, merged_text
from tests.article.front_matters import Pieces, pieces
from tests.article.random_edits import changed, some_values

BODIES = ("", "Words.\n", "# One\n\ntwo 😀\n\nthree\n", "\n\nlast")


@st.composite
def side(draw: st.DrawFn, text: str) -> str:
    """Answer what somebody made of an article: fields set, added and removed, comments, lines."""
    for _ in range(draw(st.integers(0, 3))):
        entries = read(text).entries
        step = draw(st.sampled_from(("set", "set", "add", "remove", "comment", "line")))
        entry = draw(st.sampled_from(entries)) if entries else None
        try:
            if step == "set" and entry is not None:
                text = apply_edits(text, set_value(text, entry.key, draw(changed(entry.value))))
            elif step == "add":
                key = draw(st.sampled_from(("new", "other")))
                text = apply_edits(text, set_value(text, key, draw(some_values)))
            elif step == "remove" and entry is not None:
                text = apply_edits(text, remove_key(text, entry.key))
        except RefusedEdit:
            continue
        if step in ("comment", "line"):
            lines = lines_of(text)
            head = len(lines_of(split(text).head))
            low, high = (1, max(head - 1, 1)) if step == "comment" else (head, len(lines))
            word = draw(st.sampled_from(("# mine", "# é")) if step == "comment" else st.just("neu"))
            lines.insert(draw(st.integers(low, high)), f"{word}\n")
            edited = "".join(lines)
            text = edited if read(edited).fault is None else text
    return text


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str, str]:
    drawn: Pieces = draw(pieces(with_anchors=draw(st.booleans())))
    base = drawn.text + draw(st.sampled_from(BODIES))
    assume(read(base).fault is None)
    return base, draw(side(base)), draw(side(base))


@given(versions())
def test_a_side_that_changed_nothing_gives_the_other_byte_for_byte(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    assert merged_text(merge_articles(base, base, theirs)) == theirs
    assert merged_text(merge_articles(base, ours, base)) == ours
    assert merged_text(merge_articles(base, ours, ours)) == ours


@given(versions())
def test_the_sides_are_treated_alike(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    one, other = merge_articles(base, ours, theirs), merge_articles(base, theirs, ours)
    assert len(conflicts_of(one)) == len(conflicts_of(other))
    if not conflicts_of(one):
        found = [values(read(merged_text(it))) for it in (one, other)]
        assert is_same(*found)


@given(versions())
def test_without_conflict_each_field_has_what_either_side_made_of_it(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = (values(read(text)) for text in texts)
    regions = merge_articles(*texts)
    if conflicts_of(regions) or any(read(text).format == "none" for text in texts):
        return
    merged = values(read(merged_text(regions)))
    for key in {*base, *ours, *theirs, *merged}:
        in_base, in_ours, in_theirs, found = (
            [it[key]] if key in it else [] for it in (base, ours, theirs, merged)
        )
        assert is_same(found, in_ours if is_same(in_theirs, in_base) else in_theirs)
        assert is_same(in_ours, in_base) or is_same(in_theirs, in_base) or is_same(in_ours, in_theirs)


@given(versions(), st.data())
def test_no_line_that_a_side_wrote_vanishes_without_being_shown(
    texts: tuple[str, str, str], data: st.DataObject
) -> None:
    base, ours, theirs = (set(lines_of(text)) for text in texts)
    regions = merge_articles(*texts)
    shown = {line for it in conflicts_of(regions) for text in (it.ours, it.theirs) for line in lines_of(text)}
    choices = [data.draw(st.sampled_from(it.choices())) for it in conflicts_of(regions)]
    merged = set(lines_of(merged_text(regions, choices)))
    for line in (ours | theirs) - base:
        if line.startswith("# ") or line == "neu\n":
            assert line in merged | shown
