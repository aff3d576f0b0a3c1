"""Links, images and labels that lead nowhere, and what may have been meant."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.checks.blog_review import BlogReview
from editor.blog.checks.links import candidates, is_broken, label_candidates, link_findings
from editor.blog.schemas.known import Known
from editor.export.anchors import PageAnchors, anchors_of
from tests.blog.sites import SITE, links_of, make_site, write

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.article_links import BlogLinks

ARTICLES = {
    "a.md": "## Été à Paris\n\n<p id=here>\n",
    "slow-bread.md": "",
    "2026/le-pain/index.md": "",
}
FILES = {"src/assets/river.png": "x", "public/sea.jpg": "x"}


def read_anchors(links: BlogLinks, path: Path) -> frozenset[str]:
    return anchors_of(links.articles[path].text, path, links.blog)


def findings(folder: Path, body: str) -> list[str]:
    """Answer what is found in an article with a body, each as its rule and what stands at its place."""
    write(folder, {"x.md": body})
    links = links_of(folder.parents[2])
    found = link_findings(folder / "x.md", links, partial(read_anchors, links))
    return [f"{it.rule} {it.data['value']}" for it in found]


def offered(folder: Path, body: str) -> tuple[str, ...]:
    """Answer what is offered for the one link of an article."""
    write(folder, {"x.md": body})
    links = links_of(folder.parents[2])
    (link,) = links.of(folder / "x.md")
    anchors = partial(read_anchors, links)
    assert is_broken(link, anchors)
    return candidates(link, links, anchors)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_site(tmp_path, ARTICLES, FILES)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[x](/blog/a/) [x](/blog/a/#été-à-paris) [x](#) [x](#top) [x](/blog/a/#:~:text=b)", []),
        ("[x](/blog/a/#here) [x](/sea.jpg#x) [x](/about/#x) [x](https://a.fr/#x) [x](mailto:a@b.fr)", []),
        ("# Ça\n[x](#ça) [x](#%C3%A7a)", []),
        ("[x](none.md) ![x](none.png)", ["broken-link none.md", "broken-image none.png"]),
        ("<img src='./none.png'> <img src='/none.png'>", ["broken-image /none.png"]),
        ("![x](/src/assets/river.png) [x](/src/none.pdf)\n\n[r]: /src/none.png", ["unused-label r"]),
        ("[x](/blog/none/) ![x](/none.png)", ["broken-link /blog/none/", "broken-image /none.png"]),
        ("[x](#none) [x](/blog/a/#none)", ["broken-anchor #none", "broken-anchor /blog/a/#none"]),
        ("![x](../../assets/river.png) ![x](/sea.jpg) ![x](https://a.fr/i.png)", []),
        (
            "[x](a.md) [x](./a.md#here) [x](a)",
            ["link-to-file a.md", "link-to-file ./a.md#here", "link-to-file a"],
        ),
        ("[x][b]\n\n[b]: none.md", ["broken-link none.md"]),
        ("[x][b] [c]\n\n[b]: /blog/a/\n[B]: /\n[c]: /\n[d]: /", ["duplicate-label B", "unused-label d"]),
        (
            "[x][b] ![x][c d] a[0][1] [ ][x] [x][1] f[a][b] [x][^1]",
            ["undefined-label b", "undefined-label c d"],
        ),
    ],
)
def test_what_leads_nowhere(body: str, found: list[str], folder: Path) -> None:
    assert findings(folder, body) == found


def test_the_path_of_a_file_becomes_its_address(folder: Path) -> None:
    write(folder, {"x.md": "é [x](./2026/le-pain/index.md?a#b) [y](a.md)"})
    links = links_of(folder.parents[2])
    found = list(link_findings(folder / "x.md", links, lambda _: frozenset({"b"})))
    assert [it.repair[0].replacement for it in found] == ["/blog/2026/le-pain/?a#b", "/blog/a/"]
    assert [it.data["new"] for it in found] == ["/blog/2026/le-pain/?a#b", "/blog/a/"]


def test_an_address_that_no_page_tells_is_not_offered(folder: Path) -> None:
    root = folder.parents[2]
    for name in SITE:
        if name.startswith("src/pages"):
            (root / name).unlink()
    write(folder, {"x.md": "[x](a.md)"})
    links = links_of(root)
    (found,) = link_findings(folder / "x.md", links, lambda _: frozenset())
    assert (found.rule, found.repair) == ("link-to-file", ())


@pytest.mark.parametrize("plugin", ["remarkLinks", "'astro-rehype-relative-markdown-links'"])
def test_a_plugin_may_make_addresses_of_paths(plugin: str, folder: Path) -> None:
    configuration = f"export default {{ markdown: {{ remarkPlugins: [{plugin}] }} }}"
    text = f"import remarkLinks from './links.mjs'\n{configuration}"
    write(folder.parents[2], {"astro.config.mjs": text})
    assert findings(folder, "[x](a.md)") == []


def test_other_blogs_lead_to_files(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "", "x.md": "[x](a.md) [y](b.md)"})
    links = links_of(tmp_path)
    assert [it.rule for it in link_findings(tmp_path / "x.md", links, lambda _: frozenset())] == [
        "broken-link"
    ]
    (link,) = [it for it in links.of(tmp_path / "x.md") if it.target.kind == "broken"]
    assert candidates(link, links, lambda _: frozenset()) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[x](slow-braed.md)", ("slow-bread.md",)),
        ("[x](./2026/slow-braed.md)", ("./slow-bread.md",)),
        ("[x](le-pian.md)", ("2026/le-pain/index.md",)),
        ("[x](/blog/slow-braed/)", ("/blog/slow-bread/",)),
        ("[x](/blog/le-pain)", ("/blog/2026/le-pain",)),
        ("[x](https://example.org/blog/slow-bred/#b)", ("https://example.org/blog/slow-bread/",)),
        ("[x](/nothing/like/it/0123456789/)", ()),
        ("![x](../../assets/rivre.png)", ("../../assets/river.png",)),
        ("![x](./rivers.png)", ("../../assets/river.png",)),
        ("![x](/assets/river.png)", ("../../assets/river.png",)),
        ("![x](./see.jpg)", ("/sea.jpg",)),
        ("[x](/blog/a/#ete-a-paris)", ("/blog/a/#été-à-paris",)),
        ("[x](%FF.md)", ()),
    ],
)
def test_what_may_have_been_meant(body: str, expected: tuple[str, ...], folder: Path) -> None:
    assert offered(folder, body) == expected


def test_labels_that_may_have_been_meant(folder: Path) -> None:
    write(folder, {"x.md": "[x][refrence]\n\n[Référence]: /\n[other]: /"})
    article = links_of(folder.parents[2]).articles[folder / "x.md"]
    assert label_candidates("refrence", article) == ("Référence",)


def test_links_are_part_of_the_review_of_a_blog(folder: Path) -> None:
    write(folder, {"x.md": "", "y.md": "---\nslug: /other/\n---\n"})
    blog = find_blog(folder)
    reviews = BlogReview(blog, Known(), date(2026, 11, 29), anchors=PageAnchors(blog))
    text = "# Own\n[a](#own) [a](#none) [b](/blog/a/#here) [c](/blog/none/)\n"
    found = [(it.rule, it.line, it.column) for it in reviews.review(text, folder / "x.md")]
    assert ("broken-anchor", 1, 14) in found
    assert ("broken-link", 1, 44) in found
    assert len([it for it in found if it[0].startswith("broken")]) == 2
