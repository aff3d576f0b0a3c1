"""A merge of two texts: what comes together, what is to be decided, and how."""

from __future__ import annotations

from time import perf_counter

import pytest

from editor.text.merging import Choice, Origin, Region, conflicts_of, merge_texts, merged_text


def test_edits_apart_from_each_other_come_together() -> None:
    base = "one\n\ntwo\n\nthree\n"
    found = merge_texts(base, "ONE\n\ntwo\n\nthree\n", "one\n\ntwo\n\nTHREE\nfour\n")
    assert merged_text(found) == "ONE\n\ntwo\n\nTHREE\nfour\n"
    assert [region.origin for region in found] == [Origin.OURS, Origin.SAME, Origin.THEIRS]


def test_the_same_edit_on_both_sides_is_none_to_decide() -> None:
    assert merged_text(merge_texts("a\nb\n", "a\nc\n", "a\nc\n")) == "a\nc\n"


def test_what_both_changed_is_in_conflict_without_what_they_have_in_common() -> None:
    (region,) = conflicts_of(merge_texts("a\nb\nc\n", "a\nx\ny\nz\nc\n", "a\nx\nw\nz\nc\n"))
    assert region == Region(Origin.CONFLICT, "b\n", "y\n", "w\n")
    assert region.choices() == (Choice.OURS, Choice.THEIRS, Choice.BOTH)
    assert region.text(Choice.BOTH) == "y\nw\n"


def test_edits_of_neighbouring_lines_are_shown() -> None:
    assert len(conflicts_of(merge_texts("a\nb\n", "A\nb\n", "a\nB\n"))) == 1


def test_a_last_line_without_end_gets_one_before_the_other_side() -> None:
    (region,) = conflicts_of(merge_texts("a\n", "a\nb", "a\nc"))
    assert region.text(Choice.BOTH) == "b\nc"


def test_words_apart_from_each_other_can_be_put_together() -> None:
    base, ours, theirs = "The old bread.\n", "The fresh bread.\n", "The old bread of 😀.\n"
    (region,) = conflicts_of(merge_texts(base, ours, theirs))
    assert region.choices()[-1] is Choice.WORDS
    assert region.text(Choice.WORDS) == "The fresh bread of 😀.\n"


def test_what_one_side_took_away_is_not_put_together() -> None:
    (region,) = conflicts_of(merge_texts("a\nb\nc\n", "a\nc\n", "a\nb!\nc\n"))
    assert region.choices() == (Choice.OURS, Choice.THEIRS)
    assert (region.text(Choice.OURS), region.text(Choice.THEIRS)) == ("", "b!\n")


@pytest.mark.parametrize("choice", [Choice.BOTH, Choice.WORDS])
def test_an_exclusive_region_is_decided_for_one_side(choice: Choice) -> None:
    region = Region(Origin.CONFLICT, "title: a\n", "title: b\n", "title: c\n", is_exclusive=True)
    assert region.choices() == (Choice.OURS, Choice.THEIRS)
    with pytest.raises(ValueError, match=choice.name):
        region.text(choice)


def test_an_exclusive_region_may_know_what_both_are() -> None:
    region = Region(Origin.CONFLICT, "[a]\n", "[a, b]\n", "[a, c]\n", is_exclusive=True, both="[a, c, b]\n")
    assert region.choices() == (Choice.OURS, Choice.THEIRS, Choice.BOTH)
    assert region.text(Choice.BOTH) == "[a, c, b]\n"


def test_long_texts_are_merged_in_time() -> None:
    base = "".join(f"word {number % 97}\n\n" for number in range(20_000))
    ours = "".join(f"word {number % 89}\n\n" for number in range(20_000))
    theirs = base.replace("word 3\n", "mot 3\n")
    started = perf_counter()
    assert merge_texts(base, ours, theirs)
    assert perf_counter() - started < 3
