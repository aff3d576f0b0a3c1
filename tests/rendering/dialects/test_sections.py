"""Where a text may be cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.rendering.dialects.commonmark import parser_for
from editor.rendering.dialects.sections import Labels, parse_section, read_sections
from editor.rendering.pipeline import Options

if TYPE_CHECKING:
    from editor.rendering.dialects.sections import ReadSection

PARSER = parser_for(Options())


def _read(text: str, *known: int, is_end: bool = True) -> list[str]:
    return [section.source for section in read_sections(PARSER, text, known, is_end=is_end)]


def _section(text: str) -> ReadSection:
    (section,) = read_sections(PARSER, text, (), is_end=True)
    return section


def test_each_block_and_definition_at_the_top_is_a_section() -> None:
    text = "# a\nb\nc\n\n- d\n\n  e\n> f\n\n[x]: /u\n[^1]: g\n\n    h\n\n```\n\ni\n```\n<p>\nj"
    assert _read(text) == [
        "# a\n",
        "b\nc\n\n",
        "- d\n\n  e\n",
        "> f\n\n",
        "[x]: /u\n",
        "[^1]: g\n\n    h\n\n",
        "```\n\ni\n```\n",
        "<p>\nj",
    ]


def test_blank_lines_above_the_first_section_belong_to_it() -> None:
    assert _read("\n  \na\n\nb") == ["\n  \na\n\n", "b"]
    assert _read("\n\na\n\nb\n\n", 2, is_end=False) == ["\n\na\n\n"]
    assert _read("\n \n") == ["\n \n"]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("a\n", []),
        ("a\n\n", []),
        ("a\n\nb\n", []),
        ("a\n\nb\n\n", ["a\n\n"]),
        ('a\n\n[x]: /u\n"ti\n', []),
        ('a\n\n[x]: /u\n"ti\n\n', ["a\n\n", "[x]: /u\n"]),
        ("- a\n\n# b\n\n- c\n\n", ["- a\n\n", "# b\n\n"]),
        ("```\n\na\n\n", []),
    ],
)
def test_what_follows_may_change_the_last_sections(text: str, sure: list[str]) -> None:
    assert _read(text, is_end=False) == sure


def test_reading_ends_where_the_rest_is_known() -> None:
    assert _read("a\n\nb\n\nc\n\nd\n\n", 4, is_end=False) == ["a\n\n", "b\n\n"]
    assert _read("a\n\nb\n\nc\nd\n", 4, is_end=False) == ["a\n\n"]
    assert _read("a\n\nb\n\nc\n", 4) == ["a\n\n", "b\n\n"]


def test_a_section_tells_what_it_defines_and_what_it_asks_for() -> None:
    section = _section("[^N]: m [x][Y] [^o]\n\n    [z]: /u 'ti'\n    [z]: /v")
    assert section.notes == ("n",)
    assert section.definitions == (("Z", "/u", "ti"), ("Z", "/v", ""))
    asked = parse_section(PARSER, section, Labels()).asked
    assert {"^o", "Y"} <= asked
    assert parse_section(PARSER, _section("a *b*"), Labels()).asked == frozenset()
