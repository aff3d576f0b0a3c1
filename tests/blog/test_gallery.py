"""All images of a blog with what uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.gallery import gallery, still_unused

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog

_FILES = {
    "astro.config.mjs": "",
    "src/content/blog/a.md": "---\nheroImage: ../../assets/hero.webp\n---\n![Sea](../../assets/sea.jpg)\n",
    "src/content/blog/b.mdx": "import map from '../../assets/map.svg'\n\n<img src={map.src} />\n",
    "src/styles/global.css": "body { background: url('/paper.png') }",
    "src/pages/index.astro": "<img src='/logo.avif' />",
    "node_modules/x/unused.js": "'lost.gif'",
}
_IMAGES = ("hero.webp", "sea.jpg", "map.svg", "lost.gif")


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    for name, text in _FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "public").mkdir()
    (tmp_path / "src/assets").mkdir()
    for name in (*(f"src/assets/{name}" for name in _IMAGES), "public/paper.png", "public/logo.avif"):
        (tmp_path / name).write_bytes(b"12345")
    (tmp_path / "public/gone.png").symlink_to("nowhere.png")
    return find_blog(tmp_path)


def test_every_image_has_its_uses(blog: Blog) -> None:
    images = {image.path.name: image for image in gallery(blog, {})}
    assert sorted(images) == ["hero.webp", "logo.avif", "lost.gif", "map.svg", "paper.png", "sea.jpg"]
    assert [(use.article.name, use.words) for use in images["sea.jpg"].uses] == [("a.md", "Sea")]
    assert [use.field for use in images["hero.webp"].uses] == ["heroImage"]
    assert [name for name, image in images.items() if image.is_unused] == ["lost.gif"]
    named = {
        name: [path.name for path in images[name].named_in] for name in ("map.svg", "paper.png", "logo.avif")
    }
    assert named == {"map.svg": ["b.mdx"], "paper.png": ["global.css"], "logo.avif": ["index.astro"]}
    assert images["sea.jpg"].size == 5
    assert images["sea.jpg"].modified > 0


def test_the_texts_of_open_articles_count_beside_those_of_their_files(blog: Blog) -> None:
    article = blog.root / "src/content/blog/a.md"
    images = {image.path.name: image for image in gallery(blog, {article: "![New](../../assets/lost.gif)"})}
    assert [use.words for use in images["lost.gif"].uses] == ["New"]
    assert images["sea.jpg"].uses == ()
    assert not images["sea.jpg"].is_unused


def test_what_is_unused_is_asked_again(blog: Blog) -> None:
    paths = [blog.root / "src/assets" / name for name in ("lost.gif", "sea.jpg")]
    assert still_unused(blog, paths, {}) == (paths[0],)
    assert still_unused(blog, paths, {blog.root / "x.md": "lost.gif"}) == ()


def test_articles_in_a_linked_folder_use_images_and_its_images_are_not_the_blogs(
    blog: Blog, tmp_path_factory: pytest.TempPathFactory
) -> None:
    vault = tmp_path_factory.mktemp("vault")
    (vault / "c.md").write_text("![](../../assets/lost.gif)", "utf-8")
    (vault / "theirs.png").touch()
    (vault / "circle").symlink_to(blog.root / "src")
    (blog.root / "src/content/vault").symlink_to(vault)
    images = {image.path.name: image for image in gallery(blog, {})}
    assert not images["lost.gif"].is_unused
    assert "theirs.png" not in images
    assert still_unused(blog, [images["lost.gif"].path], {}) == ()


def test_around_a_lone_file_only_its_folder_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a.md", "b.png", "deep/c.png"):
        (tmp_path / name).touch()
    assert [image.path.name for image in gallery(find_blog(tmp_path / "a.md"), {})] == ["b.png"]
