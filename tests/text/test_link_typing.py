"""The address that is being typed."""

from __future__ import annotations

import pytest

from editor.text.link_typing import LinkTyping, link_typing


@pytest.mark.parametrize(
    ("line", "typed", "is_image"),
    [
        ("[a](|", "", False),
        ("a [b c](d|e) f", "d", False),
        ("![a](b|", "b", True),
        ("[![a](b)](c|)", "c", False),
        ("[a [b] c](#d|", "#d", False),
        ("[a](<b|>)", "b", False),
        ("[a](b) [c](d|", "d", False),
        ("`x` [a `](` b](c|", "c", False),
        ("[a](é😀|", "é😀", False),
    ],
)
def test_an_address(line: str, typed: str, is_image: bool) -> None:
    caret = line.index("|")
    line = line.replace("|", "")
    found = link_typing(line, caret)
    assert found is not None
    assert (found.typed, found.is_image) == (typed, is_image)
    assert line[found.start : caret] == typed


def test_what_follows_the_caret_is_of_the_address() -> None:
    assert link_typing("[a](bcd) e", 5) == LinkTyping(4, 7, "b", is_image=False)


@pytest.mark.parametrize(
    "line",
    [
        "|",
        "a|",
        "[a]|",
        "[a](b)|",
        "[a](b |",
        "[a](b c|",
        "`[a](b|`",
        "``[a](`b|``",
        "[a] (b|",
        "[a\\](b|",
    ],
)
def test_none(line: str) -> None:
    assert link_typing(line.replace("|", ""), line.index("|")) is None


def test_long_lines_take_no_time() -> None:
    for piece in ("[", "[a](", "`", "``a`", "](", "\\"):
        line = piece * 20_000
        link_typing(line, len(line))
