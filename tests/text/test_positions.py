"""Python's indices and Qt's UTF-16 positions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.text.positions import index_of, position_of, utf16_length


def test_an_astral_character_takes_two_positions() -> None:
    text = "é😀\u202fb"
    assert [position_of(text, index) for index in range(5)] == [0, 1, 3, 4, 5]
    assert [index_of(text, position) for position in range(6)] == [0, 1, 1, 2, 3, 4]


@given(st.text(st.sampled_from("aé\u00a0😀\ud800\n")))
def test_an_index_survives_the_way_there_and_back(text: str) -> None:
    for index in range(len(text) + 1):
        assert index_of(text, position_of(text, index)) == index


def test_a_length_is_counted_as_javascript_counts() -> None:
    assert utf16_length("é🌞") == 3
