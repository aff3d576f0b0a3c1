"""Where the blocks of Python-Markdown's parser begin."""

from __future__ import annotations

import pytest

from editor.rendering.html import Options, render


def _first_lines(body: str) -> list[str]:
    lines = body.split("\n")
    return [lines[block.line] for block in render(body, Options("python-markdown")).blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\n\nb 😀\n\nc", ["a", "b 😀", "c"]),
        ("para\nx\n\nx\n\n- a\n\n    suite\n\ny", ["para", "x", "- a", "y"]),
        ("a\n# h\nb\n\nTitre\n===\nc", ["a", "# h", "b", "Titre", "c"]),
        ("x\n\n```py\na\n\nb\n```\n\nx\n\n~~~\n~~~~\n~~~\nend", ["x", "```py", "x", "~~~", "end"]),
        ("x\n\n<div>\nx\n\ny\n</div>\n\nx", ["x", "<div>", "x"]),
        ("\n\n\n> q\n\n***\n\n    code\n\n1. l", ["> q", "***", "    code", "1. l"]),
        ("a\n\n[r]: x\n\n[a][r]\n\n| a |\n|--|\n| b |", ["a", "[a][r]", "| a |"]),
        ("a[^1]\n\n[^1]: n\n\nb", ["a[^1]", "b", "b"]),
        ("<p>a</p><p>b</p>\n\nc", ["<p>a</p><p>b</p>", "<p>a</p><p>b</p>", "c"]),
        ("a\n\nTerme\n: déf\n\nb", ["a", "Terme", "b"]),
    ],
)
def test_each_block_is_found_where_it_is_written(body: str, expected: list[str]) -> None:
    assert _first_lines(body) == expected


@pytest.mark.parametrize(("quote", "line"), [("> b\n>\n> # c", 4), ("> - b\n>\n>     # c", 2)])
def test_a_heading_in_a_quote_has_its_line_or_that_of_the_quote(quote: str, line: int) -> None:
    outline = render(f"a\n\n{quote}", Options("python-markdown")).outline
    assert [heading.line for heading in outline] == [line]
