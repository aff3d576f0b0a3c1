"""Where brackets of scripts are closed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.brackets import closing_brace, end_of_statements


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a}b", 1),
        ("}", 0),
        ("{a: {}}}", 7),
        ("'}'}", 3),
        ('"\\"}"}', 5),
        ("'}\n}", 1),
        ("`}${'}'}`}", 9),
        ("`\\`}`}", 5),
        ("`${`}`}`}", 8),
        ("/* } */}", 7),
        ("// }\n}", 5),
        ("/[}]/}", 5),
        ("x(/\\}'/)}", 8),
        ("a / b } / 2", 6),
        ("<p>5 / 3</p>}", 12),
        ("it's } x", 5),
        ("a)]}", 3),
        ("return /}/}", 10),
    ],
)
def test_a_brace_is_closed_where_the_script_closes_it(text: str, place: int) -> None:
    assert text[place] == "}"
    assert closing_brace(text, 0) == place


@pytest.mark.parametrize("text", ["", "a", "{}", "`}", "/* }", "// }", "'}'", "`${}"])
def test_a_brace_may_not_be_closed(text: str) -> None:
    assert closing_brace(text, 0) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a = {}", 6),
        ("a\n\nb", 1),
        ("a = {\n\n}\n \t\nb", 8),
        ("a = {\n\n}", 8),
        ("/*\n\n*/ a\n\nb", 8),
        ("f(\n\n`\n\n`)\n\n", 9),
        ("// a {\n\nb", 6),
        ("')'", 3),
        ("}\n\na", 1),
        ("a = {", None),
        ("f(x", None),
        ("[\n\n", None),
        ("`x", None),
        ("`${x`", None),
        ("/* a\n\n", None),
    ],
)
def test_statements_end_at_a_blank_line_before_which_all_is_closed(text: str, end: int | None) -> None:
    assert end_of_statements(text) == end


@given(st.text(alphabet="{}()[]`'\"/*\\$ \na<>=", max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    place = closing_brace(text, 0)
    assert place is None or text[place] == "}"
