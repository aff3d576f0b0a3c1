"""Smart punctuation of Astro 7."""

from __future__ import annotations

import pytest

from editor.rendering.dialects.punctuation import dashes_for
from editor.rendering.html import render


def _paragraph(body: str) -> str:
    return render(body).html.strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("hyphens", "expected"),
    [
        (2, "–"),
        (3, "—"),
        (4, "––"),
        (5, "—–"),
        (6, "——"),
        (7, "—––"),
        (8, "––––"),
        (9, "———"),
        (10, "–––––"),
        (11, "———–"),
        (13, "———––"),
    ],
)
def test_a_run_of_hyphens_becomes_dashes_alike_where_it_can(hyphens: int, expected: str) -> None:
    assert dashes_for(hyphens) == expected
    assert _paragraph(f"a{'-' * hyphens}b") == f"a{expected}b"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a - b-c", "a - b-c"),
        ("a... b.. c. d....", "a… b.. c. d…."),
        ("l'été 😀 aujourd'hui", "l’été 😀 aujourd’hui"),
        ("'a' \"b\"", "‘a’ “b”"),
        ("\"a 'b' c\"", "“a ‘b’ c”"),
        ('("a") ["b"]', "(“a”) [“b”]"),
        ('« "a" »', "« “a” »"),
        ('x\u00a0"a"\u00a0y', "x\u00a0“a”\u00a0y"),
        ("5'10\" '90s", "5’10” ’90s"),
        ("a\n\"b\"\n'c'", "a\n“b”\n‘c’"),
        ("\" a '", "“ a ’"),
        ('a" b', "a” b"),
        ('"a', "“a"),
        ("a)'b", "a)’b"),
        ("a,'b'", "a,‘b’"),
        ('2"(a', "2”(a"),
        ('a"(b', "a”(b"),
        ('a"b', "a“b"),
        ('."b"', ".“b”"),
        ("'", "’"),
        ('*"a*"', "<em>“a</em>”"),
        ('\\"a\\" \\\' \\--', '"a" \' --'),
        ('`"a" -- ...`', '<code>"a" -- ...</code>'),
    ],
)
def test_marks_become_what_a_typesetter_would_set(body: str, expected: str) -> None:
    assert _paragraph(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('"a [b" c"](d) e"', '“a <a href="d">b” c”</a> e”'),
        ("'a [b'](c) d'", '‘a <a href="c">b’</a> d’'),
        ('["a"](b "c -- d")', '<a href="b" title="c -- d">“a”</a>'),
        ('"!["a"](b) c"', '“<img alt="“a”" src="b"> c”'),
    ],
)
def test_the_text_of_a_link_or_image_pairs_its_own_quotes(body: str, expected: str) -> None:
    assert _paragraph(body) == expected


def test_punctuation_is_read_only_where_it_is_text() -> None:
    assert _paragraph("<b title=\"a -- 'b'\">") == "<b title=\"a -- 'b'\">"
    assert _paragraph("[a...](b--c)") == '<a href="b--c">a…</a>'
    assert _paragraph("![a--b'](c)") == '<img alt="a–b’" src="c">'
