"""The smallest range of blocks to replace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.patch import Patch, patch

BLOCKS = st.lists(st.sampled_from(["<p>a</p>", "<p>b</p>", "<p>😀</p>"]), max_size=8).map(tuple)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", None),
        ("abc", "abc", None),
        ("abc", "axc", Patch(1, 1, ("x",))),
        ("abc", "abxc", Patch(2, 0, ("x",))),
        ("abc", "ac", Patch(1, 1, ())),
        ("aab", "ab", Patch(1, 1, ())),
        ("ab", "aab", Patch(1, 0, ("a",))),
        ("", "ab", Patch(0, 0, ("a", "b"))),
        ("ab", "", Patch(0, 2, ())),
        ("abcde", "axcye", Patch(1, 3, ("x", "c", "y"))),
    ],
)
def test_only_the_changed_range_is_replaced(old: str, new: str, expected: Patch | None) -> None:
    assert patch(tuple(old), tuple(new)) == expected


@given(BLOCKS, BLOCKS)
def test_the_patch_turns_the_old_blocks_into_the_new(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    change = patch(old, new)
    if change is None:
        assert old == new
    else:
        end = change.start + change.removed
        assert old[: change.start] + change.inserted + old[end:] == new
        assert old[change.start : change.start + 1] != change.inserted[:1] or not change.inserted
