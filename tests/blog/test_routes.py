"""The pages of a site by their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.routes import Routes, routes_of
from tests.blog.sites import ENTRY_PAGE, SITE, write

if TYPE_CHECKING:
    from pathlib import Path


def routes(root: Path, files: dict[str, str]) -> Routes:
    write(root, {"package.json": SITE["package.json"], **files})
    return routes_of(find_blog(root))


def test_a_page_tells_of_which_collection_it_shows_each_entry(tmp_path: Path) -> None:
    found = routes(
        tmp_path,
        {
            "src/pages/notes/[...id].astro": ENTRY_PAGE,
            "src/pages/blog/[slug].astro": ENTRY_PAGE,
            "src/pages/a/[slug].astro": ENTRY_PAGE,
            "src/pages/words/[slug].astro": ENTRY_PAGE.replace("'blog'", '"words"'),
            "src/pages/both/[slug].astro": ENTRY_PAGE + ENTRY_PAGE.replace("blog", "more"),
            "src/pages/tags/[tag].astro": "getCollection('tags')",
        },
    )
    assert found.entries == {"blog": ("blog",), "words": ("words",)}
    assert found.of("blog") == ("blog",)
    assert found.of("notes") == ("notes",)
    assert found.of("more") is None


def test_the_only_page_of_many_shows_the_entries(tmp_path: Path) -> None:
    assert routes(tmp_path, {"src/pages/[lang]/posts/[slug].astro": ""}).of("blog") == ("posts",)


@pytest.mark.parametrize("address", ["", "about", "docs", "rss.xml", "tags/a", "b/c", "b", "x-1/y", "up/a/z"])
def test_addresses_that_have_a_page(address: str, tmp_path: Path) -> None:
    names = "index.astro about.md docs/index.mdx rss.xml.ts tags/[tag].astro b/[...rest].astro"
    names += " x-[n]/y.astro up/[n]/z.js"
    found = routes(tmp_path, {f"src/pages/{name}": "" for name in names.split()})
    assert found.has_page(address)


@pytest.mark.parametrize("address", ["no", "_no", "tags", "tags/a/b", "x-/y", "no/_x/y", "index", "about/x"])
def test_addresses_that_have_none(address: str, tmp_path: Path) -> None:
    names = "index.astro about.md tags/[tag].astro x-[n]/y.astro _no.astro no/_x/y.astro style.css"
    found = routes(tmp_path, {f"src/pages/{name}": "" for name in names.split()})
    assert not found.has_page(address)


def test_pages_of_many_at_the_top(tmp_path: Path) -> None:
    found = routes(tmp_path, {"src/pages/[...slug].astro": ""})
    assert found.has_page("any/thing")
    assert found.has_page("")


def test_the_base_of_a_site(tmp_path: Path) -> None:
    found = routes(tmp_path, {"astro.config.mjs": "export default { site: 'https://a.fr', base: '/b/c/' }"})
    assert (found.host, found.base) == ("a.fr", ("b", "c"))


def test_other_blogs_have_none(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": ""})
    assert routes_of(find_blog(tmp_path)) == Routes()


def test_a_page_that_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "src/pages/x").mkdir(parents=True)
    (tmp_path / "src/pages/x/[slug].astro").symlink_to(tmp_path / "nowhere")
    assert routes(tmp_path, {}).entries == {}
