"""What an address in an article leads to."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from editor.article.files import read_file
from editor.article.source import Source, decode
from editor.blog.article_links import all_links, target_of_link
from editor.blog.blog import find_blog
from editor.blog.links import image_target
from tests.blog.sites import SITE, links_of, make_site, write

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.article_links import Link

ARTICLES = {
    "a.md": "",
    "b c.md": "",
    "2026/d/index.md": "",
    "slugged.md": "---\nslug: Own/Way\n---\n",
    "toml.md": "+++\nslug = 'in-toml'\n+++\n",
}


def link(folder: Path, written: str, name: str = "e.md") -> Link:
    """Answer the one link of an article with this body."""
    write(folder, {name: written})
    (found,) = links_of(folder.parents[2]).of(folder / name)
    return found


@pytest.mark.parametrize(
    ("address", "place", "way", "anchor"),
    [
        ("a.md", "a.md", "file", ""),
        ("./a.md#b%20%C3%A9", "a.md", "file", "b é"),
        ("b%20c.md?x#y", "b c.md", "file", "y"),
        ("2026/d/index.md", "2026/d/index.md", "file", ""),
        ("a", "a.md", "name", ""),
        ("2026/d", "2026/d/index.md", "name", ""),
        ("2026/d/", "2026/d/index.md", "name", ""),
        ("../a/", "a.md", "relative", ""),
        ("../2026/d#x", "2026/d/index.md", "relative", "x"),
        ("/blog/a/", "a.md", "site", ""),
        ("/blog/a", "a.md", "site", ""),
        ("/blog/a.html#x", "a.md", "site", "x"),
        ("/blog/b-c/index.html", "b c.md", "site", ""),
        ("https://example.org/blog/2026/d/?x", "2026/d/index.md", "site", ""),
        ("//example.org/blog/a", "a.md", "site", ""),
        ("/blog/Own/Way/", "slugged.md", "site", ""),
        ("/blog/in-toml/", "toml.md", "site", ""),
        ("{filename}a.md", "a.md", "file", ""),
    ],
)
def test_articles(address: str, place: str, way: str, anchor: str, tmp_path: Path) -> None:
    folder = make_site(tmp_path, ARTICLES)
    target = link(folder, f"[x]({address})").target
    assert (target.kind, target.path, target.way, target.anchor) == ("article", folder / place, way, anchor)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("#x", "article"),
        ("", "article"),
        ("?x#y", "article"),
        ("https://a.fr", "outside"),
        ("//a.fr/x", "outside"),
        ("http://[x", "outside"),
        ("mailto:a@b.fr", "outside"),
        ("<{{ x }}>", "outside"),
        ("/about/", "page"),
        ("/", "page"),
        ("https://example.org", "page"),
        ("/rss.xml", "page"),
        ("/tags/any", "page"),
        ("../../about", "page"),
        ("/paper.pdf#page=2", "file"),
        ("notes.txt", "file"),
        ("../../../../outside.md", "unknown"),
        ("/blog/none/", "broken"),
        ("/none/", "broken"),
        ("none.md", "broken"),
        ("../none/", "broken"),
        ("%FF.md", "broken"),
        ("a.md#%FF", "broken"),
        ("n" * 300 + ".md", "broken"),
        ("a%00.md", "broken"),
    ],
)
def test_others(address: str, kind: str, tmp_path: Path) -> None:
    folder = make_site(tmp_path, ARTICLES, {"src/content/blog/notes.txt": "x"})
    assert link(folder, f"[x]({address})").target.kind == kind


@pytest.mark.parametrize(
    ("address", "kind", "way"),
    [
        ("i.png", "file", "file"),
        ("/p.png", "file", "site"),
        ("~/assets/j.png", "file", "site"),
        ("none.png", "broken", ""),
        ("/none.png", "broken", ""),
        ("https://a.fr/i.png", "outside", ""),
        ("data:image/png,x", "outside", ""),
        ("{static}i.png", "file", "file"),
        ("%FF.png", "broken", ""),
    ],
)
def test_images(address: str, kind: str, way: str, tmp_path: Path) -> None:
    files = {"src/content/blog/i.png": "x", "public/p.png": "x", "src/assets/j.png": "x"}
    folder = make_site(tmp_path, ARTICLES, files)
    target = link(folder, f"![x]({address})").target
    assert (target.kind, target.way) == (kind, way)
    assert image_target("", folder / "a.md", links_of(tmp_path).blog).kind == "outside"


def test_addresses_below_the_base_of_a_site(tmp_path: Path) -> None:
    folder = make_site(tmp_path, ARTICLES, {"public/x.txt": ""})
    write(tmp_path, {"astro.config.mjs": "export default { base: '/docs' }"})
    assert link(folder, "[x](/docs/blog/a/)").target.path == folder / "a.md"
    assert link(folder, "[x](/blog/a/)").target.kind == "outside"


def test_other_pages_may_stand_among_entries(tmp_path: Path) -> None:
    pages = ("blog/[page].astro", "blog/all.astro")
    folder = make_site(tmp_path, ARTICLES, {f"src/pages/{name}": "" for name in pages})
    assert link(folder, "[x](/blog/2/)").target.kind == "page"
    assert link(folder, "[x](/blog/all/)").target.kind == "page"
    assert link(folder, "[x](/blog/2026/none/)").target.kind == "broken"


def test_what_a_site_tells_nothing_of_is_unknown(tmp_path: Path) -> None:
    folder = make_site(tmp_path, ARTICLES)
    for name in SITE:
        if name.startswith("src/pages"):
            (tmp_path / name).unlink()
    assert link(folder, "[x](/posts/a/)").target.kind == "unknown"


def test_links_tell_where_entries_stand_when_no_page_does(tmp_path: Path) -> None:
    folder = make_site(
        tmp_path, ARTICLES | {"f.md": "[x](/notes/a/) [y](/notes/b-c.html) [z](/a) [n](/no/such)"}
    )
    for name in SITE:
        if name.startswith("src/pages"):
            (tmp_path / name).unlink()
    assert link(folder, "[x](/notes/2026/d)").target.path == folder / "2026/d/index.md"


def test_a_site_that_makes_its_ids_itself_tells_no_addresses(tmp_path: Path) -> None:
    folder = make_site(tmp_path, ARTICLES)
    configuration = SITE["src/content.config.ts"].replace("glob({", "glob({ generateId: () => next(),")
    write(tmp_path, {"src/content.config.ts": configuration})
    assert link(folder, "[x](/blog/a/)").target.kind == "broken"
    assert links_of(tmp_path).site.address_of(folder / "a.md") is None


def test_articles_of_a_folder_that_is_no_site(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "[x](b/c.md) [y](b/c) [z](/b/c)", "b/c.md": "", ".hidden/d.md": ""})
    (tmp_path / "broken.md").write_bytes(b"\0")
    links = links_of(tmp_path)
    assert [it.target.kind for it in links.of(tmp_path / "a.md")] == ["article", "article", "unknown"]
    assert links.unread == (tmp_path / "broken.md",)
    assert [it.article for it in links.to(tmp_path / "b/c.md")] == [tmp_path / "a.md"] * 2


def test_reading_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "", "b.md": ""})
    blog = find_blog(tmp_path)
    read = lambda path: decode(path.read_bytes())  # noqa: E731
    answers = iter((True, False))
    assert len(all_links(blog, read, lambda: next(answers)).articles) == 1


def _read(path: Path) -> Source:
    return decode(read_file(path))


@pytest.mark.parametrize(
    ("address", "kind", "place", "anchor"),
    [
        ("b%20c.md#%C3%A9", "article", "b c.md", "é"),
        ("../../../README.md#x", "article", "../../../README.md", "x"),
        ("/blog/2026/d/#x", "article", "2026/d/index.md", "x"),
        ("../a/", "article", "a.md", ""),
        ("/blog/Own/Way/", "article", "slugged.md", ""),
        ("/paper.pdf", "file", "../../../public/paper.pdf", ""),
        ("/about/", "page", None, ""),
        ("/blog/none/#x", "broken", None, "x"),
    ],
)
def test_one_link_is_told_by_a_file_or_by_the_pages_of_the_site(
    address: str, kind: str, place: str | None, anchor: str, tmp_path: Path
) -> None:
    folder = make_site(tmp_path, {**ARTICLES, "e.md": ""}, {"README.md": "x"})
    target = target_of_link(address, folder / "e.md", find_blog(tmp_path), _read)
    path = (folder / place).resolve() if place is not None else None
    assert (target.kind, target.path, target.anchor) == (kind, path, anchor)


def test_where_no_page_tells_it_the_links_of_the_articles_do(tmp_path: Path) -> None:
    folder = make_site(tmp_path, ARTICLES)
    shutil.rmtree(tmp_path / "src/pages")
    write(folder, {"f.md": "[x](/posts/a/) [y](/posts/2026/d/)"})
    read = {"open.md": decode(b"---\nslug: new\n---\n")}
    write(folder, {"open.md": "---\nslug: old\n---\n"})
    blog = find_blog(tmp_path)

    def target(address: str) -> Path | None:
        found = target_of_link(
            address, folder / "e.md", blog, lambda path: read.get(path.name) or _read(path)
        )
        return found.path

    assert target("/posts/a/") == folder / "a.md"
    assert target("/posts/new/") == folder / "open.md"
    assert target("/posts/old/") is None
