"""The address on the web that an article will have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.web_address import WebAddress, web_address

if TYPE_CHECKING:
    from pathlib import Path

    from editor.article.values import Value

CONFIGURATION = "export default defineConfig({ site: 'https://été.example/' })"


class Site:
    """A site whose files are written by a test."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("astro.config.mjs", CONFIGURATION)
        self.write("src/content/blog/a.md")

    def write(self, place: str, text: str = "") -> Path:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def address(self, place: str | None, fields: dict[str, Value] | None = None) -> WebAddress:
        path = self.root / place if place is not None else None
        return web_address(path, fields or {}, find_blog(self.root))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


def test_an_article_stands_where_the_page_of_its_collection_does(site: Site) -> None:
    site.write("src/pages/blog/[...slug].astro")
    site.write("src/pages/[...page].astro")
    assert site.address("src/content/blog/Été/My Post.md") == WebAddress(
        "été.example", ("blog", "été", "my-post")
    )
    assert site.address("src/content/blog/x/index.md").path == ("blog", "x")


def test_the_only_page_of_many_entries_is_the_articles(site: Site) -> None:
    site.write("src/pages/[lang]/posts/[slug].astro")
    assert site.address("src/content/blog/a.md").path == ("posts", "a")


@pytest.mark.parametrize("pages", [(), ("src/pages/tags/[tag].astro", "src/pages/[...slug].astro")])
def test_without_a_page_that_is_surely_theirs_only_the_id_is_known(
    pages: tuple[str, ...], site: Site
) -> None:
    for page in pages:
        site.write(page)
    assert site.address("src/content/blog/a.md").path == ("a",)


def test_a_slug_in_the_front_matter_is_the_id(site: Site) -> None:
    assert site.address("src/content/blog/a.md", {"slug": "Other/Way"}).path == ("Other", "Way")


def test_articles_of_the_content_folder_itself(site: Site) -> None:
    (site.root / "src/content/blog/a.md").rename(site.root / "src/content/b.md")
    assert site.address("src/content/b.md").path == ("b",)


def test_articles_elsewhere(tmp_path: Path) -> None:
    site = Site(tmp_path)
    (site.root / "src/content/blog/a.md").unlink()
    site.write("articles/x/c.md")
    site.write("articles/y/d.md")
    site.write("src/pages/articles/[slug].astro")
    assert site.address("articles/x/c.md").path == ("articles", "x", "c")


def test_an_article_without_a_file_is_named_by_its_title(site: Site) -> None:
    site.write("src/pages/blog/[...slug].astro")
    assert site.address(None, {"title": "Été à Paris !"}).path == ("blog", "été-à-paris")
    assert site.address(None, {"title": 3}).path == ("blog", "article")


@pytest.mark.parametrize(
    ("configuration", "host"),
    [
        ('export default { site: "https://a.example:8080/b" }', "a.example"),
        ("export default {\n\tsite: `https://a.example`,\n}", "a.example"),
        ("// site: 'https://old.example'\nexport default { site: 'https://new.example' }", "new.example"),
        ("/* site: 'https://old.example' */ export default {}", ""),
        ("export default { site: process.env.SITE }", ""),
        ("export default { site: 'http://[broken' }", ""),
        ("export default { site: 'no address' }", ""),
        ("", ""),
    ],
)
def test_the_host_is_the_one_that_the_configuration_names(configuration: str, host: str, site: Site) -> None:
    site.write("astro.config.mjs", configuration)
    assert site.address("src/content/blog/a.md").host == host


def test_other_sites_have_a_slug_only(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("My Post.md", "x/index.md"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).touch()
        assert web_address(site / name, {}, find_blog(site)).host == ""
    assert web_address(site / "My Post.md", {}, find_blog(site)).path == ("my-post",)
    assert web_address(site / "x/index.md", {}, find_blog(site)).path == ("x",)
