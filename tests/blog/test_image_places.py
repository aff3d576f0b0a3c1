"""The folder for an image: where the siblings of its article keep theirs, whatever their habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import Blog, find_blog
from editor.blog.image_places import image_folder, sibling_uses
from editor.blog.images import Place, address_of, resolve_image

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def site(root: Path, articles: Mapping[str, str], images: tuple[str, ...]) -> Blog:
    """Make an Astro site of articles, by their paths below the content, and of images, by theirs."""
    (root / "src/content/blog").mkdir(parents=True)
    (root / "public").mkdir()
    (root / "astro.config.mjs").touch()
    for name in images:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    for name, text in articles.items():
        path = root / "src/content/blog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return find_blog(root)


def placed(blog: Blog, name: str, place: Place = "body") -> tuple[str, str]:
    """Answer the folder below the root for an image of the article called name, and the address there."""
    article = blog.root / "src/content/blog" / name
    folder = image_folder(article, blog, sibling_uses(article, blog), place)
    image = folder / "new.webp"
    address = address_of(image, article, blog, place)
    image.parent.mkdir(parents=True, exist_ok=True)
    image.touch()
    assert resolve_image(address, article, blog, place) == image.resolve()
    return folder.relative_to(blog.root).as_posix(), address


@pytest.mark.parametrize(
    ("articles", "images", "name", "folder", "address"),
    [
        # beside the article
        (
            {"a.md": "![](./a.png)", "b.md": ""},
            ["src/content/blog/a.png"],
            "b.md",
            "src/content/blog",
            "./new.webp",
        ),
        # below it, in a folder of one name for all
        (
            {"a.md": "![](images/a.png)", "b.md": ""},
            ["src/content/blog/images/a.png"],
            "b.md",
            "src/content/blog/images",
            "./images/new.webp",
        ),
        # beside it, in a folder of the article's name
        (
            {"a.md": "![](a/1.png)", "b.md": ""},
            ["src/content/blog/a/1.png"],
            "b.md",
            "src/content/blog/b",
            "./b/new.webp",
        ),
        # one folder for all
        (
            {"a.md": "![](../../assets/a.png)", "b.md": ""},
            ["src/assets/a.png"],
            "b.md",
            "src/assets",
            "../../assets/new.webp",
        ),
        # a folder of the article's name elsewhere
        (
            {"a.md": "![](../../assets/a/1.png)", "b.md": ""},
            ["src/assets/a/1.png"],
            "b.md",
            "src/assets/b",
            "../../assets/b/new.webp",
        ),
        (
            {"a.md": "![](/img/a.png)", "b.md": ""},
            ["public/img/a.png"],
            "b.md",
            "public/img",
            "/img/new.webp",
        ),
        # the article's own images decide over those of the others
        (
            {"a.md": "![](../../assets/a.png)", "b.md": "![](./b.png)"},
            ["src/assets/a.png", "src/content/blog/b.png"],
            "b.md",
            "src/content/blog",
            "./new.webp",
        ),
        # the way of most articles, not of most images
        (
            {
                "a.md": "![](../../assets/a.png)",
                "b.md": "![](../../assets/a.png)",
                "c.md": "![](./c1.png)\n\n![](./c2.png)\n\n![](./c3.png)",
                "d.md": "",
            },
            ["src/assets/a.png", *(f"src/content/blog/c{number}.png" for number in (1, 2, 3))],
            "d.md",
            "src/assets",
            "../../assets/new.webp",
        ),
        # an article in a folder of its own does as those that have one
        (
            {"a.md": "![](../../assets/a.png)", "b/index.md": "![](./b.png)", "c/index.md": ""},
            ["src/assets/a.png", "src/content/blog/b/b.png"],
            "c/index.md",
            "src/content/blog/c",
            "./new.webp",
        ),
        (
            {"b/index.md": "![](../../../assets/b/1.png)", "c/index.md": ""},
            ["src/assets/b/1.png"],
            "c/index.md",
            "src/assets/c",
            "../../../assets/c/new.webp",
        ),
        # without images: the folder of Astro's template, or the article's own
        ({"a.md": ""}, ["src/assets/x.png"], "a.md", "src/assets", "../../assets/new.webp"),
        ({"a/index.md": ""}, ["src/assets/x.png"], "a/index.md", "src/content/blog/a", "./new.webp"),
        ({"a.md": ""}, [], "a.md", "src/content/blog", "./new.webp"),
    ],
)
def test_an_image_goes_where_the_siblings_keep_theirs(
    tmp_path: Path, articles: dict[str, str], images: list[str], name: str, folder: str, address: str
) -> None:
    blog = site(tmp_path / "site", articles, tuple(images))
    assert placed(blog, name) == (folder, address)


class TestFields:
    def test_a_body_follows_the_fields_only_where_no_body_has_an_image(self, tmp_path: Path) -> None:
        images = ("src/assets/hero/a.png", "src/content/blog/a.png")
        field = "---\nheroImage: ../../assets/hero/a.png\n---\n"
        blog = site(tmp_path / "one", {"a.md": f"{field}![](./a.png)", "b.md": ""}, images)
        assert placed(blog, "b.md")[0] == "src/content/blog"
        assert placed(blog, "b.md", "import") == ("src/assets/hero", "../../assets/hero/new.webp")
        blog = site(tmp_path / "two", {"a.md": field, "b.md": ""}, images)
        assert placed(blog, "b.md")[0] == "src/assets/hero"

    def test_an_imported_image_never_goes_into_the_public_folder(self, tmp_path: Path) -> None:
        articles = {"a.md": "---\nheroImage: /img/a.png\n---\n![](/img/a.png)", "b.md": ""}
        blog = site(tmp_path / "site", articles, ("public/img/a.png",))
        assert placed(blog, "b.md", "import") == ("src/content/blog", "./new.webp")

    def test_the_image_of_a_field_of_text_gets_an_address_on_the_site(self, tmp_path: Path) -> None:
        field = "---\nheroImage: /img/a.png\n---\n![](../../assets/a.png)"
        images = ("public/img/a.png", "src/assets/a.png")
        blog = site(tmp_path / "one", {"a.md": field, "b.md": ""}, images)
        assert placed(blog, "b.md", "field") == ("public/img", "/img/new.webp")
        blog = site(tmp_path / "two", {"b.md": ""}, ("public/images/x.png",))
        assert placed(blog, "b.md", "field") == ("public/images", "/images/new.webp")
        blog = site(tmp_path / "three", {"b.md": ""}, ())
        assert placed(blog, "b.md", "field") == ("public", "/new.webp")

    def test_the_fields_of_the_same_key_decide_before_all(self, tmp_path: Path) -> None:
        field = "---\nheroImage: ../../assets/a.png\ncover: /img/a.png\n---\n"
        images = ("public/img/a.png", "src/assets/a.png")
        blog = site(tmp_path / "site", {"a.md": field, "b.md": ""}, images)
        article = blog.root / "src/content/blog/b.md"
        uses = sibling_uses(article, blog)
        folders = [image_folder(article, blog, uses, "field", key) for key in ("heroImage", "cover", "other")]
        assert folders == [blog.root / "src/assets", blog.root / "public/img", blog.root / "public/img"]
        assert image_folder(article, blog, uses, "import", "cover") == blog.root / "src/assets"


def test_a_lone_file_keeps_its_images_beside_it(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("![](x/y.png)", "utf-8")
    (tmp_path / "x").mkdir()
    (tmp_path / "x/y.png").touch()
    blog = find_blog(article)
    uses = sibling_uses(article, blog)
    assert [use.image.name for use in uses] == ["y.png"]
    assert image_folder(article, blog, uses, "body") == tmp_path / "x"
    assert image_folder(article, blog, (), "field") == tmp_path
    fields = tmp_path / "b.md"
    fields.write_text("---\nheroImage: x/y.png\n---\n", "utf-8")
    assert image_folder(article, blog, sibling_uses(article, blog), "field") == tmp_path / "x"


@pytest.mark.parametrize(
    ("settings", "article", "folder"),
    [
        ("hugo.toml", "content/posts/a.md", "static/images"),
        ("hugo.toml", "content/posts/b/index.md", "content/posts/b"),
        ("_config.yml", "_posts/2026-01-02-a.md", "assets/images"),
        ("pelicanconf.py", "content/a.md", "content/images"),
        ("mkdocs.yml", "docs/a.md", "docs"),
    ],
)
def test_a_first_image_goes_where_its_generator_publishes_it(
    tmp_path: Path, settings: str, article: str, folder: str
) -> None:
    path = tmp_path / article
    path.parent.mkdir(parents=True)
    path.write_text("text\n", "utf-8")
    (tmp_path / settings).touch()
    blog = find_blog(path)
    assert blog.generator != "plain"
    assert image_folder(path, blog, (), "body") == tmp_path / folder
