"""Where a body's own words stand, and French typography in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.change import apply_edits
from editor.text.french_spaces import missing_spaces
from editor.text.prose import HIDDEN_MARK, prose_of


def shown(body: str, *, is_mdx: bool = False, has_math: bool = False) -> list[str]:
    found = prose_of(body, is_mdx=is_mdx, has_math=has_math)
    return [paragraph.text.replace(HIDDEN_MARK, "·") for paragraph in found]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("# A\n\nb *c* `d`", ["A", "b *c* ···"]),
        ("[a](b 'c') ![d](e) <b>f</b>", ["[a········ ![d···· ···f····"]),
        ("&amp; \\! https://x.fr", ["····· ·· ············"]),
        ("```\ncode : a\n```\n\n    code\n\ntext", ["text"]),
        ("| a | b |\n|---|---|\n| c ! | d |", [" a ", " b ", " c ! ", " d "]),
        ("> [!NOTE]\n> a", ["[!NOTE]\n  a"]),
        ("[a]: b\n\ntext", ["text"]),
        ("$a$ and $5", ["$a$ and $5"]),
    ],
)  # fmt: skip
def test_prose_is_what_is_no_code_no_address_and_no_html(body: str, words: list[str]) -> None:
    assert shown(body) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('{{< figure "a.jpg" title="b ?" >}}', ["·" * 34]),
        ('[a]({{< ref "b.md" >}}) c', ["[a](" + "·" * 18 + ") c"]),
        ('a {{ "b" | c }} {d {e} f} g } h { i', ["a ············· ········· g } h { i"]),
        ('a ?\n{: b="c ?"}', ["a ?\n···········"]),
        ('a {% raw %}\n\nb "c"\n\n{% endraw %} d', ["a ·········", "·····", "············ d"]),
        ("a {% endraw %} b ? {% raw %} c ?", ["a ············ b ? ········· c ?"]),
        ('{{< highlight "b" >}}\na ?\n{{< /highlight >}} d', [f"{'·' * 44} d"]),
    ],
)
def test_what_templates_take_is_no_prose(body: str, words: list[str]) -> None:
    assert shown(body) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('!!! note "a"\n    b', ["············\n    b"]),
        ('=== "a"', ["·······"]),
        ('--8<-- "a.md"', ["·············"]),
        ('*[a]: b "c"', ['····· b "c"']),
        ('::: a "b"\n    c: d\ne', ["··················\ne"]),
        (':::tip["a"]{b="c"}\nd\n:::', ["··················\nd\n:::"]),
        ("Ah !!! Eh === Oh", ["Ah !!! Eh === Oh"]),
    ],
)
def test_instructions_are_no_prose(body: str, words: list[str]) -> None:
    assert shown(body) == words


def test_words_that_are_a_label_are_no_prose() -> None:
    body = "[l'a ?] [L'A\n?][] [b][] [l'a ?](c)\n\n[l'a ?]: /d"
    assert shown(body) == ["[·····] [········ [b··· [·········"]


def test_formulas_are_no_prose_where_the_blog_has_math() -> None:
    assert shown("$a : b$ and $5 : $$c$$", has_math=True) == ["······· and $5 : ·····"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("a {b {c} d} e", ["a ········· e"]),
        ("a } {b", ["a } ··"]),
        ("a <B c={d}>e</B>", ["a ·········e····"]),
        ("a <B c={d} e='f ?' /> g", ["a ··················· g"]),
        ("a {'}'} b {`c`} d", ["a ····· b ····· d"]),
    ],
)
def test_expressions_are_no_prose_in_mdx(body: str, words: list[str]) -> None:
    assert shown(body, is_mdx=True) == words


@given(st.text(alphabet="ab `*[]()<>!&\\\n#>-|$:;«»{}é"))
def test_prose_stands_where_it_is_said_to(body: str) -> None:
    for is_mdx in (False, True):
        end = 0
        for paragraph in prose_of(body, is_mdx=is_mdx, has_math=True):
            assert paragraph.start >= end
            end = paragraph.start + len(paragraph.text)
            there = body[paragraph.start : paragraph.start + len(paragraph.text)]
            assert len(there) == len(paragraph.text)
            pairs = zip(there, paragraph.text, strict=True)
            assert all(theirs in (ours, HIDDEN_MARK, " ") for ours, theirs in pairs)


def spaced(text: str, *, is_canadian: bool = False) -> str:
    edits = tuple(missing_spaces(text, is_canadian=is_canadian))
    return apply_edits(text, edits).replace("\u202f", "‗").replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Quoi ? Non ! Si ; oui : bien", "Quoi‗? Non‗! Si‗; oui_: bien"),
        ("Quoi? Non! Si; oui: bien", "Quoi‗? Non‗! Si‗; oui_: bien"),
        ("Vraiment ?! Ah!!!", "Vraiment‗?! Ah‗!!!"),
        ("« mot » et «mot»", "«_mot_» et «_mot_»"),
        ("«\u00a0mot\u202f» est\u202f: juste\u00a0!", "«_mot‗» est‗: juste_!"),
        ("a\u00a0! b\u00a0? c !", "a_! b_? c_!"),
        ("à 12:30, http://x.fr a:b a!=b f(x)!y", "à 12:30, http://x.fr a:b a!=b f(x)!y"),
        (":-) ;-) un :smile: mot ;)", ":-) ;-) un :smile: mot ;)"),
        ("**mot** ! (mot ?) [mot\0\0\0 ! mot\0!", "**mot**‗! (mot‗?) [mot\0\0\0‗! mot\0!"),
        ("mot!\0 100 % : 5", "mot‗!\0 100 %_: 5"),
        ("mot  :\nmot\t!", "mot_:\nmot‗!"),
        ("", ""),
    ],
)
def test_no_break_spaces(text: str, right: str) -> None:
    assert spaced(text) == right


def test_in_canada_only_colons_and_guillemets_have_them() -> None:
    assert spaced("Quoi ? Non! Si: «mot»", is_canadian=True) == "Quoi ? Non! Si_: «_mot_»"


@given(st.text(alphabet="ab «»:;!? \u00a0\u202f\0\n"))
def test_nothing_is_missing_once_it_was_put_in(text: str) -> None:
    right = apply_edits(text, tuple(missing_spaces(text)))
    assert missing_spaces(right) == []
    kept = str.maketrans("", "", " \t\u00a0\u202f")
    assert right.translate(kept) == text.translate(kept)
