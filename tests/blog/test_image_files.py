"""A picture from elsewhere is copied into the blog, and replaces nothing there."""

from pathlib import Path

from editor.blog.blog import Blog
from editor.blog.image_files import brought_into


def _blog(root: Path, *, assets: bool = True) -> Blog:
    (root / "src" / "assets" if assets else root / "src").mkdir(parents=True)
    return Blog(root, "astro", "astro", (), None, (), root / "src")


def test_a_picture_of_the_blog_stays_where_it_is(tmp_path: Path) -> None:
    blog = _blog(tmp_path / "blog")
    image = blog.root / "a.png"
    image.write_bytes(b"1")
    assert brought_into(blog, image, None) == image


def test_a_picture_from_elsewhere_is_copied_to_the_assets_under_an_address_safe_name(tmp_path: Path) -> None:
    blog = _blog(tmp_path / "blog")
    image = tmp_path / "Été à la Mer 🏖.PNG"
    image.write_bytes(b"1")
    copy = brought_into(blog, image, blog.root / "src" / "a.md")
    assert copy == blog.root / "src" / "assets" / "été-à-la-mer-.png"
    assert copy.read_bytes() == b"1"
    assert image.exists()


def test_another_picture_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    blog = _blog(tmp_path / "blog")
    there = blog.root / "src" / "assets" / "sea.png"
    there.write_bytes(b"old")
    image = tmp_path / "sea.png"
    image.write_bytes(b"new")
    copy = brought_into(blog, image, None)
    assert (there.read_bytes(), copy.name, copy.read_bytes()) == (b"old", "sea-2.png", b"new")
    assert brought_into(blog, image, None) == copy


def test_without_assets_the_copy_lies_beside_the_article_or_at_the_top(tmp_path: Path) -> None:
    blog = _blog(tmp_path / "blog", assets=False)
    image = tmp_path / "🏔.png"
    image.write_bytes(b"1")
    assert brought_into(blog, image, blog.root / "src" / "a.md") == blog.root / "src" / "image.png"
    plain = Blog(blog.root, "plain", "astro", (), None, ())
    assert brought_into(plain, image, None) == blog.root / "image.png"
