"""Syntax of single lines: example texts beside the spans they have, and what holds for any line."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.front_matter_syntax import scan_front_matter_line
from editor.text.inline import parse_inline
from editor.text.line_state import LineKind, LineState, is_in_code
from editor.text.syntax import LONGEST_LINE, ScannedLine, scan_line
from editor.text.toml_syntax import scan_toml_line
from editor.text.yaml_syntax import scan_yaml_line

if TYPE_CHECKING:
    from collections.abc import Callable

    Scan = Callable[[str, int], ScannedLine]

EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "syntax"
THEMES: Final = Path(__file__).parents[2] / "resources" / "themes"
SCANS: Final[dict[str, Scan]] = {".md": scan_line, ".yaml": scan_yaml_line, ".toml": scan_front_matter_line}
_PIECES: Final = [
    *"ab1é 😀\u00a0\u202f*_~`[]()!<>\\&|#-+.=:'\"\t{},?@%",
    *(
        "```",
        "~~~",
        "- ",
        "1. ",
        "[ ] ",
        "> ",
        "## ",
        "    ",
        "<b>",
        "<!--",
        "-->",
        "<pre",
        "</pre>",
        "<?",
        "]]>",
        "](",
        "https://",
        "---",
        "{",
        "key: ",
    ),
]
_lines = st.lists(st.sampled_from(_PIECES), max_size=20).map("".join)


def dump(text: str, scan: Scan) -> str:
    """Answer every line with its spans below it: what they hold, indented by how deep they lie."""
    written: list[str] = []
    state = -1
    for line in text.split("\n"):
        scanned = scan(line, state)
        state = scanned.state
        written.append(f"{line!r}")
        ends: list[int] = []
        for start, end, role in scanned.spans:
            ends = [it for it in ends if it > start]
            ends.append(end)
            written.append(f"{'    ' * len(ends)}{role} {line[start:end]!r}")
    return "\n".join(written) + "\n"


@pytest.mark.parametrize(
    "path", sorted(it for it in EXAMPLES.iterdir() if it.suffix in SCANS), ids=lambda it: it.name
)
def test_example(path: Path) -> None:
    expected = path.with_suffix(path.suffix + ".spans").read_text("utf-8")
    assert dump(path.read_text("utf-8"), SCANS[path.suffix]) == expected


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_theme_has_a_style_for_every_role(theme: str) -> None:
    known = tomllib.loads((THEMES / f"{theme}.toml").read_text("utf-8"))["syntax"]
    used = {
        line.split()[0]
        for path in EXAMPLES.glob("*.spans")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(" ")
    }
    assert used == set(known)


@pytest.mark.parametrize("scan", [*SCANS.values(), scan_toml_line])
@given(lines=st.lists(_lines, max_size=6))
def test_spans_of_any_line_lie_in_it_and_in_one_another(scan: Scan, lines: list[str]) -> None:
    state = 0
    for line in lines:
        spans, state = scan(line, state)
        assert 0 <= state < 2**31, "a highlighter keeps no more"
        assert list(spans) == sorted(spans, key=lambda it: (it.start, -it.end))
        around: list[int] = []
        for span in spans:
            assert 0 <= span.start < span.end <= len(line)
            around = [end for end in around if end > span.start]
            assert all(span.end <= end for end in around)
            around.append(span.end)


@pytest.mark.parametrize("scan", SCANS.values())
def test_a_line_that_is_no_prose_is_not_scanned(scan: Scan) -> None:
    assert scan("**a** " * LONGEST_LINE, 5) == ((), 5)
    assert scan("a: *b* 😀".ljust(LONGEST_LINE), 0).spans


def test_a_long_line_of_toml_is_not_scanned() -> None:
    assert scan_toml_line("a = 1 ".ljust(LONGEST_LINE + 1), 5) == ((), 5)
    assert scan_toml_line("a = 1 ".ljust(LONGEST_LINE), 0).spans


def test_hostile_lines_take_no_longer_than_others() -> None:
    for piece in (
        "*a ",
        "a* ",
        "_a_ *",
        "[",
        "](",
        '](a "',
        "`" * 3 + " ` ``",
        "<a ",
        "<!--",
        "&",
        "~~a ~",
        "a**b*",
        "![[",
        '<a b="',
    ):
        text = piece * (LONGEST_LINE // len(piece))
        assert scan_line(text, 0).state == scan_line(text, 0).state


@given(
    st.sampled_from(LineKind),
    st.integers(0, 7),
    st.integers(0, 7),
    st.booleans(),
    st.sets(st.integers(2, 22)),
)
def test_a_state_survives_its_packing(
    kind: LineKind, length: int, quotes: int, inner_quotes: bool, columns: set[int]
) -> None:
    state = LineState(kind, length, quotes, inner_quotes)
    for column in columns:
        state.enter_list(column)
    assert LineState.unpacked(state.packed()) == state
    assert state.column == max(columns, default=0)
    assert is_in_code(state.packed()) == (kind in {LineKind.BACKTICK_FENCE, LineKind.TILDE_FENCE})


def test_what_is_too_much_for_a_state_is_cut() -> None:
    state = LineState(LineKind.TILDE_FENCE, 99, 99)
    state.enter_list(23)
    assert LineState.unpacked(state.packed()) == LineState(LineKind.TILDE_FENCE, 7, 7)


@given(_lines)
def test_marks_have_their_content_inside(text: str) -> None:
    for mark in parse_inline(text):
        assert 0 <= mark.start <= mark.content_start <= mark.content_end <= mark.end <= len(text)
        if mark.address_start >= 0:
            assert mark.content_end < mark.address_start <= mark.address_end < mark.end
