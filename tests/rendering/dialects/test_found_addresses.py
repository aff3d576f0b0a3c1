"""Addresses that only show once a text is read."""

from __future__ import annotations

import pytest

from editor.rendering.html import Options, render


def _remark(body: str) -> str:
    html = render(body, Options("astro-remark", smart_punctuation=False)).html
    return html.strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("body", "address", "rest"),
    [
        ("xmpp:a@b.fr", "xmpp:a@b.fr", ""),
        ("xmpp:a@b.fr/c", "xmpp:a@b.fr/c", ""),
        ("xmpp:a@b.fr.", "xmpp:a@b.fr", "."),
        ("mailto:a@b.fr,", "mailto:a@b.fr", ","),
    ],
)
def test_remark_takes_the_scheme_of_an_address_into_its_link(body: str, address: str, rest: str) -> None:
    assert _remark(f"[{body}") == f'[<a href="{address}">{address}</a>{rest}'


@pytest.mark.parametrize("body", ["[xmpp:a@b.f1", "[mailto:a@b.f1", "[xmpp:a@b.fr/1", "[xmpp:a@b.fr/c@d"])
def test_remark_leaves_what_ends_in_a_digit(body: str) -> None:
    assert _remark(body) == body


def test_lines_of_a_text_are_searched_together() -> None:
    html = render("[a\nwww.b.fr\nc *d* e@f.fr").html.strip()
    assert html == (
        '<p>[a\n<a href="http://www.b.fr">www.b.fr</a>\nc <em>d</em> <a href="mailto:e@f.fr">e@f.fr</a></p>'
    )
