"""As little as possible is replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.live.page import Passage
from editor.rendering.patch import Patch, patches, same_at_start

PASSAGES = st.lists(st.builds(Passage, st.sampled_from("abc😀"), st.integers(0, 1)), max_size=8).map(tuple)


def _passages(htmls: str) -> tuple[Passage, ...]:
    return tuple(Passage(html, 1) for html in htmls)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("abc", "abc", []),
        ("abc", "axc", [Patch(1, 1, ("x",))]),
        ("abc", "abxc", [Patch(2, 0, ("x",))]),
        ("abc", "ac", [Patch(1, 1, ())]),
        ("aab", "ab", [Patch(1, 1, ())]),
        ("ab", "aab", [Patch(1, 0, ("a",))]),
        ("", "ab", [Patch(0, 0, ("a", "b"))]),
        ("ab", "", [Patch(0, 2, ())]),
        ("abcde", "axcye", [Patch(3, 1, ("y",)), Patch(1, 1, ("x",))]),
        ("a1b2c", "anew1B2C", [Patch(4, 1, ("C",)), Patch(2, 1, ("B",)), Patch(1, 0, ("n", "e", "w"))]),
        ("a1b2c", "aB2C", [Patch(4, 1, ("C",)), Patch(1, 2, ("B",))]),
        ("abcd", "aXcYZ", [Patch(3, 1, ("Y", "Z")), Patch(1, 1, ("X",))]),
    ],
)
def test_what_changed_is_replaced_from_the_end_to_the_start(
    old: str, new: str, expected: list[Patch]
) -> None:
    assert list(patches(_passages(old), _passages(new))) == expected


def test_other_lines_with_the_same_html_are_no_change() -> None:
    assert patches((Passage("a", 1), Passage("b", 1)), (Passage("a", 2), Passage("b", 1))) == ()


@given(PASSAGES, PASSAGES)
def test_the_patches_make_the_new_of_the_old(old: tuple[Passage, ...], new: tuple[Passage, ...]) -> None:
    htmls = [passage.html for passage in old]
    for patch in patches(old, new):
        assert htmls[patch.start : patch.start + patch.removed] != list(patch.inserted)
        htmls[patch.start : patch.start + patch.removed] = patch.inserted
    assert htmls == [passage.html for passage in new]


@given(st.lists(st.booleans()), st.lists(st.booleans()))
def test_what_is_the_same_at_the_start_is_found(old: list[bool], new: list[bool]) -> None:
    same = same_at_start(old, new)
    assert old[:same] == new[:same]
    assert old[same : same + 1] != new[same : same + 1] or same == min(len(old), len(new))
