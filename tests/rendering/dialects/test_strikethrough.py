"""Struck text."""

from __future__ import annotations

import pytest

from editor.rendering.html import render


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("~a~ ~~b~~", "<del>a</del> <del>b</del>"),
        ("~~*été* 😀~~", "<del><em>été</em> 😀</del>"),
        ("~~a ~b~ c~~", "<del>a <del>b</del> c</del>"),
        ("H~2~O", "H<del>2</del>O"),
        ("~a~~", "~a~~"),
        ("~~a~", "~~a~"),
        ("x ~~~a~~~", "x ~~~a~~~"),
        ("~ a ~", "~ a ~"),
        ("~~a", "~~a"),
        ("[~~a~~](b)", '<a href="b"><del>a</del></a>'),
        ("~~[a](b)~~", '<del><a href="b">a</a></del>'),
        ("\\~a~", "~a~"),
        ("*~a*~", "<em>~a</em>~"),
    ],
)
def test_one_or_two_tildes_strike(body: str, expected: str) -> None:
    assert render(body).html.strip() == f"<p>{expected}</p>"
