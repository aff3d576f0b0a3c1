"""What acts in an article's HTML, and what is left of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.cleaning import disarm, fragment_of, scheme_of


def disarmed(html: str) -> str:
    tree = fragment_of(html)
    disarm(tree)
    return tree.html or ""


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<script>alert(1)</script>b 😀</p>", "<p>ab 😀</p>"),
        ("<SCRIPT SRC=//e.example/x></SCRIPT>", ""),
        ("<svg><script>alert(1)</script></svg>", "<svg></svg>"),
        ('<p onclick="x()" ONMOUSEOVER=y() title="t">a</p>', '<p title="t">a</p>'),
        ('<svg onload="x()"></svg>', "<svg></svg>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href=" Java\tScript&#10;:x()">a</a>', "<a>a</a>"),
        ('<a href="&#1;javascript&colon;x()">a</a>', "<a>a</a>"),
        ('<a href="vbscript:x">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,<script>1</script>">a</a>', "<a>a</a>"),
        ('<svg><a xlink:href="javascript:x()">a</a></svg>', "<svg><a>a</a></svg>"),
        ('<svg><set attributeName="href" to="j:x"/></svg>', '<svg><set to="j:x"></set></svg>'),
        ('<form action="javascript:x()"><button formaction="javascript:x()">b</button></form>',
         "<form><button>b</button></form>"),
        ('<a href="https://e.example/" ping="https://spy.example/">a</a>', '<a href="https://e.example/">a</a>'),
        ('<img src="data:image/png;base64,AAAA">', '<img src="data:image/png;base64,AAAA">'),
        ('<img src="data:text/html,x" alt="a">', '<img alt="a">'),
        ('<a href="data:image/svg+xml,x">a</a>', "<a>a</a>"),
        ("<object data=x></object><embed src=x><base href=/x>", ""),
        ("<meta http-equiv=refresh content=0><link rel=preconnect href=//x.example>", ""),
        ("<noscript><p>a</p></noscript><template><script>1</script></template>", ""),
        ("<style>p { color: red }</style>", "<style>p { color: red }</style>"),
        ('<a href="#note">1</a><a href="../b.md">2</a><a href="mailto:a@b.example">3</a>',
         '<a href="#note">1</a><a href="../b.md">2</a><a href="mailto:a@b.example">3</a>'),
    ],
)  # fmt: skip
def test_what_acts_is_taken_out_and_the_rest_stays(html: str, left: str) -> None:
    assert disarmed(html) == left


def test_a_frame_becomes_a_link_to_what_it_would_have_shown() -> None:
    video = '<p>a</p><iframe src="https://v.example/?a=1&amp;b=2" title="Une <vidéo>"></iframe><p>b</p>'
    link = '<a href="https://v.example/?a=1&amp;b=2">Une &lt;vidéo&gt;</a>'
    assert disarmed(video) == f"<p>a</p>{link}<p>b</p>"
    untitled = '<iframe src="http://v.example/"></iframe>'
    assert disarmed(untitled) == '<a href="http://v.example/">http://v.example/</a>'
    assert (
        disarmed('<iframe src="javascript:x()"></iframe><iframe srcdoc="<script>1</script>"></iframe>') == ""
    )


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://a.example", "https"),
        ("HTTPS://a.example", "https"),
        ("\x01 jav\nascript:x", "javascript"),
        ("./a:b.png", ""),
        ("#a:b", ""),
        ("", ""),
    ],
)
def test_the_scheme_is_read_as_a_browser_reads_it(address: str, scheme: str) -> None:
    assert scheme_of(address) == scheme


pieces = st.sampled_from(
    [
        *(
            "<script>",
            "</script>",
            "<svg>",
            "</svg>",
            "<math>",
            "</math>",
            "<style>",
            "</style>",
            "<p ",
            "<a ",
        ),
        *(
            "href=javascript:alert(1)",
            " onerror=alert(1)",
            " src=x",
            ">",
            "<img",
            "<!--",
            "-->",
            "<table>",
            '"',
        ),
        *(
            "<mtext>",
            "<title>",
            "</title>",
            "<template>",
            "</template>",
            "<noscript>",
            "é😀",
            "<select>",
            "'",
        ),
    ]
)


@given(st.lists(pieces, max_size=14).map("".join))
def test_nothing_that_acts_comes_back_when_the_result_is_read_again(html: str) -> None:
    again = fragment_of(disarmed(html))
    assert not again.css("script, noscript, template, iframe, object, embed, base, meta, link")
    for node in again.css("*"):
        for name, value in node.attributes.items():
            assert not name.lower().startswith("on")
            assert not (name.endswith("href") and scheme_of(value or "") == "javascript")
