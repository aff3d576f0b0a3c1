"""Texts that once took minutes, or stopped the rendering: each found by `dev.py judge fuzz`."""

from __future__ import annotations

import time

import pytest

from editor.rendering.html import Options, render
from editor.text.statistics import statistics_of

_SECONDS = 20


@pytest.mark.parametrize(
    "body",
    ["# a\n" * 10_000, "[a]: /u\n" * 10_000, "[^1]\n\n" + "[^" * 20_000, "</E>\n f\n" * 1_500],
    ids=lambda body: repr(body[:12]),
)
@pytest.mark.parametrize("mdx", [False, True])
def test_no_text_takes_more_than_its_share(body: str, mdx: bool) -> None:
    started = time.process_time()
    render(body, Options(mdx=mdx))
    assert time.process_time() - started < _SECONDS


@pytest.mark.parametrize("body", ["/" * 100_000, "a" + "." * 100_000 + ","], ids=["no letter", "dots"])
def test_a_line_is_counted_at_once(body: str) -> None:
    started = time.process_time()
    assert statistics_of(body).words == body.count("a")
    assert time.process_time() - started < _SECONDS


def test_braces_that_are_refused_are_no_dollars() -> None:
    assert render("${$", Options(mdx=True, math="single")).html
