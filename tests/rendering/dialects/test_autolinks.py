"""Addresses written bare in the text."""

from __future__ import annotations

import pytest

from editor.rendering.html import Options, render


def _paragraph(body: str) -> str:
    html = render(body, Options(smart_punctuation=False)).html
    return html.strip().removeprefix("<p>").removesuffix("</p>")


def _link(address: str, text: str | None = None) -> str:
    return f'<a href="{address}">{text or address}</a>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Voir https://a.fr/é?b=c, ok.",
            f"Voir {_link('https://a.fr/%C3%A9?b=c', 'https://a.fr/é?b=c')}, ok.",
        ),
        ("HTTP://A.FR 😀", f"{_link('HTTP://A.FR')} 😀"),
        ("www.a.fr.", f"{_link('http://www.a.fr', 'www.a.fr')}."),
        ("(https://a.fr/b)", f"({_link('https://a.fr/b')})"),
        ("https://a.fr/b_(c)", _link("https://a.fr/b_(c)")),
        ("(https://a.fr/b_(c))", f"({_link('https://a.fr/b_(c)')})"),
        ("https://a.fr/b).c", _link("https://a.fr/b).c")),
        ("https://a.fr/b!(c", _link("https://a.fr/b!(c")),
        ("https://a.fr/b'\"*~_", f"{_link('https://a.fr/b')}'\"*~_"),
        ("https://a.fr/*b*", f"{_link('https://a.fr/*b')}*"),
        ("https://a.fr?b=1&amp;", f"{_link('https://a.fr?b=1')}&amp;"),
        ("https://a.fr?b=1&c=2", _link("https://a.fr?b=1&amp;c=2")),
        ("https://a.fr/<b>", f"{_link('https://a.fr/')}<b>"),
        ("[b=https://a.fr/c]", f"[b={_link('https://a.fr/c')}]"),
        ("[https://a.fr/b](c)", _link("c", "https://a.fr/b")),
        ("[https://a.fr/b]", f"[{_link('https://a.fr/b')}]"),
        ("[https://a.fr/b][c]", f"[{_link('https://a.fr/b%5D%5Bc', 'https://a.fr/b][c')}]"),
        ("https://a.fr/b][c]", f"{_link('https://a.fr/b')}][c]"),
        ("https://a.fr/b]c", _link("https://a.fr/b%5Dc", "https://a.fr/b]c")),
        ("**https://a.fr**", f"<strong>{_link('https://a.fr')}</strong>"),
        ("*www.a.fr*", f"<em>{_link('http://www.a.fr', 'www.a.fr')}</em>"),
        ("http://localhost/a", _link("http://localhost/a")),
        ("https://é.fr", _link("https://%C3%A9.fr", "https://é.fr")),
        (",www.a.fr", f",{_link('http://www.a.fr', 'www.a.fr')}"),
        ("/www.a.fr", f"/{_link('http://www.a.fr', 'www.a.fr')}"),
        ("www.", f"{_link('http://www', 'www')}."),
        (",www.a.fr/b@c.fr", f",{_link('http://www.a.fr/b@c.fr', 'www.a.fr/b@c.fr')}"),
        ("!https://a.fr", f"!{_link('https://a.fr')}"),
    ],
)
def test_a_web_address_becomes_a_link(body: str, expected: str) -> None:
    assert _paragraph(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[https://a.fr/*b*]", f"[{_link('https://a.fr/')}<em>b</em>]"),
        ("[x https://a.fr/b_ c", f"[x {_link('https://a.fr/b_')} c"),
        ("![x https://a.fr/b~ c", f"![x {_link('https://a.fr/b~')} c"),
        ("[[x] https://a.fr/b~ c", f"[[x] {_link('https://a.fr/b~')} c"),
        ("[x] https://a.fr/b~ c", f"[x] {_link('https://a.fr/b')}~ c"),
        ("[x]] https://a.fr/b~ c", f"[x]] {_link('https://a.fr/b')}~ c"),
        ("\\[x https://a.fr/b~ c", f"[x {_link('https://a.fr/b')}~ c"),
        ("`[` https://a.fr/b~ c", f"<code>[</code> {_link('https://a.fr/b')}~ c"),
        ("[x (https://a.fr/b).c", f"[x ({_link('https://a.fr/b).c')}"),
        ("[x https://a.fr/b(c)). d", f"[x {_link('https://a.fr/b(c)')}). d"),
        ("[x https://a.fr/(b(c, d", f"[x {_link('https://a.fr/(b(c')}, d"),
        ("[x HTTPS://A.FR]( y", f"[x {_link('HTTPS://A.FR%5D(', 'HTTPS://A.FR](')} y"),
        (
            "[x a@b.fr https://c.fr d@e.fr",
            f"[x {_link('mailto:a@b.fr', 'a@b.fr')} {_link('https://c.fr')} "
            f"{_link('mailto:d@e.fr', 'd@e.fr')}",
        ),
    ],
)
def test_where_a_bracket_is_open_addresses_come_after_all_else(body: str, expected: str) -> None:
    assert _paragraph(body) == expected


@pytest.mark.parametrize(
    "body", ["[https://… 😀", "[http://localhost/a", "[https://. a", "[https://a_b.fr", "[9https://a.fr"]
)
def test_where_a_bracket_is_open_an_address_needs_a_plain_domain(body: str) -> None:
    assert _paragraph(body) == body


def test_where_a_bracket_is_open_curly_quotes_belong_to_the_address() -> None:
    html = render('[a="https://b.fr"]').html.strip()
    assert html == f"<p>[a=“{_link('https://b.fr%E2%80%9D', 'https://b.fr”')}]</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "moi@a.fr, toi+x.y-z_@b-c.d.fr.",
            f"{_link('mailto:moi@a.fr', 'moi@a.fr')}, "
            f"{_link('mailto:toi+x.y-z_@b-c.d.fr', 'toi+x.y-z_@b-c.d.fr')}.",
        ),
        ("écrire à:a@b.fr", f"écrire à:{_link('mailto:a@b.fr', 'a@b.fr')}"),
        ("a@b.fr c@d.fr", f"{_link('mailto:a@b.fr', 'a@b.fr')} {_link('mailto:c@d.fr', 'c@d.fr')}"),
    ],
)
def test_a_mail_address_becomes_a_link(body: str, expected: str) -> None:
    assert _paragraph(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Lynda.com, ASP.NET, main.rs 😀",
        "xhttps://a.fr",
        "https://",
        "https://!a",
        "https:// a.fr",
        "http://a_b.fr",
        "http://a.b_c",
        "www",
        "awww.b.fr",
        "@b.fr",
        "a@b",
        "a@b.f1",
        "a@b.é",
        "a@b.c_",
        "/a@b.fr",
        "h w hello www world",
    ],
)
def test_what_is_no_whole_address_stays_text(body: str) -> None:
    assert _paragraph(body) == body


def test_addresses_in_links_code_and_html_are_left_alone() -> None:
    assert _paragraph("[a https://a.fr b@c.fr](d)") == _link("d", "a https://a.fr b@c.fr")
    assert _paragraph("`https://a.fr`") == "<code>https://a.fr</code>"
    assert _paragraph("<https://a.fr>") == _link("https://a.fr")
    assert _paragraph('x <b title="https://a.fr">') == 'x <b title="https://a.fr">'


def test_an_address_keeps_its_marks_when_punctuation_is_smart() -> None:
    address = "https://a.fr/b--c'd...e"
    assert render(address).html.strip() == f"<p>{_link(address)}</p>"
