"""Footnotes as GitHub shows them."""

from __future__ import annotations

import re

from editor.rendering.html import Options, render


def _notes(body: str) -> list[str]:
    html = render(body).html
    return re.findall(r'<li id="user-content-fn-[^"]*">\n(.*?)\n</li>', html, re.DOTALL)


def _numbers(body: str) -> list[tuple[str, str]]:
    return re.findall(r'<sup><a [^>]*href="#([^"]*)"[^>]*>(\d+)</a></sup>', render(body).html)


def test_notes_are_numbered_by_first_use() -> None:
    body = "a[^b] c[^a] d[^b]\n\n[^a]: A\n[^b]: B 😀"
    assert _numbers(body) == [
        ("user-content-fn-b", "1"),
        ("user-content-fn-a", "2"),
        ("user-content-fn-b", "1"),
    ]
    first, second = _notes(body)
    assert first.startswith("<p>B 😀 <a ")
    assert first.count("↩") == 2
    assert '<a aria-label="Back to reference 1-2"' in first
    assert 'href="#user-content-fnref-b-2">↩<sup>2</sup></a></p>' in first
    assert second.count("↩") == 1


def test_a_label_may_differ_in_case_and_is_part_of_the_id() -> None:
    assert _numbers("a[^Été]\n\n[^été]: n") == [("user-content-fn-%C3%A9t%C3%A9", "1")]
    assert _numbers("a[^N] b[^n]\n\n[^N]: n") == [("user-content-fn-n", "1")] * 2


def test_the_first_of_two_notes_with_one_label_counts() -> None:
    (note,) = _notes("a[^1]\n\n[^1]: un\n\n[^1]: deux")
    assert note.startswith("<p>un ")


def test_an_unused_note_is_not_shown_and_an_unknown_one_is_text() -> None:
    assert render("a\n\n[^1]: n").html.strip() == "<p>a</p>"
    assert render("a[^2]\n\n[^1]: n").html.strip() == "<p>a[^2]</p>"


def test_a_note_may_use_another() -> None:
    first, second = _notes("a[^1]\n\n[^2]: deux\n\n[^1]: un[^2]")
    assert first.startswith("<p>un<sup>")
    assert second.startswith("<p>deux ")


def test_a_note_ends_in_its_ways_back_whatever_it_ends_in() -> None:
    (note,) = _notes("a[^1]\n\n[^1]: - x\n    - y")
    assert note.startswith("<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n<a aria-label")
    (empty,) = _notes("a[^1]\n\n[^1]:\n\nb")
    assert empty.startswith("<a aria-label")
    assert render("a[^1]\n\n[^1]:\n\nb").blocks[-1].line == 2


def test_a_note_stands_where_it_is_written_only_at_the_end() -> None:
    html = render("> a[^1]\n>\n> [^1]: n\n\nb").html
    assert html.index("<section") > html.index("<p>b</p>")
    assert html.startswith("<blockquote>\n<p>a<sup>")


def test_a_note_in_a_note_is_a_note() -> None:
    assert len(_notes("a[^1] b[^2]\n\n[^1]: un\n\n    [^2]: deux\n")) == 2


def test_a_reference_comes_before_a_link() -> None:
    assert _numbers("a[^1](b)\n\n[^1]: n") == [("user-content-fn-1", "1")]


def test_only_remark_takes_a_reference_into_a_link() -> None:
    body = "[a[^1]](b)\n\n[^1]: n"
    assert '<a href="b">' not in render(body).html
    assert '<a href="b">a<sup>' in render(body, Options("astro-remark")).html
