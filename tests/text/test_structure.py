"""What a body is made of: where its headings and references stand, and what they say."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.structure import Reference, structure_of

_PIECES: Final = [
    *"ab é😀*_~`[]()!<>\\&|#-+.=:'\"\t{},?@%^1\n\n",
    *("](", "[a]: ", "[^a]", "[^a]: ", "![", "> ", "- ", "1. ", "    ", "## ", "```", "\n\n", "|-|", "---"),
    *(
        "<a href='x'>",
        "<img src=y>",
        "<!--",
        "-->",
        "<script>",
        "https://a.fr",
        "www.a.fr",
        "a@b.fr",
        "{",
        "}",
    ),
]
_HOSTILE: Final = [
    *("[", "![", "[a](", "[a](b ", "[a][", "`", "``a`", "<!--", "<a b=", "<a b='", "> ", "- ", "{", "<A b={"),
    *("|-", "[a]: ", "<?", "((", "\\", "&", "www.", "a@"),
]
_bodies: Final = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


def shown(body: str, reference: Reference) -> str:
    """Answer a reference in one line: the address as it is read, and as it is written where that differs."""
    written = body[reference.address_start : reference.address_end]
    parts = [f"{reference.kind} {reference.how} {reference.address}"]
    if written != reference.address:
        parts.append(f"= {written}")
    if reference.words not in ("", written):
        parts.append(f"/ {reference.words}")
    if reference.title:
        parts.append(f'"{reference.title}"')
    return " ".join(parts)


def references(body: str, *, is_mdx: bool = False) -> list[str]:
    """Answer the references of a body, each in one line."""
    return [shown(body, it) for it in structure_of(body, is_mdx=is_mdx).references]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](b)", ["link inline b / a"]),
        ("![a](b.png 'c')", ['image inline b.png / a "c"']),
        ('[a]( <b c> "d \\" e" )', ['link inline b c / a "d " e"']),
        ("[a](b(c)d\\)e)", ["link inline b(c)d)e = b(c)d\\)e / a"]),
        ("[a](b&amp;c&#33;)", ["link inline b&c! = b&amp;c&#33; / a"]),
        ("[a]()", ["link inline  / a"]),
        ("[a](b%20c?d#e)", ["link inline b%20c?d#e / a"]),
        ("[a [b] c](d)", ["link inline d / a [b] c"]),
        ("[a [b](c) d](e)", ["link inline c / b"]),
        ("![x [a [b](c) d](e) y](f)", ["image inline f / x [a [b](c) d](e) y"]),
        ("[![a](b)](c)", ["link inline c / ![a](b)", "image inline b / a"]),
        ("![a [b](c)](d)", ["image inline d / a [b](c)"]),
        ("\\[a](b) [a\\](b) `[a](b)` ``[a](`b)``", []),
        ("[a](b c) [a](<b) [a](b", []),
        ("[a] (b) [a][b] [a][] [a]", []),
        ("`` [a](b) `", ["link inline b / a"]),
        ("`` [a](b) ` [c](d) ``` `` e", []),
    ],
)
def test_links_and_images(body: str, expected: list[str]) -> None:
    assert references(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a][b]\n\n[b]: c", ["link reference c = b / a", "link definition c / b"]),
        ("[A  b][]\n\n[a\nB]: <c d> 'e'", ["link reference c d = A  b", 'link definition c d / a\nB "e"']),
        ("![a]\n\n[a]: b", ["image reference b = a", "image definition b / a"]),
        (
            "[a] ![a]\n\n[a]: b\n[a]: c",
            [
                "link reference b = a",
                "image reference b = a",
                "link definition b / a",
                "link definition c / a",
            ],
        ),
        ("> [a]:\n> b\n> 'c\n> d'\n> e [a]", ['link definition b / a "c\n  d"', "link reference b = a"]),
        ("- [a]: b\n  [a]", ["link definition b / a", "link reference b = a"]),
        ("[a]: b\n===\n[a]", ["link definition b / a", "link reference b = a"]),
        ("[a]: b 'c' d\n\n[a]: b\n'c' d", ["link reference b = a", "link definition b / a"]),
        ("[ ]: b\n\n[a\\]: b\n\n[a]:\n\ntext\n[a]: b", []),
        ("    [a]: b\n\ntext\n\n    [c]: d", ["link definition b / a"]),
        ("[a][b][c]\n\n[c]: d", ["link reference d = c / b", "link definition d / c"]),
        (
            "[^1] [a[^1]](b) [^2](c)\n\n[^1]: [d](e)\n\n    [f](g)",
            ["link inline c / ^2", "link inline e / d", "link inline g / f"],
        ),
    ],
)
def test_references_and_definitions(body: str, expected: list[str]) -> None:
    assert references(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<https://a.fr/é> <a@b.fr> <a:b c>",
            ["link autolink https://a.fr/é", "link autolink mailto:a@b.fr = a@b.fr"],
        ),
        (
            "https://a.fr/(b), www.a.fr. (a@b.fr) xhttps://b.fr",
            [
                "link autolink https://a.fr/(b)",
                "link autolink http://www.a.fr = www.a.fr",
                "link autolink mailto:a@b.fr = a@b.fr",
            ],
        ),
        (
            "[https://a.fr](b) [https://c.fr] ![a@b.fr](d)",
            ["link inline b / https://a.fr", "link autolink https://c.fr", "image inline d / a@b.fr"],
        ),
        ("\\<https://a.fr a@b", ["link autolink https://a.fr"]),
        ("https:// www a@", []),
    ],
)
def test_addresses(body: str, expected: list[str]) -> None:
    assert references(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<a href=b>c</a>", ["link html b"]),
        ("x <a\nclass='y' href = \"b&amp;c\">[d](e)</a>", ["link html b&c = b&amp;c", "link inline e / d"]),
        (
            "<img src=' a.png ' alt='b' SRC='c' srcset='d 1x, e,f 2x'>",
            ["image html a.png / b", "image html d / b", "image html e,f / b"],
        ),
        (
            "<video src=a poster=b>\n<source src='c'>\n</video>",
            ["link html a", "image html b", "link html c"],
        ),
        ("<picture>\n<source srcset=a>\n</picture>", ["image html a"]),
        ("<!-- <a href=b> -->\n<!--\n\n<a href=c>\n[d](e)\n-->\n[f](g)", ["link inline g / f"]),
        ("<script>\n'<a href=b>'\n</script>\n<pre>\n\n<a href=c>\n</pre>", ["link html c"]),
        ("<div><!-- <a href=b> --><style><a href=c></style><a href=d></div>", ["link html d"]),
        ("<div><!-- <a href=b>\n\n<div><style><a href=c>\n\n[d](e)", ["link inline e / d"]),
        ("<div>\n[a](b)\n\n[c](d)\n</div>", ["link inline d / c"]),
        ("<details><summary>\n\n[c](d)", ["link inline d / c"]),
        ("a <!-- [b](c) --> <? [b](c) ?> <![CDATA[ [b](c) ]]> [d](e)", ["link inline e / d"]),
        ("a <!X [b](c)> <!--> [d](e)", ["link inline e / d"]),
        ("a <!-- [b](c) <!-- [d](e)", ["link inline c / b", "link inline e / d"]),
        ("<b x=[a](b)> <b\\> [c](d) {[e](f)}", ["link inline d / c", "link inline f / e"]),
        ("{[a](b)}", ["link inline b / a"]),
    ],
)
def test_html(body: str, expected: list[str]) -> None:
    assert references(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```\n[a](b)\n```\n[c](d)\n~~~\n[e](f)", ["link inline d / c"]),
        (
            "``` `\n[a](b)\n- ~~~\n  [c](d)\n  ~~~~\n  [e](f)\n- ```\n  [g](h)\n\n  i\n[j](k)",
            ["link inline b / a", "link inline f / e", "link inline k / j"],
        ),
        ("> ```\n> [a](b)\n\n[c](d)", ["link inline d / c"]),
        (
            "a\n    [b](c)\n\n    [d](e)\n\n- f\n\n      [g](h)\n\n  [i](j)",
            ["link inline c / b", "link inline j / i"],
        ),
        ("\t[a](b)\n\ntext\n\n\t[c](d)", ["link inline b / a"]),
        ("> - [a\n> b](c)\nlazy [d](e)\n\n> f\n---\n> g", ["link inline c / a\n  b", "link inline e / d"]),
        (
            "-\n  [a](b)\n-\n\n      [c](d)\n1. e\n2) f\n-     [g](h)\n\n  [i](j)",
            ["link inline b / a", "link inline j / i"],
        ),
        ("text\n2. [a](b)\n* * *\n-\n+\ttab\n\n\t[c](d)", ["link inline b / a", "link inline d / c"]),
        ("> a\n>b\n>\t    [c](d)\n>\n>\t    [e](f)\n\n    > g", ["link inline d / c"]),
        (
            "| a | [b](c) |\n|--|:-:|\n| [d](e\\|f) | [`g|](h)`\n[i](j) | k | [l](m)\n\n[n](o) | p",
            ["link inline c / b", "link inline e|f = e\\|f / d", "link inline j / i", "link inline o / n"],
        ),
        (
            "[a](b)\n|c|\n|-|\n|[d](e)|\n> [f](g)\n\n|\n|-|\n\na\n--|--\n\nb\n|x|",
            ["link inline b / a", "link inline e / d", "link inline g / f"],
        ),
        (
            "- a\n\ntext\n\n    [c](d)\n\n> [e]: f\n> =\n> [g](h)",
            ["link definition f / e", "link inline h / g"],
        ),
        ("> | [a](b) |\n> |-|\n[c](d)", ["link inline b / a", "link inline d / c"]),
    ],
)
def test_blocks(body: str, expected: list[str]) -> None:
    assert references(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("import A from 'a'\nexport const b = '[c](d)'\n\n[e](f)", ["link inline f / e"]),
        ("import A from 'a'\nexport const b = [\n\n'[c](d)'", []),
        ("a\nimport [c](d)", ["link inline d / c"]),
        ("{'[a](b)'} [c](d) {`\n[e](f)`}", ["link inline d / c"]),
        ("{\n\n[a](b)\n\n}\n[c](d)", ["link inline d / c"]),
        ("<A b={[c](d)} /> <img src={e} />\n\n<img src='f' alt='g' />", ["image html f / g"]),
        (
            "<A>\n    [a](b)\n</A>\n\n<a href='c'>[d](e)</a>",
            ["link inline b / a", "link html c", "link inline e / d"],
        ),
        (
            "<https://a.fr> [b](c) < d {unclosed [e](f)\n\n<A b={unclosed\n\n<A\n\n<A =>\n<A ;>",
            ["link autolink https://a.fr>", "link inline c / b", "link inline f / e"],
        ),
        (
            "{/* <a href='b'> */} [c](d) {/* <a href='e'> */}\n\n{/* <a href='f'> */}\n\n<a href='g'> {h}",
            ["link inline d / c", "link html g"],
        ),
        ("<!-- [a](b) -->", ["link inline b / a"]),
    ],
)
def test_mdx(body: str, expected: list[str]) -> None:
    assert references(body, is_mdx=True) == expected


def test_headings() -> None:
    body = "\n# One #\n\n> Two\n> more\n> ---\n\n###### `#` [a](b) ##  \n####### no\n"
    body += "\n#\n\n## # ##\n#no\n===\n= \n# C#"
    found = structure_of(body).headings
    assert [(it.level, it.text, it.line) for it in found] == [
        (1, "One", 1),
        (2, "Two\n  more", 3),
        (6, "`#` [a](b)", 7),
        (1, "", 10),
        (2, "#", 12),
        (1, "#no", 13),
        (1, "C#", 16),
    ]
    assert body[found[2].start : found[2].end] == "`#` [a](b)"


def test_an_underline_under_definitions_alone_is_text() -> None:
    assert structure_of("[a]: b\n---\n").headings == ()


def test_what_refers_to_nothing_is_told_apart() -> None:
    body = "[a][b] ![c][d] [e][] [f] [g][^1]\n\n[d]: x"
    assert [shown(body, it) for it in structure_of(body).undefined] == [
        "link reference  = b / a",
        "link reference  = ^1 / g",
    ]


def test_only_what_is_written_as_an_address_has_one_of_its_own() -> None:
    body = "[a] [b](c)\n\n[a]: d"
    assert [it.has_own_address for it in structure_of(body).references] == [False, True, True]


@given(_bodies, st.booleans())
def test_every_span_lies_in_the_body_and_in_its_reference(body: str, is_mdx: bool) -> None:
    found = structure_of(body, is_mdx=is_mdx)
    for it in (*found.references, *found.undefined):
        assert 0 <= it.start <= it.address_start <= it.address_end <= it.end <= len(body)
        assert it.start <= it.words_start <= it.words_end <= it.end
        assert it.line == body.count("\n", 0, it.start)
    for heading in found.headings:
        assert 0 <= heading.start <= heading.end <= len(body)


@pytest.mark.parametrize("piece", _HOSTILE)
@pytest.mark.parametrize("is_mdx", [False, True])
def test_hostile_bodies_take_no_time(piece: str, is_mdx: bool) -> None:
    structure_of(piece * 4000, is_mdx=is_mdx)


@pytest.mark.parametrize("sign", ["'", ".", "&amp;", ")_", "]a"])
def test_punctuation_without_end_in_an_address_takes_no_time(sign: str) -> None:
    body = f"http://a.fr/{sign * 100_000}b"
    assert [it.address for it in structure_of(body).references] == [body]
    structure_of(f"http://a{sign * 100_000}b")
