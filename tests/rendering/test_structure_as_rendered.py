"""What `text.structure` finds in a body is what its page holds: headings, links, images, HTML's addresses."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Final

import pytest

from editor.article.front_matter import split
from editor.rendering.dialects.commonmark import CommonMark
from editor.rendering.html import Options, render
from editor.text.html_references import html_references
from editor.text.structure import structure_of
from tests.hard_markdown import article

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
_encoded: Final = CommonMark().normalizeLink


class _Page(HTMLParser):
    """Collects the addresses of a page but those of footnotes and bare ones."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: Counter[str] = Counter()
        self._link: str | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if "data-footnote-ref" in names or "data-footnote-backref" in names:
            return
        found = [_encoded(it.address) for it in html_references(self.get_starttag_text() or "", 0, 1 << 20)]
        self.addresses.update(found)
        if tag == "a" and found:
            self._link, self._words = found[0], ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link is not None:
            if self._link in {f"{start}{_encoded(self._words)}" for start in ("", "http://", "mailto:")}:
                self.addresses[self._link] -= 1
            self._link = None


def rendered(body: str, *, is_mdx: bool = False) -> tuple[Counter[str], list[tuple[int, int]]]:
    """Answer the addresses of a body's page with their number, and the lines and levels of its headings."""
    page = _Page()
    found = render(body, Options(mdx=is_mdx, smart_punctuation=False))
    page.feed(found.html)
    page.close()
    return +page.addresses, sorted((it.line, it.level) for it in found.outline)


def read(body: str, *, is_mdx: bool = False) -> tuple[Counter[str], list[tuple[int, int]]]:
    """Answer the same of the body itself."""
    found = structure_of(body, is_mdx=is_mdx)
    addresses = Counter(
        _encoded(it.address)
        for it in found.references
        if it.how not in ("definition", "autolink") and it.address != it.words
    )
    return addresses, sorted((it.line, it.level) for it in found.headings)


def _specified() -> list[str]:
    names = ("commonmark-0.31.2", "gfm-0.29-extensions")
    files = (EXAMPLES / "specifications" / f"{name}.json" for name in names)
    return [it["markdown"] for file in files for it in json.loads(file.read_text("utf-8"))]


def _own() -> list[Path]:
    return sorted((EXAMPLES / "rendering" / "astro").glob("*.md"))


def _mdx() -> list[str]:
    examples = json.loads((EXAMPLES / "mdx" / "read.json").read_text("utf-8"))
    return [it["mdx"] for it in examples if it["html"] is not None]


@pytest.mark.parametrize("body", _specified())
def test_examples_of_the_specifications(body: str) -> None:
    body = f"x\n\n{body}" if body.startswith("---\n") else body  # Astro 7 takes it for metadata
    assert read(body) == rendered(body)


@pytest.mark.parametrize("path", _own(), ids=lambda path: path.stem)
def test_own_examples(path: Path) -> None:
    body = split(path.read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")).body
    assert read(body) == rendered(body)


@pytest.mark.parametrize("body", _mdx())
def test_examples_of_mdx(body: str) -> None:
    assert read(body, is_mdx=True) == rendered(body, is_mdx=True)


@pytest.mark.parametrize("first", range(0, 400, 40))
def test_hard_articles(first: int) -> None:
    for seed in range(first, first + 40):
        body = "x\n\n" + article(Random(seed))  # noqa: S311 - chance, and no secret
        assert read(body) == rendered(body), (seed, body)
