"""Where nothing is open, and where something may be."""

from __future__ import annotations

import pytest

from editor.rendering.balance import OpenElements


def _leaves_open(*pieces: str) -> bool:
    elements = OpenElements()
    for piece in pieces:
        elements.read(piece)
    return not elements.are_none()


@pytest.mark.parametrize(
    "html",
    [
        "",
        "text < 3 &lt;b>",
        "<p>a<br>b<img src='>'></p>",
        "<div a=\"</div>\" b='<p' c=d/e f><!-- <b> --></div>",
        "<!--><!---><!-- a --!><!doctype html><?x y></>",
        "</div></b>",
        "<ul><li>a<li>b<ul><li>c</ul></ul>",
        "<dl><dt>a<dd>b<dt>c</dl>",
        "<table><tr><td>a<td>b</table>",
        "<td>a</td>",
        "<DIV><Span></DIV>",
        "<svg><g><path/><circle></circle></g></svg><svg/>",
        "<svg><title>a</title><foreignObject><div></div></foreignObject></svg>",
        "<script>if (a < b) '<div>'</script>",
        "<textarea><b></textarea>",
        "<svg><style>a</style></svg>",
        "<p>a<ul></ul>",
        "<my-note><p>a</p></my-note>",
        "<p>a<p>b</p>",
    ],
)
def test_html_that_closes_what_it_opens_leaves_nothing_open(html: str) -> None:
    assert not _leaves_open(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div>",
        "<p>a",
        "<p><b>a</p>",
        "<p><b>a<div></div>",
        "<p>text <div></p>",
        "<div/>",
        "<span><div></span>",
        "<x-y><p></x-y>",
        "<!-- a",
        '<div a="b',
        '<a b="c><p>',
        "<script>",
        "<script>a</scripts>",
        "<plaintext>",
        "</body>",
        "<h1>a</h2>",
        "<h1><h2></h2></h1><span>",
        "<form><span></form>",
        "<svg><div/></svg>",
        "<svg><foreignObject><br-x/></foreignObject></svg>",
        "<li><div><li></div></li>",
        "<dd><dt><span></dd>",
        "<table><tr><td>",
    ],
)
def test_what_stays_open_or_cannot_be_told_counts_as_open(html: str) -> None:
    assert _leaves_open(html)


def test_an_element_is_open_until_a_later_piece_closes_it() -> None:
    assert _leaves_open("<details>\n", "<p>a</p>\n")
    assert not _leaves_open("<details>\n", "<p>a</p>\n", "</details>\n")


def test_raw_text_may_end_in_a_later_piece() -> None:
    assert _leaves_open("<iframe src=a>", "<div>")
    assert not _leaves_open("<iframe src=a>", "<div>", "</IFRAME >")


def test_what_is_lost_stays_lost() -> None:
    assert _leaves_open("<p><b></p>", "</b>")


def test_very_deep_nesting_is_not_followed() -> None:
    assert _leaves_open("<i>" * 600 + "</i>" * 600)
    assert not _leaves_open("<i>" * 400 + "</i>" * 400)


@pytest.mark.parametrize(
    ("html", "following", "allowed"),
    [
        ("<p>a\n", "<ul>\n", True),
        ("<p>a\n", "<p>b</p>", True),
        ("<p>a\n", "<span>", False),
        ("<p>a\n", "text", False),
        ("<div>a\n", "<p>", False),
        ("<p><i>a\n", "<p>", False),
        ("<p><b></p><p>", "<p>", False),
        ("<hr>", "<span>", True),
    ],
)
def test_an_open_paragraph_ends_where_the_next_block_begins(html: str, following: str, allowed: bool) -> None:
    elements = OpenElements()
    elements.read(html)
    assert elements.allow_cut_before(following) is allowed
