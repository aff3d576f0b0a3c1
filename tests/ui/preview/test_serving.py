"""What the page's own scheme hands out, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.ui.preview.serving import ServedFolders, served_file, served_type

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    root = tmp_path / "blog"
    (root / "public").mkdir(parents=True)
    (root / "src").mkdir()
    for place in (
        "blog/src/été 😀.png",
        "blog/public/p.webp",
        "blog/secret.txt",
        "blog/page.html",
        "outside.png",
    ):
        (tmp_path / place).write_bytes(b"x")
    return root


def folders(root: Path) -> ServedFolders:
    return ServedFolders(root, root / "public")


def test_images_of_the_blog_and_of_the_sites_root_are_served(blog: Path) -> None:
    assert served_file("/@files/src/été 😀.png", folders(blog)) == (blog / "src" / "été 😀.png").resolve()
    assert served_file("/p.webp", folders(blog)) == (blog / "public" / "p.webp").resolve()


@pytest.mark.parametrize("name", ["a.woff2", "b.WOFF", "c.ttf", "d.otf"])
def test_fonts_of_the_blog_are_served(name: str, blog: Path) -> None:
    (blog / "public" / name).write_bytes(b"x")
    assert served_file(f"/{name}", folders(blog)) == (blog / "public" / name).resolve()
    assert str(served_type(blog / name)).startswith("font/")


@pytest.mark.parametrize(
    "path",
    [
        "/@files/secret.txt",
        "/@files/page.html",
        "/@files/src",
        "/@files/gone.png",
        "/@files/../outside.png",
        "/@files/src/../../outside.png",
        "/@files//etc/x.png",
        "/@files/..\\outside.png",
        "/@files/src/été 😀.png\0.png",
        "/@files/" + "a" * 5000 + ".png",
        "/../src/été 😀.png",
        "/src/été 😀.png",
        "/",
        "",
    ],
)
def test_what_is_no_image_or_leaves_the_folder_is_refused(path: str, blog: Path) -> None:
    assert served_file(path, folders(blog)) is None


def test_an_absolute_path_is_refused(blog: Path) -> None:
    assert served_file(f"/@files/{blog.parent}/outside.png", folders(blog)) is None


def test_a_link_is_followed_before_it_is_judged(blog: Path) -> None:
    (blog / "out.png").symlink_to(blog.parent / "outside.png")
    (blog / "folder").symlink_to(blog.parent)
    (blog / "in.png").symlink_to(blog / "src" / "été 😀.png")
    (blog / "text.png").symlink_to(blog / "secret.txt")
    (blog / "loop.png").symlink_to(blog / "loop.png")
    assert served_file("/@files/out.png", folders(blog)) is None
    assert served_file("/@files/folder/outside.png", folders(blog)) is None
    assert served_file("/@files/text.png", folders(blog)) is None
    assert served_file("/@files/loop.png", folders(blog)) is None
    assert served_file("/@files/in.png", folders(blog)) is not None


def test_without_a_blog_nothing_is_served(blog: Path) -> None:
    assert served_file("/@files/src/été 😀.png", ServedFolders()) is None
    assert served_file("/p.webp", ServedFolders(blog, None)) is None
