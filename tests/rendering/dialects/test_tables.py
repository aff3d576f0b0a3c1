"""Tables of GitHub Flavored Markdown."""

from __future__ import annotations

import re

import pytest

from editor.rendering.html import Options, render


def _rows(body: str) -> list[list[str]]:
    html = render(body, Options(smart_punctuation=False)).html
    return [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    ]


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("a | b\n-|-\n1 | 2", [["a", "b"], ["1", "2"]]),
        ("| a |\n|-", [["a"]]),
        ("|a|\n|:-:|\n|😀|", [["a"], ["😀"]]),
        ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\nx", [["a", "b"], ["1", ""], ["1", "2"], ["x", ""]]),
        ("| a \\| b | `c\\|d` |\n|---|---|", [["a | b", "<code>c|d</code>"]]),
        ("| a | |\n|---|---|\n|| 2 |", [["a", ""], ["", "2"]]),
        ("| \u00a0a\u00a0 |\n|---|\n| \u202f |", [["\u00a0a\u00a0"], ["\u202f"]]),
        ("> | a |\n> |---|\n> | b |", [["a"], ["b"]]),
        ("- | a |\n  |---|\n  | b |\n| c |", [["a"], ["b"]]),
        ("| a |\n|---|\n| b |\n    | c |", [["a"], ["b"]]),
        ("| a |\n|---|\n| b |\n\n| c |", [["a"], ["b"]]),
    ],
)
def test_rows_and_cells(body: str, rows: list[list[str]]) -> None:
    assert _rows(body) == rows


@pytest.mark.parametrize("follower", ["> q", "- l", "# h", "***", "```\nx\n```", "<div>"])
def test_another_block_ends_a_table(follower: str) -> None:
    assert _rows(f"| a |\n|---|\n| b |\n{follower}") == [["a"], ["b"]]


@pytest.mark.parametrize(
    "body",
    [
        "| a |",
        "| a |\n",
        "a\n-",
        "| a | b |\n|---|",
        "| a |\n|---|---|",
        "| a | b |\n|---||---|",
        "| a |\n|-:-|",
        "| a |\n| x |",
        "| a |\n- -",
        "| a |\n    |---|",
        "    | a |\n|---|",
        "- | a |\n|---|",
    ],
)
def test_what_is_no_table(body: str) -> None:
    assert "<table" not in render(f"x\n\n{body}").html


def test_a_table_interrupts_a_paragraph() -> None:
    assert render("Texte :\n| a |\n|---|").html.startswith("<p>Texte :</p>\n<table>")


def test_a_table_without_rows_has_no_body() -> None:
    assert "<tbody" not in render("| a |\n|---|").html
    assert "<tbody" in render("| a |\n|---|\n| b |").html


def test_few_bytes_do_not_grow_into_megabytes() -> None:
    columns = 600
    body = "|a" * columns + "\n" + "|-" * columns + "\n" + "|x\n" * columns
    assert render(body).html.count("<td>") < 70_000


@pytest.mark.parametrize("alignment", ["left", "right", "center"])
def test_astro_7_aligns_by_style_and_astro_6_by_attribute(alignment: str) -> None:
    line = {"left": ":-", "right": "-:", "center": ":-:"}[alignment]
    body = f"| a |\n|{line}|\n| b |"
    assert f'<td style="text-align: {alignment}">' in render(body).html
    assert f'<th align="{alignment}">' in render(body, Options("astro-remark")).html
