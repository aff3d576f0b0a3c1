"""Emphasis, strong emphasis and struck text."""

from __future__ import annotations

import pytest

from editor.rendering.html import Options, render


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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("*a ~b* c~", "<em>a ~b</em> c~"),
        ("~a *b~ c*", "<del>a *b</del> c*"),
        ("*a ~b~ c*", "<em>a <del>b</del> c</em>"),
        ("[*a ~b* c~](d)", '<a href="d">*a <del>b* c</del></a>'),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("**a*b**c*", "<strong>a*b</strong>c*"),
        ("a_b_c __d__e", "a_b_c __d__e"),
        ("a*~b~*c", "a<em><del>b</del></em>c"),
    ],
)
def test_the_family_whose_mark_comes_first_pairs_first(body: str, expected: str) -> None:
    assert render(body).html.strip() == f"<p>{expected}</p>"


def test_an_emoji_is_punctuation_for_astro_7_and_a_letter_for_remark() -> None:
    body = "**a !**😀"
    assert render(body).html.strip() == "<p><strong>a !</strong>😀</p>"
    assert render(body, Options("astro-remark")).html.strip() == f"<p>{body}</p>"


def test_tildes_are_text_without_the_extensions_of_github() -> None:
    assert render("~a~ *b*", Options(gfm=False)).html.strip() == "<p>~a~ <em>b</em></p>"
