"""No-break spaces at the ends of blocks."""

from __future__ import annotations

import pytest

from editor.rendering.html import render


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\u00a0\n\nb", "<p>a\u00a0</p>\n<p>b</p>"),
        ("x\n\n\u202fa\u00a0 \n", "<p>x</p>\n<p>\u202fa</p>"),
        ("a\n\n\u00a0\n\nb", "<p>a</p>\n<p>\u00a0</p>\n<p>b</p>"),
        ("# \u00a0a 😀\u00a0 #\n\nb", '<h1 id="a-">\u00a0a 😀\u00a0</h1>\n<p>b</p>'),
        ("# a\u00a0#", '<h1 id="a">a\u00a0#</h1>'),
        ("# a # \t", '<h1 id="a">a</h1>'),
        ("## ##", '<h2 id=""></h2>'),
        ("#", '<h1 id=""></h1>'),
        ("# a#", '<h1 id="a">a#</h1>'),
        ("#\u00a0a", "<p>#\u00a0a</p>"),
        ("p\n# a", '<p>p</p>\n<h1 id="a">a</h1>'),
        ("a\u00a0\n===\n\nb", '<h1 id="a">a\u00a0</h1>\n<p>b</p>'),
        ("a\n---b", "<p>a\n—b</p>"),
    ],
)
def test_only_ascii_space_is_taken_off(body: str, expected: str) -> None:
    assert render(body).html.strip("\n") == expected
